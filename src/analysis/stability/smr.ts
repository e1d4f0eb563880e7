import type { Concept } from './concept.js';
import { deterrenceByReplies } from './sequential.js';

/**
 * Symmetric metarationality.
 *
 * Formula: as GMR, and moreover P_i(c) <= P_i(s) for every c ∈ R_i(e): the party has no counter-move
 * out of the reply. Source: Howard (1971); Fraser and Hipel (1984); graph model Kilgour, Hipel and
 * Fang (1987). One counter-move is considered, as in the source.
 */
export const smr: Concept = {
  id: 'smr',
  name: 'SMR',
  definition: 'As GMR, and the party could not escape the reply by one further move of its own.',
  formula: '∀t ∈ R⁺ᵢ(s) ∃e ∈ R_{N∖i}(t): Pᵢ(e) ≤ Pᵢ(s) and ∀c ∈ Rᵢ(e): Pᵢ(c) ≤ Pᵢ(s)',
  source: 'Howard (1971); Fraser and Hipel (1984)',
  deterrence: (model, control) => (party) =>
    deterrenceByReplies(model, party, 'moves', 'after a counter-move', control),
};
