import type { Case } from '../core/case.js';
import { levelAt, levelsOf, type Space } from '../core/space.js';
import type { OutcomeComparison, SharedOutcome } from './diff-findings.js';
import { nearestState } from './named-sets.js';

/** One side of a comparison: its outcomes and which of them would hold. */
export type OutcomeSide = {
  readonly case: Case;
  readonly space: Space;
  /** The states that would hold, ascending. */
  readonly holding: readonly number[];
};

/**
 * Matches the outcomes of two cases by the ids of issues and levels, and compares which would hold.
 *
 * Let C be the issues that both cases have, except those that both hold fixed. An outcome of one case
 * belongs to the combination of its levels on C. A combination is possible in a case if some outcome
 * there belongs to it, and would hold if some such outcome would hold: an issue that one case has
 * alone is free. Shared are the combinations that are possible in both. An issue that one case fixes
 * leaves only the combinations with that level to share. Without issues in C there is one combination,
 * and it says whether anything would hold.
 *
 * Lists are ordered by the number of levels that differ from the second case's today (all alike where
 * it has none), then as that case numbers its states.
 *
 * Time and memory O(outcomes of both × issues).
 */
export function compareOutcomes(before: OutcomeSide, after: OutcomeSide): OutcomeComparison {
  const match = matching(before, after);
  const possibleBefore = new Uint8Array(match.combinationsBefore);
  const possibleAfter = new Uint8Array(match.combinationsAfter);
  const isShared = new Uint8Array(match.combinationsAfter);
  for (let state = 0; state < after.space.size; state += 1) possibleAfter[match.after(state)] = 1;
  for (let state = 0; state < before.space.size; state += 1) {
    possibleBefore[match.before(state)] = 1;
    const there = match.across(state);
    if (there !== -1 && possibleAfter[there] === 1) isShared[there] = 1;
  }
  const shared = total(isShared);

  /** The states of each shared combination, among those given. */
  const byCombination = (states: Iterable<number>, combination: (state: number) => number) => {
    const found = new Map<number, number[]>();
    for (const state of states) {
      const key = combination(state);
      if (key === -1 || isShared[key] !== 1) continue;
      const own = found.get(key);
      if (own) own.push(state);
      else found.set(key, [state]);
    }
    return found;
  };
  const holdBefore = byCombination(before.holding, match.across);
  const holdAfter = byCombination(after.holding, match.after);
  const now = [...holdAfter.keys()].filter((key) => !holdBefore.has(key));
  const noLonger = [...holdBefore.keys()].filter((key) => !holdAfter.has(key));
  // The states that are left are looked up only where something changed.
  const formsOf = (keys: readonly number[], side: OutcomeSide, of: (state: number) => number) => {
    const wanted = new Set(keys);
    const states: number[] = [];
    for (let state = 0; wanted.size > 0 && state < side.space.size; state += 1) {
      if (wanted.has(of(state))) states.push(state);
    }
    return byCombination(states, of);
  };
  const leftBefore = formsOf(now, before, match.across);
  const leftAfter = formsOf(noLonger, after, match.after);
  const outcome = (inBefore: readonly number[], inAfter: readonly number[]): SharedOutcome => {
    const state = nearestState(after.space, inAfter) as number;
    return {
      levels: match.levelsOf(state),
      before: nearestState(before.space, inBefore) as number,
      after: state,
    };
  };
  return {
    ...issuesApart(before.case, after.case),
    possible: { before: before.space.size, after: after.space.size },
    holding: { before: before.holding.length, after: after.holding.length },
    shared,
    possibleOnly: {
      before: total(possibleBefore) - shared,
      after: total(possibleAfter) - shared,
    },
    holdBoth: holdAfter.size - now.length,
    nowHold: nearestFirst(
      after.space,
      now.map((key) => outcome(leftBefore.get(key) ?? [], holdAfter.get(key) ?? [])),
    ),
    noLongerHold: nearestFirst(
      after.space,
      noLonger.map((key) => outcome(holdBefore.get(key) ?? [], leftAfter.get(key) ?? [])),
    ),
  };
}

/** Numbers of combinations: each side's own, and the second's number for a state of the first. */
type Matching = {
  readonly combinationsBefore: number;
  readonly combinationsAfter: number;
  readonly before: (state: number) => number;
  readonly after: (state: number) => number;
  /** −1 where the second case has no such level, or fixes another. */
  readonly across: (state: number) => number;
  readonly levelsOf: (state: number) => Readonly<Record<string, string>>;
};

function matching(before: OutcomeSide, after: OutcomeSide): Matching {
  const issues = after.case.issues.flatMap(({ id, levels }, there) => {
    const here = before.case.issues.findIndex((issue) => issue.id === id);
    const own = before.case.issues[here];
    const fixedHere = before.space.fixed[here];
    const fixedThere = after.space.fixed[there] as number;
    if (!own || fixedHere === undefined || (fixedHere !== -1 && fixedThere !== -1)) return [];
    const place = (level: number) => (fixedThere === -1 ? level : level === fixedThere ? 0 : -1);
    return [
      {
        id,
        here,
        there,
        radixHere: fixedHere === -1 ? own.levels.length : 1,
        radixThere: fixedThere === -1 ? levels.length : 1,
        placeHere: (level: number) => (fixedHere === -1 ? level : 0),
        placeThere: (level: number) => (fixedThere === -1 ? level : 0),
        across: own.levels.map((level) => {
          const same = levels.findIndex((one) => one.id === level.id);
          return same === -1 ? -1 : place(same);
        }),
      },
    ];
  });
  return {
    combinationsBefore: issues.reduce((product, { radixHere }) => product * radixHere, 1),
    combinationsAfter: issues.reduce((product, { radixThere }) => product * radixThere, 1),
    before: (state) =>
      issues.reduce(
        (key, { here, radixHere, placeHere }) =>
          key * radixHere + placeHere(levelAt(before.space, state, here)),
        0,
      ),
    after: (state) =>
      issues.reduce(
        (key, { there, radixThere, placeThere }) =>
          key * radixThere + placeThere(levelAt(after.space, state, there)),
        0,
      ),
    across: (state) => {
      let key = 0;
      for (const { here, radixThere, across } of issues) {
        const place = across[levelAt(before.space, state, here)] as number;
        if (place === -1) return -1;
        key = key * radixThere + place;
      }
      return key;
    },
    levelsOf: (state) => {
      const levels = levelsOf(after.space, state);
      return Object.fromEntries(
        issues.map(({ id, there }) => [
          id,
          after.case.issues[there]?.levels[levels[there] as number]?.id as string,
        ]),
      );
    },
  };
}

function issuesApart(before: Case, after: Case) {
  const only = (side: Case, other: Case) =>
    side.issues.map(({ id }) => id).filter((id) => !other.issues.some((issue) => issue.id === id));
  return { onlyBefore: only(before, after), onlyAfter: only(after, before) };
}

function nearestFirst(space: Space, list: readonly SharedOutcome[]): readonly SharedOutcome[] {
  const today = space.today === undefined || space.today === -1 ? undefined : space.today;
  const from = today === undefined ? undefined : levelsOf(space, today);
  return list
    .map((one) => ({
      one,
      far: from
        ? levelsOf(space, one.after).filter((level, issue) => level !== from[issue]).length
        : 0,
    }))
    .sort((a, b) => a.far - b.far || a.one.after - b.one.after)
    .map(({ one }) => one);
}

function total(marks: Uint8Array): number {
  let sum = 0;
  for (const mark of marks) sum += mark;
  return sum;
}
