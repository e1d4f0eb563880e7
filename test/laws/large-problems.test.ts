import { describe, expect, test } from 'vitest';
import { bargainingOf } from '../../src/analysis/bargaining/bargaining.js';
import { factoredBargaining } from '../../src/analysis/bargaining/factored.js';
import { mergedFrontier, mergeLimits } from '../../src/analysis/bargaining/merge.js';
import type { Problem } from '../../src/analysis/bargaining/problem.js';
import { searchSpaceOf } from '../../src/analysis/bargaining/search-space.js';
import { searchedSolutions } from '../../src/analysis/bargaining/searched-solutions.js';
import { rational } from '../../src/core/rational.js';
import { uncontrolled } from '../../src/core/report.js';
import { numbersFrom, separateProblem } from './factored-problems.js';

/** Separate issues and some tables and restrictions over neighbouring ones. */
function entangledProblem(parties: number, issues: number, levels: number, seed: number): Problem {
  const plain = separateProblem(parties, issues, levels, seed, 40);
  const next = numbersFrom(seed + 99);
  const scopes = Array.from({ length: 8 }, () => {
    const first = next(issues - 2);
    return [first, first + 1 + next(2)];
  });
  return {
    ...plain,
    parties: plain.parties.map((party, at) => ({
      ...party,
      factors: [
        ...party.factors,
        ...scopes
          .filter((_, index) => index % parties === at)
          .map((scope) => ({
            scope,
            values: Array.from({ length: levels * levels }, () => BigInt(next(40))),
          })),
      ],
    })),
    restrictions: scopes.slice(0, 5).map((scope) => ({
      scope,
      allowed: Uint8Array.from({ length: levels * levels }, () => (next(4) > 0 ? 1 : 0)),
    })),
  };
}

describe.each([
  ['separate', separateProblem(3, 10, 10, 1)],
  ['separate, 100 issues', separateProblem(2, 100, 10, 1)],
  ['entangled', entangledProblem(2, 20, 6, 1)],
  ['entangled', entangledProblem(3, 12, 6, 2)],
] as const)('%s issues, far too many outcomes to list', (_, problem) => {
  test('solutions read off the frontier and searched for are the same', () => {
    const disagreement = problem.parties.map(() => rational(BigInt(problem.choices.length * 15)));
    const read = factoredBargaining(problem).solutions(disagreement);
    expect(searchedSolutions(searchSpaceOf(problem), disagreement, 5e6, uncontrolled)).toEqual(
      read,
    );
    expect(read.nash.isExact).toBe(true);
  });
});

test('the work of a merge is bounded by the frontier, not by the outcomes', () => {
  const merged = mergedFrontier(separateProblem(3, 10, 10, 1));
  if (merged.kind !== 'frontier') throw new Error(merged.kind);
  expect(merged.frontier.points).toHaveLength(661);
  expect(merged.work).toEqual({ sums: 6901, largest: 661 });
});

test('a frontier above the limit is not given, and the limit is named', () => {
  const problem = separateProblem(3, 10, 10, 1);
  expect(mergedFrontier(problem, undefined, { ...mergeLimits, points: 660 })).toEqual({
    kind: 'limit',
    limit: 'points',
    most: 660,
  });
  expect(mergedFrontier(problem, undefined, { ...mergeLimits, sums: 1000 })).toEqual({
    kind: 'limit',
    limit: 'sums',
    most: 1000,
  });
  const stopped = { progress: () => {}, stopped: () => true };
  expect(mergedFrontier(problem, undefined, mergeLimits, stopped)).toEqual({ kind: 'stopped' });
});

test('few outcomes are listed, many are not', () => {
  expect(bargainingOf(separateProblem(2, 3, 4, 1)).engine).toBe('listed');
  expect(bargainingOf(separateProblem(2, 6, 8, 1)).engine).toBe('factored');
  expect(bargainingOf(separateProblem(2, 30, 4, 1)).engine).toBe('factored');
});
