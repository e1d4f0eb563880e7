import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssumptionSet, Doubt } from '../../src/analysis/uncertainty/doubt.js';
import { allDoubtKinds } from '../../src/analysis/uncertainty/doubts-of.js';
import type { Case } from '../../src/core/case.js';
import { sharedTables } from '../../src/core/shared-tables.js';
import { evaluatorOf, firstColumn } from '../../src/questions/ensemble-evaluator.js';
import type { EnsembleOptions } from '../../src/questions/ensemble-findings.js';
import { caseAt } from '../cases/answers.js';
import { naiveAnswers } from '../naive/naive-ensemble.js';
import { arbitraryOpenCase } from './open-cases.js';

const defaults: EnsembleOptions = {
  readings: {},
  where: {},
  concept: 'firm',
  replies: 'alone',
  headlines: null,
  vary: allDoubtKinds,
  given: null,
  draws: 0,
  precision: 0,
  seed: 1,
  chunk: null,
  choices: false,
};

/** A set of every doubt's cases, taken from numbers. */
function setOf(doubts: readonly Doubt[], picks: readonly number[]): AssumptionSet {
  return doubts.map(({ cases }, at) => {
    const pick = picks[at % picks.length] as number;
    return cases.length > 0 ? (pick >>> (at % 7)) % cases.length : 1 + (pick % 1001);
  });
}

/** What a row says, as `naiveAnswers` tells it. */
function answersOf(row: Uint8Array, columns: readonly { readonly id: string }[]) {
  const bit = (at: number) => (((row[at >>> 3] ?? 0) >>> (at & 7)) & 1) === 1;
  return {
    isPossible: bit(0),
    isGiven: bit(1),
    yes: columns.filter((_, at) => bit(firstColumn + at)).map(({ id }) => id),
  };
}

/** @returns how many sets were possible. */
function agree(theCase: Case, options: EnsembleOptions, picks: readonly (readonly number[])[]) {
  const evaluator = evaluatorOf(theCase, options);
  // So little is kept that everything is made again and again.
  const forgetful = evaluatorOf(theCase, options, sharedTables(0));
  const { doubts, columns } = evaluator;
  let possible = 0;
  for (const set of [doubts.map(() => 0), ...picks.map((pick) => setOf(doubts, pick))]) {
    const expected = naiveAnswers(theCase, doubts, set, options);
    const row = evaluator.evaluate(set);
    const found = answersOf(row, columns);
    expect({ ...found, yes: found.yes.toSorted() }).toEqual({
      ...expected,
      yes: expected.yes.toSorted(),
    });
    expect(forgetful.evaluate(set)).toEqual(row);
    if (found.isPossible) possible += 1;
  }
  return possible;
}

const concepts = ['firm', 'nash', 'gmr', 'smr', 'seq', 'sseq'] as const;

describe('a row says what holds and deals say of the case under the set', () => {
  it('on random cases', { timeout: 300_000 }, () => {
    let possible = 0;
    fc.assert(
      fc.property(
        arbitraryOpenCase,
        fc.array(fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), {
          minLength: 2,
          maxLength: 3,
        }),
        fc.constantFrom(...concepts, 'firm' as const),
        fc.nat({ max: 9 }),
        (theCase, picks, concept, kind) => {
          const [first] = theCase.issues;
          const [party] = theCase.parties;
          const [given] = theCase.outcomes;
          possible += agree(
            theCase,
            {
              ...defaults,
              concept,
              choices: kind < 4,
              replies: kind === 4 ? 'together' : 'alone',
              given: kind === 5 && given ? { ...given } : null,
              where: kind === 6 && first ? { [first.id]: 'l1' } : {},
              readings:
                kind === 7 && party
                  ? { [party.id]: theCase.preferences[0]?.at(-1)?.id as string }
                  : {},
              vary: kind === 8 ? ['reading', 'today'] : allDoubtKinds,
              headlines: kind === 9 ? theCase.scenarios.map((one) => ({ ...one })) : null,
            },
            picks,
          );
        },
      ),
      { numRuns: Number(process.env.ENSEMBLE_RUNS ?? 150), seed: 20250427 },
    );
    expect(possible).toBeGreaterThan(100);
  });

  it('on the two villages and on Camp David 1978', { timeout: 300_000 }, () => {
    const picks = [[1], [2], [5], [11], [255]];
    agree(caseAt('../../cases/examples/two-villages.yaml'), { ...defaults, choices: true }, picks);
    agree(caseAt('../../cases/examples/camp-david-1978.yaml'), defaults, picks.slice(0, 2));
  });
});
