import type { Case } from '../core/case.js';
import { mostPartiesForGroups } from '../core/model.js';
import type { OutcomeVerdict } from '../questions/holds-findings.js';
import type { HoldsReport } from './holds-words.js';
import { counted, series } from './phrases.js';
import { type Offer, smallestOffers } from './smallest-offers.js';
import { startWords } from './start-words.js';
import type { Words } from './words.js';

/** Whether groups of parties, and so offers and side deals, are worked out for the case. */
export function areGroupsListed(theCase: Case): boolean {
  return theCase.parties.length <= mostPartiesForGroups;
}

/** Says that nothing is known about offers. */
export function groupsNotListed(theCase: Case): string {
  return `With ${theCase.parties.length} parties it was not worked out what is on offer: groups are listed up to ${mostPartiesForGroups} parties.`;
}

/**
 * Outcomes that would hold and are on offer: first those than which no other of them is as good for
 * every party and better for one, then in order of how many are; ties by number.
 */
export function offeredFirst(theCase: Case, report: HoldsReport): readonly OutcomeVerdict[] {
  const offered = report.verdicts.filter(({ offers }) => offers.length > 0);
  const isBetter = (a: OutcomeVerdict, b: OutcomeVerdict) => {
    const gains = theCase.parties.map(({ id }) => (a.payoffs[id] ?? 0) - (b.payoffs[id] ?? 0));
    return gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0);
  };
  const betterThan = new Map(
    offered.map((one) => [one.state, offered.filter((other) => isBetter(other, one)).length]),
  );
  const order = (state: number) => betterThan.get(state) ?? 0;
  return [...offered].sort((a, b) => order(a.state) - order(b.state) || a.state - b.state);
}

/**
 * `On offer by North and South together, from today.` The smallest groups only, and a direct step
 * rather than one by way of another outcome.
 */
export function offerSentence(words: Words, report: HoldsReport, verdict: OutcomeVerdict): string {
  const smallest = smallestOffers(report.onOffer, verdict);
  const isDirect = (offer: Offer) => offer.sign === offer.state;
  const groups = new Map(smallest.map(({ group }) => [group.join(' '), group]));
  const parts = [...groups].map(([key, group]) => {
    const own = smallest.filter((offer) => offer.group.join(' ') === key);
    const [first] = own;
    const detour =
      first === undefined || own.some(isDirect)
        ? ''
        : `, signing a first step that leads there: together they could ${words.acts(first.from, first.sign)}${stepsAfter(words, report, first)}`;
    return `by ${words.parties(group)} together, ${series(placesOf(report, own))}${detour}`;
  });
  return `On offer ${parts.join('; or ')}.`;
}

/** `; then C would pay`: the steps that lead from where an offer is signed to what is on offer. */
function stepsAfter(words: Words, report: HoldsReport, offer: Offer): string {
  let at = offer.sign;
  return (report.pathsToOffers[report.onOffer.indexOf(offer)] ?? [])
    .map((step) => {
      const text = `; then ${words.party(step.party)} would ${words.acts(at, step.to)}`;
      at = step.to;
      return text;
    })
    .join('');
}

/** From where offers start: today, where things go, or one of several ends. */
function placesOf(
  report: HoldsReport,
  offers: readonly { readonly from: number }[],
): readonly string[] {
  const starts = new Set(offers.map(({ from }) => from));
  const places = starts.has(report.start ?? -1) ? [startWords(report).from] : [];
  const reached = report.ends.filter((end) => end.some((state) => starts.has(state)));
  const [only] = report.ends;
  const isStart = report.ends.length === 1 && only?.length === 1 && only[0] === report.start;
  if (reached.length === 0 || isStart) return places;
  if (report.ends.length > 1) {
    places.push(
      reached.length === report.ends.length
        ? 'from each end of where things go'
        : `from ${counted(reached.length, 'of the ends', 'of the ends')} of where things go`,
    );
  } else {
    places.push(
      only?.length === 1
        ? 'from where things go if left alone'
        : only?.every((state) => starts.has(state))
          ? 'from each outcome of the circle that things go round'
          : 'from part of the circle that things go round',
    );
  }
  return places;
}
