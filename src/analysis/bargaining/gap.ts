import type { Model } from '../../core/model.js';
import { compare, type Rational, rational } from '../../core/rational.js';
import { type Utilities, utilityAt } from '../../core/utility.js';
import { columnOf, gainOver, type Share } from './column.js';
import { greatestLeastShare } from './egalitarian.js';
import type { NoDeal } from './no-deal.js';

/** How far a group is from a deal. */
export type Gap = {
  /** Negative: there is room. Undefined where nothing is compared, or amounts are missing. */
  readonly gap: Rational | undefined;
  /** Where it is attained, ties by leximin; ascending. */
  readonly places: Int32Array;
  /** Members to whom all outcomes of the case are worth the same: they have no range and leave. */
  readonly leftOut: readonly number[];
  /** Members without points or a known no deal: without their amounts there is no gap. */
  readonly lacking: readonly number[];
};

/**
 * The gap of a group: the least normalised shortfall, defined also where nothing is acceptable.
 *
 * Formula: g = min over x of max over i in the group of (dᵢ − uᵢ(x)) / rᵢ, with rᵢ = max uᵢ − min uᵢ over
 * all outcomes of the case; of several x the leximin of the members' shares. A member of zero range
 * leaves the maximum; where all do, or there is no x, there is no gap. What x runs over is the caller's:
 * outcomes that are not no deal and that cross no red line, which is not a matter of points.
 *
 * Source: the excess of the core (Shapley and Shubik 1966) turned round, with each party's own range
 * as its unit; our own.
 *
 * @param disagreement - dᵢ for every party of the case, in its own points.
 * @param amountsOf - a member's numerators at each place, from those at each state.
 * @param among - the places that x runs over, ascending.
 *
 * Exact. Time O(places × members), and once O(outcomes) for each party's range. Invariant under
 * uᵢ ↦ aᵢuᵢ + bᵢ with aᵢ > 0 (dᵢ alike).
 */
export function leastShortfall(
  model: Model,
  group: readonly number[],
  disagreement: readonly (Rational | undefined)[],
  amountsOf: (numerators: Utilities['numerators']) => Utilities['numerators'],
  among: Int32Array,
): Gap {
  const lacking = group.filter((party) => disagreement[party] === undefined);
  const none = { gap: undefined, places: new Int32Array(0), lacking };
  if (lacking.length > 0) return { ...none, leftOut: [] };
  const leftOut: number[] = [];
  const shares = group.flatMap((party): Share[] => {
    const utilities = model.utilities[party] as Utilities;
    const range = rangeOf(model, party);
    if (range === 0n) {
      leftOut.push(party);
      return [];
    }
    const column = columnOf({ ...utilities, numerators: amountsOf(utilities.numerators) });
    const gain = gainOver(column, disagreement[party] as Rational);
    // (u − d) / r: the range is in numerators, as the slope's factor is.
    return [{ ...gain, divisor: gain.slope * range }];
  });
  if (shares.length === 0 || among.length === 0) return { ...none, leftOut };
  const { places, least } = greatestLeastShare(shares, among);
  const { n, d } = least as Rational;
  return { gap: rational(-n, d), places, leftOut, lacking };
}

/**
 * The gap of a group over some states, those of no deal's end left out.
 *
 * @param states - without those that cross a red line of a member.
 * @returns the gap as `leastShortfall` has it, with the states that attain it, ascending.
 */
export function gapOver(
  model: Model,
  group: readonly number[],
  states: readonly number[],
  noDeal: NoDeal,
): Omit<Gap, 'places'> & { readonly states: readonly number[] } {
  const among = states.filter((state) => !noDeal.end.includes(state)).sort((a, b) => a - b);
  const { places, ...found } = leastShortfall(
    model,
    group,
    noDeal.parties.map((_, party) => disagreementOf(model, noDeal, party)),
    (numerators) =>
      numerators instanceof Float64Array
        ? Float64Array.from(among, (state) => numerators[state] as number)
        : among.map((state) => numerators[state] as bigint),
    Int32Array.from(among.keys()),
  );
  return { ...found, states: Array.from(places, (place) => among[place] as number) };
}

/**
 * What a party has without a deal, in its own points: its number, or the best of the states it goes by,
 * so that a gain over it is sure also against a circle.
 *
 * @returns undefined for a party without points, or with nothing to go by.
 */
export function disagreementOf(model: Model, noDeal: NoDeal, party: number): Rational | undefined {
  const own = noDeal.parties[party];
  const utilities = model.utilities[party];
  if (!own || !utilities || own.kind === 'unknown') return undefined;
  if (own.kind === 'number') return own.value;
  return own.states
    .map((state) => utilityAt(utilities, state))
    .reduce((best, one) => (compare(one, best) > 0 ? one : best));
}

/**
 * The range of a party's amounts over all outcomes of the case, as a numerator; 0 without points.
 *
 * Time O(states) once a model.
 */
export function rangeOf(model: Model, party: number): bigint {
  const utilities = model.utilities[party];
  if (!utilities) return 0n;
  return model.derive(`range ${party}`, () => {
    const { numerators } = utilities;
    let least = numerators[0] as number | bigint;
    let most = least;
    for (const numerator of numerators) {
      if (numerator < least) least = numerator;
      if (numerator > most) most = numerator;
    }
    return BigInt(most) - BigInt(least);
  });
}
