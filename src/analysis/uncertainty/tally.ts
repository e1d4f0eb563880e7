import { type Rational, rational } from '../../core/rational.js';
import { conditionsOf, isMet, stepsOfRange } from './assumption-set.js';
import { type BitSet, countBoth, emptySet, intersection } from './bit-set.js';
import type { Doubt } from './doubt.js';
import { bytesOf, countRows } from './rows.js';
import type { Sample } from './sample.js';

/**
 * A sample turned on its side, for counting: which of its rows answer yes, column by column.
 *
 * Rows of one weight stand together, beginning with a new word, so that a weighted count is a few
 * counts of bits, each times a weight.
 */
export type Tally = {
  readonly doubts: readonly Doubt[];
  /** Whether these are all the sets there are, by their weights; else draws, which count alike. */
  readonly isExact: boolean;
  /** Rows left out because today breaks a rule in them, and possible ones outside what is given. */
  readonly impossible: number;
  readonly notGiven: number;
  /** Rows that count, and for each column those of them that answer yes. */
  readonly counted: BitSet;
  readonly columns: readonly BitSet[];
  /** Of each doubt, by its place, for each of its cases the rows that count and in which it acts so. */
  readonly casesOf: (doubt: number) => readonly BitSet[];
  /** Size and weight of a ∩ b, weights in one unit that stands for all. */
  readonly weigh: (a: BitSet, b: BitSet) => Weighed;
};

export type Weighed = { readonly rows: number; readonly weight: bigint };

/** Ids of the two cases in which a number is counted: the halves of its range. */
const halves = ['lower', 'upper'];

/**
 * Ids of the cases by which a doubt is counted.
 *
 * A number is counted by the lower and the upper half of its range; the very middle is in the lower.
 */
export function countedCases({ about, cases }: Doubt): readonly string[] {
  return about.kind === 'number' ? halves : cases;
}

/**
 * Turns a sample on its side.
 *
 * @param given - a column; only rows that answer yes to it count.
 * @throws RangeError where rows, sets and weights are not equally many, or there is no column 0.
 *
 * Time O(rows × columns), and O(rows) for the cases of each doubt, whenever they are asked for.
 */
export function tallyOf(sample: Sample, given?: number): Tally {
  const { doubts, sets, rows, weights } = sample;
  if (rows.columns < 1 || countRows(rows) !== sets.length) {
    throw new RangeError(`tallyOf: ${countRows(rows)} rows for ${sets.length} sets`);
  }
  if (weights && weights.length !== sets.length) {
    throw new RangeError(`tallyOf: ${weights.length} weights for ${sets.length} sets`);
  }
  const { places, classes, size } = placesOf(sets.length, weights);
  const own = Array.from({ length: rows.columns }, () => emptySet(size));
  const bytes = bytesOf(rows.columns);
  for (const [column, answers] of own.entries()) {
    const bit = 1 << (column & 7);
    for (let row = 0, at = column >> 3; row < sets.length; row += 1, at += bytes) {
      if ((rows.bits[at] as number) & bit) include(answers, places[row] as number);
    }
  }
  const weigh = (a: BitSet, b: BitSet): Weighed => {
    let counted = 0;
    let total = 0n;
    for (const { weight, from, to } of classes) {
      const count = countBoth(a, b, from, to);
      counted += count;
      if (count > 0) total += weight * BigInt(count);
    }
    return { rows: counted, weight: total };
  };
  const possible = own[0] as BitSet;
  const within = given === undefined ? possible : own[given];
  if (!within) throw new RangeError(`tallyOf: there is no column ${given}`);
  const counted = intersection(possible, within);
  const isPossible = weigh(possible, possible).rows;
  const conditions = conditionsOf(doubts);
  return {
    doubts,
    isExact: weights !== undefined,
    impossible: sets.length - isPossible,
    notGiven: isPossible - weigh(counted, counted).rows,
    counted,
    columns: own.map((answers) => intersection(answers, counted)),
    casesOf(at) {
      const doubt = doubts[at];
      if (!doubt) throw new RangeError(`casesOf: there is no doubt ${at}`);
      const isNumber = doubt.about.kind === 'number';
      const taken = countedCases(doubt).map(() => emptySet(size));
      for (const [row, set] of sets.entries()) {
        if (!isMet(conditions[at], set)) continue;
        const chosen = set[at] as number;
        const its = taken[isNumber ? Number(chosen - 1 > stepsOfRange / 2) : chosen];
        if (its) include(its, places[row] as number);
      }
      return taken.map((its) => intersection(its, counted));
    },
    weigh,
  };
}

function include(bits: BitSet, place: number): void {
  bits[place >> 5] = (bits[place >> 5] as number) | (1 << (place & 31));
}

type WeightClass = { readonly weight: bigint; readonly from: number; readonly to: number };

/** Puts rows of equal weight together, weights in units of one over their common denominator. */
function placesOf(
  rows: number,
  weights: readonly Rational[] | undefined,
): {
  readonly places: Int32Array;
  readonly classes: readonly WeightClass[];
  readonly size: number;
} {
  if (!weights) {
    const places = Int32Array.from({ length: rows }, (_, row) => row);
    return { places, classes: [{ weight: 1n, from: 0, to: Math.ceil(rows / 32) }], size: rows };
  }
  const whole = weights.reduce((common, { d }) => common * rational(common, d).d, 1n);
  const members = new Map<bigint, number[]>();
  for (const [row, { n, d }] of weights.entries()) {
    const weight = (n * whole) / d;
    const own = members.get(weight);
    if (own) own.push(row);
    else members.set(weight, [row]);
  }
  const places = new Int32Array(rows);
  const classes: WeightClass[] = [];
  let word = 0;
  for (const [weight, own] of members) {
    for (const [offset, row] of own.entries()) places[row] = word * 32 + offset;
    const to = word + Math.ceil(own.length / 32);
    classes.push({ weight, from: word, to });
    word = to;
  }
  return { places, classes, size: word * 32 };
}
