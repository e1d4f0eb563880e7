import { type Offer, offersFrom } from '../analysis/stability/offers.js';
import { lastingSideDealsFrom } from '../analysis/stability/side-deals.js';
import type { Verdicts } from '../analysis/stability/verdicts.js';
import { groupedDigits } from '../core/grouped-digits.js';
import type { Model } from '../core/model.js';
import { mostDealers, mostDeals, mostOffers, mostStarts, mostTabled } from './holds-limits.js';
import { nearestFirst } from './named-sets.js';

/** Offers from the start and from where things go, cut where there are very many of them. */
export function listOffers(
  model: Model,
  { rests }: Verdicts,
  start: number,
  ends: readonly (readonly number[])[],
  limits: string[],
): readonly Offer[] {
  if (model.groups.length === 0) return [];
  const goal = [...new Set(ends.flat())].filter((state) => state !== start);
  const most = model.states > mostTabled ? mostStarts : goal.length;
  const starts = [start, ...goal.slice(0, most)];
  if (goal.length > most) {
    limits.push(
      `Offers were looked for from the start and ${most} of the ${groupedDigits(goal.length)} outcomes where things go.`,
    );
  }
  const offers = starts.flatMap((from) => offersFrom(model, rests().only, from));
  if (offers.length <= mostOffers) return offers;
  // One way of signing for each start, outcome and group: the first, as the list is ordered.
  const seen = new Set<string>();
  const brief = offers.filter(({ state, from, group }) => {
    const key = `${from} ${state} ${group.join()}`;
    return !seen.has(key) && seen.add(key);
  });
  limits.push(
    `There are ${groupedDigits(offers.length)} offers; ${groupedDigits(Math.min(brief.length, mostOffers))} are listed, one way of signing for each outcome and group.`,
  );
  return brief.slice(0, mostOffers);
}

/** A lasting side deal and where it is made. */
export type Deal = {
  readonly from: number;
  readonly to: number;
  readonly group: readonly number[];
};

/** Lasting side deals from the outcomes told, cut where there are very many of them. */
export function listDeals(
  model: Model,
  { steps }: Verdicts,
  told: readonly number[],
  comesFirst: (state: number) => boolean,
  limits: string[],
): readonly Deal[] {
  if (model.groups.length === 0) return [];
  const isLarge = model.states > mostTabled;
  const dealers = isLarge
    ? nearestFirst(model.space, told.filter(comesFirst)).slice(0, mostDealers)
    : told;
  if (isLarge) {
    limits.push(
      `Side deals were looked for from ${groupedDigits(dealers.length)} of the outcomes that would hold.`,
    );
  }
  return dealers.flatMap((from) => {
    const deals = lastingSideDealsFrom(model, steps, from);
    if (deals.length > mostDeals) {
      limits.push(
        `From one outcome there are ${groupedDigits(deals.length)} lasting side deals; ${groupedDigits(mostDeals)} are listed.`,
      );
    }
    return deals.slice(0, mostDeals).map(({ to, group }) => ({ from, to, group }));
  });
}
