import type { Rational } from '../../core/rational.js';
import { type Control, uncontrolled } from '../../core/report.js';
import { eliminationOrder } from './elimination-order.js';
import {
  type MovedSet,
  nothingChosen,
  type Part,
  type PointSet,
  readPart,
  type Sums,
  undominatedUnion,
} from './point-set.js';
import type { Frontier, Problem, Restriction } from './problem.js';
import {
  hasSmallSums,
  type JointTable,
  type ScaledProblem,
  scaleProblem,
  sizeOf,
  stridesOf,
} from './scaled-problem.js';

/** How much a merge may do before it gives up. */
export type MergeLimits = {
  /** Points of the frontier. */
  readonly points: number;
  /** Points of any set on the way to it. */
  readonly pointsBetween: number;
  /** Sums formed, over the whole work. */
  readonly sums: number;
};

/** Enough for about a minute of work; frontiers above 20,000 points are reported by their solutions. */
export const mergeLimits: MergeLimits = { points: 20_000, pointsBetween: 100_000, sums: 1e8 };

/** A frontier, or which limit was in the way. */
export type Merged =
  | {
      readonly kind: 'frontier';
      readonly frontier: Frontier<readonly number[]>;
      readonly work: MergeWork;
    }
  | { readonly kind: 'limit'; readonly limit: keyof MergeLimits; readonly most: number }
  | { readonly kind: 'stopped' };

/** What the merge did: sums formed, and the largest set it kept. */
export type MergeWork = { readonly sums: number; readonly largest: number };

/** Sets of points for each combination of choices on some issues; undefined where none is feasible. */
type Message = {
  readonly scope: readonly number[];
  readonly sets: readonly (PointSet | undefined)[];
  /** For each party the sum of the best values of the tables that the sets are sums of. */
  readonly best: readonly bigint[];
};

/** Sums formed at once; bounds the memory of one step. */
const sumsAtOnce = 1_000_000;

/**
 * The Pareto frontier of a factored problem, without listing its outcomes.
 *
 * Issues are eliminated one by one. Eliminating issue v gathers the tables and sets that mention v and
 * leaves, for each combination of choices of the other issues that they mention, the undominated sums
 * over the choices of v. A part of an efficient outcome is efficient among the parts with the same
 * choices on the issues still tied to it, since the rest adds the same to both: so nothing on the
 * frontier is lost, and the number of outcomes at each of its points is exact. Where no table ties
 * issues together this adds one issue at a time to the undominated sums so far.
 *
 * Source: multi-objective bucket elimination, after Rollon and Larrosa (2006), "Bucket elimination for
 * multiobjective optimization problems", Journal of Heuristics 12; for separate issues Nemhauser and
 * Ullmann (1969), "Discrete dynamic programming and capital allocation", Management Science 15(9).
 * Departures: equal sums are counted together; part sums that cannot reach `atLeast` even with the
 * best remainder are dropped, which leaves exactly the frontier of the outcomes that reach it.
 *
 * @param atLeast - for each party an amount that outcomes must give; undefined for none.
 * @returns the frontier; it is empty when no outcome is feasible and reaches `atLeast`. Or the limit
 *   that was hit: nothing is ever left out silently.
 * @throws RangeError for a malformed problem, or an `atLeast` of another length than the parties.
 *
 * Exponential only in the number of issues tied together. Exact: doubles while all sums stay below
 * 2^53, else bigints.
 */
