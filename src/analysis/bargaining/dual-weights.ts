import { entryOf, linearBound } from './linear-bound.js';
import type { SearchSpace } from './search-space.js';

/**
 * A relaxed goal in floating point: it only guides the choice of weights and of a starting outcome.
 * Whatever it gives, the bounds made from the weights are exact.
 */
export type RoughGoal = {
  /** Weights to begin with, none negative. */
  readonly start: Float64Array;
  /** Better weights, given the sums that are greatest under the present ones. */
  readonly step: (weights: Float64Array, sums: Float64Array, size: number) => Float64Array;
  /** How high the bound is under the weights whose greatest weighted sum is `greatest`. */
  readonly height: (weights: Float64Array, greatest: number) => number;
  /** How good sums are; for outcomes that are not acceptable, how near they come. */
  readonly score: (sums: Float64Array) => number;
};

/** Weights with a low bound, and a good outcome. */
export type RoughBest = {
  readonly weights: Float64Array;
  readonly chosen: readonly number[] | undefined;
};

/** Steps of the sub-gradient method, and entries it may look at over all of them. */
const mostSteps = 400;
const mostEntriesRead = 20_000_000;

/**
 * Weights under which the linear bound is low, by sub-gradient steps, and a good outcome met on the way.
 *
 * Each step finds the outcome of the greatest weighted sum and moves the weights against its sums; each
 * new outcome is improved one issue at a time while that helps.
 *
 * Source: Held, Wolfe and Crowder (1974), "Validation of subgradient optimization", Mathematical
 * Programming 6. Floating point throughout; deterministic: only + − × ÷ and comparisons.
 */
export function roughBest(space: SearchSpace, goal: RoughGoal): RoughBest {
  const { problem, plan, rough } = space;
  const { parties } = problem;
  const entries = plan.buckets.reduce((sum, bucket) => sum + bucket.entries, 1);
  const steps = Math.max(20, Math.min(mostSteps, Math.floor(mostEntriesRead / entries)));
  let weights = goal.start;
  let lowest = Number.POSITIVE_INFINITY;
  let best = weights;
  let bestScore = Number.NEGATIVE_INFINITY;
  let bestChosen: readonly number[] | undefined;
  let size = 1;
  let idle = 0;
  const seen = new Set<string>();
  for (let step = 0; step < steps; step += 1) {
    const values = problem.tables.map(({ size: length }, table) => {
      const sums = new Float64Array(length);
      (rough[table] as (typeof rough)[number]).forEach((own, party) => {
        const weight = weights[party] as number;
        if (!own || weight === 0) return;
        for (let at = 0; at < length; at += 1) {
          sums[at] = (sums[at] as number) + weight * (own[at] as number);
        }
      });
      return sums;
    });
    const bound = linearBound(plan, problem, values);
    if (bound.greatest === Number.NEGATIVE_INFINITY) break;
    const height = goal.height(weights, bound.greatest);
    if (height < lowest) {
      lowest = height;
      best = weights;
      idle = 0;
    } else idle += 1;
    if (idle >= 15) {
      size /= 2;
      idle = 0;
      weights = best;
      if (size < 1e-5) break;
    }
    const chosen = greedy(space, bound.losses);
    if (!chosen) break;
    const sums = roughSums(space, chosen, new Float64Array(parties));
    const key = chosen.join();
    if (!seen.has(key)) {
      seen.add(key);
      const climbed = seen.size <= 40 ? climb(space, chosen, goal.score) : chosen;
      const score = goal.score(roughSums(space, climbed, new Float64Array(parties)));
      if (score > bestScore && isAllowed(space, climbed)) {
        bestScore = score;
        bestChosen = climbed;
      }
    }
    weights = goal.step(weights, sums, size);
  }
  return { weights: best, chosen: bestChosen };
}

