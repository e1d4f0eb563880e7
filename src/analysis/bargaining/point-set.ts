import { dominanceFilter } from './dominance-filter.js';
import { mostOutcomesKept } from './problem.js';

/**
 * Part of an outcome: choices on some issues, as a tree.
 *
 * Its number is Σ choice · stride in the numbering of all outcomes, so that numbers of parts that
 * share no issue add up, and a part that comes first in order comes first in every whole.
 */
export type Part = {
  readonly number: bigint;
  readonly issue: number;
  readonly choice: number;
  /** Two smaller parts, where it is not a single choice. */
  readonly halves: readonly [Part, Part] | undefined;
};

/** Sums of doubles where these are exact, else bigints; row-major, one sum a party. */
export type Sums = Float64Array | readonly bigint[];

/** Different sums, descending by the first party's, then the second's; none dominates another. */
export type PointSet = {
  readonly sums: Sums;
  readonly size: number;
  /** For each point how many part-outcomes have these sums. */
  readonly counts: readonly bigint[];
  /** For each point the first few of them, ascending. */
  readonly parts: readonly (readonly Part[])[];
};

/** A set moved by one vector, which some part-outcomes give. */
export type MovedSet = {
  readonly set: PointSet;
  readonly by: Sums;
  readonly count: bigint;
  readonly parts: readonly Part[];
};

/** The choices that a part makes, written into a list with a place for every issue. */
export function readPart(part: Part, into: number[]): number[] {
  if (part.halves) for (const half of part.halves) readPart(half, into);
  else if (part.issue >= 0) into[part.issue] = part.choice;
  return into;
}

/** The set of the one point 0, given by choosing nothing. */
export function nothingChosen(parties: number, isSmall: boolean): PointSet {
  return {
    sums: isSmall ? new Float64Array(parties) : Array<bigint>(parties).fill(0n),
    size: 1,
    counts: [1n],
    parts: [[{ number: 0n, issue: -1, choice: 0, halves: undefined }]],
  };
}

/**
 * The undominated points of a union of moved sets, with the number of ways to each.
 *
 * Sets must be over the same issues, and no part-outcome be given twice. Moving a set keeps its order,
 * so the union is merged, not sorted.
 *
 * @param least - for each party a sum below which a point is dropped; undefined to drop none.
 *
 * Time O(n log m) to merge n points of m sets, and the dominance filter; memory O(n).
 */
export function undominatedUnion(
  moved: readonly MovedSet[],
  parties: number,
  least: Sums | undefined,
): PointSet {
  const most = moved.reduce((sum, { set }) => sum + set.size, 0);
  const from = new Int32Array(most);
  const place = new Int32Array(most);
  const ends: number[] = [];
  const isSmall = moved.every(({ set }) => set.sums instanceof Float64Array);
  const gathered = isSmall
    ? addDoubles(moved, parties, least as Float64Array | undefined, from, place, ends)
    : addBigints(moved, parties, least as readonly bigint[] | undefined, from, place, ends);
  const total = ends.at(-1) ?? 0;
  const table = gathered instanceof Float64Array ? gathered : ranksOf(gathered, parties);
  const order = mergeRuns(table, parties, ends);

  const isKept = dominanceFilter(parties);
  const kept: number[] = [];
  /** Positions in `order` where the ways to each kept point end. */
  const waysEnd: number[] = [];
  const ways = new Int32Array(total);
  let waysTotal = 0;
  for (let at = 0; at < total; at += 1) {
    const row = order[at] as number;
    const last = kept.length - 1;
    if (last >= 0 && compareRows(table, parties, row, kept[last] as number) === 0) {
      ways[waysTotal++] = row;
      waysEnd[last] = waysTotal;
    } else if (isKept(table, row)) {
      kept.push(row);
      ways[waysTotal++] = row;
      waysEnd.push(waysTotal);
    }
  }
  const counts: bigint[] = [];
  const parts: (readonly Part[])[] = [];
  let start = 0;
  for (const end of waysEnd) {
    let count = 0n;
    let own: readonly Part[] = [];
    for (let at = start; at < end; at += 1) {
      const row = ways[at] as number;
      const one = moved[from[row] as number] as MovedSet;
      const origin = place[row] as number;
      const known = one.set.counts[origin] as bigint;
      count += one.count === 1n ? known : known * one.count;
      const joined = joinParts(one.set.parts[origin] as readonly Part[], one.parts);
      own = own.length === 0 ? joined : firstParts([...own, ...joined]);
    }
    counts.push(count);
    parts.push(own);
    start = end;
  }
  return { sums: rowsOf(gathered, parties, kept), size: kept.length, counts, parts };
}

