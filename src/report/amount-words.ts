import { groupedDigits } from '../core/grouped-digits.js';
import { parseRational } from '../core/rational.js';
import type { Amount } from '../questions/amount.js';
import { counted } from './phrases.js';

/** Decimals that are told; `--json` has every number exactly. */
const mostDecimals = 4;

/** Digits of a count that are written out; longer ones are told by their first two. */
const mostDigits = 12;

/** An amount for a reader: `48`, `0.125`; `about 0.6667` where it has more than four decimals. */
export function amountWords(amount: Amount): string {
  const text = String(amount);
  const value = parseRational(text);
  if (!value) return text;
  const scale = BigInt(`1${'0'.repeat(mostDecimals)}`);
  const size = value.n < 0n ? -value.n : value.n;
  const rounded = (2n * size * scale + value.d) / (2n * value.d);
  const isExact = size * scale === rounded * value.d;
  const digits = String(rounded).padStart(mostDecimals + 1, '0');
  const decimals = digits.slice(-mostDecimals).replace(/0+$/u, '');
  const whole = groupedDigits(BigInt(digits.slice(0, -mostDecimals)));
  const sign = value.n < 0n && rounded > 0n ? '−' : '';
  const told = `${sign}${whole}${decimals === '' ? '' : `.${decimals}`}`;
  return isExact ? told : `about ${told}`;
}

/** `three outcomes`, `12,960 outcomes`, `about 1.0 × 10^20 outcomes`. */
export function countedAmount(
  count: number | string,
  singular: string,
  plural = `${singular}s`,
): string {
  if (typeof count === 'number') return counted(count, singular, plural);
  if (count.length <= mostDigits) return counted(Number(count), singular, plural);
  return `about ${count[0]}.${count[1]} × 10^${count.length - 1} ${plural}`;
}

/** Whether a count, which may be a string of digits, is more than a number. */
export function isMoreThan(count: number | string, number: number): boolean {
  return BigInt(count) > BigInt(number);
}
