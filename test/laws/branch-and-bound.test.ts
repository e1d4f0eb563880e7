import { describe, expect, test } from 'vitest';
import { factoredBargaining } from '../../src/analysis/bargaining/factored.js';
import { listedProblem } from '../../src/analysis/bargaining/listed.js';
import type { Bargaining } from '../../src/analysis/bargaining/problem.js';
import { searchSpaceOf } from '../../src/analysis/bargaining/search-space.js';
import { searchedSolutions } from '../../src/analysis/bargaining/searched-solutions.js';
import { compare } from '../../src/core/rational.js';
import { uncontrolled } from '../../src/core/report.js';
import { randomAmounts, randomProblem, separateProblem } from './factored-problems.js';

describe.each([1, 2, 3, 4, 5, 6, 7])('random problems of %i parties', (parties) => {
  test.each(Array.from({ length: 60 }, (_, at) => parties * 1000 + at))(
    'seed %i: branch and bound and the merge find what a list of all outcomes gives',
    (seed) => {
      const problem = randomProblem(seed, parties);
      const disagreement = randomAmounts(problem, seed + 7);
      const expected = (listedProblem(problem) as Bargaining<readonly number[]>).solutions(
        disagreement,
      );
      const space = searchSpaceOf(problem);
      expect(searchedSolutions(space, disagreement, 1e6, uncontrolled)).toEqual(expected);
      expect(factoredBargaining(problem).solutions(disagreement)).toEqual(expected);
    },
  );

  test.each(Array.from({ length: 10 }, (_, at) => at))(
    'seed %i: a limit that is hit leaves a bound that the optimum does not exceed',
    (seed) => {
      const problem = separateProblem(parties, 5, 4, seed, 50);
      const disagreement = randomAmounts(problem, seed);
      const exact = factoredBargaining(problem).solutions(disagreement);
      const space = searchSpaceOf(problem);
      const keys = ['nash', 'egalitarian', 'utilitarian', 'utilitarianRational'] as const;
      for (const nodes of [0, 1, 3, 10, 30]) {
        const cut = searchedSolutions(space, disagreement, nodes, uncontrolled);
        for (const key of keys) {
          const { value, isExact, bound } = cut[key];
          const optimum = exact[key].value;
          if (isExact) expect(value).toEqual(optimum);
          else if (optimum && bound) {
            expect(compare(bound, optimum)).toBeGreaterThanOrEqual(0);
            if (value) expect(compare(value, optimum)).toBeLessThanOrEqual(0);
          }
          if (!isExact && optimum) expect(bound).toBeDefined();
        }
      }
    },
  );
});
