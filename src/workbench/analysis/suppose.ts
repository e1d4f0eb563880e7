import {
  type Case,
  defaultConceptsOf,
  hasErrors,
  holds,
  type Supposition,
  supposed,
} from '../../index.js';
import { actKey, doubtKey } from '../whatif/supposition-key.js';
import type { Asked, Readings, SetAside, Suppositions } from './protocol.js';

/** The case that an answer is made of, under what is supposed. */
export type Premises = {
  readonly theCase: Case;
  /** The readings asked for that the case has. */
  readonly readings: Readings;
  /** Suppositions that the case is without, because they could not be made. */
  readonly aside: readonly SetAside[];
};

type Keyed = { readonly key: string; readonly one: Supposition | undefined };

/**
 * The case under what is supposed.
 *
 * Where all of it together cannot be, the first one is set aside without which the rest can. Where
 * there is none, suppositions are made one after another, as far as each goes with those before it.
 * What is set aside has its reason: an edit or another reading may have taken away what it was about,
 * and may bring it back.
 */
export function premisesOf(theCase: Case, asked: Pick<Asked, 'readings' | 'supposed'>): Premises {
  const readings = knownReadings(theCase, asked.readings);
  const keyed = suppositionsOf(theCase, asked.supposed);
  if (keyed.length === 0) return { theCase, readings, aside: [] };
  const known = keyed.flatMap(({ one }) => (one ? [one] : []));
  const isAnswered = attempt(theCase, readings, []).problem === undefined;
  const whole = attempt(theCase, readings, known, isAnswered);
  const gone = keyed
    .filter(({ one }) => one === undefined)
    .map(({ key }) => ({ key, problem: 'the case no longer has what it is about' }));
  if (whole.theCase) return { theCase: whole.theCase, readings, aside: gone };
  const others = (left: Supposition) => known.filter((one) => one !== left);
  const left = keyed.find(
    ({ one }) => one && attempt(theCase, readings, others(one), isAnswered).theCase,
  );
  if (left?.one) {
    const rest = attempt(theCase, readings, others(left.one), isAnswered);
    const problem = whole.problem ?? '';
    return {
      theCase: rest.theCase ?? theCase,
      readings,
      aside: [...gone, { key: left.key, problem }],
    };
  }
  let made: { readonly list: readonly Supposition[]; readonly theCase: Case } = {
    list: [],
    theCase,
  };
  const aside: SetAside[] = [];
  for (const { key, one } of keyed) {
    if (!one) continue;
    const list = [...made.list, one];
    const tried = attempt(theCase, readings, list, isAnswered);
    if (tried.theCase) made = { list, theCase: tried.theCase };
    else aside.push({ key, problem: tried.problem });
  }
  return { theCase: made.theCase, readings, aside: [...gone, ...aside] };
}

/** The case under suppositions, or why not; `isChecked`: also when it could not be answered then. */
function attempt(
  theCase: Case,
  readings: Readings,
  list: readonly Supposition[],
  isChecked = true,
):
  | { readonly theCase: Case; readonly problem?: undefined }
  | { theCase?: undefined; problem: string } {
  const options = { ...holds.defaults, concepts: defaultConceptsOf(theCase), readings };
  const made = supposed(theCase, options, list);
  if (made.case === undefined) return { problem: told(made.problems[0]) };
  const hindrances = isChecked ? holds.check(made.case, options) : [];
  const hindrance = hindrances.find((one) => hasErrors([one]));
  return hindrance ? { problem: told(hindrance) } : { theCase: made.case };
}

function told(
  hindrance: { readonly what: string; readonly details?: readonly string[] } | undefined,
): string {
  return [hindrance?.what ?? 'it cannot be', ...(hindrance?.details ?? [])].join('; ');
}

/** Each supposition by what it is about in this case; undefined where the case does not have it. */
function suppositionsOf(theCase: Case, { doubts, acts }: Suppositions): readonly Keyed[] {
  return [
    ...Object.entries(doubts).map(([doubt, chosen]) => ({
      key: doubtKey(doubt),
      one: { kind: 'doubt', doubt, case: chosen } as const,
    })),
    ...acts.map((act) => {
      const issue = theCase.issues.findIndex(({ id }) => id === act.issue);
      const level = theCase.issues[issue]?.levels.findIndex(({ id }) => id === act.level) ?? -1;
      const by = theCase.parties.findIndex(({ id }) => id === act.by);
      const isKnown = level >= 0 && (by >= 0 || act.by === undefined);
      const one: Supposition = {
        kind: 'act',
        settings: [{ issue, level }],
        by: by >= 0 ? by : undefined,
      };
      return { key: actKey(act.issue), one: isKnown ? one : undefined };
    }),
  ];
}

/** The readings asked for that the case has: editing the text may have renamed one. */
export function knownReadings(theCase: Case, asked: Readings): Readings {
  return Object.fromEntries(
    theCase.parties.flatMap(({ id }, party) => {
      const reading = theCase.preferences[party]?.find((one) => one.id === asked[id]);
      return reading ? [[id, reading.id]] : [];
    }),
  );
}
