import type { Model } from '../../core/model.js';
import { arcsFrom } from '../../core/moves.js';
import { arcFlood, movesInto, reversed } from './arc-flood.js';
import { type Deterrence, lesserOf } from './concept.js';
import { closedSets } from './ends.js';
import { type Bounds, flood } from './flood.js';
import type { Steps } from './steps.js';

/** Where chains of steps end, from every state at once. */
export type Rests = {
  /** Every end there is: outcomes that nobody leaves, then circles, each ascending. */
  readonly ends: readonly (readonly number[])[];
  /**
   * For each state the one outcome in which steps from it end; −1 where they may end elsewhere too, or
   * in a circle.
   */
  readonly only: Int32Array;
};

/**
 * Where steps end, for the whole graph of steps.
 *
 * Formula: the ends are the equilibria and the circles. A reverse flood over steps from the ends in
 * some order gives each state the first end it leads to, one in the opposite order the last; where
 * both are one end, there is no other. Circles lie among the states that lead to no equilibrium, so
 * they are looked for there only. A step of i from x to t is a move with P_i(x) < min(K_i(t), P_i(t)),
 * which is a bound as in `flood`.
 *
 * @param isEquilibrium - 1 for each state that no party has a step from.
 *
 * Time of three floods, and O(moves) of the states that lead to no equilibrium.
 */
export function restsOf(
  model: Model,
  steps: Steps,
  byParty: readonly Deterrence[],
  isEquilibrium: Uint8Array,
): Rests {
  const spread = spreadBack(model, steps, byParty);
  const ends: (readonly number[])[] = [];
  isEquilibrium.forEach((one, state) => {
    if (one) ends.push([state]);
  });
  const labels = new Int32Array(model.states);
  const label = (inOrder: readonly (readonly number[])[]) => {
    for (const [at, end] of ends.entries()) for (const state of end) labels[state] = at;
    return spread(Int32Array.from(inOrder.flat()), labels);
  };
  let first = label(ends);
  const restless: number[] = [];
  first.forEach((end, state) => {
    if (end === -1) restless.push(state);
  });
  if (restless.length > 0) {
    ends.push(...closedSets(steps, restless));
    first = label(ends);
  }
  const last = label(ends.toReversed());
  const only = first.map((end, state) => {
    const [one, ...more] = ends[end] ?? [];
    return end === last[state] && one !== undefined && more.length === 0 ? one : -1;
  });
  return { ends, only };
}

/** A reverse flood over steps, by cells, by moves, or step by step where a concept has no K. */
function spreadBack(
  model: Model,
  steps: Steps,
  byParty: readonly Deterrence[],
): (sources: Int32Array, labels: Int32Array) => Int32Array {
  const everyone = model.payoffs.map((_, party) => party);
  const bounds = byParty.map(({ least }, party) =>
    least ? lesserOf(least, model.payoffs[party] as Int32Array) : undefined,
  );
  if (bounds.includes(undefined)) {
    const into = everyone.map((party) =>
      reversed(arcsFrom(model.states, (state) => steps.from(party, state))),
    );
    const any: Bounds = everyone.map(() => undefined);
    return (sources, labels) => arcFlood(model, into, everyone, any, sources, labels, false);
  }
  if (model.moves.rights.isTransitive) {
    return (sources, labels) => flood(model, everyone, bounds, sources, labels);
  }
  return (sources, labels) =>
    arcFlood(model, movesInto(model), everyone, bounds, sources, labels, false);
}
