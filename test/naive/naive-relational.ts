import type { Case } from '../../src/core/case.js';
import { compileExpression } from '../../src/core/expression.js';
import { type NaiveModel, replyEnds } from './naive-engine.js';

/**
 * A second reading of what a party thinks of two outcomes, want by want: the sign of the first
 * difference (of `second` against `first`), and whether that difference is great or unknown.
 */
export function naiveOpinion(
  theCase: Case,
  party: number,
  first: readonly number[],
  second: readonly number[],
): { readonly sign: number; readonly isGreat: boolean; readonly isUnknown: boolean } {
  for (const group of theCase.preferences[party]?.[0]?.wants ?? []) {
    const met = (levels: readonly number[]) =>
      group.filter(({ want }) => compileExpression(want, theCase)(levels)).length;
    const sign = Math.sign(met(second) - met(first));
    if (sign === 0) continue;
    return {
      sign,
      isGreat: group.every(({ isStrong }) => isStrong),
      isUnknown: group.some(({ isUnknown }) => isUnknown),
    };
  }
  return { sign: 0, isGreat: false, isUnknown: false };
}

type Pair = (party: number, start: number, state: number) => boolean;

/** Stability with the quantifiers as they are written. */
export function naiveRelationalIsStable(
  model: NaiveModel,
  relations: { readonly tempts: Pair; readonly answers: Pair; readonly isBad: Pair },
  shape: string,
  party: number,
  start: number,
): boolean {
  const { canMove, states } = model;
  const own = (from: number) => states.flatMap((_, to) => (canMove(party, from, to) ? [to] : []));
  return own(start)
    .filter((to) => relations.tempts(party, start, to))
    .every((to) => {
      if (shape === 'nash') return false;
      const ends = replyEnds(model, party, to, (who, a, b) =>
        shape === 'seq' ? canMove(who, a, b) && relations.answers(who, a, b) : canMove(who, a, b),
      );
      return [...ends].some(
        (end) =>
          relations.isBad(party, start, end) &&
          (shape !== 'smr' || own(end).every((counter) => relations.isBad(party, start, counter))),
      );
    });
}
