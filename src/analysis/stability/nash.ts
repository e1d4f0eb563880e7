import type { Concept } from './concept.js';

/**
 * Nash stability (individual rationality, R).
 *
 * Formula: s is stable for i iff R⁺ᵢ(s) = ∅, that is, i has no improvement from s; no reply is
 * considered. Source: Nash (1950, 1951); in the graph model Kilgour, Hipel and Fang (1987). A move to
 * an equally ranked state is no improvement; a party that cannot move is stable. Time O(1) an
 * improvement; K is the payoff itself.
 */
export const nash: Concept = {
  id: 'nash',
  name: 'Nash',
  definition:
    'No single move of its own is better for the party, whatever the others would do next.',
  formula: 'R⁺ᵢ(s) = ∅',
  source: 'Nash (1950); Kilgour, Hipel and Fang (1987)',
  deterrence: (model) => (party) => ({
    least: model.payoffs[party] as Int32Array,
    isDeterred: () => false,
    reply: () => undefined,
  }),
};