export function mergedFrontier(
  problem: Problem,
  atLeast?: readonly Rational[],
  limits: MergeLimits = mergeLimits,
  control: Control = uncontrolled,
): Merged {
  const scaled = scaleProblem(problem);
  const { choices, parties, best } = scaled;
  if (atLeast && atLeast.length !== parties) {
    throw new RangeError(`mergedFrontier: ${atLeast.length} amounts for ${parties} parties`);
  }
  const isSmall = hasSmallSums(scaled);
  const floors = atLeast?.map((amount, party) => leastSum(scaled, party, amount));
  if (floors?.some((floor, party) => floor > (best[party] as bigint))) {
    return {
      kind: 'frontier',
      frontier: { points: [], outcomes: 0n },
      work: { sums: 0, largest: 0 },
    };
  }
  const work = { sums: 0, largest: 0 };
  let hit: Merged | undefined;

  /** The undominated sums of all pairs of moved sets, in bounded portions. */
  const unite = (moved: Iterable<MovedSet>, reachable: readonly bigint[]): PointSet | undefined => {
    const least = floors?.map((floor, party) => floor - (reachable[party] as bigint));
    const bound: Sums | undefined = least && isSmall ? Float64Array.from(least, Number) : least;
    let known: PointSet | undefined;
    let batch: MovedSet[] = [];
    let sums = 0;
    const flush = () => {
      if (known) batch.push(stayed(known, parties, isSmall));
      known = undominatedUnion(batch, parties, bound);
      work.largest = Math.max(work.largest, known.size);
      batch = [];
      sums = 0;
      if (known.size > limits.pointsBetween) {
        hit = { kind: 'limit', limit: 'pointsBetween', most: limits.pointsBetween };
      }
    };
    for (const one of moved) {
      batch.push(one);
      sums += one.set.size;
      work.sums += one.set.size;
      if (work.sums > limits.sums) hit = { kind: 'limit', limit: 'sums', most: limits.sums };
      if (hit) return undefined;
      if (sums >= sumsAtOnce) {
        if (control.stopped()) hit = { kind: 'stopped' };
        else flush();
        if (hit) return undefined;
      }
    }
    if (batch.length > 0) flush();
    return hit || known?.size === 0 ? undefined : known;
  };

  const order = eliminationOrder(choices, [
    ...scaled.tables.map(({ scope }) => scope),
    ...scaled.restrictions.map(({ scope }) => scope),
  ]);
  const numbering = strideNumbers(choices);
  const emptyRestriction = scaled.restrictions.find(({ scope }) => scope.length === 0);
  let isFeasible = emptyRestriction === undefined || emptyRestriction.allowed[0] === 1;
  let tables = scaled.tables;
  let restrictions: readonly Restriction[] = scaled.restrictions;
  let messages: readonly Message[] = [];
  const separate: Message[] = [];
  for (const [done, issue] of order.entries()) {
    control.progress(done, order.length);
    if (control.stopped()) return { kind: 'stopped' };
    const mentions = ({ scope }: { readonly scope: readonly number[] }) => scope.includes(issue);
    const lacks = (one: { readonly scope: readonly number[] }) => !mentions(one);
    const message = eliminate(
      scaled,
      issue,
      tables.filter(mentions),
      restrictions.filter(mentions),
      messages.filter(mentions),
      numbering[issue] as bigint,
      isSmall,
      unite,
      limits.sums,
    );
    if (message === 'too wide') return { kind: 'limit', limit: 'sums', most: limits.sums };
    if (hit) return hit;
    tables = tables.filter(lacks);
    restrictions = restrictions.filter(lacks);
    messages = messages.filter(lacks);
    if (message.scope.length > 0) messages = [...messages, message];
    else separate.push(message);
  }

  let all = nothingChosen(parties, isSmall);
  // What the sets still to come can add is known exactly: each party's greatest sum in each.
  const rest = separate.map(({ sets: [set] }) => greatestSums(set, parties));
  for (const [at, { sets }] of separate.entries()) {
    const [set] = sets;
    if (!set) isFeasible = false;
    if (!isFeasible || !set) break;
    if (control.stopped()) return { kind: 'stopped' };
    const reachable = best.map((_, party) =>
      rest.slice(at + 1).reduce((sum, own) => sum + (own[party] as bigint), 0n),
    );
    const next = unite(pairs(all, set, parties), reachable);
    if (hit) return hit;
    if (!next) isFeasible = false;
    else all = next;
  }
  if (!isFeasible) return { kind: 'frontier', frontier: { points: [], outcomes: 0n }, work };
  if (all.size > limits.points) return { kind: 'limit', limit: 'points', most: limits.points };
  control.progress(order.length, order.length);
  return { kind: 'frontier', frontier: frontierOf(all, scaled), work };
}

/** The least sum of values that gives a party an amount. */
function leastSum(scaled: ScaledProblem, party: number, amount: Rational): bigint {
  // (offset + unit · sum) / denominator ≥ n / d, with unit, denominator and d positive.
  const d = amount.d * (scaled.units[party] as bigint);
  const n =
    amount.n * (scaled.denominators[party] as bigint) -
    (scaled.offsets[party] as bigint) * amount.d;
  const quotient = n / d;
  return n > 0n && quotient * d < n ? quotient + 1n : quotient;
}

