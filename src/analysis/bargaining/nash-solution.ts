import { type Rational, rational } from '../../core/rational.js';
import {
  type Column,
  gainOver,
  inDoubles,
  largestShareNumerator,
  shareNumeratorAt,
} from './column.js';
import { greatestOf, nearGreatest } from './greatest.js';

/** Where the product of gains is greatest, if it is positive anywhere. */
export type GreatestProduct = {
  /** Every optimum, ascending; empty where no outcome is above no deal for all. */
  readonly places: Int32Array;
  readonly product: Rational | undefined;
};

/**
 * Nash bargaining solution on a finite set of outcomes.
 *
 * Maximises over x ∈ F the product  N(x) = ∏ᵢ (uᵢ(x) − dᵢ),  where
 * F = { x : uᵢ(x) ≥ dᵢ for every party i }.
 *
 * Source: Nash, J. F. (1950), "The Bargaining Problem", Econometrica 18(2), 155–162; n parties by the
 * same product. The paper's set is convex, so the maximiser is unique; ours is finite: every maximiser
 * is returned. The paper has a point above d for all; where F has none the product is 0 on all of F,
 * inefficient outcomes included, and we say that there is no Nash solution.
 *
 * A maximiser is efficient: an outcome that dominates it is in F and has a greater product.
 *
 * @param disagreement - one amount a party, in the party's own units.
 * @param rationalPlaces - F, ascending (`individuallyRational`).
 *
 * Exact: doubles only leave out outcomes whose product is certainly smaller. Time O(places ×
 * parties). Invariant under uᵢ ↦ aᵢuᵢ + bᵢ with aᵢ > 0 (dᵢ alike) and under renumbering outcomes
 * or parties.
 */
export function nashSolution(
  columns: readonly Column[],
  disagreement: readonly Rational[],
  rationalPlaces: Int32Array,
): GreatestProduct {
  const gains = columns.map((column, party) => gainOver(column, disagreement[party] as Rational));
  const near = nearlyGreatestProducts(gains, rationalPlaces);
  const { places, value } = greatestOf(near, (place) =>
    gains.reduce((product, gain) => product * shareNumeratorAt(gain, place), 1n),
  );
  if (value === undefined || value === 0n) return { places: new Int32Array(0), product: undefined };
  const divisor = gains.reduce((product, gain) => product * gain.divisor, 1n);
  return { places, product: rational(value, divisor) };
}

/** All places that may have the greatest product. */
function nearlyGreatestProducts(
  gains: readonly ReturnType<typeof gainOver>[],
  places: Int32Array,
): Int32Array {
  const doubles = gains.map(inDoubles);
  const largest = gains.reduce((product, gain) => product * largestShareNumerator(gain), 1n);
  if (!doubles.every((gain) => gain !== undefined) || largest >> 1000n > 0n) return places;
  const products = new Float64Array(places.length).fill(1);
  for (const { numerators, slope, offset } of doubles) {
    for (let index = 0; index < places.length; index += 1) {
      const gain = (numerators[places[index] as number] as number) * slope - offset;
      products[index] = (products[index] as number) * gain;
    }
  }
  // k factors are exact integers ≥ 0; each of the products of two is rounded by a relative 2⁻⁵³ at
  // most, nothing overflows (below 2¹⁰⁰¹) or underflows (0 or at least 1). Equal true products thus
  // have doubles within a relative (k + 1) · 2⁻⁵² of each other, well inside the slack of
  // (k + 1) · 2⁻⁵⁰. Where the greatest is 0 no outcome is above no deal for all.
  const slack = (gains.length + 1) / 2 ** 50;
  return nearGreatest(places, products, (greatest) =>
    greatest > 0 ? greatest - greatest * slack : Infinity,
  );
}
