import type { Model } from '../../core/model.js';
import { type Arcs, filterArcs, targetsOf } from '../../core/moves.js';
import type { Deterrence } from './concept.js';

/**
 * Steps: for each party the improvements that nothing deters under a concept.
 *
 * Under the headline concept these are the improvements after which no sequence of firm replies ends
 * no better for the mover. A state from which no party has a step is an equilibrium of the concept.
 */
export function stepsOf(model: Model, deterrence: (party: number) => Deterrence): readonly Arcs[] {
  return model.improvements.map((improvements, party) => {
    const { isDeterred } = deterrence(party);
    return filterArcs(improvements, (from, to) => !isDeterred(from, to));
  });
}

/** Every state that sequences of arcs of the given parties lead to, the start included. */
export function reachedBy(
  arcs: readonly Arcs[],
  parties: readonly number[],
  start: number,
): ReadonlySet<number> {
  const reached = new Set([start]);
  for (const state of reached) {
    for (const party of parties) {
      for (const target of targetsOf(arcs[party] as Arcs, state)) reached.add(target);
    }
  }
  return reached;
}

/**
 * A shortest chain of arcs from `start` to any of the states `ends`, ties by case order of parties,
 * then by state; empty when the start is one of them or none can be reached.
 */
export function shortestSteps(
  arcs: readonly Arcs[],
  start: number,
  ends: readonly number[],
): readonly { readonly party: number; readonly to: number }[] {
  const cameFrom = new Map<number, { party: number; from: number } | undefined>([
    [start, undefined],
  ]);
  for (const [state] of cameFrom) {
    if (ends.includes(state)) {
      const path: { party: number; to: number }[] = [];
      let at = state;
      for (let step = cameFrom.get(at); step; step = cameFrom.get(at)) {
        path.unshift({ party: step.party, to: at });
        at = step.from;
      }
      return path;
    }
    arcs.forEach((own, party) => {
      for (const target of targetsOf(own, state)) {
        if (!cameFrom.has(target)) cameFrom.set(target, { party, from: state });
      }
    });
  }
  return [];
}
