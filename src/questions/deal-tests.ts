import type { Acceptance } from '../analysis/bargaining/acceptance.js';
import type { NoDeal } from '../analysis/bargaining/no-deal.js';
import type { Offer } from '../analysis/stability/offers.js';

/** Whether an outcome is a deal, and one that is accepted, against every no deal. */
export type DealTests = {
  readonly isDeal: (state: number) => boolean;
  /** Whether all the consent that it uses is given, against one of the no deals. */
  readonly isAcceptableAgainst: (at: number, state: number) => boolean;
  /** The same against every no deal. */
  readonly isAcceptable: (state: number) => boolean;
};

/**
 * Tests outcomes as deals.
 *
 * A deal is acceptable iff it is against every no deal: all the consent that it uses is given
 * (`acceptanceOf`), or it is on offer from no deal (from every state of a circle) by a group whose
 * members would consent to it: then others move it there by steps of their own, and their consent is
 * not asked.
 *
 * @param acceptances - for each no deal who would consent, at the states that are asked about.
 * @param offers - what is on offer, from today or from an end.
 */
export function dealTests(
  noDeals: readonly NoDeal[],
  acceptances: readonly Acceptance[],
  offers: readonly Offer[],
): DealTests {
  const offered = new Map<number, Offer[]>();
  for (const offer of offers) {
    const known = offered.get(offer.state);
    if (known) known.push(offer);
    else offered.set(offer.state, [offer]);
  }
  const isAcceptableAgainst = (at: number, state: number) => {
    const { consents, isAcceptable: isGiven } = acceptances[at] as Acceptance;
    if (isGiven[state] === 1) return true;
    const { end } = noDeals[at] as NoDeal;
    const own = offered.get(state);
    if (end.length === 0 || !own) return false;
    return end.every((from) =>
      own.some(
        (offer) =>
          offer.from === from && offer.group.every((party) => consents[party]?.[state] === 1),
      ),
    );
  };
  return {
    // What is on offer is reached by moves, if not at once.
    isDeal: (state) =>
      acceptances.every((one) => one.isDeal[state] === 1) ||
      (offered.has(state) && noDeals.every(({ end }) => !end.includes(state))),
    isAcceptableAgainst,
    isAcceptable: (state) => noDeals.every((_, at) => isAcceptableAgainst(at, state)),
  };
}
