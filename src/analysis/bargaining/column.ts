import { type Rational, rational } from '../../core/rational.js';
import type { Utilities } from '../../core/utility.js';

/** Amounts of one party at every listed outcome, and how large they get. */
export type Column = Utilities & {
  /** No numerator's magnitude is above this. */
  readonly largest: bigint;
};

const largestExact = BigInt(Number.MAX_SAFE_INTEGER);

/** Whether an integer of at most this magnitude is held by a double without rounding. */
export function fitsDouble(magnitude: bigint): boolean {
  return magnitude <= largestExact;
}

/** |value|. */
export function magnitudeOf(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** The least positive integer that both positive integers divide. */
export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  // a/b in lowest terms has the denominator b / gcd(a, b).
  return a * rational(a, b).d;
}

/**
 * Amounts as the solutions take them: checked, their greatest magnitude found.
 *
 * @throws RangeError where a double is not an integer of magnitude below 2^53, or the denominator is
 *   not positive. Time O(outcomes).
 */
export function columnOf(utilities: Utilities): Column {
  const { numerators, denominator } = utilities;
  if (denominator <= 0n) throw new RangeError(`columnOf: the denominator is ${denominator}`);
  if (!(numerators instanceof Float64Array)) {
    let largest = 0n;
    for (const numerator of numerators) {
      const magnitude = magnitudeOf(numerator);
      if (magnitude > largest) largest = magnitude;
    }
    return { numerators, denominator, largest };
  }
  let largest = 0;
  for (let place = 0; place < numerators.length; place += 1) {
    const numerator = numerators[place] as number;
    if (!Number.isSafeInteger(numerator))
      throw new RangeError(`columnOf: numerators[${place}] is ${numerator}, not an exact integer`);
    const magnitude = numerator < 0 ? -numerator : numerator;
    if (magnitude > largest) largest = magnitude;
  }
  return { numerators, denominator, largest: BigInt(largest) };
}

/** The numerator at a place, as a bigint. */
export function numeratorAt(column: Column, place: number): bigint {
  return BigInt(column.numerators[place] as number | bigint);
}

/**
 * A fraction that grows with a party's amount: (slope · numerator − offset) / divisor.
 *
 * Its gain over no deal is one, and its gain as a share of its best gain is another.
 */
export type Share = {
  readonly column: Column;
  /** Positive. */
  readonly slope: bigint;
  readonly offset: bigint;
  /** Positive. */
  readonly divisor: bigint;
};

/**
 * The gain u − d of a party in its own units, as a share over the least common denominator of u and d.
 *
 * With u = n/D and d = a/b and C = lcm(D, b): u − d = (n · C/D − a · C/b) / C.
 */
export function gainOver(column: Column, disagreement: Rational): Share {
  const divisor = leastCommonMultiple(column.denominator, disagreement.d);
  const offset = (disagreement.n * divisor) / disagreement.d;
  return { column, slope: divisor / column.denominator, offset, divisor };
}

/** slope · numerator − offset at a place. */
export function shareNumeratorAt(share: Share, place: number): bigint {
  return numeratorAt(share.column, place) * share.slope - share.offset;
}

/** No slope · numerator − offset of a listed outcome has a magnitude above this. */
export function largestShareNumerator(share: Share): bigint {
  return share.slope * share.column.largest + magnitudeOf(share.offset);
}

/** The numerators of a share in doubles, undefined unless every step of working them out is exact. */
export type DoubleShare = {
  readonly numerators: Float64Array;
  readonly slope: number;
  readonly offset: number;
  readonly divisor: number;
};

/** See DoubleShare. */
export function inDoubles(share: Share): DoubleShare | undefined {
  const { numerators } = share.column;
  if (!(numerators instanceof Float64Array)) return undefined;
  // The slope alone, where all numerators are 0, is not in the first bound.
  const { slope, offset, divisor } = share;
  if (![largestShareNumerator(share), slope, divisor].every(fitsDouble)) return undefined;
  return {
    numerators,
    slope: Number(slope),
    offset: Number(offset),
    divisor: Number(divisor),
  };
}
