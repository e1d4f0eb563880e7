import { improvementsFrom, type Model } from '../../core/model.js';

/**
 * How many combinations of improvements at one moment SIM may have to try, at most.
 *
 * Formula: Σ over states and parties i of |R⁺ᵢ(s)| · Π over j ≠ i of (1 + |R⁺ⱼ(s)|).
 *
 * @param enough - counting stops once this is passed.
 *
 * Time O(moves), less when it stops early.
 */
export function combinationsAtOnce(model: Model, enough: number): number {
  let total = 0;
  for (let state = 0; state < model.states && total <= enough; state += 1) {
    const counts = model.payoffs.map((_, party) => improvementsFrom(model, party, state).length);
    const all = counts.reduce((product, count) => product * (1 + count), 1);
    for (const count of counts) total += (count * all) / (1 + count);
  }
  return total;
}
