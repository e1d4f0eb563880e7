import { type Rational, rational } from '../../core/rational.js';
import { type Column, gainOver, leastCommonMultiple, shareNumeratorAt } from './column.js';
import { greatestOf } from './greatest.js';

/** Where the shares lie closest together. */
export type LeastSpread = {
  /** Every optimum, in the order given. */
  readonly places: Int32Array;
  readonly spread: Rational | undefined;
};

/**
 * What other programs call Kalai–Smorodinsky, for comparison only: the efficient outcome whose shares
 * are most alike.
 *
 * Minimises over the frontier  max over i of sᵢ(x) − min over i of sᵢ(x),  sᵢ = (uᵢ − dᵢ) / (mᵢ − dᵢ),
 * mᵢ = the greatest uᵢ over all outcomes, rational or not. A party with mᵢ ≤ dᵢ is left out.
 *
 * It may give every party less of its best than `kalaiSmorodinskySolution`, if only it gives all about
 * as little, and need not be individually rational.
 *
 * @param frontier - all efficient outcomes (`paretoFrontier`): every party's best is among them.
 *
 * Exact. Time O(frontier × parties) in bigints.
 */
export function leastSpread(
  columns: readonly Column[],
  disagreement: readonly Rational[],
  frontier: Int32Array,
): LeastSpread {
  const shares = columns
    .map((column, party) => {
      const gain = gainOver(column, disagreement[party] as Rational);
      const { value = 0n } = greatestOf(frontier, (place) => shareNumeratorAt(gain, place));
      return { ...gain, divisor: value };
    })
    .filter(({ divisor }) => divisor > 0n);
  const common = shares.reduce((all, { divisor }) => leastCommonMultiple(all, divisor), 1n);
  const { places, value } = greatestOf(frontier, (place) => {
    const scaled = shares.map((share) => shareNumeratorAt(share, place) * (common / share.divisor));
    const least = scaled.reduce((a, b) => (b < a ? b : a), scaled[0] ?? 0n);
    const most = scaled.reduce((a, b) => (b > a ? b : a), scaled[0] ?? 0n);
    return least - most;
  });
  return { places, spread: value === undefined ? undefined : rational(-value, common) };
}
