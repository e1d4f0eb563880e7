import { type Model, payoffAt } from '../../core/model.js';

/** One move of a reply: who makes it and the state it leads to. */
export type ReplyStep = { readonly party: number; readonly to: number };

/**
 * Visits every state in which a reply of the other parties can end.
 *
 * A reply to a move of `mover` is a legal sequence of at least one move of the other parties in which
 * no party moves twice in a row (another may move in between, then the first again). The search runs
 * over nodes (state, last mover), so the rule holds by construction whether or not moves are
 * transitive.
 *
 * Source: legal sequences, Fang, Hipel and Kilgour (1993), *Interactive Decision Making*.
 *
 * @param movesOf - the moves that a party may use in a reply from a state.
 * @param visit - called once per node in order of length; return true to stop at it. Among moves of
 *   one party from one state those that are better for that party come first, then the lower state,
 *   so that the reply found is one that its maker would rather choose.
 * @returns the moves of the reply at which `visit` stopped, shortest first found; else undefined.
 *
 * Time O(parties × moves of the states visited), memory O(nodes visited).
 */
export function searchReplies(
  model: Model,
  movesOf: (party: number, state: number) => readonly number[],
  mover: number,
  start: number,
  visit: (end: number) => boolean,
): readonly ReplyStep[] | undefined {
  const { parties, states } = model;
  // Node = last mover · states + state; the start has no last mover. Each node keeps the one before.
  const startNode = parties * states + start;
  const cameFrom = new Map<number, number>([[startNode, -1]]);
  for (const node of cameFrom.keys()) {
    const last = Math.floor(node / states);
    const state = node % states;
    for (let party = 0; party < parties; party += 1) {
      if (party === mover || party === last) continue;
      const ends = movesOf(party, state).toSorted(
        (a, b) => payoffAt(model, party, b) - payoffAt(model, party, a) || a - b,
      );
      for (const end of ends) {
        const next = party * states + end;
        if (cameFrom.has(next)) continue;
        cameFrom.set(next, node);
        if (visit(end)) return pathTo(next, startNode, states, cameFrom);
      }
    }
  }
  return undefined;
}

function pathTo(
  node: number,
  startNode: number,
  states: number,
  cameFrom: ReadonlyMap<number, number>,
): readonly ReplyStep[] {
  const steps: ReplyStep[] = [];
  for (let at = node; at !== startNode; at = cameFrom.get(at) as number) {
    steps.push({ party: Math.floor(at / states), to: at % states });
  }
  return steps.reverse();
}
