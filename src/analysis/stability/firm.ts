import { type Model, payoffAt } from '../../core/model.js';
import { type Arcs, filterArcs } from '../../core/moves.js';
import type { Concept } from './concept.js';
import { leastReplyValue } from './replies.js';
import { deterrenceByReplies, payoffThere } from './sequential.js';

/**
 * Improvements whose own maker would not be deterred from them.
 *
 * Formula: an improvement of j from x to y is firm iff K_j(y) > P_j(x), where K_j(y) is the least
 * payoff to j over y and all that the others' improvements lead to from y. One filter, not repeated:
 * repeating it is not monotone. Time O(parties × states × arcs).
 */
export function firmImprovements(model: Model): readonly Arcs[] {
  return model.improvements.map((improvements, party) => {
    const payoff = payoffThere(model, party);
    const least = new Float64Array(model.states).fill(Number.NaN);
    const leastFrom = (state: number) => {
      if (Number.isNaN(least[state])) {
        const reply = leastReplyValue(model, model.improvements, party, state, payoff);
        least[state] = Math.min(payoff(state), reply);
      }
      return least[state] as number;
    };
    return filterArcs(improvements, (from, to) => leastFrom(to) > payoffAt(model, party, from));
  });
}

/**
 * Firm stability: Détente's own headline concept, not from the literature.
 *
 * Formula: as SEQ with replies made of firm improvements: a step of a reply counts only if its own
 * maker would not be deterred from it. Nash ⊆ firm ⊆ SEQ for every party. Reason: in matching pennies
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
  deterrence: (model) => {
    const replies = firmImprovements(model);
    return (party) => deterrenceByReplies(model, party, replies, payoffThere(model, party));
  },
};
