import { type Model, payoffAt } from '../../core/model.js';
import { levelsOf } from '../../core/space.js';
import { bitsOfEveryIssue } from '../../core/sum-over-issues.js';

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
 * @param rests - where only ends are of interest from which things go on to one outcome, better for
 *   every member too: for each state that outcome, or −1 (`Rests.only`).
 *
 * Where outcomes count as one, or a party does not see some, moves are listed one by one instead.
 *
 * Time O(states × (parties + groups)).
 */
export function jointImprovementsFrom(
  model: Model,
  from: number,
  rests?: Int32Array,
): readonly JointImprovement[] {
  const { space, payoffs, groups } = model;
  if (groups.length === 0) return [];
  if (space.isCoalesced || space.case.parties.some(({ unaware }) => unaware.length > 0)) {
    return listedOneByOne(model, from, rests);
  }
  const levels = levelsOf(space, from);
  // Bit i: better for party i. There are at most twelve parties here.
  const better = new Uint16Array(model.states);
  payoffs.forEach((payoff, party) => {
    const here = payoff[from] as number;
    for (let state = 0; state < model.states; state += 1) {
      if ((payoff[state] as number) > here)
        better[state] = (better[state] as number) | (1 << party);
    }
  });
  // Better at the end and where things go on to; groups have two members or more.
  const ends: number[] = [];
  const gainers: number[] = [];
  for (let state = 0; state < model.states; state += 1) {
    let bits = better[state] as number;
    if ((bits & (bits - 1)) === 0) continue;
    if (rests) {
      const end = rests[state] as number;
      bits &= end === -1 ? 0 : (better[end] as number);
      if ((bits & (bits - 1)) === 0) continue;
    }
    ends.push(state);
    gainers.push(bits);
  }
  const { rights } = model.moves;
  const reaches = movesTo(
    model,
    levels,
    payoffs.map((_, party) => (issue) => rights.alone(party, issue, levels)),
  );
  const alone = ends.map((to) => reaches(space.numbers[to] as number));
  const found: JointImprovement[] = [];
  for (let first = 0; first < groups.length; first += mostBits) {
    const some = groups.slice(first, first + mostBits);
    const reachesTogether = movesTo(
      model,
      levels,
      some.map((group) => (issue) => rights.together(group, issue, levels)),
    );
    const together = ends.map((to) => reachesTogether(space.numbers[to] as number));
    some.forEach((group, at) => {
      const members = group.reduce((bits, party) => bits | (1 << party), 0);
      for (let place = 0; place < ends.length; place += 1) {
        if (((gainers[place] as number) & members) !== members) continue;
        if ((((together[place] as number) >>> at) & 1) === 0) continue;
        const isAlsoSingle = ((alone[place] as number) & members) !== 0;
        found.push({ group, to: ends[place] as number, isAlsoSingle });
      }
    });
  }
  return found;
}

/** Most movers whose reach is told at once: a bit each. */
const mostBits = 31;

/** For each outcome number a bit for each mover that may bring every issue that differs to its level. */
function movesTo(
  model: Model,
  levels: readonly number[],
  movers: readonly ((issue: number) => readonly number[])[],
): (number: number) => number {
  const targets = movers.map((options) => levels.map((_, issue) => options(issue)));
  return bitsOfEveryIssue(model.space, (issue, level) =>
    level === levels[issue]
      ? ~0
      : targets.reduce(
          (bits, own, mover) => (own[issue]?.includes(level) ? bits | (1 << mover) : bits),
          0,
        ),
  );
}

function listedOneByOne(
  model: Model,
  from: number,
  rests: Int32Array | undefined,
): readonly JointImprovement[] {
  const isBetter = (party: number, state: number) =>
    payoffAt(model, party, state) > payoffAt(model, party, from);
  const isOfInterest = (group: readonly number[], to: number) => {
    const end = rests?.[to];
    return end === undefined || (end !== -1 && group.every((party) => isBetter(party, end)));
  };
  return model.groups.flatMap((group) =>
    model.moves
      .together(group, from)
      .filter((to) => group.every((party) => isBetter(party, to)) && isOfInterest(group, to))
      .map((to) => ({
        group,
        to,
        isAlsoSingle: group.some((party) => model.moves.canMove(party, from, to)),
      })),
  );
}
