/** Exact fractions, for the folders that see numbers only through the case. */
export {
  add,
  divide,
  formatRational,
  one,
  parseRational,
  type Rational,
  rational,
  zero,
} from '../numeric/rational.js';
