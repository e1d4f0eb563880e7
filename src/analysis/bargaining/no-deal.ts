import { type Model, payoffAt } from '../../core/model.js';
import { compare, type Rational } from '../../core/rational.js';
import { utilityAt } from '../../core/utility.js';

/**
 * What the parties have without a deal, taken as one whole: one end of the steps from today.
 *
 * An end is one state or a circle of states. A party whose reading says `today` has that instead,
 * whatever the end. A number is an amount: it stands against points, in solutions and gaps. Whether a
 * party would consent is a question of its order, so a party with wants or a ranking is asked for the
 * end, where there is one, and its number only where there is none; a party that is ordered by its
 * points alone goes by the number throughout. So no answer compares two orders of one party.
 */
export type NoDeal = {
  /** The states of the end, ascending; none in a case without a today. */
  readonly end: readonly number[];
  /** What each party goes by, in case order. */
  readonly parties: readonly PartyNoDeal[];
};

export type PartyNoDeal =
  | { readonly kind: 'ends' | 'today'; readonly states: readonly number[] }
  | {
      readonly kind: 'number';
      readonly value: Rational;
      /** What its order is compared with; empty where the number decides that too. */
      readonly states: readonly number[];
    }
  /** The case has no today and the party no number: nothing to compare with. */
  | { readonly kind: 'unknown' };

/** How a party does at a state against no deal: `within` is inside the range of a circle. */
export type Standing = 'above' | 'same' | 'within' | 'below' | 'unknown';

/**
 * No deal, once for each end.
 *
 * Formula: against the end E, party i goes by E (`ends`, also where its reading does not say), by
 * today, or by its number as said above. Several ends give several no deals, never one put together party by party.
 *
 * @param ends - the ends of the steps from today, or [[today]] where no deal is today by request;
 *   empty in a case without a today, which then has one no deal of numbers alone.
 */
export function noDealsOf(model: Model, ends: readonly (readonly number[])[]): readonly NoDeal[] {
  const { today } = model.space;
  const own = (end: readonly number[]) =>
    model.readings.map((reading): PartyNoDeal => {
      const value = reading?.noDeal?.value ?? 'ends';
      if (typeof value !== 'string') {
        const hasOrder = reading?.wants !== undefined || reading?.ranking !== undefined;
        return { kind: 'number', value, states: hasOrder ? end : [] };
      }
      if (value === 'today' && today !== undefined && today !== -1) {
        return { kind: 'today', states: [today] };
      }
      return end.length > 0 ? { kind: 'ends', states: end } : { kind: 'unknown' };
    });
  return (ends.length > 0 ? ends : [[]]).map((end) => ({ end, parties: own(end) }));
}

/**
 * How a party does at a state against no deal.
 *
 * Formula: an order question, so ranks decide: above if P(x) > max of P over its states of no deal,
 * below if P(x) < min, the same if it equals both, else within; at the top of a circle's range it is
 * still within. Where its order is that of its points and no deal is a number: u(x) against the number.
 *
 * @returns unknown where there is nothing to compare with: no number and no end, or a number and a
 *   reading without points.
 */
export function standingAt(model: Model, noDeal: NoDeal, party: number, state: number): Standing {
  const own = noDeal.parties[party];
  if (own === undefined) throw new RangeError(`standingAt: there is no party ${party}`);
  if (own.kind === 'unknown') return 'unknown';
  if (own.kind === 'number' && own.states.length === 0) {
    const utilities = model.utilities[party];
    if (!utilities) return 'unknown';
    const difference = compare(utilityAt(utilities, state), own.value);
    return difference > 0 ? 'above' : difference < 0 ? 'below' : 'same';
  }
  const here = payoffAt(model, party, state);
  let isAboveAll = true;
  let isBelowAll = true;
  let isSame = true;
  for (const other of own.states) {
    const there = payoffAt(model, party, other);
    if (here <= there) isAboveAll = false;
    if (here >= there) isBelowAll = false;
    if (here !== there) isSame = false;
  }
  if (isAboveAll) return 'above';
  if (isBelowAll) return 'below';
  return isSame ? 'same' : 'within';
}

/** Whether a party surely does no worse than without a deal: at least the best of a circle. */
export function isNoWorse(model: Model, noDeal: NoDeal, party: number, state: number): boolean {
  const standing = standingAt(model, noDeal, party, state);
  if (standing !== 'within') return standing !== 'below' && standing !== 'unknown';
  const own = noDeal.parties[party] as Extract<PartyNoDeal, { readonly states: unknown }>;
  const here = payoffAt(model, party, state);
  return own.states.every((other) => payoffAt(model, party, other) <= here);
}
