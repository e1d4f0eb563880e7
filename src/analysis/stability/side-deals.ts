import { type Model, payoffAt } from '../../core/model.js';
import { type JointImprovement, jointImprovementsFrom } from './joint-improvements.js';
import { reachedBy, type Steps } from './steps.js';

/**
 * Lasting side deals from a state.
 *
 * Formula: joint improvements that no member could make alone, after which no member has a step away,
 * and after which no sequence of steps of outsiders (none included) leaves a member no better off than
 * before the deal. Our own definition.
 */
export function lastingSideDealsFrom(
  model: Model,
  steps: Steps,
  from: number,
): readonly JointImprovement[] {
  const hasStep = (party: number, state: number) => steps.from(party, state).length > 0;
  return jointImprovementsFrom(model, from).filter((deal) => {
    if (deal.isAlsoSingle) return false;
    if (deal.group.some((party) => hasStep(party, deal.to))) return false;
    const outsiders = model.payoffs.flatMap((_, party) =>
      deal.group.includes(party) ? [] : [party],
    );
    return [...reachedBy(steps, outsiders, deal.to)].every((state) =>
      deal.group.every((party) => payoffAt(model, party, state) > payoffAt(model, party, from)),
    );
  });
}
