import { formatRational, parseRational, type Rational } from '../core/rational.js';

/**
 * An exact number in an answer: a JSON number where that is exact, a decimal in a string where it has
 * too many digits for one, `"n/d"` where it does not terminate.
 */
export type Amount = number | string;

/** Digits of a decimal that a double always gives back as they were. */
const safeDigits = 15;

/** A fraction as an amount. */
export function amountOf(value: Rational): Amount {
  const text = formatRational(value);
  const digits = text.replace(/^-?0*\.?0*/u, '').replace('.', '');
  return text.includes('/') || digits.length > safeDigits ? text : Number(text);
}

/** The fraction that an amount stands for. */
export function rationalOfAmount(amount: Amount): Rational {
  const value = parseRational(amountText(amount));
  if (!value) throw new RangeError(`rationalOfAmount: "${amount}" is not a number`);
  return value;
}

/** An amount as it is written: `0.125`, `2/3`. */
export function amountText(amount: Amount): string {
  if (typeof amount === 'string') return amount;
  // A small decimal would be written with an exponent.
  const text = String(amount);
  return text.includes('e') ? amount.toFixed(20).replace(/0+$/u, '') : text;
}