/** The choice of least loss on each issue in turn: the outcome of the greatest sum. */
function greedy(space: SearchSpace, losses: readonly Float64Array[]): number[] | undefined {
  const { plan, problem } = space;
  const chosen = problem.choices.map(() => 0);
  for (const [depth, issue] of plan.order.entries()) {
    let least = Number.POSITIVE_INFINITY;
    let taken = 0;
    for (let choice = 0; choice < (problem.choices[issue] as number); choice += 1) {
      let loss = 0;
      for (const index of plan.bucketsAt[depth] as readonly number[]) {
        const bucket = plan.buckets[index] as (typeof plan.buckets)[number];
        loss += losses[index]?.[entryOf(bucket, chosen) + choice] as number;
      }
      if (loss < least) {
        least = loss;
        taken = choice;
      }
    }
    if (least === Number.POSITIVE_INFINITY) return undefined;
    chosen[issue] = taken;
  }
  return chosen;
}

function roughSums(
  space: SearchSpace,
  chosen: readonly number[],
  into: Float64Array,
): Float64Array {
  into.fill(0);
  space.problem.tables.forEach(({ scope }, table) => {
    const entry = entryAt(space, scope, chosen);
    (space.rough[table] as readonly (Float64Array | undefined)[]).forEach((own, party) => {
      if (own) into[party] = (into[party] as number) + (own[entry] as number);
    });
  });
  return into;
}

function isAllowed(space: SearchSpace, chosen: readonly number[]): boolean {
  return space.problem.restrictions.every(
    ({ scope, allowed }) => allowed[entryAt(space, scope, chosen)] === 1,
  );
}

function entryAt(space: SearchSpace, scope: readonly number[], chosen: readonly number[]): number {
  let entry = 0;
  let stride = 1;
  for (const issue of scope) {
    entry += stride * (chosen[issue] as number);
    stride *= space.problem.choices[issue] as number;
  }
  return entry;
}

/** Changes one issue at a time while the score rises; at most a few rounds over the issues. */
function climb(
  space: SearchSpace,
  from: readonly number[],
  score: (sums: Float64Array) => number,
): readonly number[] {
  const { problem, rough } = space;
  const chosen = [...from];
  const sums = roughSums(space, chosen, new Float64Array(problem.parties));
  const tried = new Float64Array(problem.parties);
  const tablesOf = problem.choices.map((_, issue) =>
    problem.tables.flatMap(({ scope }, table) => (scope.includes(issue) ? [table] : [])),
  );
  const restrictionsOf = problem.choices.map((_, issue) =>
    problem.restrictions.filter(({ scope }) => scope.includes(issue)),
  );
  const change = (table: number, sign: number) => {
    const scope = problem.tables[table]?.scope as readonly number[];
    const entry = entryAt(space, scope, chosen);
    (rough[table] as readonly (Float64Array | undefined)[]).forEach((own, party) => {
      if (own) tried[party] = (tried[party] as number) + sign * (own[entry] as number);
    });
  };
  let best = score(sums);
  for (let round = 0; round < 10; round += 1) {
    let hasRisen = false;
    for (const [issue, tables] of tablesOf.entries()) {
      let kept = chosen[issue] as number;
      for (let choice = 0; choice < (problem.choices[issue] as number); choice += 1) {
        if (choice === kept) continue;
        tried.set(sums);
        chosen[issue] = kept;
        for (const table of tables) change(table, -1);
        chosen[issue] = choice;
        const isOpen = (restrictionsOf[issue] as (typeof restrictionsOf)[number]).every(
          ({ scope, allowed }) => allowed[entryAt(space, scope, chosen)] === 1,
        );
        if (isOpen) for (const table of tables) change(table, 1);
        const own = isOpen ? score(tried) : Number.NEGATIVE_INFINITY;
        if (own > best) {
          best = own;
          kept = choice;
          sums.set(tried);
          hasRisen = true;
        }
        chosen[issue] = kept;
      }
    }
    if (!hasRisen) break;
  }
  return chosen;
}

/** The nearest point whose places in `members` are not negative and sum to 1. */
export function ontoSimplex(values: Float64Array, members: readonly number[]): void {
  // Duchi et al. (2008), "Efficient projections onto the l1-ball".
  const sorted = members.map((at) => values[at] as number).sort((a, b) => b - a);
  let sum = 0;
  let cut = 0;
  sorted.forEach((value, at) => {
    sum += value;
    if (value - (sum - 1) / (at + 1) > 0) cut = (sum - 1) / (at + 1);
  });
  for (const at of members) values[at] = Math.max(0, (values[at] as number) - cut);
}
