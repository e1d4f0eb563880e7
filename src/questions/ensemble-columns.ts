import type { Case, NamedOutcome } from '../core/case.js';
import type { Expression } from '../core/expression.js';
import { issuesMentioned } from '../core/issues-mentioned.js';
import { mostPartiesForGroups } from '../core/model.js';
import { conditionOfSettings, proposalLevels } from '../core/proposal-levels.js';
import { type Space, statesWhere } from '../core/space.js';
import type { Column, EnsembleOptions, Readout } from './ensemble-findings.js';
import type { Found } from './ensemble-found.js';

/** Columns that are answered together, and how. */
export type Section = {
  readonly columns: readonly Column[];
  /** One answer for each column. */
  readonly answer: (found: Found) => readonly boolean[];
};

/** A set of outcomes with a name; of a proposal it depends on where issues stand today. */
type Subject = {
  readonly id: string;
  readonly label: string;
  readonly when: (found: Found) => Expression;
};

/** What can be asked of a case, whatever the assumption set. */
export type Askable = { readonly hasToday: boolean; readonly hasGroups: boolean };

export function askableOf(theCase: Case): Askable {
  return {
    hasToday: theCase.today !== undefined,
    hasGroups: theCase.parties.length <= mostPartiesForGroups,
  };
}

/** What is left out of the columns of a case, and why. */
export function askableLimits(theCase: Case): readonly string[] {
  const { hasToday, hasGroups } = askableOf(theCase);
  const limits: string[] = [];
  if (!hasToday) {
    limits.push(
      'The case has no today: where things go and what is on offer were not asked; nobody can leave an outcome, so a deal only has to be accepted.',
    );
  }
  if (hasToday && !hasGroups) {
    limits.push(
      `The case has ${theCase.parties.length} parties, above the ${mostPartiesForGroups} whose groups are listed: what is on offer and what is agreed were not asked.`,
    );
  }
  return limits;
}

/** For each headline whether it would hold, is where things go, is on offer, is agreed. */
export function headlineSection(
  theCase: Case,
  options: Pick<EnsembleOptions, 'headlines'>,
): Section {
  const { hasToday, hasGroups } = askableOf(theCase);
  const readouts: readonly Readout[] = [
    'holds',
    ...(hasToday ? (['left alone', 'left alone for some'] as const) : []),
    ...(hasToday && hasGroups ? (['on offer'] as const) : []),
    ...(!hasToday || hasGroups ? (['agreed'] as const) : []),
  ];
  const subjects = subjectsOf(theCase, options);
  return {
    columns: subjects.flatMap(({ id, label }) =>
      readouts.map((readout) => columnOf(readout, id, label)),
    ),
    answer: (found) =>
      subjects.flatMap(({ when }) => {
        const table = found.covers(when(found));
        const isIn = (state: number) => table[state] === 1;
        return readouts.map((readout) => {
          switch (readout) {
            case 'holds':
              return found.holding().some(isIn);
            case 'left alone':
              return found.places().every(isIn);
            case 'left alone for some':
              return found.places().some(isIn);
            case 'on offer':
              return found.offered().some(isIn);
            default:
              return found.agreed().some(isIn);
          }
        });
      }),
  };
}

/**
 * The headlines asked for; else the named outcomes, and the proposals where no id stands for both.
 *
 * A proposal stands for its terms with the other issues as today.
 */
function subjectsOf(
  theCase: Case,
  { headlines }: Pick<EnsembleOptions, 'headlines'>,
): readonly Subject[] {
  const named = (headlines ?? theCase.outcomes).map(
    ({ id, label, when }): Subject => ({ id, label, when: () => when }),
  );
  const isTaken = theCase.proposals.some(({ id }) => theCase.outcomes.some((one) => one.id === id));
  if (headlines || isTaken) return named;
  const proposed = theCase.proposals.map((proposal): Subject => {
    const known = new Map<string, Expression>();
    return {
      id: proposal.id,
      label: proposal.label,
      when: ({ model }) => {
        const { fixed } = model.space;
        const today = model.case.today?.map((level, issue) =>
          fixed[issue] === -1 ? level : (fixed[issue] as number),
        );
        const key = String(today);
        const found = known.get(key) ?? conditionOfSettings(proposalLevels(proposal, today));
        known.set(key, found);
        return found;
      },
    };
  });
  return [...named, ...proposed];
}

