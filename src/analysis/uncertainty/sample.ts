import type { Rational } from '../../core/rational.js';
import type { AssumptionSet, Doubt } from './doubt.js';

/**
 * Yes-or-no answers under many assumption sets, one row a set.
 *
 * Row-major bits: answer `column` of row `row` is bit `column % 8` (lowest first) of byte
 * `row * bytesOf(columns) + floor(column / 8)`. Column 0 says whether the set is possible at all: where
 * it is not (its today breaks a rule, or no outcome is possible), the set counts nowhere. Column 1 says
 * whether it is among those asked about (`given`; every possible one where nothing is given): where it
 * is not, it counts nowhere either. Answers begin with column 2; they are all no where one of the two is.
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
