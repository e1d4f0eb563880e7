import { type Model, payoffAt } from '../../core/model.js';
import { levelsOf } from '../../core/space.js';

/** A smallest group that could bring an outcome about by one move, and which members would not sign. */
export type UnsignedGroup = {
  readonly group: readonly number[];
  /** Members that would be no better off there than where they sign. */
  readonly unwilling: readonly number[];
  /** Members whose red line is crossed there; a party alone signs nothing. */
  readonly crossing: readonly number[];
};

/**
 * Whether a group acting as one has one move from a state to another.
 *
 * Formula: the states differ, and on each issue on which they do, the level at `to` is one to which
 * the group may bring the issue from its level at `from`; where outcomes count as one, or a member
 * does not see some, it is looked for among the group's moves. Time O(issues × levels), else O(moves).
 */
export function canSign(model: Model, group: readonly number[], from: number, to: number): boolean {
  if (from === to) return false;
  const { space } = model;
  if (space.isCoalesced || space.case.parties.some(({ unaware }) => unaware.length > 0)) {
    return model.moves.together(group, from).includes(to);
  }
  const before = levelsOf(model.space, from);
  const after = levelsOf(model.space, to);
  return after.every(
    (level, issue) =>
      level === before[issue] || model.moves.rights.together(group, issue, before).includes(level),
  );
}

/**
 * Why an outcome is not on offer from a state: who would not sign.
 *
 * Formula: every group G, a single party included, that could move from `from` to `to` and contains no
 * smaller such group; with { i ∈ G : P_i(to) <= P_i(from) } and { i ∈ G : a red line of i is crossed
 * at `to` }. A group of two or more in which both sets are empty has `to` on offer if `to` would hold.
 * Larger groups are left out: they contain the same members, so they would not sign either. A party
 * that could go there alone signs nothing, so its red lines do not count. Our own definition.
 *
 * @returns the groups, smaller first, then in case order; empty when no group could bring the outcome
 *   about in one step, and above 12 parties, where groups are not listed.
 *
 * Time O(2^parties × issues).
 */
export function unsignedGroups(model: Model, from: number, to: number): readonly UnsignedGroup[] {
  const singles = Array.from({ length: model.parties }, (_, party) => [party]);
  const able: (readonly number[])[] = [];
  for (const group of [...singles, ...model.groups]) {
    const isSmallest = !able.some((smaller) => smaller.every((party) => group.includes(party)));
    if (!isSmallest) continue;
    const [first] = group;
    const isAble =
      group.length === 1 && first !== undefined
        ? model.moves.canMove(first, from, to)
        : canSign(model, group, from, to);
    if (isAble) able.push(group);
  }
  return able.map((group) => ({
    group,
    unwilling: group.filter((party) => payoffAt(model, party, to) <= payoffAt(model, party, from)),
    crossing: group.length > 1 ? group.filter((party) => model.hasRedLineCrossed(party, to)) : [],
  }));
}
