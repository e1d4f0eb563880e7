import { parseRational, type Rational, rational } from '../core/rational.js';
import type { Amount } from '../questions/amount.js';

/**
 * The fraction that an amount of an answer stands for, however many digits it has.
 *
 * @throws RangeError for what is no number.
 */
export function amountValue(amount: Amount): Rational {
  const text = String(amount);
  // A small number is written with an exponent, whose digits are those of the decimal it stands for.
  const [mantissa = '', exponent] = text.split('e-');
  if (exponent !== undefined) {
    const { n, d } = amountValue(mantissa);
    return rational(n, d * BigInt(`1${'0'.repeat(Number(exponent))}`));
  }
  const [n = '', d] = text.split('/');
  if (d !== undefined && /^-?\d+$/u.test(n) && /^0*[1-9]\d*$/u.test(d)) {
    return rational(BigInt(n), BigInt(d));
  }
  const value = parseRational(text);
  if (!value) throw new RangeError(`amountValue: "${amount}" is not a number`);
  return value;
}
