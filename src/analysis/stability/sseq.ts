import type { Concept } from './concept.js';
import { deterrenceByReplies } from './sequential.js';

/**
 * Symmetric sequential stability.
 *
 * Formula: as SMR with replies made of improvements. Source: Rêgo and Vieira (2017), "Symmetric
 * sequential stability in the graph model for conflict resolution with multiple decision makers",
 * Group Decision and Negotiation 26.
 */
export const sseq: Concept = {
  id: 'sseq',
  name: 'SSEQ',
  definition: 'As SEQ, and the party could not escape the reply by one further move of its own.',
  formula: '∀t ∈ R⁺ᵢ(s) ∃e ∈ R⁺_{N∖i}(t): Pᵢ(e) ≤ Pᵢ(s) and ∀c ∈ Rᵢ(e): Pᵢ(c) ≤ Pᵢ(s)',
  source: 'Rêgo and Vieira (2017)',
  deterrence: (model, control) => (party) =>
    deterrenceByReplies(model, party, 'improvements', 'after a counter-move', control),
};
