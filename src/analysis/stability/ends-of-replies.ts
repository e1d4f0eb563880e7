import type { Model } from '../../core/model.js';

/** Moves of a party from a state that may be part of a reply. */
export type ReplyMoves = (party: number, state: number) => readonly number[];

/**
 * Every state in which a reply of the other parties can end: legal sequences of at least one of their
 * moves, no party twice in a row (Fang, Hipel and Kilgour 1993).
 *
 * @param mover - who replies are made to, and makes none.
 * @param most - nodes (state, last mover) looked at before the search is given up.
 * @returns the ends; empty when nobody can reply; undefined when the search was given up.
 *
 * Time O(parties × moves from the states reached).
 */
export function endsOfReplies(
  model: Model,
  mover: number,
  start: number,
  movesOf: ReplyMoves,
  most = Number.POSITIVE_INFINITY,
): ReadonlySet<number> | undefined {
  const { parties, states } = model;
  const nobody = parties;
  const nodes = new Set([nobody * states + start]);
  const ends = new Set<number>();
  for (const node of nodes) {
    if (nodes.size > most) return undefined;
    const last = Math.floor(node / states);
    const state = node % states;
    for (let party = 0; party < parties; party += 1) {
      if (party === mover || party === last) continue;
      for (const end of movesOf(party, state)) {
        ends.add(end);
        nodes.add(party * states + end);
      }
    }
  }
  return ends;
}
