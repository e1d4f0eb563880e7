import type { Model } from '../../core/model.js';
import { type Arcs, targetsOf } from '../../core/moves.js';
import type { Bounds } from './flood.js';

/**
 * Labels the states that lead to given states, by a reverse flood over single moves.
 *
 * The same answer as `flood`, for rights of any kind: it keeps, for each state and party, whether a
 * sequence that this party begins there has been found, so that no party moves twice in a row.
 *
 * @param into - for each party the states from which one move of it leads to each state.
 * @param alternates - whether a party may not move twice in a row (replies); false for plain chains
 *   (steps).
 * @returns for each state its label, −1 where it leads to no source.
 *
 * Time O(parties × states + moves), memory 4 bytes a move and a byte a state and party.
 */
export function arcFlood(
  model: Model,
  into: readonly Arcs[],
  parties: readonly number[],
  bounds: Bounds,
  sources: Int32Array,
  labels: Int32Array,
  alternates: boolean,
): Int32Array {
  const { states } = model;
  const label = new Int32Array(states).fill(-1);
  // Node party · states + state: `begun` when a sequence that the party begins at the state leads on;
  // `asked` when the party's moves into the state have been followed back.
  const begun = new Uint8Array(model.parties * states);
  const asked = new Uint8Array(model.parties * states);
  const queue: number[] = [];
  const followBack = (party: number, state: number, own: number) => {
    const node = party * states + state;
    if (asked[node]) return;
    asked[node] = 1;
    const bound = bounds[party]?.[state];
    const payoff = model.payoffs[party] as Int32Array;
    for (const from of targetsOf(into[party] as Arcs, state)) {
      if (bound !== undefined && (payoff[from] as number) >= bound) continue;
      const start = party * states + from;
      if (begun[start]) continue;
      begun[start] = 1;
      if (label[from] === -1) label[from] = own;
      queue.push(start);
    }
  };
  for (let at = 0; at < sources.length; at += 1) {
    const source = sources[at] as number;
    const own = labels[source] as number;
    if (label[source] === -1) label[source] = own;
    for (const party of parties) followBack(party, source, own);
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      const first = Math.floor(node / states);
      for (const party of parties) {
        if (!alternates || party !== first) followBack(party, node % states, own);
      }
    }
  }
  return label;
}

/** For each party the states from which one move of it leads to each state. Kept with the model. */
export function movesInto(model: Model): readonly Arcs[] {
  return model.share('moves into', [], () => model.moves.alone.map((arcs) => reversed(arcs)));
}

/** Every arc turned round. Time and memory O(states + arcs). */
export function reversed(arcs: Arcs): Arcs {
  const states = arcs.offsets.length - 1;
  const offsets = new Int32Array(states + 1);
  for (const target of arcs.targets) offsets[target + 1] = (offsets[target + 1] as number) + 1;
  for (let state = 0; state < states; state += 1) {
    offsets[state + 1] = (offsets[state + 1] as number) + (offsets[state] as number);
  }
  const next = offsets.slice();
  const targets = new Int32Array(arcs.targets.length);
  for (let state = 0; state < states; state += 1) {
    for (const target of targetsOf(arcs, state)) {
      targets[next[target] as number] = state;
      next[target] = (next[target] as number) + 1;
    }
  }
  return { offsets, targets };
}
