import type { ConceptId, Deterrence } from '../analysis/stability/concept.js';
import { conceptOf } from '../analysis/stability/concepts.js';
import { improvementsFrom, type Model, payoffAt } from '../core/model.js';

/** Verdicts on the outcomes of one model under one concept, worked out as they are asked for. */
export type Judge = {
  readonly model: Model;
  readonly deterrence: (party: number) => Deterrence;
  readonly wouldHold: (state: number) => boolean;
  /** The first party in case order that would leave, by its best improvement that nothing deters. */
  readonly wayOut: (state: number) => { readonly party: number; readonly to: number } | undefined;
};

/**
 * Judges single outcomes of a model.
 *
 * An outcome would hold iff it is stable for every party: each of its improvements is deterred. What
 * deters is worked out once for each party. Time a state: O(improvements × reply search).
 */
export function judgeOf(model: Model, concept: ConceptId): Judge {
  const deterrenceOf = conceptOf(concept).deterrence(model);
  const known: Deterrence[] = [];
  const deterrence = (party: number) => {
    const found = known[party] ?? deterrenceOf(party);
    known[party] = found;
    return found;
  };
  const waysOut = (state: number, party: number) =>
    improvementsFrom(model, party, state).filter((to) => !deterrence(party).isDeterred(state, to));
  return {
    model,
    deterrence,
    wouldHold: (state) => {
      for (let party = 0; party < model.parties; party += 1) {
        const { isDeterred } = deterrence(party);
        for (const to of improvementsFrom(model, party, state)) {
          if (!isDeterred(state, to)) return false;
        }
      }
      return true;
    },
    wayOut: (state) => {
      for (let party = 0; party < model.parties; party += 1) {
        const [first, ...others] = waysOut(state, party);
        if (first === undefined) continue;
        const to = others.reduce(
          (best, one) => (payoffAt(model, party, one) > payoffAt(model, party, best) ? one : best),
          first,
        );
        return { party, to };
      }
      return undefined;
    },
  };
}
