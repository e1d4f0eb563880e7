import { isConsentGiven } from '../../core/consent.js';
import type { Model } from '../../core/model.js';
import { isNoWorse, type NoDeal } from './no-deal.js';

/**
 * Whether a party would consent to single states, against one no deal: `acceptanceOf` for a few.
 *
 * Formula: it is at least its no deal there and no red line of its is crossed; a party with
 * constituents, iff their tree consents. A party whose no deal is unknown is held back by its red
 * lines alone.
 */
export function consentAt(model: Model, noDeal: NoDeal): (party: number, state: number) => boolean {
  const own = (party: number, state: number) => {
    const known = noDeal.parties[party];
    if (known === undefined) throw new RangeError(`consentAt: there is no party ${party}`);
    const isUnknown =
      known.kind === 'unknown' || (known.kind === 'number' && !model.utilities[party]);
    return (
      (isUnknown || isNoWorse(model, noDeal, party, state)) &&
      !model.hasRedLineCrossed(party, state)
    );
  };
  const consents = (party: number, state: number): boolean => {
    const tree = model.case.parties[party]?.consent;
    return tree
      ? isConsentGiven(tree, (one) => (one === party ? own(one, state) : consents(one, state)))
      : own(party, state);
  };
  return consents;
}