/**
 * Which scenario things go to: the first listed that contains all of where they go, `other` where no
 * scenario contains any of it, else `depends`. Exactly one is so.
 *
 * A scenario that mentions only context is a condition, not an end, and is left out; without any, or
 * without a today, there are no columns.
 */
export function scenarioSection(theCase: Case): Section {
  const scenarios = endScenarios(theCase);
  if (scenarios.length === 0 || !askableOf(theCase).hasToday) {
    return { columns: [], answer: () => [] };
  }
  return {
    columns: [
      ...scenarios.map(({ id, label }) => columnOf('scenario', id, label)),
      columnOf('scenario', 'other', 'none of the scenarios'),
      columnOf('scenario', 'depends', 'depends on who moves first'),
    ],
    answer: (found) => {
      const places = found.places();
      const tables = scenarios.map(({ when }) => found.covers(when));
      const whole = tables.findIndex((table) => places.every((state) => table[state] === 1));
      const isOther = !tables.some((table) => places.some((state) => table[state] === 1));
      return [...tables.keys()].map((at) => at === whole).concat(isOther, whole === -1 && !isOther);
    },
  };
}

/** A limit for each pair of scenarios that share an outcome, and for a scenario that is left out. */
export function scenarioLimits(theCase: Case, space: Space): readonly string[] {
  const scenarios = endScenarios(theCase);
  const covered = scenarios.map(({ when }) => new Set(statesWhere(space, when)));
  const unnamed = theCase.scenarios
    .filter(({ id }) => reserved.includes(id))
    .map(({ id }) => `The scenario ${id} was left out: its id stands for what no scenario tells.`);
  const overlaps = scenarios.flatMap(({ label }, first) =>
    scenarios.slice(first + 1).flatMap((other, after) => {
      const own = covered[first] as ReadonlySet<number>;
      const shared = [...(covered[first + 1 + after] as ReadonlySet<number>)].some((state) =>
        own.has(state),
      );
      return shared
        ? [`The scenarios "${label}" and "${other.label}" overlap: the first listed counts.`]
        : [];
    }),
  );
  return [...unnamed, ...overlaps];
}

/** The scenarios whose condition mentions an issue that is not context. */
function endScenarios(theCase: Case): readonly NamedOutcome[] {
  return theCase.scenarios.filter(
    ({ id, when }) =>
      !reserved.includes(id) &&
      [...issuesMentioned(when, theCase)].some(
        (issue) => theCase.issues[issue]?.control.kind !== 'nobody',
      ),
  );
}

/** What the columns beside those of the scenarios are called. */
const reserved: readonly string[] = ['other', 'depends'];

/** Of the whole case: whether things stay, go round in a circle, and whether there is a deal. */
export function wholeSection(theCase: Case): Section {
  const { hasToday, hasGroups } = askableOf(theCase);
  const asked: readonly (readonly [Column, (found: Found) => boolean])[] = [
    [
      columnOf('stays', null, 'things stay as today'),
      (found) => {
        const [only, ...others] = found.places();
        return only === found.model.space.today && others.length === 0;
      },
    ],
    [
      columnOf('circle', null, 'things may go round in a circle'),
      (found) => found.ends().some((end) => end.length > 1),
    ],
    [
      columnOf('deal', null, 'some deal would be accepted and hold'),
      (found) => found.agreed().length > 0,
    ],
  ];
  const kept = asked.filter(([{ readout }]) =>
    readout === 'deal' ? !hasToday || hasGroups : hasToday,
  );
  return {
    columns: kept.map(([column]) => column),
    answer: (found) => kept.map(([, isSo]) => isSo(found)),
  };
}

/** A column with its id: `holds:linked`, `stays`, `best:US:crimea=yes`. */
export function columnOf(
  readout: Readout,
  subject: string | null,
  label: string,
  party: string | null = null,
): Column {
  const id = [readout, party, subject].filter((part) => part !== null).join(':');
  return { id, readout, subject, label, party };
}
