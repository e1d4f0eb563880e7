import type { Model } from '../../core/model.js';
import { isNoWorse, type NoDeal } from './no-deal.js';

/**
 * Whether a party would itself consent to single states, against one no deal: `acceptanceOf` for a few.
 *
 * Formula: it is at least its no deal there and no red line of its own is crossed. A party whose no
 * deal is unknown is held back by its red lines alone.
 */
export function consentAt(model: Model, noDeal: NoDeal): (party: number, state: number) => boolean {
  return (party, state) => {
    const known = noDeal.parties[party];
    if (known === undefined) throw new RangeError(`consentAt: there is no party ${party}`);
    const isUnknown =
      known.kind === 'unknown' ||
      (known.kind === 'number' && known.states.length === 0 && !model.utilities[party]);
    return (
      (isUnknown || isNoWorse(model, noDeal, party, state)) &&
      !model.hasRedLineCrossed(party, state)
    );
  };
}
