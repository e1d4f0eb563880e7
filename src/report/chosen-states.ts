import type { Case } from '../core/case.js';
import { heldOutcomes } from './held-outcomes.js';
import { type HoldsReport, levelsAt } from './holds-words.js';
import { chainOfSteps, knownSteps } from './known-steps.js';
import { offeredFirst } from './offer-words.js';
import { smallestOffers } from './smallest-offers.js';

/** Why an outcome is in the picture of what holds. */
export type NodeRole =
  | 'today'
  | 'where things go'
  | 'on offer'
  | 'signed first'
  | 'on the way'
  | 'would hold'
  | 'named'
  | 'asked for';

/** States of one circle that are shown before the rest is only counted. */
const mostOfCircle = 5;

/** Steps from a named outcome to what holds that are shown with it; a longer way is left out. */
const mostOfWay = 3;

/**
 * The outcomes that a picture of what holds shows first, in the order in which they were chosen; each
 * with every reason for which it is there. What belongs together (an outcome and the way to it) is
 * taken whole or, where there is no room, left out.
 *
 * Time O(outcomes that hold × log, and one search of the steps for each outcome that is named).
 */
export function chosenStates(
  theCase: Case,
  report: HoldsReport,
  most: number,
): readonly { readonly state: number; readonly roles: readonly NodeRole[] }[] {
  const chosen = new Map<number, Set<NodeRole>>();
  const take = (...group: readonly (readonly [number, NodeRole])[]) => {
    const fresh = new Set(group.map(([state]) => state).filter((state) => !chosen.has(state)));
    if (chosen.size + fresh.size > most) return;
    for (const [state, role] of group) {
      chosen.set(state, (chosen.get(state) ?? new Set()).add(role));
    }
  };
  const { today } = report;
  const stepsAt = knownSteps(report);
  const chain = (start: number, isWanted: (state: number) => boolean) =>
    chainOfSteps(stepsAt, start, isWanted) ?? [];
  const onTheWay = (steps: readonly { readonly to: number }[]) =>
    steps.slice(0, -1).map(({ to }) => [to, 'on the way'] as const);

  if (today !== null) take([today, 'today']);
  report.ends.forEach((end, at) => {
    const path = report.pathsToEnds[at] ?? [];
    const entry = path.at(-1)?.to ?? end[0];
    if (entry === undefined) return;
    take([entry, 'where things go']);
    take(...onTheWay(path));
    const others = end.filter((state) => state !== entry).slice(0, mostOfCircle - 1);
    for (const state of others) take([state, 'where things go']);
  });
  for (const verdict of offeredFirst(theCase, report)) {
    const offers = smallestOffers(report.onOffer, verdict);
    const offer = offers.find(({ sign, state }) => sign === state) ?? offers[0];
    if (!offer) continue;
    const led = offer.sign === offer.state ? [] : chain(offer.sign, (s) => s === offer.state);
    take(
      [offer.state, 'on offer'],
      ...(offer.sign === offer.state ? [] : [[offer.sign, 'signed first'] as const]),
      ...onTheWay(led),
    );
  }
  for (const { nearestHolding } of report.named) {
    if (nearestHolding !== null) take([nearestHolding, 'would hold']);
  }
  const far = distanceFromToday(theCase, report);
  const holding = report.verdicts
    .map(({ state }) => ({ state, distance: far(state) }))
    .sort((a, b) => a.distance - b.distance || a.state - b.state);
  for (const { state } of holding) take([state, 'would hold']);
  // Before these the picture has what holds; it now gains what a reader has a name for.
  const isTold = (state: number) => chosen.has(state);
  const heldOf = heldOutcomes(report);
  for (const { nearest } of report.named) {
    if (!nearest || nearest.holds) continue;
    const { state } = nearest;
    const led = chain(state, (one) => one !== state && (isTold(one) || heldOf(one).holds));
    const last = led.at(-1)?.to;
    const way = led.length <= mostOfWay ? onTheWay(led) : [];
    const end =
      led.length <= mostOfWay && last !== undefined && heldOf(last).holds ? last : undefined;
    take([state, 'named'], ...way, ...(end === undefined ? [] : [[end, 'would hold'] as const]));
  }
  return [...chosen].map(([state, roles]) => ({ state, roles: [...roles] }));
}

/** How many issues an outcome has at another level than today; 0 without a today. */
function distanceFromToday(theCase: Case, report: HoldsReport): (state: number) => number {
  const { today } = report;
  if (today === null) return () => 0;
  const start = levelsAt(theCase, report, today);
  return (state) =>
    levelsAt(theCase, report, state).filter((level, issue) => level !== start[issue]).length;
}
