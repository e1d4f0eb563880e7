import type { Rational } from '../../core/rational.js';
import type { AssumptionSet, Doubt } from './doubt.js';

/**
 * Yes-or-no answers under many assumption sets, one row a set.
 *
 * Row-major bits: answer `column` of row `row` is bit `column % 8` (lowest first) of byte
 * `row * bytesOf(columns) + floor(column / 8)`. Column 0 says whether the set is possible at all: where
 * it is not (its today breaks a rule), the set counts nowhere.
 */
export type Rows = {
  readonly columns: number;
  readonly bits: Uint8Array;
};

/** Assumption sets and what was answered under each. */
export type Sample = {
  readonly doubts: readonly Doubt[];
  readonly sets: readonly AssumptionSet[];
  readonly rows: Rows;
  /**
   * For each set its weight, where these are all the sets there are; undefined for draws, which count
   * alike because they were drawn by weight.
   */
  readonly weights: readonly Rational[] | undefined;
};
