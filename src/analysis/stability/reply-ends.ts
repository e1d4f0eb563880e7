import type { Arcs } from '../../core/moves.js';

/** What is still to be tried from a state: all others but `except`, or `only` one of them. */
type Task = { readonly state: number; readonly except: number; readonly only: number };

const nobody = -1;
const unseen = -2;
const settled = -3;

/**
 * Where replies to a mover can end: every state, from any start, that a legal sequence of at least one
 * move of the others leads to. No party moves twice in a row.
 *
 * A state reached by one last mover lets all others move on; reached by a second one, it lets the
 * first move on too, and then there is nothing more to try. So each move is followed at most once,
 * and the paths themselves, for which `searchReplies` is there, are not kept.
 *
 * Source: legal sequences, Fang, Hipel and Kilgour (1993).
 *
 * @param arcs - for each party the moves that it may use in a reply.
 * @returns a function from the start to the ends, in order of discovery; the start is among them only
 *   if a reply leads back to it.
 *
 * Time O(moves) a start, memory O(states).
 */
export function replyEnds(
  arcs: readonly Arcs[],
  states: number,
  mover: number,
): (start: number) => readonly number[] {
  // For each state who moved last when it was reached first; `settled` once two have, or at the start.
  const last = new Int32Array(states).fill(unseen);
  const isEnd = new Uint8Array(states);
  return (start) => {
    const ends: number[] = [];
    const touched = [start];
    const tasks: Task[] = [{ state: start, except: nobody, only: nobody }];
    last[start] = settled;
    for (let task = tasks.pop(); task; task = tasks.pop()) {
      const { state, except, only } = task;
      for (let party = 0; party < arcs.length; party += 1) {
        if (party === mover || party === except) continue;
        if (only !== nobody && party !== only) continue;
        const { offsets, targets } = arcs[party] as Arcs;
        for (let at = offsets[state] as number; at < (offsets[state + 1] as number); at += 1) {
          const end = targets[at] as number;
          if (isEnd[end] === 0) {
            isEnd[end] = 1;
            ends.push(end);
          }
          const before = last[end] as number;
          if (before === unseen) {
            last[end] = party;
            touched.push(end);
            tasks.push({ state: end, except: party, only: nobody });
          } else if (before !== settled && before !== party) {
            last[end] = settled;
            tasks.push({ state: end, except: nobody, only: before });
          }
        }
      }
    }
    for (const state of touched) last[state] = unseen;
    for (const end of ends) isEnd[end] = 0;
    return ends;
  };
}
