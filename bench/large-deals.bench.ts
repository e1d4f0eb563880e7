import { bench, describe } from 'vitest';
import { factoredBargaining } from '../src/analysis/bargaining/factored.js';
import { listedProblem } from '../src/analysis/bargaining/listed.js';
import { mergedFrontier, mergeLimits } from '../src/analysis/bargaining/merge.js';
import { searchSpaceOf } from '../src/analysis/bargaining/search-space.js';
import { searchedSolutions } from '../src/analysis/bargaining/searched-solutions.js';
import { rational } from '../src/core/rational.js';
import { uncontrolled } from '../src/core/report.js';
import { separateProblem } from '../test/laws/factored-problems.js';

/**
 * Bargaining over separate issues with whole points from 0 to 100 drawn with seed 1: frontier and
 * solutions by the merge, by branch and bound, and where they can be listed from a list. No deal is the
 * middle of the scale for everyone. Times differ between machines; compare within one run.
 */
const few = { iterations: 3, warmupIterations: 1, time: 0 };

describe.each([
  [3, 6, 10],
  [5, 9, 4],
])('%i parties, %i issues of %i levels: frontier and solutions', (parties, issues, levels) => {
  const problem = separateProblem(parties, issues, levels, 1);
  const disagreement = problem.parties.map(() => rational(BigInt(issues * 50)));
  bench('merged', () => void factoredBargaining(problem).solutions(disagreement), few);
  bench(
    'listed',
    () => {
      const listed = listedProblem(problem);
      listed?.frontier();
      listed?.solutions(disagreement);
    },
    few,
  );
});

describe.each([
  [3, 10, 10],
  [2, 100, 10],
  [4, 10, 10],
])('%i parties, %i issues of %i levels: solutions', (parties, issues, levels) => {
  const problem = separateProblem(parties, issues, levels, 1);
  const disagreement = problem.parties.map(() => rational(BigInt(issues * 50)));
  bench(
    'read off the merged frontier',
    () => {
      factoredBargaining(problem).solutions(disagreement);
    },
    few,
  );
  bench(
    'searched for',
    () => {
      searchedSolutions(searchSpaceOf(problem), disagreement, 20_000_000, uncontrolled);
    },
    few,
  );
});

describe('6 parties, 10 issues of 5 levels: frontier', () => {
  const problem = separateProblem(6, 10, 5, 1);
  const limits = { ...mergeLimits, points: 100_000 };
  const disagreement = problem.parties.map(() => rational(500n));
  bench('of all outcomes', () => void mergedFrontier(problem, undefined, limits), few);
  bench('of the rational ones', () => void mergedFrontier(problem, disagreement, limits), few);
});
