import type { ConceptId } from '../../src/analysis/stability/concept.js';
import { conceptOf } from '../../src/analysis/stability/concepts.js';
import type { Steps } from '../../src/analysis/stability/steps.js';
import { type Verdicts, verdictsOf } from '../../src/analysis/stability/verdicts.js';
import type { Model } from '../../src/core/model.js';
import { type Arcs, targetsOf } from '../../src/core/moves.js';

/** Steps given as a table of arcs per party. */
export function stepsAlong(arcs: readonly Arcs[]): Steps {
  return {
    parties: arcs.length,
    states: (arcs[0]?.offsets.length ?? 1) - 1,
    from: (party, state) => [...targetsOf(arcs[party] as Arcs, state)],
  };
}

/** For each party and state, where its steps lead. */
export function stepRows(steps: Steps): number[][][] {
  return Array.from({ length: steps.parties }, (_, party) =>
    Array.from({ length: steps.states }, (__, state) => [...steps.from(party, state)]),
  );
}

/** The verdicts of a concept, to the end. */
export function verdicts(model: Model, id: ConceptId = 'firm'): Verdicts {
  const found = verdictsOf(model, conceptOf(id));
  if (!found) throw new Error('nobody stopped the work');
  return found;
}
