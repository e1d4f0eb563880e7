import {
  type DoubleShare,
  inDoubles,
  largestShareNumerator,
  leastCommonMultiple,
  type Share,
  shareNumeratorAt,
} from './column.js';
import { nearGreatest } from './greatest.js';

/**
 * The leximin optimum of shares: the greatest least share, then the greatest second least, and so on.
 *
 * Formula: sort (s₁(x), …, sₖ(x)) ascending; the lexicographically greatest such vector. Who holds
 * which share does not count.
 *
 * Source: Sen, A. (1970), Collective Choice and Social Welfare, chapter 9 (the lexicographic form of
 * the maximin rule).
 *
 * An optimum is efficient among the places: an outcome as good for all and better for one of the
 * parties sorts to a greater vector.
 *
 * @returns every place that attains it, in the order given; all of them where there are no shares.
 *
 * Exact. A share in doubles is one division of two exact integers, so it is the double nearest to the
 * true share, and rounding to the nearest never turns an order around: the double of the least share
 * is the least of the doubles. The true optimum's double is therefore the greatest there is, and only
 * outcomes that attain it can be optimal. These are compared as fractions, unless `tellsApart` holds.
 * Time O(places × shares), and O(ties × shares × log shares) for outcomes with the same least double.
 */
export function leximin(shares: readonly Share[], places: Int32Array): Int32Array {
  if (shares.length === 0) return places;
  const doubles = shares.map(inDoubles);
  if (!doubles.every((share) => share !== undefined)) return exactly(shares, places);
  const near = nearGreatest(places, leastShares(doubles, places));
  if (!tellsApart(shares)) return exactly(shares, near);
  return greatestRows(near, (place) => {
    const row = doubles.map((share) => doubleShareAt(share, place));
    return row.sort((a, b) => a - b);
  });
}

function doubleShareAt(share: DoubleShare, place: number): number {
  return ((share.numerators[place] as number) * share.slope - share.offset) / share.divisor;
}

/** The least share at each place, in doubles. Column after column: the places are many. */
function leastShares(shares: readonly DoubleShare[], places: Int32Array): Float64Array {
  const least = new Float64Array(places.length).fill(Infinity);
  for (const { numerators, slope, offset, divisor } of shares) {
    for (let index = 0; index < places.length; index += 1) {
      const amount = numerators[places[index] as number] as number;
      const share = (amount * slope - offset) / divisor;
      if (share < (least[index] as number)) least[index] = share;
    }
  }
  return least;
}

/**
 * Whether different shares always have different doubles.
 *
 * Two different shares with divisors a and b differ by at least 1 / lcm(a, b) ≥ 1/L. Each, of
 * magnitude M at most, is rounded by at most M · 2⁻⁵³; the same double needs a difference of
 * M · 2⁻⁵² at most, which is below 1/L where M · L < 2⁵².
 */
function tellsApart(shares: readonly Share[]): boolean {
  const limit = 1n << 52n;
  return shares.every((share) =>
    shares.every(({ divisor }) => {
      const apart = leastCommonMultiple(share.divisor, divisor);
      return shares.every((one) => largestShareNumerator(one) * apart < limit * one.divisor);
    }),
  );
}

/** The same from the definition, over the least common divisor. */
function exactly(shares: readonly Share[], places: Int32Array): Int32Array {
  const common = shares.reduce((all, { divisor }) => leastCommonMultiple(all, divisor), 1n);
  return greatestRows(places, (place) =>
    shares
      .map((share) => shareNumeratorAt(share, place) * (common / share.divisor))
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  );
}

/** The places with the lexicographically greatest row. */
function greatestRows<Value extends number | bigint>(
  places: Int32Array,
  rowAt: (place: number) => readonly Value[],
): Int32Array {
  if (places.length === 1) return places;
  const found: number[] = [];
  let best: readonly Value[] = [];
  for (const place of places) {
    const row = rowAt(place);
    const order = found.length === 0 ? 1 : compareRows(row, best);
    if (order > 0) {
      best = row;
      found.length = 0;
    }
    if (order >= 0) found.push(place);
  }
  return Int32Array.from(found);
}

function compareRows<Value extends number | bigint>(
  a: readonly Value[],
  b: readonly Value[],
): number {
  for (let index = 0; index < a.length; index += 1) {
    const one = a[index] as Value;
    const other = b[index] as Value;
    if (one !== other) return one > other ? 1 : -1;
  }
  return 0;
}
