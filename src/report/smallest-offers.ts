import type { HoldsFindings, OutcomeVerdict } from '../questions/holds-findings.js';

export type Offer = HoldsFindings['onOffer'][number];

/**
 * The offers of an outcome that are told: from each start those of the smallest groups, where a
 * larger group offers nothing that part of it could not. Time O(offers² × parties).
 */
export function smallestOffers(
  onOffer: readonly Offer[],
  verdict: OutcomeVerdict,
): readonly Offer[] {
  const offers = verdict.offers.flatMap((at) => onOffer[at] ?? []);
  return offers.filter(
    (offer) =>
      !offers.some(
        (other) =>
          other !== offer &&
          other.from === offer.from &&
          other.group.every((party) => offer.group.includes(party)) &&
          other.group.length < offer.group.length,
      ),
  );
}
