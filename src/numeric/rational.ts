/**
 * Exact fractions.
 *
 * A `Rational` is n/d in lowest terms with d > 0. Every number that a case states is read into one,
 * so that no comparison of amounts depends on floating point.
 */
export type Rational = { readonly n: bigint; readonly d: bigint };

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** n/d in lowest terms. @throws RangeError when d is zero. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new RangeError('rational: the denominator is 0');
  const sign = d < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(n, d);
  return divisor === 0n ? { n: 0n, d: 1n } : { n: (sign * n) / divisor, d: (sign * d) / divisor };
}

/** The fraction 0. */
export const zero: Rational = { n: 0n, d: 1n };

/** The fraction 1. */
export const one: Rational = { n: 1n, d: 1n };

/** a + b. */
export function add(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** a − b. */
export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** a × b. */
export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

/** a ÷ b. @throws RangeError when b is zero. */
export function divide(a: Rational, b: Rational): Rational {
  if (b.n === 0n) throw new RangeError('divide: the divisor is 0');
  return rational(a.n * b.d, a.d * b.n);
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const decimalPattern = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const fractionPattern = /^([+-]?\d+)\s*\/\s*(\d+)$/;
/** Longest text read as a number; far beyond any sensible score, it keeps hostile input cheap. */
const longestNumber = 100;

/**
 * Reads a decimal (`-3`, `0.125`) or a fraction (`2/3`) exactly.
 *
 * @returns undefined for anything else: exponents, hexadecimal, infinities, a zero denominator,
 *   a text longer than 100 characters.
 */
export function parseRational(text: string): Rational | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longestNumber) return undefined;
  const decimal = decimalPattern.exec(trimmed);
  if (decimal) {
    const [, sign = '', whole = '0', fraction = ''] = decimal;
    const scaled = BigInt(whole + fraction);
    return rational(sign === '-' ? -scaled : scaled, 10n ** BigInt(fraction.length));
  }
  const parts = fractionPattern.exec(trimmed);
  if (!parts) return undefined;
  const [, n = '0', d = '1'] = parts;
  return BigInt(d) === 0n ? undefined : rational(BigInt(n), BigInt(d));
}

/** The decimal text where it terminates (`0.125`), else `n/d` (`2/3`). */
export function formatRational(value: Rational): string {
  let rest = value.d;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos += 1;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives += 1;
  }
  if (rest !== 1n) return `${value.n}/${value.d}`;
  const places = Math.max(twos, fives);
  if (places === 0) return `${value.n}`;
  const scaled = (value.n * 10n ** BigInt(places)) / value.d;
  const digits = `${scaled < 0n ? -scaled : scaled}`.padStart(places + 1, '0');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
