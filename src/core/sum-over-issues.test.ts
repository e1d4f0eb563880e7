import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryCase } from '../../test/laws/arbitrary.js';
import { buildSpace, levelsOf } from './space.js';
import { sumOverIssues } from './sum-over-issues.js';

it('no issues sum to nothing', () => {
  expect(sumOverIssues({ radices: [], strides: [], fixed: [], total: 1 }, () => 7)(0)).toBe(0);
});

it('a fixed issue adds the value of its level everywhere', () => {
  const sum = sumOverIssues(
    { radices: [1, 3], strides: [1, 1], fixed: [2, -1], total: 3 },
    (issue, level) => (issue === 0 ? 100 * level : level),
  );
  expect([0, 1, 2].map(sum)).toEqual([200, 201, 202]);
});

it('equals the sum taken level by level', () => {
  fc.assert(
    fc.property(arbitraryCase, fc.nat({ max: 1 }), (theCase, fixedLevel) => {
      const value = (issue: number, level: number) => (issue + 1) * 17 + level * level * 5;
      const settings = theCase.issues.length > 1 ? [{ issue: 1, level: fixedLevel }] : [];
      const space = buildSpace({ ...theCase, rules: [] }, settings);
      const sum = sumOverIssues(space, value);
      for (let state = 0; state < space.size; state += 1) {
        const expected = levelsOf(space, state).reduce(
          (t, level, issue) => t + value(issue, level),
          0,
        );
        expect(sum(space.numbers[state] as number)).toBe(expected);
      }
    }),
    { numRuns: 200, seed: 20250427 },
  );
});
