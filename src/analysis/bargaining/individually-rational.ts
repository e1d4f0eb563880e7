import type { Rational } from '../../core/rational.js';
import { type Column, fitsDouble, gainOver, shareNumeratorAt } from './column.js';

/**
 * The individually rational outcomes.
 *
 * F = { x : uᵢ(x) ≥ dᵢ for every party i }. An outcome that gives a party exactly its no deal is in it.
 *
 * @param places - outcomes that take part; ascending.
 * @returns those of them in F, ascending; empty where there is none.
 *
 * Time O(places × parties).
 */
export function individuallyRational(
  columns: readonly Column[],
  disagreement: readonly Rational[],
  places: Int32Array,
): Int32Array {
  let rational = places;
  columns.forEach((column, party) => {
    const gain = gainOver(column, disagreement[party] as Rational);
    const { numerators } = column;
    if (numerators instanceof Float64Array) {
      // u ≥ d iff the integer numerator is at least the least integer ≥ offset / slope.
      const least = roundedUp(gain.offset, gain.slope);
      if (!fitsDouble(least < 0n ? -least : least)) {
        if (least > 0n) rational = new Int32Array(0);
        return;
      }
      rational = where(rational, numerators, Number(least));
    } else {
      rational = rational.filter((place) => shareNumeratorAt(gain, place) >= 0n);
    }
  });
  return rational;
}

function where(places: Int32Array, numerators: Float64Array, least: number): Int32Array {
  const kept = new Int32Array(places.length);
  let count = 0;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] as number;
    if ((numerators[place] as number) >= least) {
      kept[count] = place;
      count += 1;
    }
  }
  return count === places.length ? places : kept.slice(0, count);
}

/** The least integer that is at least n/d, d positive. */
function roundedUp(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n > 0n && quotient * d !== n ? quotient + 1n : quotient;
}
