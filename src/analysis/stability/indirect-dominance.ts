import { groupsOf, type Model, payoffAt } from '../../core/model.js';

/** One move of a chain: the smallest group that can make it and gains by the chain's end. */
export type ChainStep = { readonly group: readonly number[]; readonly to: number };

/** Joint moves of groups, worked out once a group and state. */
export function groupMovesOf(model: Model): (group: number, state: number) => readonly number[] {
  const members = groupsByMask(model.parties);
  const known = new Map<number, readonly number[]>();
  return (mask, state) => {
    const key = mask * model.states + state;
    const found = known.get(key);
    if (found) return found;
    const ends = mask === 0 ? [] : model.moves.together(members[mask] ?? [], state);
    known.set(key, ends);
    return ends;
  };
}

function groupsByMask(parties: number): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** parties }, (_, mask) =>
    Array.from({ length: parties }, (__, party) => party).filter(
      (party) => Math.floor(mask / 2 ** party) % 2 === 1,
    ),
  );
}

/** The parties that rank `better` strictly above `state`, as a sum of powers of two. */
export function gainersOf(model: Model, state: number, better: number): number {
  let mask = 0;
  for (let party = 0; party < model.parties; party += 1) {
    if (payoffAt(model, party, better) > payoffAt(model, party, state)) mask += 2 ** party;
  }
  return mask;
}

/**
 * Whether outcome y indirectly dominates x, with a shortest chain.
 *
 * Formula: y ≫ x iff there are states x = x₀, x₁, …, x_m = y (m ≥ 1) and groups H₀, …, H_{m−1},
 * single parties included, such that H_k can bring x_k to x_{k+1} by one joint move and every
 * member of H_k has P_i(y) > P_i(x_k): each mover compares the *end* with where it moves, and may lose
 * on the way.
 *
 * Source: Harsanyi (1974), "An equilibrium-point interpretation of stable sets", Management Science
 * 20; Chwe (1994), "Farsighted coalitional stability", Journal of Economic Theory 63. Ties: a party
 * indifferent between x_k and y does not move at x_k. Since a larger group can do all that a smaller
 * one can, it is enough to let all who gain move together; the chain then names, for each move, the
 * smallest group that could make it, the first in case order.
 *
 * @param moves - of `groupMovesOf`.
 * @returns the moves of a chain, shortest, lowest states first; undefined when y does not dominate x.
 *
 * Time O(moves of groups) a pair.
 */
export function chainOfDominance(
  model: Model,
  moves: (group: number, state: number) => readonly number[],
  from: number,
  end: number,
): readonly ChainStep[] | undefined {
  const cameFrom = new Map<number, number>([[from, -1]]);
  for (const [state] of cameFrom) {
    for (const next of moves(gainersOf(model, state, end), state)) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, state);
      if (next === end) return chainTo(model, end, cameFrom);
    }
  }
  return undefined;
}

function chainTo(
  model: Model,
  end: number,
  cameFrom: ReadonlyMap<number, number>,
): readonly ChainStep[] {
  const steps: ChainStep[] = [];
  for (let to = end; ; ) {
    const from = cameFrom.get(to) as number;
    if (from === -1) return steps.reverse();
    const gainers = gainersOf(model, from, end);
    const group = groupsOf(model.parties, 1).find(
      (candidate) =>
        candidate.every((party) => Math.floor(gainers / 2 ** party) % 2 === 1) &&
        model.moves.together(candidate, from).includes(to),
    );
    if (!group) throw new RangeError('chainOfDominance: a move that no group can make');
    steps.push({ group, to });
    to = from;
  }
}

/**
 * Every outcome that indirectly dominates `from`, ascending, each with a shortest chain; empty when
 * none does. @returns undefined when stopped. Time O(states × moves of groups).
 */
export function dominating(
  model: Model,
  from: number,
  stopped: () => boolean = () => false,
): readonly { readonly state: number; readonly chain: readonly ChainStep[] }[] | undefined {
  const moves = groupMovesOf(model);
  const found: { state: number; chain: readonly ChainStep[] }[] = [];
  for (let state = 0; state < model.states; state += 1) {
    if (stopped()) return undefined;
    const chain = state === from ? undefined : chainOfDominance(model, moves, from, state);
    if (chain) found.push({ state, chain });
  }
  return found;
}
