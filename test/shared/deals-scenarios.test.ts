import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { uncontrolled } from '../../src/core/report.js';
import { readCase } from '../../src/io/case-file/read-case.js';
import { filesToImport, importFiles } from '../../src/io/import-files.js';
import { rationalOfAmount } from '../../src/questions/amount.js';
import { deals } from '../../src/questions/deals.js';
import type { Amount, SolutionFinding } from '../../src/questions/deals-findings.js';
import { sharedJson, sharedPath } from './shared-data.js';

/** Reference answers that nobody here computed: data/deals/README.md says how they were. */
type Optimum = {
  readonly count: number;
  readonly outcomes: readonly {
    readonly options: readonly number[];
    readonly utilities: readonly number[];
  }[];
};
type Expected = {
  readonly outcomes: number;
  readonly pareto: { readonly points: number; readonly outcomes: number };
  readonly paretoIR: { readonly points: number };
} & Record<'utilitarianAll' | 'utilitarianIR' | 'nash' | 'ksIR' | 'egalitarian', Optimum>;
type Coalitions = { readonly feasibleUnderRule: number; readonly unanimous: number };

const folder = sharedPath('deals');
const scenarios = folder
  ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  : [];

function importedCase(name: string) {
  const path = join(folder ?? '', name);
  const names = readdirSync(path, { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isDirectory() ? [] : [join(entry.parentPath, entry.name).slice(path.length + 1)],
  );
  const files = filesToImport(names.sort()).map((one) => ({
    name: join(path, one),
    text: readFileSync(join(path, one), 'utf8'),
  }));
  const { caseText = '' } = importFiles(files);
  return readCase(caseText).case;
}

const asDouble = (amount: Amount) => {
  const { n, d } = rationalOfAmount(amount);
  return Number((n * 10n ** 15n) / d) / 1e15;
};

const isGame = (name: string) => existsSync(join(folder ?? '', name, 'config.txt'));

describe.skipIf(!folder).each(scenarios.map(({ name }) => name))(
  '%s, imported from its original files',
  (name) => {
    const expected = sharedJson(`deals/${name}/expected-genius.json`) as Expected;
    const theCase = importedCase(name) ?? expect.fail('the case has flaws');
    expect(deals.check(theCase, deals.defaults)).toEqual([]);
    const report = deals.run(theCase, deals.defaults, uncontrolled);

    test('has the frontier of the reference', () => {
      expect(report.outcomes).toBe(expected.outcomes);
      expect(report.frontier).toMatchObject({
        count: expected.pareto.points,
        outcomes: expected.pareto.outcomes,
        individuallyRational: expected.paretoIR.points,
        isOrdinal: false,
        isWhole: true,
      });
      const [, ...rows] = readFileSync(sharedPath(`deals/${name}/pareto-genius.csv`) ?? '', 'utf8')
        .trim()
        .split('\n')
        .map((row) => row.split(',').slice(0, -1).map(Number));
      const order = (a: readonly number[], b: readonly number[]) =>
        a.map((amount, at) => (b[at] as number) - amount).find((one) => Math.abs(one) > 1e-9) ?? 0;
      const found = (report.frontier?.points ?? []).map((row) => row.map(asDouble)).sort(order);
      rows.sort(order);
      expect(found).toHaveLength(rows.length);
      found.forEach((row, at) => {
        row.forEach((amount, party) => {
          expect(amount).toBeCloseTo(rows[at]?.[party] as number, 9);
        });
      });
    });

    test('has its four solutions, every tie counted', () => {
      const same = (solution: SolutionFinding | undefined, { count, outcomes }: Optimum) => {
        expect(solution?.isExact).toBe(true);
        expect(solution?.count).toBe(count);
        const found = solution?.outcomes.map((levels) =>
          theCase.issues.map((issue) =>
            issue.levels.findIndex(({ id }) => id === levels[issue.id]),
          ),
        );
        // The reference lists five outcomes at most; so do we, a point.
        const texts = (rows: readonly (readonly number[])[]) =>
          rows.map((row) => row.join()).sort();
        expect(texts(found ?? [])).toEqual(texts(outcomes.map(({ options }) => options)));
        const [first] = outcomes;
        const amounts = solution?.utilities.map((row) => row.map(asDouble)) ?? [];
        expect(
          amounts.some((row) =>
            row.every((amount, at) => Math.abs(amount - (first?.utilities[at] ?? 0)) < 1e-9),
          ),
        ).toBe(true);
      };
      same(report.solutions?.nash, expected.nash);
      same(report.solutions?.kalaiSmorodinsky, expected.ksIR);
      same(report.solutions?.egalitarian, expected.egalitarian);
      same(report.solutions?.utilitarian, expected.utilitarianAll);
      same(report.solutions?.utilitarianRational, expected.utilitarianIR);
    });

    if (isGame(name))
      test('has as many deals that pass the rule, and that all accept', () => {
        const coalitions = sharedJson(`deals/${name}/expected-coalitions.json`) as Coalitions;
        expect(report.counts).toMatchObject({
          deals: expected.outcomes,
          acceptable: coalitions.feasibleUnderRule,
          acceptableToAll: coalitions.unanimous,
        });
      });
  },
);
