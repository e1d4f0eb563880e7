import { add, compare, type Rational, rational, subtract } from '../../core/rational.js';
import { conditionsOf } from './assumption-set.js';
import { type BitSet, intersection } from './bit-set.js';
import { standardError } from './shares.js';
import { countedCases, type Tally } from './tally.js';

/** Two doubts whose joint effect on a column is not the sum of their own. */
export type InteractionFound = {
  readonly column: number;
  /** By their places among the doubts, the earlier first. */
  readonly doubts: readonly [number, number];
  /** Ids of the two cases of each, (a, a′) and (b, b′). */
  readonly cases: readonly [readonly [string, string], readonly [string, string]];
  readonly effect: Rational;
  /** Standard error of draws; undefined where every set was counted. */
  readonly error: number | undefined;
};

export type Interactions = {
  /** The greatest in size first, then by column and doubts. */
  readonly found: readonly InteractionFound[];
  /** How many more there are than were asked for. */
  readonly leftOut: number;
  /** Doubts with too many cases to be looked at here, by their places. */
  readonly tooMany: readonly number[];
};

/** Most cases of a doubt that is looked at: the orders of four neighbours. */
const mostCases = 24;

/**
 * For some columns, pairs of doubts whose joint effect is not the sum of their own.
 *
 * For two cases a < a′ of one doubt and b < b′ of a later one the effect is
 *
 *     share(a′, b′) − share(a′, b) − share(a, b′) + share(a, b),
 *
 * shares among the sets that count and in which both doubts act so. Of each pair of doubts and each
 * column the effect that is greatest in size is given, with its sign; of equal ones the first by
 * (a, a′, b, b′). It is 0, and left out, where the doubts add up. Four shares are needed: doubts that
 * never act together, or of which some combination has no weight, have none. Of draws only effects of
 * more than twice their standard error count, the root of the summed squares of the four shares'
 * errors; among many pairs some are so by chance.
 *
 * A number's cases are the halves of its range. A doubt of more than 24 cases is left out, and named.
 *
 * Source: the interaction contrast of a two-way table.
 *
 * @param most - how many are given at most; all where it is not said.
 * @throws RangeError for a column that is not there.
 *
 * Time O(pairs of cases of different doubts × columns × rows / 32).
 */
export function interactionsOf(
  tally: Tally,
  columns: readonly number[],
  most = Number.POSITIVE_INFINITY,
): Interactions {
  const answers = columns.map((column) => {
    const own = tally.columns[column];
    if (!own) throw new RangeError(`interactionsOf: there is no column ${column}`);
    return own;
  });
  const ids = tally.doubts.map(countedCases);
  const places = [...ids.keys()];
  const tooMany = places.filter((at) => (ids[at]?.length ?? 0) > mostCases);
  const looked = places.filter((at) => !tooMany.includes(at));
  const canMeet = meetings(tally);
  const found: InteractionFound[] = [];
  const taken = new Map(looked.map((at) => [at, tally.casesOf(at)]));
  for (const one of looked) {
    for (const two of looked) {
      if (two <= one || !canMeet(one, two)) continue;
      const cells = cellsOf(tally, taken.get(one) ?? [], taken.get(two) ?? [], answers);
      const width = ids[two]?.length ?? 0;
      for (const [at, column] of columns.entries()) {
        const best = greatestEffect(cells[at] ?? [], width, tally.isExact);
        if (!best) continue;
        const id = (doubt: number, chosen: number) => ids[doubt]?.[chosen] as string;
        const [a, aa, b, bb] = best.cases;
        found.push({
          column,
          doubts: [one, two],
          cases: [
            [id(one, a), id(one, aa)],
            [id(two, b), id(two, bb)],
          ],
          effect: best.effect,
          error: best.error,
        });
      }
    }
  }
  const order = new Map(columns.map((column, at) => [column, at]));
  const placeOf = (column: number) => order.get(column) ?? 0;
  const sorted = found.sort(
    (x, y) =>
      compare(size(y.effect), size(x.effect)) ||
      placeOf(x.column) - placeOf(y.column) ||
      x.doubts[0] - y.doubts[0] ||
      x.doubts[1] - y.doubts[1],
  );
  const kept = sorted.slice(0, most);
  return { found: kept, leftOut: sorted.length - kept.length, tooMany };
}

