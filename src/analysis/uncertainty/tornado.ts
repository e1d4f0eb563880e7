import { compare, type Rational, rational, subtract, zero } from '../../core/rational.js';
import type { BitSet } from './bit-set.js';
import { type Share, shareOf } from './shares.js';
import { countedCases, type Tally, type Weighed } from './tally.js';

/** How one column depends on one doubt. */
export type Bar = {
  /** By its place among the doubts. */
  readonly doubt: number;
  /** For each of its counted cases the share among the sets in which it acts so. */
  readonly cases: readonly (Share & { readonly id: string })[];
  /** Greatest share minus least; 0 where fewer than two cases have one. */
  readonly swing: Rational;
  /** Expected change of the share from learning which case it is. */
  readonly information: Rational;
  /**
   * Whether the swing is more than chance: above 0 where every set was counted; for draws above twice
   * its standard error, the root of the summed squares of the two shares' errors.
   */
  readonly isBeyondError: boolean;
};

/**
 * For some columns, how each depends on every doubt.
 *
 * Let W be the weight of the sets that count, W(c) that of those in which the doubt acts with case c,
 * Y(c) that of those of them that answer yes, and W(·) = Σ W(c), Y(·) = Σ Y(c). Then
 *
 *     share(c)    = Y(c) / W(c), among the sets in which the doubt acts with c and no others;
 *     swing       = max share(c) − min share(c), over the cases with a share;
 *     information = Σ W(c)/W · |share(c) − Y(·)/W(·)|.
 *
 * For a doubt that always acts W(·) = W, and this is the expected change of the share from learning
 * its case. One under a reading is compared with the sets of that reading; where the reading is not in
 * force (W(·) < W) learning it changes nothing, and counts so. Draws have W(c) = their number. A
 * number's cases are the halves of its range. Our own definition, after the expected absolute change
 * of value-of-information analysis.
 *
 * The information of draws is never below what chance alone gives: look at `isBeyondError` first.
 *
 * @returns for each column, in the order given, a bar for each doubt, in their order.
 * @throws RangeError for a column that is not there.
 *
 * Time O(cases of all doubts × columns × rows / 32 + doubts × rows).
 */
export function tornadoesOf(tally: Tally, columns: readonly number[]): readonly (readonly Bar[])[] {
  const answers = columns.map((column): readonly [BitSet, Bar[]] => {
    const own = tally.columns[column];
    if (!own) throw new RangeError(`tornadoesOf: there is no column ${column}`);
    return [own, []];
  });
  const all = tally.weigh(tally.counted, tally.counted);
  for (const [doubt, what] of tally.doubts.entries()) {
    const ids = countedCases(what);
    const taken = tally.casesOf(doubt);
    const wholes = taken.map((sets) => tally.weigh(sets, sets));
    for (const [own, bars] of answers) {
      const parts = taken.map((sets) => tally.weigh(sets, own));
      const cases = parts.map((part, at) => ({
        id: ids[at] as string,
        ...shareOf(part, wholes[at] as Weighed, tally.isExact),
      }));
      bars.push({ doubt, cases, ...extent(cases), information: information(parts, wholes, all) });
    }
  }
  return answers.map(([, bars]) => bars);
}

function extent(cases: readonly Share[]): Pick<Bar, 'swing' | 'isBeyondError'> {
  const known = cases.filter((own): own is Share & { share: Rational } => own.share !== undefined);
  const [first] = known;
  if (!first) return { swing: zero, isBeyondError: false };
  const least = known.reduce((a, b) => (compare(b.share, a.share) < 0 ? b : a), first);
  const greatest = known.reduce((a, b) => (compare(b.share, a.share) > 0 ? b : a), first);
  const swing = subtract(greatest.share, least.share);
  const [low = 0, high = 0] = [least.error, greatest.error];
  const size = Number(swing.n) / Number(swing.d);
  return {
    swing,
    isBeyondError: swing.n > 0n && size > 2 * Math.sqrt(low * low + high * high),
  };
}

/** Σ |Y(c) W(·) − Y(·) W(c)| / (W W(·)): the formula above, multiplied out. */
function information(
  parts: readonly Weighed[],
  wholes: readonly Weighed[],
  { weight: all }: Weighed,
): Rational {
  const yes = parts.reduce((sum, { weight }) => sum + weight, 0n);
  const acting = wholes.reduce((sum, { weight }) => sum + weight, 0n);
  if (acting === 0n) return zero;
  const moved = parts.reduce((sum, part, at) => {
    const change = part.weight * acting - yes * (wholes[at] as Weighed).weight;
    return sum + (change < 0n ? -change : change);
  }, 0n);
  return rational(moved, all * acting);
}
