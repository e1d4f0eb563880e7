import type { Concept } from './concept.js';
import { deterrenceByReplies } from './sequential.js';

/**
 * General metarationality.
 *
 * Formula: s is GMR for i iff for every t ∈ R⁺ᵢ(s) some e ∈ R_{N∖i}(t) has P_i(e) <= P_i(s), where
 * R_{N∖i}(t) are the ends of legal sequences of moves of the others, whether or not a move helps its
 * maker. Source: Howard (1971), *Paradoxes of Rationality*; Fraser and Hipel (1979, 1984); graph model
 * Kilgour, Hipel and Fang (1987). Replies deter weakly (no better, not strictly worse).
 *
 * Time O(parties × states) where rights are transitive.
 */
export const gmr: Concept = {
  id: 'gmr',
  name: 'GMR',
  definition:
    'Every improvement could be answered by moves of the others, even moves that hurt them, that leave the party no better off than at the start.',
  formula: '∀t ∈ R⁺ᵢ(s) ∃e ∈ R_{N∖i}(t): Pᵢ(e) ≤ Pᵢ(s)',
  source: 'Howard (1971); Fraser and Hipel (1984)',
  deterrence: (model, control) => (party) =>
    deterrenceByReplies(model, party, 'moves', 'there', control),
};
