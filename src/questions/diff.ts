import type { Case } from '../core/case.js';
import type { Report } from '../core/report.js';
import { buildSpace, levelsOf, type Space } from '../core/space.js';
import { caseChanges, together } from './case-changes.js';
import { type CaseOptions, settingsOf } from './case-options.js';
import { causeOf } from './cause-of.js';
import { changeOf, matchById } from './change-of.js';
import type { AssumptionChange, DiffFindings, NamedChange } from './diff-findings.js';
import type { HoldsFindings, HoldsOptions, NamedVerdict } from './holds-findings.js';
import { otherChanges } from './other-changes.js';
import { readingChanges } from './reading-changes.js';
import { compareOutcomes } from './shared-outcomes.js';

/** A case and its answer to `holds`. */
export type Answered = {
  readonly case: Case;
  readonly report: Report<HoldsOptions, HoldsFindings>;
};

export type DiffOptions = {
  readonly before: CaseOptions;
  readonly after: CaseOptions;
  /** The concept by which "would hold" is judged in both answers. */
  readonly concept: string;
};

type Verdicts = Pick<DiffFindings, 'ends' | 'named' | 'offers' | 'outcomes'>;

export type DiffReport = Report<DiffOptions, DiffFindings>;

/**
 * What separates two answers to `holds`: first what they assume, then what they say.
 *
 * The answers may be about two cases or about one case under other readings or with other issues
 * fixed. Both must be judged by the same concept. Outcomes are matched by the ids of issues and levels
 * (`compareOutcomes`); named outcomes and proposals by kind and id.
 *
 * @throws RangeError when the answers are judged by different concepts.
 *
 * Time O(outcomes of both × issues).
 */
export function diff(before: Answered, after: Answered): DiffReport {
  const [concept] = before.report.options.concepts;
  if (concept === undefined || after.report.options.concepts[0] !== concept) {
    throw new RangeError('diff: the two answers are not judged by the same concept');
  }
  const spaces = [spaceOf(before), spaceOf(after)] as const;
  const names = namesOf(before.case, spaces[0], after.case, spaces[1]);
  const own = together([
    caseChanges(before.case, after.case),
    readingChanges(before.case, after.case),
  ]);
  const others = otherChanges(before.case, after.case);
  const limits = [before, after].flatMap(({ report }) =>
    report.limits.filter((text) => !text.endsWith('it was not asked for.')),
  );
  const verdicts: Verdicts = {
    ends: {
      isSame: isSameEnds(before, after, names),
      before: before.report.ends,
      after: after.report.ends,
    },
    named: namedChanges(before, after, names),
    offers: offerChanges(before, after, names),
    outcomes: compareOutcomes(
      {
        case: before.case,
        space: spaces[0],
        holding: before.report.equilibria[concept] ?? [],
      },
      { case: after.case, space: spaces[1], holding: after.report.equilibria[concept] ?? [] },
    ),
  };
  return {
    analysis: 'diff',
    options: {
      before: pick(before.report.options),
      after: pick(after.report.options),
      concept,
    },
    seed: null,
    assumptions: [],
    convergence: null,
    limits: [...new Set([...others.limits, ...limits])],
    changes: [
      ...inForce(before, after),
      ...fixed(before, after),
      ...own.changes,
      ...others.changes,
    ],
    rewordings: own.rewordings,
    hasVerdictChange: hasVerdictChange(verdicts),
    ...verdicts,
  };
}

/** Whether any verdict differs, or the number of outcomes that it is about. */
function hasVerdictChange({ ends, named, offers, outcomes }: Verdicts): boolean {
  return (
    !ends.isSame ||
    named.some(({ change }) => change !== 'same') ||
    offers.added.length + offers.dropped.length > 0 ||
    outcomes.nowHold.length + outcomes.noLongerHold.length > 0 ||
    outcomes.holding.before !== outcomes.holding.after ||
    outcomes.possible.before !== outcomes.possible.after
  );
}

function spaceOf({ case: theCase, report }: Answered): Space {
  return buildSpace(theCase, settingsOf(theCase, report.options));
}

function pick({ readings, where }: CaseOptions): CaseOptions {
  return { readings: { ...readings }, where: { ...where } };
}

/** Texts for the states of two cases: equal for the same outcome. */
type Names = {
  readonly before: (state: number) => string;
  readonly after: (state: number) => string;
};

