import { multiply, parseRational, type Rational, rational } from '../../core/rational.js';

const amountPattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
/** Largest power of ten read: far beyond any utility, it keeps hostile input cheap. */
const largestExponent = 100;

/**
 * Reads a number as programs print it, exactly: `0.25`, `1.`, `.5`, `2.5E-4`.
 *
 * @returns undefined for anything else: words, fractions, infinities, exponents beyond 100, more than
 *   100 characters.
 */
export function readAmount(text: string): Rational | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    amountPattern.exec(text.trim()) ?? [];
  if (whole === '' && fraction === '') return undefined;
  const power = Number(exponent);
  if (Math.abs(power) > largestExponent) return undefined;
  const digits = fraction === '' ? whole : `${whole || '0'}.${fraction}`;
  const value = parseRational(`${sign}${digits}`);
  if (value === undefined) return undefined;
  const scale = 10n ** BigInt(Math.abs(power));
  return multiply(value, power < 0 ? rational(1n, scale) : rational(scale));
}

/** Reads a whole number that can be counted with; undefined for anything else. */
export function readWholeNumber(text: string): number | undefined {
  const value = readAmount(text);
  if (value === undefined || value.d !== 1n) return undefined;
  const number = Number(value.n);
  return Number.isSafeInteger(number) ? number : undefined;
}
