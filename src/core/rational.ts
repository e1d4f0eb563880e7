/** Exact fractions, for the folders that see numbers only through the case. */
export {
  add,
  compare,
  divide,
  formatRational,
  multiply,
  one,
  parseRational,
  type Rational,
  rational,
  subtract,
  zero,
} from '../numeric/rational.js';
