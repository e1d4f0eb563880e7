import { describe, expect, it } from 'vitest';
import { factoredBargaining } from '../../src/analysis/bargaining/factored.js';
import type { Problem, Solution } from '../../src/analysis/bargaining/problem.js';
import { searchSpaceOf } from '../../src/analysis/bargaining/search-space.js';
import { searchedSolutions } from '../../src/analysis/bargaining/searched-solutions.js';
import { parseRational, type Rational, rational } from '../../src/core/rational.js';
import { uncontrolled } from '../../src/core/report.js';
import { sharedJson } from './shared-data.js';

/** Reference answers that nobody here computed, against the engines that list nothing. */
type Tables = {
  readonly parties: readonly {
    readonly reservation: string | null;
    readonly utilityTable: readonly (readonly string[])[];
  }[];
};
type Optimum = { readonly count: number; readonly value: number };
type Expected = {
  readonly pareto: { readonly points: number; readonly outcomes: number };
  readonly paretoIR: { readonly points: number };
} & Record<'utilitarianAll' | 'utilitarianIR' | 'nash' | 'ksIR' | 'egalitarian', Optimum>;

const exact = (text: string): Rational => parseRational(text) ?? rational(0n);

function problemOf({ parties }: Tables): Problem {
  return {
    choices: (parties[0]?.utilityTable ?? []).map((scores) => scores.length),
    parties: parties.map(({ utilityTable }) => {
      const values = utilityTable.map((scores) => scores.map(exact));
      const denominator = values.flat().reduce((all, { d }) => all * rational(all, d).d, 1n);
      return {
        denominator,
        factors: values.map((scores, issue) => ({
          scope: [issue],
          values: scores.map(({ n, d }) => (n * denominator) / d),
        })),
      };
    }),
    restrictions: [],
  };
}

const names = [
  'anac2022-18',
  'bank-robbery-3',
  'camera-a',
  'domain8-6',
  'eco-resort-6',
  'england-zimbabwe-rv',
  'harbour-sport-6',
  'harbour-sport-7',
  'itex-cypress',
  'laptop-b',
  'party-4',
];

describe.each(names)('%s', (name) => {
  const tables = sharedJson(`deals/${name}/exact-tables.json`) as Tables | undefined;
  const expected = sharedJson(`deals/${name}/expected-genius.json`) as Expected | undefined;
  it.skipIf(!tables || !expected)('the merge and the search give the reference answers', () => {
    if (!tables || !expected) return;
    const problem = problemOf(tables);
    const disagreement = tables.parties.map(({ reservation }) => exact(reservation ?? '0'));
    const merged = factoredBargaining(problem);
    const frontier = merged.frontier();
    expect(frontier?.points.length).toBe(expected.pareto.points);
    expect(frontier?.outcomes).toBe(BigInt(expected.pareto.outcomes));
    expect(merged.frontier(disagreement)?.points.length).toBe(expected.paretoIR.points);
    const searched = searchedSolutions(searchSpaceOf(problem), disagreement, 5e6, uncontrolled);
    const read = merged.solutions(disagreement);
    expect(searched).toEqual(read);
    const agree = (solution: Solution<readonly number[]>, optimum: Optimum) => {
      expect(solution.count).toBe(BigInt(optimum.count));
      // The reference value is printed in floating point.
      const value = Number(solution.value?.n) / Number(solution.value?.d);
      expect(value / optimum.value).toBeCloseTo(1, 12);
    };
    agree(read.kalaiSmorodinsky, expected.ksIR);
    agree(read.egalitarian, expected.egalitarian);
    agree(read.nash, expected.nash);
    agree(read.utilitarian, expected.utilitarianAll);
    agree(read.utilitarianRational, expected.utilitarianIR);
  });
});