/** Whether two doubts can act in one set with more than one case each. */
function meetings({ doubts }: Tally): (one: number, two: number) => boolean {
  const conditions = conditionsOf(doubts);
  return (one, two) => {
    const [first, second] = [conditions[one], conditions[two]];
    if (first?.at === two || second?.at === one) return false;
    return !first || !second || first.at !== second.at || first.reading === second.reading;
  };
}

/** Share of one column among the sets with one case of each doubt: yes / all by weight. */
type Cell = {
  readonly yes: bigint;
  readonly all: bigint;
  readonly share: number;
  readonly error: number;
};

/** For each column its cells, row-major by the cases of the first doubt; undefined without weight. */
function cellsOf(
  { weigh }: Tally,
  first: readonly BitSet[],
  second: readonly BitSet[],
  answers: readonly BitSet[],
): readonly (readonly (Cell | undefined)[])[] {
  const both = first.flatMap((a) => second.map((b) => intersection(a, b)));
  const wholes = both.map((sets) => weigh(sets, sets));
  return answers.map((own) =>
    both.map((sets, at): Cell | undefined => {
      const { weight: all = 0n, rows = 0 } = wholes[at] ?? {};
      if (all === 0n) return undefined;
      const part = weigh(sets, own);
      return {
        yes: part.weight,
        all,
        share: Number(part.weight) / Number(all),
        error: standardError(part.rows, rows),
      };
    }),
  );
}

type Effect = {
  readonly cases: readonly [number, number, number, number];
  readonly effect: Rational;
  readonly error: number | undefined;
};

/** Beyond what rounding can do to four shares of size 1 at most. */
const roundingAtMost = 1e-12;

function greatestEffect(
  cells: readonly (Cell | undefined)[],
  width: number,
  isExact: boolean,
): Effect | undefined {
  let best: Effect | undefined;
  let bestSize = 0;
  const height = cells.length / width;
  for (let a = 0; a < height; a += 1) {
    for (let aa = a + 1; aa < height; aa += 1) {
      for (let b = 0; b < width; b += 1) {
        const [ab, aab] = [cells[a * width + b], cells[aa * width + b]];
        if (!ab || !aab) continue;
        for (let bb = b + 1; bb < width; bb += 1) {
          const [abb, aabb] = [cells[a * width + bb], cells[aa * width + bb]];
          if (!abb || !aabb) continue;
          // In floating point first: fractions are only needed where two effects are about as great.
          const near = Math.abs(aabb.share - aab.share - abb.share + ab.share);
          if (near < bestSize - roundingAtMost || isNought(aabb, aab, abb, ab)) continue;
          const error = isExact ? undefined : errorOf(aabb, aab, abb, ab);
          if (error !== undefined && near <= 2 * error) continue;
          const effect = effectOf(aabb, aab, abb, ab);
          if (effect.n === 0n) continue;
          if (best && compare(size(effect), size(best.effect)) <= 0) continue;
          best = { cases: [a, aa, b, bb], effect, error };
          bestSize = near;
        }
      }
    }
  }
  return best;
}

/** Whether equal shares cancel: cheap, and true of most effects that are 0. */
function isNought(aabb: Cell, aab: Cell, abb: Cell, ab: Cell): boolean {
  return (isSame(aabb, aab) && isSame(abb, ab)) || (isSame(aabb, abb) && isSame(aab, ab));
}

function isSame(x: Cell, y: Cell): boolean {
  return x.yes * y.all === y.yes * x.all;
}

function errorOf(...four: readonly Cell[]): number {
  return Math.sqrt(four.reduce((sum, { error }) => sum + error * error, 0));
}

function effectOf(aabb: Cell, aab: Cell, abb: Cell, ab: Cell): Rational {
  const share = ({ yes, all }: Cell) => rational(yes, all);
  return add(subtract(subtract(share(aabb), share(aab)), share(abb)), share(ab));
}

function size({ n, d }: Rational): Rational {
  return { n: n < 0n ? -n : n, d };
}