function joinParts(some: readonly Part[], others: readonly Part[]): readonly Part[] {
  const joined = some.flatMap((a) =>
    others.map((b): Part => {
      if (a.halves === undefined && a.issue < 0) return b;
      if (b.halves === undefined && b.issue < 0) return a;
      return { number: a.number + b.number, issue: -1, choice: 0, halves: [a, b] };
    }),
  );
  return joined.length > 1 ? firstParts(joined) : joined;
}

function firstParts(parts: readonly Part[]): readonly Part[] {
  return [...parts]
    .sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0))
    .slice(0, mostOutcomesKept);
}

function addDoubles(
  moved: readonly MovedSet[],
  parties: number,
  least: Float64Array | undefined,
  from: Int32Array,
  place: Int32Array,
  ends: number[],
): Float64Array {
  const table = new Float64Array(from.length * parties);
  let rows = 0;
  moved.forEach(({ set, by }, index) => {
    for (let point = 0; point < set.size; point += 1) {
      let isEnough = true;
      for (let party = 0; party < parties; party += 1) {
        const sum = (set.sums[point * parties + party] as number) + (by[party] as number);
        if (least && sum < (least[party] as number)) isEnough = false;
        table[rows * parties + party] = sum;
      }
      if (!isEnough) continue;
      from[rows] = index;
      place[rows] = point;
      rows += 1;
    }
    ends.push(rows);
  });
  return table;
}

function addBigints(
  moved: readonly MovedSet[],
  parties: number,
  least: readonly bigint[] | undefined,
  from: Int32Array,
  place: Int32Array,
  ends: number[],
): readonly bigint[] {
  const table: bigint[] = [];
  let rows = 0;
  moved.forEach(({ set, by }, index) => {
    for (let point = 0; point < set.size; point += 1) {
      const sums = Array.from(
        { length: parties },
        (_, party) => (set.sums[point * parties + party] as bigint) + (by[party] as bigint),
      );
      if (least && sums.some((sum, party) => sum < (least[party] as bigint))) continue;
      table.push(...sums);
      from[rows] = index;
      place[rows] = point;
      rows += 1;
    }
    ends.push(rows);
  });
  return table;
}

/** Dense ranks within each party: they compare as the bigints do. */
function ranksOf(table: readonly bigint[], parties: number): Float64Array {
  const ranks = new Float64Array(table.length);
  for (let party = 0; party < parties; party += 1) {
    const own = table.filter((_, at) => at % parties === party);
    const different = [...new Set(own)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const rank = new Map(different.map((value, at) => [value, at]));
    own.forEach((value, row) => {
      ranks[row * parties + party] = rank.get(value) as number;
    });
  }
  return ranks;
}

function rowsOf(table: Sums, parties: number, rows: readonly number[]): Sums {
  const value = (at: number) =>
    table[(rows[Math.floor(at / parties)] as number) * parties + (at % parties)];
  const length = rows.length * parties;
  if (!(table instanceof Float64Array)) {
    return Array.from({ length }, (_, at) => value(at) as bigint);
  }
  const sums = new Float64Array(length);
  for (let at = 0; at < length; at += 1) sums[at] = value(at) as number;
  return sums;
}

/** Negative when row a stands before row b: greater in the first amount that differs. */
function compareRows(table: Float64Array, parties: number, a: number, b: number): number {
  for (let party = 0; party < parties; party += 1) {
    const difference =
      (table[b * parties + party] as number) - (table[a * parties + party] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The rows in descending order, from runs that are already so; each run ends where `ends` says. */
function mergeRuns(table: Float64Array, parties: number, ends: readonly number[]): Int32Array {
  const total = ends.at(-1) ?? 0;
  let order = Int32Array.from({ length: total }, (_, row) => row);
  let other = new Int32Array(total);
  let runs: readonly number[] = ends.filter((end, at) => end > (ends[at - 1] ?? 0));
  while (runs.length > 1) {
    const merged: number[] = [];
    let start = 0;
    for (let at = 0; at < runs.length; at += 2) {
      const middle = runs[at] as number;
      const end = runs[at + 1] ?? middle;
      let left = start;
      let right = middle;
      for (let to = start; to < end || to < middle; to += 1) {
        const isLeft =
          right >= end ||
          (left < middle &&
            compareRows(table, parties, order[left] as number, order[right] as number) <= 0);
        other[to] = order[isLeft ? left++ : right++] as number;
      }
      start = Math.max(middle, end);
      merged.push(start);
    }
    runs = merged;
    [order, other] = [other, order];
  }
  return order;
}