function eliminate(
  scaled: ScaledProblem,
  issue: number,
  tables: readonly JointTable[],
  restrictions: readonly Restriction[],
  messages: readonly Message[],
  stride: bigint,
  isSmall: boolean,
  unite: (moved: Iterable<MovedSet>, reachable: readonly bigint[]) => PointSet | undefined,
  mostCombinations: number,
): Message | 'too wide' {
  const { choices, parties } = scaled;
  const scope = [...new Set([...tables, ...restrictions, ...messages].flatMap((one) => one.scope))]
    .filter((one) => one !== issue)
    .sort((a, b) => a - b);
  const combinations = sizeOf(choices, scope);
  if (combinations * (choices[issue] as number) > mostCombinations) return 'too wide';
  const best = scaled.best.map((_, party) =>
    [...tables, ...messages].reduce((sum, one) => sum + (one.best[party] as bigint), 0n),
  );
  const reachable = scaled.best.map((all, party) => all - (best[party] as bigint));
  const levels = scaled.choices.map(() => 0);
  const places = [...tables, ...restrictions, ...messages].map((one) => ({
    scope: one.scope,
    strides: stridesOf(choices, one.scope),
  }));
  const placeOf = (at: number): number => {
    const { scope: own, strides } = places[at] as (typeof places)[number];
    let place = 0;
    for (let one = 0; one < own.length; one += 1) {
      place += (levels[own[one] as number] as number) * (strides[one] as number);
    }
    return place;
  };
  const sets: (PointSet | undefined)[] = [];
  for (let combination = 0; combination < combinations; combination += 1) {
    let rest = combination;
    for (const one of scope) {
      levels[one] = rest % (choices[one] as number);
      rest = Math.floor(rest / (choices[one] as number));
    }
    const moved: MovedSet[] = [];
    for (let choice = 0; choice < (choices[issue] as number); choice += 1) {
      levels[issue] = choice;
      if (restrictions.some(({ allowed }, at) => allowed[placeOf(tables.length + at)] !== 1))
        continue;
      const received = messages.map(
        ({ sets: own }, at) => own[placeOf(tables.length + restrictions.length + at)],
      );
      if (received.some((set) => set === undefined)) continue;
      const sums = Array<bigint>(parties).fill(0n);
      tables.forEach(({ values }, at) => {
        const place = placeOf(at);
        values.forEach((own, party) => {
          if (own) sums[party] = (sums[party] as bigint) + (own[place] as bigint);
        });
      });
      let joined: PointSet | undefined = received[0] ?? nothingChosen(parties, isSmall);
      for (const set of received.slice(1)) {
        // Joined parts still lack the rest of these tables: that only drops less.
        if (joined && set) joined = unite(pairs(joined, set, parties), scaled.best);
      }
      if (!joined) continue;
      const part: Part = { number: BigInt(choice) * stride, issue, choice, halves: undefined };
      const by: Sums = isSmall ? Float64Array.from(sums, Number) : sums;
      moved.push({ set: joined, by, count: 1n, parts: [part] });
    }
    sets.push(unite(moved, reachable));
  }
  return { scope, sets, best };
}

/** Every pair of points of two sets: the larger, moved by each point of the smaller. */
function* pairs(a: PointSet, b: PointSet, parties: number): Generator<MovedSet> {
  const [large, small] = a.size >= b.size ? [a, b] : [b, a];
  for (let point = 0; point < small.size; point += 1) {
    yield {
      set: large,
      by: small.sums.slice(point * parties, (point + 1) * parties),
      count: small.counts[point] as bigint,
      parts: small.parts[point] as readonly Part[],
    };
  }
}

function stayed(set: PointSet, parties: number, isSmall: boolean): MovedSet {
  const nothing = nothingChosen(parties, isSmall);
  return { set, by: nothing.sums, count: 1n, parts: nothing.parts[0] as readonly Part[] };
}

function greatestSums(set: PointSet | undefined, parties: number): readonly bigint[] {
  return Array.from({ length: parties }, (_, party) => {
    let greatest: number | bigint = set?.sums[party] ?? 0;
    for (let point = 1; point < (set?.size ?? 0); point += 1) {
      const sum = set?.sums[point * parties + party] as number | bigint;
      if (sum > greatest) greatest = sum;
    }
    return BigInt(greatest);
  });
}

/** How far apart the numbers of outcomes stand that differ by one choice of an issue. */
function strideNumbers(choices: readonly number[]): readonly bigint[] {
  const strides: bigint[] = [];
  choices.reduce((stride, count) => {
    strides.push(stride);
    return stride * BigInt(count);
  }, 1n);
  return strides;
}

function frontierOf(set: PointSet, scaled: ScaledProblem): Frontier<readonly number[]> {
  const { parties, choices, offsets, units } = scaled;
  const points = set.counts.map((count, point) => ({
    amounts: offsets.map(
      (offset, party) =>
        offset +
        (units[party] as bigint) * BigInt(set.sums[point * parties + party] as number | bigint),
    ),
    count,
    outcomes: (set.parts[point] as readonly Part[]).map((part) =>
      readPart(part, Array<number>(choices.length).fill(0)),
    ),
  }));
  return { points, outcomes: set.counts.reduce((sum, count) => sum + count, 0n) };
}
