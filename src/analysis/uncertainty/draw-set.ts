import type { NumberRange } from '../../core/case.js';
import { divide, type Rational, rational, subtract } from '../../core/rational.js';
import { type Stream, streamOf } from '../../numeric/stream.js';
import { conditionsOf, isMet, stepsOfRange, weightOfCase } from './assumption-set.js';
import type { AssumptionSet, Doubt } from './doubt.js';

/**
 * One assumption set drawn by weight: draw number `draw` of a seed.
 *
 * Each acting doubt takes a case with its declared weight, else every case alike, exactly: an integer
 * below the common denominator of the weights says which. The doubt at place d uses item d of the
 * stream of (seed, draw) and nothing else, so a doubt added at the end changes no other. A number
 * takes one of the 1,001 values of its range: uniform, each alike; triangular, see `triangularStep`.
 *
 * @returns a settled set; a number that acts is 1 to 1,001, never 0.
 * @throws RangeError for a seed or draw that is not a safe integer, 0 or more.
 *
 * Time O(doubts) on average; for many draws make a `drawerOf` once.
 */
export function drawSet(doubts: readonly Doubt[], seed: number, draw: number): AssumptionSet {
  return drawerOf(doubts, seed)(draw);
}

/** As `drawSet`, for many draws of one seed. */
export function drawerOf(doubts: readonly Doubt[], seed: number): (draw: number) => AssumptionSet {
  const conditions = conditionsOf(doubts);
  const take = doubts.map((doubt, item) =>
    doubt.about.kind === 'number' ? takeStep(doubt.about.range, item) : takeCase(doubt, item),
  );
  return (draw) => {
    const stream = streamOf(seed, draw);
    const set: number[] = [];
    // A reading is drawn before what hangs on it, which stands after it.
    for (const [at, taken] of take.entries()) {
      set.push(isMet(conditions[at], set) ? taken(stream) : 0);
    }
    return set;
  };
}

function takeCase(doubt: Doubt, item: number): (stream: Stream) => number {
  const { id, cases } = doubt;
  if (cases.length === 0) throw new RangeError(`drawSet: the doubt ${id} has no case`);
  const weights = cases.map((_, chosen) => weightOfCase(doubt, chosen));
  const whole = weights.reduce((common, { d }) => common * rational(common, d).d, 1n);
  let sum = 0n;
  const ends = weights.map(({ n, d }) => {
    sum += (n * whole) / d;
    return sum;
  });
  if (sum !== whole) {
    throw new RangeError(`drawSet: the weights of ${id} add up to ${sum}/${whole}, not to one`);
  }
  if (whole > BigInt(Number.MAX_SAFE_INTEGER)) {
    return (stream) => {
      const value = stream.belowBig(item, whole);
      return ends.findIndex((end) => value < end);
    };
  }
  const [size, bounds] = [Number(whole), ends.map(Number)];
  return (stream) => {
    const value = stream.below(item, size);
    return bounds.findIndex((end) => value < end);
  };
}

/** Resolution of a triangular draw; fine enough for the ends of its range to be drawn. */
const resolution = 0x100000000;

function takeStep({ low, high, mode }: NumberRange, item: number): (stream: Stream) => number {
  if (mode === undefined) return (stream) => 1 + stream.below(item, stepsOfRange + 1);
  const peak = peakOf(low, high, mode);
  return (stream) => 1 + triangularStep((stream.below(item, resolution) + 0.5) / resolution, peak);
}

/** Where in its range the mode lies, from 0 to 1, to 32 binary digits. */
function peakOf(low: Rational, high: Rational, mode: Rational): number {
  const width = subtract(high, low);
  if (width.n <= 0n) return 0;
  const { n, d } = divide(subtract(mode, low), width);
  if (n < 0n || n > d) throw new RangeError('drawSet: a mode lies outside its range');
  return Number((n * BigInt(resolution)) / d) / resolution;
}

/**
 * The thousandth of a range, 0 to 1,000, at quantile u of a triangular distribution.
 *
 * With the range as 0 … 1 and its peak at c: x = √(uc) for u < c, else 1 − √((1 − u)(1 − c)), the
 * inverse of F(x) = x²/c below c and 1 − (1 − x)²/(1 − c) above. The answer is the whole number
 * nearest to 1000x, the higher where two are equally near. It never falls as u grows; held to its own
 * side of c, because the two roots may differ by a last digit where they meet.
 *
 * Source: the textbook inverse of a triangular distribution; Kotz and van Dorp (2004), Beyond Beta,
 * chapter 1.
 *
 * @param u - above 0 and below 1.
 * @param c - 0 to 1.
 */
export function triangularStep(u: number, c: number): number {
  const x = u < c ? Math.min(c, Math.sqrt(u * c)) : Math.max(c, 1 - Math.sqrt((1 - u) * (1 - c)));
  return Math.floor(x * stepsOfRange + 0.5);
}
