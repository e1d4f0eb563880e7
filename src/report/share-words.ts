import { groupedDigits } from '../core/grouped-digits.js';
import type { RankingCount } from '../questions/make-stable-findings.js';

/** Counts up to this many digits are written out in a sentence. */
const mostDigits = 12;

/**
 * How many rankings would do, as a sentence: `384 of the 720 strict rankings of the six outcomes would
 * do`, in hundredths where the numbers are long.
 */
export function rankingShareWords(rankings: RankingCount, outcomes: string): string {
  const { least, most, count, of, limit } = rankings;
  const all = `strict rankings of the ${outcomes}`;
  if (least !== most) {
    const known =
      most === '1'
        ? `${least === '0' ? 'some' : `at least ${hundredths(least)}`} of all ${all} would do`
        : `between ${hundredths(least)} and ${hundredths(most)} of all ${all} would do`;
    return `${known}; not counted, since ${limit}`;
  }
  if (least === '1') return `all ${all} would do`;
  if (count !== null && of !== null && of.length <= mostDigits) {
    return `${grouped(count)} of the ${grouped(of)} ${all} would do`;
  }
  return `${hundredths(least)} of all ${all} would do`;
}

function grouped(digits: string): string {
  return groupedDigits(BigInt(digits));
}

/** A fraction in words: `about 53 in 100`; exact where it is whole hundredths. */
export function hundredths(share: string): string {
  const [n = '0', d = '1'] = share.split('/');
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (top === bottom) return 'all';
  if (top * 100n < bottom) return 'fewer than 1 in 100';
  if ((bottom - top) * 100n < bottom) return 'more than 99 in 100';
  const rounded = (top * 200n + bottom) / (bottom * 2n);
  return top * 100n === rounded * bottom ? `${rounded} in 100` : `about ${rounded} in 100`;
}
