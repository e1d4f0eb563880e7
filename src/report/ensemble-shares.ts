import { groupedDigits } from '../core/grouped-digits.js';
import { compare, multiply, one, type Rational, rational, zero } from '../core/rational.js';
import type { Amount } from '../questions/amount.js';
import type { DoubtFound } from '../questions/ensemble-findings.js';
import type { EnsembleReport } from '../questions/ensemble-report.js';
import { amountValue } from './amount-value.js';

export type { EnsembleReport };

/**
 * How the combinations count, and so how a share is told.
 *
 * - `each once`: all are listed and none counts more than another; a share is a count.
 * - `weights`: by weights that the file declares.
 * - `alike`: nothing is declared, and each reading of a party counts alike, however many
 *   combinations it has.
 * - `draws`: drawn at random, with an error.
 */
export type Counting = 'each once' | 'weights' | 'alike' | 'draws';

/** How the combinations of an answer count. */
export function countingOf(report: EnsembleReport): Counting {
  if (report.mode === 'draws') return 'draws';
  if (report.isWeighted) return 'weights';
  return countEqually(report.doubts) ? 'each once' : 'alike';
}

/** Whether every reading of a party has as many combinations as the others, so that all weigh the same. */
function countEqually(doubts: readonly DoubtFound[]): boolean {
  return doubts
    .filter(({ kind }) => kind === 'reading')
    .every(({ party, cases }) => {
      const combinations = cases.map(({ id }) =>
        doubts
          .filter((doubt) => doubt.party === party && doubt.reading === id)
          .reduce((product, doubt) => product * BigInt(Math.max(1, doubt.cases.length)), 1n),
      );
      return combinations.every((count) => count === combinations[0]);
    });
}

/** A share of the sets, or of those that have something in common. */
export type Share = {
  readonly share: Amount;
  readonly error: number | null;
  /** How many sets, or draws, it is a share of. */
  readonly sets: number;
};

/**
 * A share in whole per cent, halves up: `52 %`. What is not exactly none or all is never told so:
 * `under 1 %`, `over 99 %`.
 */
export function percentWords(share: Amount): string {
  const value = amountValue(share);
  const size = value.n < 0n ? rational(-value.n, value.d) : value;
  const rounded = (size.n * 200n + size.d) / (size.d * 2n);
  if (rounded === 0n && size.n !== 0n) return 'under 1 %';
  if (rounded === 100n && compare(size, one) < 0) return 'over 99 %';
  return `${rounded} %`;
}

/** Twice a standard error in whole per cent, rounded up: ` ± 2`; empty where nothing was drawn. */
export function errorWords(error: number | null): string {
  if (error === null || error === 0) return '';
  const value = multiply(amountValue(error), rational(200n));
  return ` ± ${(value.n + value.d - 1n) / value.d}`;
}

/** The number of sets, where every set counts once. */
function countOf(counting: Counting, { share, sets }: Share): number | undefined {
  if (counting !== 'each once') return undefined;
  const count = multiply(amountValue(share), rational(BigInt(sets)));
  return count.d === 1n ? Number(count.n) : undefined;
}

/** A share for a cell of a table: `8 of 16`, `52 %`, `41 % ± 2`. */
export function shareCell(counting: Counting, share: Share): string {
  const count = countOf(counting, share);
  if (count !== undefined) return `${groupedDigits(count)} of ${groupedDigits(share.sets)}`;
  if (counting === 'draws' && isNone(share.share)) return 'no draw';
  if (counting === 'draws' && isAll(share.share)) return 'every draw';
  return withError(share);
}

/** Two shares of the same sets as a range: `3 to 5 of 16`, `19 % to 31 %`; one where they are equal. */
export function rangeCell(counting: Counting, low: Share, high: Share): string {
  if (compare(amountValue(low.share), amountValue(high.share)) === 0)
    return shareCell(counting, low);
  const count = countOf(counting, low);
  return count === undefined
    ? `${shareCell(counting, low)} to ${shareCell(counting, high)}`
    : `${groupedDigits(count)} to ${shareCell(counting, high)}`;
}

/**
 * A share inside a sentence: `in 10 of the 12 combinations`, `in none of the 12`, `in 52 % of the
 * combinations`, `in 41 % ± 2 of the draws`.
 *
 * @param noun - what is counted, in the plural; undefined where it was just named.
 */
export function shareIn(counting: Counting, share: Share, noun: string | undefined): string {
  const count = countOf(counting, share);
  if (count !== undefined) return countIn(count, share.sets, noun);
  if (counting === 'draws') {
    if (isNone(share.share)) return 'in no draw';
    if (isAll(share.share)) return 'in every draw';
    return `in ${withError(share)} of the draws`;
  }
  if (isAll(share.share)) return noun === undefined ? 'in all of those' : `in all ${noun}`;
  const of = noun === undefined ? 'of those' : `of the ${noun}`;
  return isNone(share.share) ? `in none ${of}` : `in ${withError(share)} ${of}`;
}

function countIn(count: number, sets: number, noun: string | undefined): string {
  const told = noun === undefined ? '' : ` ${noun}`;
  const all = groupedDigits(sets);
  if (sets === 1) {
    const single = told.replace(/^ combinations/u, ' combination');
    return count === 1 ? `in the one${single}` : `not in the one${single}`;
  }
  if (count === 0 && sets === 2)
    return `in neither${noun === undefined ? ' of those' : ' combination'}`;
  if (count === sets) return sets === 2 ? `in both${told}` : `in all ${all}${told}`;
  return `in ${count === 0 ? 'none' : groupedDigits(count)} of the ${all}${told}`;
}

function withError({ share, error }: Share): string {
  const percent = percentWords(share);
  return /^\d/u.test(percent) ? `${percent}${errorWords(error)}` : percent;
}

/** Whether a share is exactly nothing. */
export function isNone(share: Amount): boolean {
  return compare(amountValue(share), zero) === 0;
}

/** Whether a share is exactly everything. */
export function isAll(share: Amount): boolean {
  return compare(amountValue(share), one) === 0;
}

/** Whether it is neither so in all sets nor in none. */
export function isInDoubt({ share }: { readonly share: Amount }): boolean {
  return !isNone(share) && !isAll(share);
}

/** Greater amounts first, for sorting; equal ones keep their order. */
export function byAmount<T>(amountOf: (item: T) => Amount): (a: T, b: T) => number {
  const value = (item: T): Rational => amountValue(amountOf(item));
  return (a, b) => compare(value(b), value(a));
}
