import { formatRational, type Rational } from '../../core/rational.js';

/** Enough to give back any number in double precision. */
const significantDigits = 17;

/**
 * A fraction as a decimal: exact where it terminates, else rounded to 17 significant digits, halves
 * away from zero. Integers throughout, so that every machine writes the same digits.
 */
export function decimalText(value: Rational): { readonly text: string; readonly isExact: boolean } {
  const exact = formatRational(value);
  if (!exact.includes('/')) return { text: exact, isExact: true };
  const size = value.n < 0n ? -value.n : value.n;
  const whole = size / value.d;
  // Zeros after the point and before the first digit, where the whole part is 0.
  let zeros = 0;
  if (whole === 0n) {
    for (let scaled = size * 10n; scaled < value.d; scaled *= 10n) zeros += 1;
  }
  const places = whole === 0n ? zeros + significantDigits : significantDigits - `${whole}`.length;
  const scale = 10n ** BigInt(Math.max(places, 0));
  const scaled = (2n * size * scale + value.d) / (2n * value.d);
  return {
    text: `${value.n < 0n ? '-' : ''}${formatRational({ n: scaled, d: scale })}`,
    isExact: false,
  };
}
