import { type Model, payoffAt } from '../../core/model.js';
import { levelsOf } from '../../core/space.js';
import { sumOverIssues } from '../../core/sum-over-issues.js';

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
 * Formula: t such that P_i(t) > P_i(s) for every member i, and on each issue the level at t is the one
 * at s or one that the group, with every right it holds together, can bring about from s.
 *
 * Ties: a member that is indifferent is not better off, so the group has no improvement. Groups in
 * order of size and case order, ends ascending.
 *
 * @param among - whether an end is of interest; asked before anything else.
 *
 * Where outcomes count as one, or a party does not see some, moves are listed one by one instead.
 *
 * Time O(states × (parties + groups)).
 */
export function jointImprovementsFrom(
  model: Model,
  from: number,
  among: (to: number) => boolean = () => true,
): readonly JointImprovement[] {
  const { space, payoffs, groups } = model;
  if (groups.length === 0) return [];
  if (space.isCoalesced || space.case.parties.some(({ unaware }) => unaware.length > 0)) {
    return listedOneByOne(model, from, among);
  }
  const levels = levelsOf(space, from);
  /** Whether a move from here to an outcome number changes only what it may. */
  const allows = (options: (issue: number) => readonly number[]) => {
    const targets = levels.map((_, issue) => options(issue));
    const forbidden = sumOverIssues(space, (issue, level) =>
      level === levels[issue] || targets[issue]?.includes(level) ? 0 : 1,
    );
    return (number: number) => forbidden(number) === 0;
  };
  // Bit i: better for party i. There are at most twelve parties here.
  const better = new Uint16Array(model.states);
  payoffs.forEach((payoff, party) => {
    const here = payoff[from] as number;
    for (let state = 0; state < model.states; state += 1) {
      if ((payoff[state] as number) > here)
        better[state] = (better[state] as number) | (1 << party);
    }
  });
  for (let state = 0; state < model.states; state += 1) {
    if (better[state] !== 0 && !among(state)) better[state] = 0;
  }
  const alone = payoffs.map((_, party) =>
    allows((issue) => model.moves.rights.alone(party, issue, levels)),
  );
  return groups.flatMap((group) => {
    const members = group.reduce((bits, party) => bits | (1 << party), 0);
    const reaches = allows((issue) => model.moves.rights.together(group, issue, levels));
    const found: JointImprovement[] = [];
    for (let to = 0; to < model.states; to += 1) {
      if (((better[to] as number) & members) !== members) continue;
      const number = space.numbers[to] as number;
      if (!reaches(number)) continue;
      found.push({ group, to, isAlsoSingle: group.some((party) => alone[party]?.(number)) });
    }
    return found;
  });
}

function listedOneByOne(
  model: Model,
  from: number,
  among: (to: number) => boolean,
): readonly JointImprovement[] {
  return model.groups.flatMap((group) =>
    model.moves
      .together(group, from)
      .filter(
        (to) =>
          among(to) &&
          group.every((party) => payoffAt(model, party, to) > payoffAt(model, party, from)),
      )
      .map((to) => ({
        group,
        to,
        isAlsoSingle: group.some((party) => model.moves.canMove(party, from, to)),
      })),
  );
}
