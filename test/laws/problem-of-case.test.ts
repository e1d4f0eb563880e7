import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listProblem } from '../../src/analysis/bargaining/list-problem.js';
import { problemOfCase } from '../../src/analysis/bargaining/problem-of-case.js';
import type { Case, Reading, Setting } from '../../src/core/case.js';
import { defaultReadings } from '../../src/core/model.js';
import { compare, rational } from '../../src/core/rational.js';
import { buildSpace, levelsOf } from '../../src/core/space.js';
import { utilitiesOf, utilityAt } from '../../src/core/utility.js';
import { readCase } from '../../src/io/case-file/read-case.js';
import { arbitraryCaseOf } from './arbitrary.js';
import { numbersFrom } from './factored-problems.js';

/** A case with a worth for some wants, and points of some issues, by chance. */
function withAmounts(theCase: Case, seed: number): Case {
  const next = numbersFrom(seed);
  const amount = () => rational(BigInt(next(21) - 8), BigInt(1 + next(4)));
  const change = (reading: Reading): Reading => ({
    ...reading,
    wants: reading.wants?.map((group) =>
      group.map((want) => ({ ...want, worth: next(2) ? amount() : undefined })),
    ),
    points: next(3)
      ? {
          path: [],
          issues: theCase.issues.flatMap(({ levels }, issue) =>
            next(3)
              ? [{ issue, weight: amount(), scores: levels.map(amount), why: undefined, from: [] }]
              : [],
          ),
        }
      : undefined,
  });
  return { ...theCase, preferences: theCase.preferences.map((own) => own.map(change)) };
}

function expectSameAmounts(theCase: Case, settings: readonly Setting[]): void {
  const readings = defaultReadings(theCase).map((at, party) => theCase.preferences[party]?.[at]);
  const made = problemOfCase(theCase, readings, settings);
  if ('kind' in made) throw new Error(made.kind);
  const space = buildSpace(theCase, settings);
  const listed = listProblem(made.problem);
  expect(listed?.size).toBe(space.size);
  readings.forEach((reading, party) => {
    const utilities = reading && utilitiesOf(space, reading);
    expect(made.withoutAmounts.includes(party)).toBe(utilities === undefined);
    if (!utilities || !listed) return;
    const column = listed.columns[party];
    if (!column) throw new Error(`no column ${party}`);
    for (let state = 0; state < space.size; state += 1) {
      const levels = levelsOf(space, state);
      expect(listed.outcomeAt(state)).toEqual(made.issues.map((issue) => levels[issue]));
      expect(compare(utilityAt(column, state), utilityAt(utilities, state))).toBe(0);
    }
  });
}

test('amounts and feasible outcomes of random cases are those of the listed space', () => {
  fc.assert(
    fc.property(arbitraryCaseOf(1, 4), fc.nat(), fc.boolean(), (drawn, seed, isSet) => {
      const theCase = withAmounts({ ...drawn, coalesce: [] }, seed);
      expectSameAmounts(theCase, isSet ? [{ issue: 0, level: 1 }] : []);
    }),
    { numRuns: 200 },
  );
});

const examples = fileURLToPath(new URL('../../cases/examples/', import.meta.url));
const files = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);

describe('the example cases', () => {
  test.each(files)('%s: amounts and feasible outcomes are those of the listed space', (name) => {
    const { case: theCase } = readCase(readFileSync(examples + name, 'utf8'));
    if (!theCase || theCase.coalesce.length > 0) return;
    if (buildSpace(theCase).size > 20_000) return;
    expectSameAmounts(theCase, []);
  });
});
