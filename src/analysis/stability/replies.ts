import { type Model, payoffAt } from '../../core/model.js';
import { type Arcs, targetsOf } from '../../core/moves.js';

/** One move of a reply: who makes it and the state it leads to. */
export type ReplyStep = { readonly party: number; readonly to: number };

/**
 * Visits every state in which a reply of the other parties can end.
 *
 * A reply to a move of `mover` is a legal sequence of at least one move of the other parties, taken
 * from `arcs`, in which no party moves twice in a row (another may move in between, then the first
 * again). The search runs over nodes (state, last mover), so the rule holds by construction whether
 * or not moves are transitive.
 *
 * Source: legal sequences, Fang, Hipel and Kilgour (1993), *Interactive Decision Making*.
 *
 * @param arcs - for each party the moves that it may use in a reply.
 * @param visit - called once per node in order of length; return true to stop at it.
 * @param preference - `own best first` tries, among moves of one party from one state, those that are
 *   better for that party first, so that the reply found is one that its maker would rather choose.
 * @returns the moves of the reply at which `visit` stopped, shortest first found; else undefined.
 *
 * Time O(parties × arcs), memory O(parties × states).
 */
export function searchReplies(
  model: Model,
  arcs: readonly Arcs[],
  mover: number,
  start: number,
  visit: (end: number) => boolean,
  preference: 'any order' | 'own best first' = 'any order',
): readonly ReplyStep[] | undefined {
  const { parties, states } = model;
  const movesOf = (party: number, state: number) => {
    const targets = targetsOf(arcs[party] as Arcs, state);
    if (preference === 'any order') return targets;
    return targets.toSorted(
      (a, b) => payoffAt(model, party, b) - payoffAt(model, party, a) || a - b,
    );
  };
  // Node = last mover · states + state; the start has no last mover.
  const startNode = parties * states + start;
  const cameFrom = new Int32Array(parties * states).fill(-1);
  const queue = [startNode];
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at] as number;
    const last = Math.floor(node / states);
    const state = node % states;
    for (let party = 0; party < parties; party += 1) {
      if (party === mover || party === last) continue;
      for (const end of movesOf(party, state)) {
        const next = party * states + end;
        if (cameFrom[next] !== -1) continue;
        cameFrom[next] = node;
        if (visit(end)) return pathTo(next, startNode, states, cameFrom);
        queue.push(next);
      }
    }
  }
  return undefined;
}

function pathTo(
  node: number,
  startNode: number,
  states: number,
  cameFrom: Int32Array,
): readonly ReplyStep[] {
  const steps: ReplyStep[] = [];
  for (let at = node; at !== startNode; at = cameFrom[at] as number) {
    steps.push({ party: Math.floor(at / states), to: at % states });
  }
  return steps.reverse();
}

/** Least value over all ends of replies to `mover` from `start`; Infinity when nobody can reply. */
export function leastReplyValue(
  model: Model,
  arcs: readonly Arcs[],
  mover: number,
  start: number,
  value: (state: number) => number,
): number {
  let least = Number.POSITIVE_INFINITY;
  searchReplies(model, arcs, mover, start, (end) => {
    least = Math.min(least, value(end));
    return false;
  });
  return least;
}
