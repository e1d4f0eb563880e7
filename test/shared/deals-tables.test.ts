import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { columnOf } from '../../src/analysis/bargaining/column.js';
import { individuallyRational } from '../../src/analysis/bargaining/individually-rational.js';
import { kalaiSmorodinskySolution } from '../../src/analysis/bargaining/kalai-smorodinsky.js';
import { listProblem } from '../../src/analysis/bargaining/list-problem.js';
import { listedProblem } from '../../src/analysis/bargaining/listed.js';
import { paretoFrontier } from '../../src/analysis/bargaining/pareto.js';
import type { Frontier, Problem, Solution } from '../../src/analysis/bargaining/problem.js';
import { leastSpread } from '../../src/analysis/bargaining/spread-variant.js';
import { rankUtilities } from '../../src/core/utility.js';
import { parseRational, type Rational, rational } from '../../src/numeric/rational.js';
import { sharedJson, sharedPath } from './shared-data.js';

/** Reference answers that nobody here computed: data/deals/README.md says how they were. */
type Tables = {
  readonly parties: readonly {
    readonly reservation: string | null;
    readonly utilityTable: readonly (readonly string[])[];
  }[];
};
type Optimum = {
  readonly count: number;
  readonly value: number;
  readonly outcomes: readonly { readonly options: readonly number[] }[];
};
type Expected = {
  readonly outcomes: number;
  readonly individuallyRational: number;
  readonly pareto: {
    readonly points: number;
    readonly outcomes: number;
    readonly sha256of9decimals: string;
  };
  readonly paretoIR: { readonly points: number };
} & Record<
  'utilitarianAll' | 'utilitarianIR' | 'nash' | 'ksIR' | 'ksFull' | 'spreadKS' | 'egalitarian',
  Optimum
>;

type Choices = readonly number[];

const exact = (text: string): Rational => {
  const value = parseRational(text);
  if (!value) throw new Error(`${text} is no number`);
  return value;
};

function problemOf({ parties }: Tables): Problem {
  return {
    choices: (parties[0]?.utilityTable ?? []).map((scores) => scores.length),
    parties: parties.map(({ utilityTable }) => {
      const values = utilityTable.map((scores) => scores.map(exact));
      const denominator = values
        .flat()
        .reduce((product, { d }) => product * rational(product, d).d, 1n);
      return {
        factors: values.map((scores, issue) => ({
          scope: [issue],
          values: scores.map(({ n, d }) => (n * denominator) / d),
        })),
        denominator,
      };
    }),
    restrictions: [],
  };
}

