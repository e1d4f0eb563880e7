import { parseRational, type Rational, rational } from '../core/rational.js';
import type { Amount } from '../questions/amount.js';

/** Decimals of a number that is written with an exponent: as many as a small share may need. */
const mostDecimals = 30;

/**
 * The fraction that an amount of an answer stands for, however many digits it has.
 *
 * @throws RangeError for what is no number.
 */
export function amountValue(amount: Amount): Rational {
  const text = String(amount);
  const plain = text.includes('e') ? Number(text).toFixed(mostDecimals) : text;
  const [n = '', d] = plain.split('/');
  if (d !== undefined && /^-?\d+$/u.test(n) && /^0*[1-9]\d*$/u.test(d)) {
    return rational(BigInt(n), BigInt(d));
  }
  const value = parseRational(plain);
  if (!value) throw new RangeError(`amountValue: "${amount}" is not a number`);
  return value;
}
