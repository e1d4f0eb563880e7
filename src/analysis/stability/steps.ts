import { improvementsFrom, type Model } from '../../core/model.js';
import type { Deterrence } from './concept.js';

/**
 * Steps: the improvements that nothing deters under a concept.
 *
 * Under the headline concept these are the improvements after which no sequence of firm replies ends
 * no better for the mover. A state from which no party has a step is an equilibrium of the concept.
 */
export type Steps = {
  readonly parties: number;
  readonly states: number;
  /** Where a party's steps lead from a state, ascending. */
  readonly from: (party: number, state: number) => readonly number[];
};

/** One step of a chain: who makes it and where it leads. */
export type Step = { readonly party: number; readonly to: number };

/** The steps of every party under what deters it. Time O(moves) a state asked about. */
export function stepsOf(model: Model, deterrence: (party: number) => Deterrence): Steps {
  const byParty = model.payoffs.map((_, party) => deterrence(party));
  return {
    parties: model.parties,
    states: model.states,
    from: (party, state) =>
      improvementsFrom(model, party, state).filter(
        (to) => !(byParty[party] as Deterrence).isDeterred(state, to),
      ),
  };
}

/** Every state that sequences of steps of the given parties lead to, the start included. */
export function reachedBy(
  steps: Steps,
  parties: readonly number[],
  start: number,
): ReadonlySet<number> {
  const reached = new Set([start]);
  for (const state of reached) {
    for (const party of parties) {
      for (const target of steps.from(party, state)) reached.add(target);
    }
  }
  return reached;
}

/**
 * A shortest chain of steps from `start` to any of the states `ends`, ties by case order of parties,
 * then by state; empty when the start is one of them or none can be reached.
 */
export function shortestSteps(
  steps: Steps,
  start: number,
  ends: readonly number[],
): readonly Step[] {
  const wanted = new Set(ends);
  const cameFrom = new Map<number, { party: number; from: number } | undefined>([
    [start, undefined],
  ]);
  for (const state of cameFrom.keys()) {
    if (wanted.has(state)) {
      const path: Step[] = [];
      let at = state;
      for (let step = cameFrom.get(at); step; step = cameFrom.get(at)) {
        path.push({ party: step.party, to: at });
        at = step.from;
      }
      return path.reverse();
    }
    for (let party = 0; party < steps.parties; party += 1) {
      for (const target of steps.from(party, state)) {
        if (!cameFrom.has(target)) cameFrom.set(target, { party, from: state });
      }
    }
  }
  return [];
}