/** A state by the level ids of every issue that both cases have, but those that both fix. */
function namesOf(before: Case, first: Space, after: Case, second: Space): Names {
  const common = before.issues.flatMap((issue, here) => {
    const there = after.issues.findIndex(({ id }) => id === issue.id);
    const isVaried = first.fixed[here] === -1 || second.fixed[there] === -1;
    return there !== -1 && isVaried ? [{ here, there }] : [];
  });
  const name = (theCase: Case, levels: readonly number[], issues: readonly number[]) =>
    issues.map((issue) => theCase.issues[issue]?.levels[levels[issue] as number]?.id).join(' ');
  const [here, there] = [common.map((one) => one.here), common.map((one) => one.there)];
  return {
    before: (state) => name(before, levelsOf(first, state), here),
    after: (state) => name(after, levelsOf(second, state), there),
  };
}

/** Whether two answers have the same ends: as sets of outcomes, in any order. */
function isSameEnds(before: Answered, after: Answered, names: Names): boolean {
  const text = (ends: readonly (readonly number[])[], name: (state: number) => string) =>
    JSON.stringify(ends.map((end) => [...new Set(end.map(name))].sort()).sort());
  return text(before.report.ends, names.before) === text(after.report.ends, names.after);
}

/** The readings in force that differ, of the parties that both cases have. */
function inForce(before: Answered, after: Answered): readonly AssumptionChange[] {
  return matchById(before.case.parties, after.case.parties).pairs.flatMap(([{ id }]) => {
    const first = before.report.options.readings[id] ?? null;
    const second = after.report.options.readings[id] ?? null;
    if (first === second) return [];
    return [changeOf('reading in force', 'changed', { party: id, before: first, after: second })];
  });
}

/** The issues that the caller fixed on one side, or at another level. */
function fixed(before: Answered, after: Answered): readonly AssumptionChange[] {
  const first = before.report.options.where;
  const second = after.report.options.where;
  return [...new Set([...Object.keys(first), ...Object.keys(second)])].flatMap((id) => {
    const [a, b] = [first[id] ?? null, second[id] ?? null];
    if (a === b) return [];
    const change = a === null ? 'added' : b === null ? 'dropped' : 'changed';
    return [changeOf('fixed issue', change, { id, before: a, after: b })];
  });
}

function namedChanges(before: Answered, after: Answered, names: Names): readonly NamedChange[] {
  const isSame = (a: number, b: number) => names.before(a) === names.after(b);
  const key = ({ kind, id }: NamedVerdict) => `${kind} ${id}`;
  const first = new Map(before.report.named.map((one) => [key(one), one]));
  const second = new Map(after.report.named.map((one) => [key(one), one]));
  const all = [
    ...after.report.named,
    ...before.report.named.filter((one) => !second.has(key(one))),
  ];
  return all.map((one) => {
    const { kind, id } = one;
    const [a, b] = [first.get(key(one)), second.get(key(one))];
    const [was, is] = [verdictOf(a), verdictOf(b)];
    const change =
      a === undefined
        ? 'only after'
        : b === undefined
          ? 'only before'
          : was !== true && is === true
            ? 'now holds'
            : was === true && is !== true
              ? 'no longer holds'
              : 'same';
    const nearest =
      a?.nearest && b?.nearest && isSame(a.nearest.state, b.nearest.state)
        ? causeOf(a.nearest, b.nearest, isSame)
        : null;
    const isChanged = change === 'now holds' || change === 'no longer holds';
    return { kind, id, change, before: was, after: is, cause: isChanged ? nearest : null };
  });
}

/** Null for a name that covers no possible outcome. */
function verdictOf(named: NamedVerdict | undefined): boolean | null {
  return named && named.states > 0 ? named.holding.length > 0 : null;
}

function offerChanges(before: Answered, after: Answered, names: Names): DiffFindings['offers'] {
  const offered = ({ report }: Answered, name: (state: number) => string) =>
    report.verdicts.flatMap(({ offers, state }, at) =>
      offers.length > 0 ? [{ at, name: name(state) }] : [],
    );
  const first = offered(before, names.before);
  const second = offered(after, names.after);
  const apart = (list: typeof first, other: typeof first) => {
    const known = new Set(other.map(({ name }) => name));
    return list.flatMap(({ at, name }) => (known.has(name) ? [] : [at]));
  };
  return { added: apart(second, first), dropped: apart(first, second) };
}
