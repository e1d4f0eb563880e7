import { type Model, payoffAt } from '../../core/model.js';

/** A joint move of a group that is strictly better for every member. */
export type JointImprovement = {
  readonly group: readonly number[];
  readonly to: number;
  /** A member could make the move by itself: then it is no side deal and no offer. */
  readonly isAlsoSingle: boolean;
};

/**
 * Every joint improvement from a state, of every group of two or more (none above 12 parties).
 *
 * Ties: a member that is indifferent is not better off, so the group has no improvement. Groups in
 * order of size and case order, ends ascending. Time O(2^parties × joint moves).
 */
export function jointImprovementsFrom(model: Model, from: number): readonly JointImprovement[] {
  return model.groups.flatMap((group) =>
    model.moves
      .together(group, from)
      .filter((to) =>
        group.every((party) => payoffAt(model, party, to) > payoffAt(model, party, from)),
      )
      .map((to) => ({
        group,
        to,
        isAlsoSingle: group.some((party) => model.moves.canMove(party, from, to)),
      })),
  );
}