/** n/d rounded to some decimals, as text. */
function decimals(n: bigint, d: bigint, places: number): string {
  const digits = `${(2n * n * 10n ** BigInt(places) + d) / (2n * d)}`.padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Whether n/d lies halfway between two numbers with so many decimals. */
const isHalfway = (n: bigint, d: bigint, places: number) => {
  const doubled = 2n * n * 10n ** BigInt(places);
  return doubled % d === 0n && (doubled / d) % 2n === 1n;
};

function inDecimals(
  { points }: Frontier<Choices>,
  denominators: readonly bigint[],
  places: number,
) {
  const amounts = points.flatMap((point) =>
    point.amounts.map((n, party) => [n, denominators[party] as bigint] as const),
  );
  return {
    lines: points.map((point) =>
      point.amounts.map((n, party) => decimals(n, denominators[party] as bigint, places)).join(','),
    ),
    // The reference rounded doubles, which turn an exact half either way.
    isSure: !amounts.some(([n, d]) => isHalfway(n, d, places)),
  };
}

const folder = sharedPath('deals');
const names = folder
  ? readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
  : [];

describe.skipIf(!folder).each(names)('%s, from its exact tables', (name) => {
  const tables = sharedJson(`deals/${name}/exact-tables.json`) as Tables;
  const expected = sharedJson(`deals/${name}/expected-genius.json`) as Expected;
  const bargaining = listedProblem(problemOf(tables))!;
  const disagreement = tables.parties.map(({ reservation }) => exact(reservation ?? '0'));

  it('has the frontier of the reference', () => {
    const frontier = bargaining.frontier()!;
    expect(bargaining.size).toBe(BigInt(expected.outcomes));
    expect(frontier.points).toHaveLength(expected.pareto.points);
    expect(frontier.outcomes).toBe(BigInt(expected.pareto.outcomes));
    const { lines, isSure } = inDecimals(frontier, bargaining.denominators, 9);
    const hash = createHash('sha256').update(lines.join('\n')).digest('hex');
    expect(isSure).toBe(name !== 'anac2022-18');
    if (isSure) expect(hash).toBe(expected.pareto.sha256of9decimals);
    expect(bargaining.frontier(disagreement)?.points).toHaveLength(expected.paretoIR.points);
    expect(listedProblem(problemOf(tables))!.frontier(disagreement)?.points).toHaveLength(
      expected.paretoIR.points,
    );
  });

  it('has as many individually rational outcomes', () => {
    const columns = listProblem(problemOf(tables))!.columns.map(columnOf);
    const all = Int32Array.from({ length: expected.outcomes }, (_, place) => place);
    expect(individuallyRational(columns, disagreement, all)).toHaveLength(
      expected.individuallyRational,
    );
  });

  it('has the solutions that other programs call Kalai–Smorodinsky', () => {
    const listed = listProblem(problemOf(tables))!;
    const columns = listed.columns.map(columnOf);
    const all = Int32Array.from({ length: expected.outcomes }, (_, place) => place);
    const rationalPlaces = individuallyRational(columns, disagreement, all);
    const full = kalaiSmorodinskySolution(columns, disagreement, rationalPlaces, all);
    const frontier = paretoFrontier(columns.map(rankUtilities), all)!;
    const spread = leastSpread(columns, disagreement, frontier);
    for (const [{ places, value }, { count, outcomes, value: reference }] of [
      [{ ...full, value: full.least }, expected.ksFull],
      [{ ...spread, value: spread.spread }, expected.spreadKS],
    ] as const) {
      expect(places).toHaveLength(count);
      expect(Array.from(places, (place) => listed.outcomeAt(place).join('-')).sort()).toEqual(
        outcomes.map(({ options }) => options.join('-')).sort(),
      );
      expect(Math.abs(Number(value?.n) / Number(value?.d) - reference)).toBeLessThan(1e-9);
    }
  });

  it('has its points one by one', () => {
    const [, ...rows] = readFileSync(sharedPath(`deals/${name}/pareto-genius.csv`)!, 'utf8')
      .trim()
      .split('\n');
    const frontier = bargaining.frontier()!;
    const amounts = rows.map((row) => row.slice(0, row.lastIndexOf(',')));
    const { lines } = inDecimals(frontier, bargaining.denominators, 12);
    expect(lines.sort()).toEqual(amounts.sort());
    const options = rows.map((row) => row.slice(row.lastIndexOf(',') + 1).trim());
    const found = frontier.points.flatMap(({ outcomes }) => outcomes.map((one) => one.join('-')));
    for (const one of options) expect(found).toContain(one);
  });

  it.each(['before', 'after'])('has its solutions, asked %s the frontier', (when) => {
    const asked = listedProblem(problemOf(tables))!;
    if (when === 'after') asked.frontier();
    const solutions = asked.solutions(disagreement);
    const same = (solution: Solution<Choices>, { count, value, outcomes }: Optimum) => {
      expect(solution.count).toBe(BigInt(count));
      const found = solution.points.flatMap((point) => point.outcomes.map((one) => one.join('-')));
      expect(found.sort()).toEqual(outcomes.map(({ options }) => options.join('-')).sort());
      const { n, d } = solution.value as Rational;
      // The reference multiplies and adds in doubles.
      expect(Number(n) / Number(d) / value).toBeCloseTo(1, 9);
    };
    same(solutions.nash, expected.nash);
    same(solutions.kalaiSmorodinsky, expected.ksIR);
    same(solutions.egalitarian, expected.egalitarian);
    same(solutions.utilitarian, expected.utilitarianAll);
    same(solutions.utilitarianRational, expected.utilitarianIR);
  });
});
