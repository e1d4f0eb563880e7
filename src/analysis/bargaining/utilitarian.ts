import { type Rational, rational } from '../../core/rational.js';
import { type Column, fitsDouble, leastCommonMultiple, numeratorAt } from './column.js';
import { greatestOf, nearGreatest } from './greatest.js';

/** Where the sum is greatest. */
export type GreatestSum = {
  /** Every optimum, ascending; empty iff no outcome takes part. */
  readonly places: Int32Array;
  readonly sum: Rational | undefined;
};

/**
 * Utilitarian solution on a finite set of outcomes.
 *
 * Maximises over the outcomes x the sum  Σᵢ uᵢ(x).
 *
 * Source: Harsanyi, J. C. (1955), "Cardinal Welfare, Individualistic Ethics, and Interpersonal
 * Comparisons of Utility", Journal of Political Economy 63(4), 309–321, with equal weights.
 *
 * This adds amounts of different parties: it keeps its answer when a party adds a constant, not when
 * it changes its unit. It knows no disagreement. An optimum is efficient among the places: an outcome
 * that dominates it has a greater sum.
 *
 * @param places - outcomes that take part; ascending.
 * @returns every optimum and the sum.
 *
 * Exact: the parties' denominators are put on a common one. Time O(places × parties).
 */
export function utilitarianSolution(columns: readonly Column[], places: Int32Array): GreatestSum {
  const common = columns.reduce((all, column) => leastCommonMultiple(all, column.denominator), 1n);
  const terms = columns.map((column) => ({ column, slope: common / column.denominator }));
  const near = nearlyGreatestSums(terms, places);
  const { places: found, value } = greatestOf(near, (place) =>
    terms.reduce((sum, { column, slope }) => sum + slope * numeratorAt(column, place), 0n),
  );
  return { places: found, sum: value === undefined ? undefined : rational(value, common) };
}

/** All places that may have the greatest sum. */
function nearlyGreatestSums(
  terms: readonly { readonly column: Column; readonly slope: bigint }[],
  places: Int32Array,
): Int32Array {
  const largest = terms.reduce((sum, { column, slope }) => sum + slope * (column.largest + 1n), 0n);
  if (largest >> 1000n > 0n) return places;
  const sums = new Float64Array(places.length);
  for (const { column, slope } of terms) {
    const { numerators } = column;
    if (!(numerators instanceof Float64Array)) return places;
    const factor = Number(slope);
    for (let index = 0; index < places.length; index += 1) {
      const amount = (numerators[places[index] as number] as number) * factor;
      sums[index] = (sums[index] as number) + amount;
    }
  }
  // Below 2⁵³ every partial sum is exact. Else each of the k slopes, products and sums is rounded by
  // a relative 2⁻⁵³ of numbers whose magnitudes add up to `largest` at most, which makes each total
  // wrong by (k + 2) · 2⁻⁵² · largest at most, and two totals by twice that.
  const slack = fitsDouble(largest) ? 0 : ((terms.length + 2) / 2 ** 50) * Number(largest);
  return nearGreatest(places, sums, (greatest) => greatest - slack);
}
