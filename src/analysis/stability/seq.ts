import type { Concept } from './concept.js';
import { deterrenceByReplies } from './sequential.js';

/**
 * Sequential stability.
 *
 * Formula: as GMR with replies made of improvements: for every t ∈ R⁺ᵢ(s) some e ∈ R⁺_{N∖i}(t) has
 * P_i(e) <= P_i(s), where each move of the sequence is better for its maker than where that move
 * starts. Source: Fraser and Hipel (1979, 1984); graph model Kilgour, Hipel and Fang (1987).
 */
export const seq: Concept = {
  id: 'seq',
  name: 'SEQ',
  definition:
    'Every improvement could be answered by moves of the others, each better for its maker, that leave the party no better off than at the start.',
  formula: '∀t ∈ R⁺ᵢ(s) ∃e ∈ R⁺_{N∖i}(t): Pᵢ(e) ≤ Pᵢ(s)',
  source: 'Fraser and Hipel (1979, 1984)',
  deterrence: (model, control) => (party) =>
    deterrenceByReplies(model, party, 'improvements', 'there', control),
};
