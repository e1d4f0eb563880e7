import { isTrueAt } from './columns.js';
import type { Space } from './space.js';

/**
 * What a group sees as possible.
 *
 * Formula: a group sees the outcome x iff x satisfies none of the conditions under `unaware` of any of
 * its members. A move is made only between outcomes that all its makers see; payoffs, and the moves of
 * others, stay as they are.
 *
 * Source: a first-level hypergame (Bennett 1977) as gmcr-py has it: a decision maker has no move into
 * or out of a state that it does not perceive, and nothing else changes. That a joint move needs the
 * eyes of all its makers is ours.
 *
 * @returns for a group whether it sees the outcome with a number; undefined where it sees all.
 *
 * Time O(conditions) an outcome.
 */
export function awarenessOn(
  space: Space,
): (group: readonly number[]) => ((number: number) => boolean) | undefined {
  const unaware = space.case.parties.map((party) =>
    party.unaware.map(({ when }) => space.column(when)),
  );
  if (unaware.every((columns) => columns.length === 0)) return () => undefined;
  return (group) => {
    const columns = group.flatMap((party) => unaware[party] ?? []);
    if (columns.length === 0) return undefined;
    return (number) => !columns.some((column) => isTrueAt(column, number));
  };
}
