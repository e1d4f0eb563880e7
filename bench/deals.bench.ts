import { bench, describe } from 'vitest';
import { listProblem } from '../src/analysis/bargaining/list-problem.js';
import { listedBargaining } from '../src/analysis/bargaining/listed.js';
import { paretoFrontier } from '../src/analysis/bargaining/pareto.js';
import type { Problem } from '../src/analysis/bargaining/problem.js';
import { rational } from '../src/core/rational.js';

/**
 * Bargaining over listed outcomes, against a second implementation of the frontier in the same run: a
 * list of the undominated so far, the greatest sums of amounts first. Times differ between machines;
 * the ratio is what to compare.
 */
const few = { iterations: 3, warmupIterations: 1, time: 0 };

/** Numbers from 0 to below 1, the same in every run (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Each party weighs the issues in its own way and scores their choices as it happens. */
function problemOf(choices: readonly number[], parties: number, seed: number): Problem {
  const next = numbersFrom(seed);
  return {
    choices,
    parties: Array.from({ length: parties }, () => ({
      denominator: 100n,
      factors: choices.map((count, issue) => {
        const weight = Math.floor(next() * 1000) + 1;
        const values = Array.from({ length: count }, () => BigInt(Math.floor(next() * weight)));
        return { scope: [issue], values };
      }),
    })),
    restrictions: [],
  };
}

/** Amounts that have nothing to do with each other. */
function unrelated(outcomes: number, parties: number): readonly Float64Array[] {
  const next = numbersFrom(parties);
  return Array.from({ length: parties }, () =>
    Float64Array.from({ length: outcomes }, () => Math.floor(next() * 1e9)),
  );
}

/** The number of undominated outcomes, by a list. */
function frontierByList(scales: readonly Float64Array[]): number {
  const first = scales[0] as Float64Array;
  const sums = first.map((_, place) => scales.reduce((sum, scale) => sum + scale[place]!, 0));
  const order = Int32Array.from(sums.keys()).sort((a, b) => sums[b]! - sums[a]!);
  const kept: number[][] = [];
  for (const place of order) {
    const row = scales.map((scale) => scale[place] as number);
    const isDominated = kept.some(
      (one) =>
        one.every((amount, party) => amount >= row[party]!) &&
        one.some((amount, party) => amount > row[party]!),
    );
    if (!isDominated) kept.push(row);
  }
  return kept.length;
}

describe.each([
  { name: '5.8 million outcomes, 3 parties', choices: [10, 9, 10, 9, 10, 9, 8], parties: 3 },
  { name: '240,000 outcomes, 5 parties', choices: [5, 5, 4, 4, 5, 4, 5, 6], parties: 5 },
  { name: '65,536 outcomes, 6 parties', choices: Array(8).fill(4), parties: 6 },
])('$name, additive', ({ choices, parties }) => {
  const problem = problemOf(choices, parties, 1);
  const noDeal = Array.from({ length: parties }, () => rational(10n));
  bench('list, frontier, all solutions', () => whole(), few);
  bench('list, rational frontier, all solutions', () => whole(noDeal), few);

  function whole(atLeast?: typeof noDeal): void {
    const bargaining = listedBargaining(listProblem(problem)!.columns);
    bargaining.frontier(atLeast);
    bargaining.solutions(noDeal);
  }
});

describe.each([
  { name: '240,000 outcomes, 5 parties', choices: [5, 5, 4, 4, 5, 4, 5, 6], parties: 5 },
  { name: '65,536 outcomes, 6 parties', choices: Array(8).fill(4), parties: 6 },
])('the frontier of $name, additive', ({ choices, parties }) => {
  const { columns, size } = listProblem(problemOf(choices, parties, 1))!;
  const scales = columns.map(({ numerators }) => numerators as Float64Array);
  const places = Int32Array.from({ length: size }, (_, place) => place);
  bench('tree', () => void paretoFrontier(scales, places), few);
  bench('list', () => void frontierByList(scales), few);
});

describe.each([2, 3, 4])('the frontier of a million outcomes, %i parties, unrelated', (parties) => {
  const scales = unrelated(1_000_000, parties);
  const places = Int32Array.from({ length: 1_000_000 }, (_, place) => place);
  bench('tree', () => void paretoFrontier(scales, places), few);
  bench('list', () => void frontierByList(scales), few);
});
