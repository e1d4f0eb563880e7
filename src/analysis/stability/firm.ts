import type { Concept } from './concept.js';
import { deterrenceByReplies } from './sequential.js';

/**
 * Firm stability: Détente's own headline concept, not from the literature.
 *
 * Formula: as SEQ with replies made of firm improvements: a step of a reply counts only if its own
 * maker would not be deterred from it. An improvement of j from x to y is firm iff K_j(y) > P_j(x),
 * where K_j(y) is the least payoff to j over y and all that the others' improvements lead to from y
 * (the K of SEQ). One filter, not repeated: repeating it is not monotone. Nash ⊆ firm ⊆ SEQ for every party. Reason: in matching pennies
 * SEQ holds all four states and firm none; SEQ can rest on a reply that nobody would make.
 */
export const firm: Concept = {
  id: 'firm',
  name: 'firm',
  definition:
    'Every improvement could be answered by moves of the others that leave the party no better off than at the start, each of them better for its maker and one its maker would not be deterred from in turn.',
  formula:
    '∀t ∈ R⁺ᵢ(s) ∃e ∈ F_{N∖i}(t): Pᵢ(e) ≤ Pᵢ(s), where F uses improvements x → y of j with Kⱼ(y) > Pⱼ(x)',
  source: 'our own definition',
  deterrence: (model, control) => (party) =>
    deterrenceByReplies(model, party, 'firm improvements', 'there', control),
};
