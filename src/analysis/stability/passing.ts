import { type Model, payoffAt } from '../../core/model.js';
import type { Successors } from './evolution.js';
import type { JointImprovement } from './joint-improvements.js';

/** One link of a chain: a party alone, or a group signing together. */
export type ChainStep = { readonly group: readonly number[]; readonly to: number };

export type Chains = {
  /** Every state that the chains touch, the start first, in order of length. */
  readonly touched: readonly number[];
  /** A shortest chain to a touched state; empty for the start. */
  readonly chainTo: (state: number) => readonly ChainStep[];
  /** False when the search was cut at `mostStates`. */
  readonly isComplete: boolean;
};

/**
 * Everything that chains of single and joint moves touch.
 *
 * Formula: the closure of {start} under `alone` of every party and the joint improvements `together`
 * of every group. With improvements for `alone` this is the loose rule, by which nearly everything is
 * "reached": it is kept to show what it lets through. A link may be made by the
 * same party twice running.
 *
 * Ties: of several shortest chains, the one whose links come first in order of parties, single moves
 * before joint ones, groups by size, then by state.
 *
 * @param mostStates - most states that are looked at; the rest is not searched.
 *
 * Time O(states touched × (moves + joint moves)).
 */
export function chainsFrom(
  parties: number,
  alone: Successors,
  together: (state: number) => readonly JointImprovement[],
  start: number,
  mostStates: number,
  stopped: () => boolean = () => false,
): Chains {
  type Link = { readonly from: number; readonly group: readonly number[] };
  const cameFrom = new Map<number, Link | undefined>([[start, undefined]]);
  let looked = 0;
  for (const [state] of cameFrom) {
    if (looked === mostStates || stopped()) break;
    looked += 1;
    for (let party = 0; party < parties; party += 1) {
      for (const to of alone(party, state)) {
        if (!cameFrom.has(to)) cameFrom.set(to, { from: state, group: [party] });
      }
    }
    for (const { group, to } of together(state)) {
      if (!cameFrom.has(to)) cameFrom.set(to, { from: state, group });
    }
  }
  return {
    touched: [...cameFrom.keys()],
    isComplete: looked === cameFrom.size,
    chainTo: (state) => {
      const chain: ChainStep[] = [];
      let at = state;
      for (let link = cameFrom.get(at); link; link = cameFrom.get(at)) {
        chain.unshift({ group: link.group, to: at });
        at = link.from;
      }
      return chain;
    },
  };
}

/** Parties of a passing outcome that signed on the way and are worse off at the end of it. */
export type Losers = {
  /** Who signed: members of the joint moves of the chain. */
  readonly signers: readonly number[];
  /** Signers worse off than at the start. */
  readonly belowStart: readonly number[];
  /** For each end, signers worse off than at every outcome of that end. */
  readonly belowEnds: readonly (readonly number[])[];
};

/**
 * Which signers of a chain end below where they started, or below no deal.
 *
 * Formula: signer i is below an end E at x iff P_i(x) < P_i(e) for every e ∈ E: each end as a whole,
 * never ends put together. A circle counts by its worst outcome for the party. Our own
 * definition.
 */
export function losersOf(
  model: Model,
  chain: readonly ChainStep[],
  start: number,
  ends: readonly (readonly number[])[],
): Losers {
  const state = chain.at(-1)?.to ?? start;
  const joint = chain.filter(({ group }) => group.length > 1);
  const signers = [...new Set(joint.flatMap(({ group }) => group))].sort((a, b) => a - b);
  const isBelow = (party: number, other: number) =>
    payoffAt(model, party, state) < payoffAt(model, party, other);
  return {
    signers,
    belowStart: signers.filter((party) => isBelow(party, start)),
    belowEnds: ends.map((end) =>
      signers.filter((party) => end.every((other) => isBelow(party, other))),
    ),
  };
}
