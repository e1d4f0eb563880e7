import highs from 'highs';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/analysis/bargaining/problem.js';
import { searchSpaceOf } from '../../src/analysis/bargaining/search-space.js';
import { searchedSolutions } from '../../src/analysis/bargaining/searched-solutions.js';
import { rational } from '../../src/core/rational.js';
import { uncontrolled } from '../../src/core/report.js';
import { separateProblem } from './factored-problems.js';

/** The solver as its package gives it; its type declarations do not fit ES modules. */
const loadHighs = highs as unknown as () => Promise<{
  readonly solve: (
    program: string,
    options: { readonly mip_rel_gap: number },
  ) => { readonly ObjectiveValue: number };
}>;

/** Greatest t with t ≤ amount − d for every party, one choice an issue, as a mixed-integer program. */
function leastGainProgram(problem: Problem, disagreement: number): string {
  const issues = problem.choices.map((count, issue) =>
    Array.from({ length: count }, (_, choice) => `x${issue}_${choice}`),
  );
  const parties = problem.parties.map(({ factors }, party) => {
    const terms = factors.flatMap(({ scope: [issue = 0], values }) =>
      values.map((value, choice) => `${value} x${issue}_${choice}`),
    );
    return ` p${party}: ${terms.join(' + ')} - t >= ${disagreement}`;
  });
  return [
    'Maximize',
    ' obj: t',
    'Subject To',
    ...parties,
    ...issues.map((names, issue) => ` i${issue}: ${names.join(' + ')} = 1`),
    'Bounds',
    ' t free',
    'Binary',
    ...issues.flat().map((name) => ` ${name}`),
    'End',
  ].join('\n');
}

describe.each([
  [2, 12, 6],
  [3, 15, 5],
  [4, 10, 5],
  [5, 10, 5],
  [6, 8, 5],
])('%i parties, %i issues of %i levels', (parties, issues, levels) => {
  test.each([1, 2])('seed %i: an outside solver finds the same least gain', async (seed) => {
    const highs = await loadHighs();
    const problem = separateProblem(parties, issues, levels, seed);
    const disagreement = issues * 45;
    const solved = highs.solve(leastGainProgram(problem, disagreement), { mip_rel_gap: 0 });
    const { egalitarian } = searchedSolutions(
      searchSpaceOf(problem),
      problem.parties.map(() => rational(BigInt(disagreement))),
      5_000_000,
      uncontrolled,
    );
    expect(egalitarian.isExact).toBe(true);
    const value = Number(egalitarian.value?.n) / Number(egalitarian.value?.d);
    // The solver's own tolerance; ours has none.
    expect(Math.abs(solved.ObjectiveValue - value)).toBeLessThanOrEqual(
      1e-6 * Math.max(1, Math.abs(value)),
    );
  });
});
