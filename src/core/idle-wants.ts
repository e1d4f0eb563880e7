import type { Reading, Want } from './case.js';
import { rankByWants } from './payoffs.js';
import { type Space, truthTable } from './space.js';

/** A want that changes no comparison, and why. */
export type IdleWant = {
  readonly want: Want;
  readonly why: 'always met' | 'never met' | 'settled before';
};

/**
 * The wants of a reading that never act, in the order of the file.
 *
 * A want never acts if every state meets it, if none does, or if it stands alone at its place and the
 * wants before it already tell apart whatever it could: the states have as many distinct ranks after
 * it as before it (an unknown want is in no order and is left out of this). Of an inner list only wants met always or never are found. Our own definition.
 *
 * Time O(states × wants).
 */
export function idleWants(space: Space, reading: Reading): readonly IdleWant[] {
  const groups = reading.wants ?? [];
  const { distinctAfter } = rankByWants(space, groups);
  return groups.flatMap((group, at) => {
    const before = at === 0 ? 1 : distinctAfter[at - 1];
    const isSettled = group.length === 1 && distinctAfter[at] === before;
    return group.flatMap((want): readonly IdleWant[] => {
      const column = truthTable(space, want.want);
      if (column.every((met) => met === 1)) return [{ want, why: 'always met' }];
      if (column.every((met) => met === 0)) return [{ want, why: 'never met' }];
      return isSettled && !want.isUnknown ? [{ want, why: 'settled before' }] : [];
    });
  });
}
