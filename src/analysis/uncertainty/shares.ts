import { type Rational, rational } from '../../core/rational.js';
import type { Tally, Weighed } from './tally.js';

/** In what share of sets something is so. */
export type Share = {
  /** Sets, or draws, in which it is so, and in all. */
  readonly count: number;
  readonly sets: number;
  /** By weight; undefined where no set counts, or none that has a weight. */
  readonly share: Rational | undefined;
  /** Standard error of a share of draws; undefined where every set was counted, or none. */
  readonly error: number | undefined;
};

/**
 * The share of each column among the sets that count.
 *
 * All sets listed: Σ weights of the sets with yes / Σ weights, over the possible and given ones, so
 * that weights add up to one again; exact. Draws: count / n, exact, with its standard error.
 *
 * Time O(columns × rows / 32).
 */
export function sharesOf(tally: Tally): readonly Share[] {
  const all = tally.weigh(tally.counted, tally.counted);
  return tally.columns.map((column) => shareOf(tally.weigh(column, column), all, tally.isExact));
}

/** The share of some weighed sets in others that hold them. */
export function shareOf(part: Weighed, whole: Weighed, isExact: boolean): Share {
  return {
    count: part.rows,
    sets: whole.rows,
    share: whole.weight === 0n ? undefined : rational(part.weight, whole.weight),
    error: isExact || whole.rows === 0 ? undefined : standardError(part.rows, whole.rows),
  };
}

/**
 * Standard error of a share of draws, x yes among n: √(p̃(1 − p̃) / (n + 4)) with p̃ = (x + 2)/(n + 4).
 *
 * Source: Agresti and Coull (1998), "Approximate Is Better than 'Exact' for Interval Estimation of
 * Binomial Proportions", The American Statistician 52(2), 119–126: add two yes and two no. Unlike
 * √(p(1 − p)/n) it is never 0 where every draw agrees, which would say that a few draws were certain.
 */
export function standardError(x: number, n: number): number {
  const p = (x + 2) / (n + 4);
  return Math.sqrt((p * (1 - p)) / (n + 4));
}
