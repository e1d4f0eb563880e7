import { describe, expect, test } from 'vitest';
import { mergedFrontier } from '../../src/analysis/bargaining/merge.js';
import { everyPoint, pointsAtLeast, undominatedPoints } from '../naive/every-outcome.js';
import { randomAmounts, randomProblem, separateProblem } from './factored-problems.js';

describe.each([1, 2, 3, 4, 5, 6, 7])('random problems of %i parties', (parties) => {
  test.each(Array.from({ length: 60 }, (_, at) => parties * 1000 + at))(
    'seed %i: the merge finds the frontier that comparing all outcomes finds',
    (seed) => {
      const problem = randomProblem(seed, parties);
      const merged = mergedFrontier(problem);
      const points = everyPoint(problem);
      expect(merged).toMatchObject({ kind: 'frontier', frontier: undominatedPoints(points) });
      const atLeast = randomAmounts(problem, seed);
      expect(mergedFrontier(problem, atLeast)).toMatchObject({
        kind: 'frontier',
        frontier: undominatedPoints(pointsAtLeast(problem, points, atLeast)),
      });
    },
  );
});

describe.each([
  [3, 6, 4],
  [4, 6, 4],
  [5, 5, 4],
  [7, 5, 4],
])('%i parties, %i issues of %i levels', (parties, issues, levels) => {
  test('the merge finds the frontier that comparing all outcomes finds', () => {
    const problem = separateProblem(parties, issues, levels, 1, 30);
    expect(mergedFrontier(problem)).toMatchObject({
      kind: 'frontier',
      frontier: undominatedPoints(everyPoint(problem)),
    });
  });
});
