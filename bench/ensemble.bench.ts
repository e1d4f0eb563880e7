import { readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { largeCaseText } from '../scripts/large-case.mjs';
import { applierOf } from '../src/analysis/uncertainty/apply-set.js';
import { allDoubtKinds } from '../src/analysis/uncertainty/doubts-of.js';
import { drawerOf } from '../src/analysis/uncertainty/draw-set.js';
import type { Case } from '../src/core/case.js';
import { buildModel } from '../src/core/model.js';
import { sharedTables } from '../src/core/shared-tables.js';
import { readCase } from '../src/io/case-file/read-case.js';
import { evaluatorOf } from '../src/questions/ensemble-evaluator.js';
import type { EnsembleOptions } from '../src/questions/ensemble-findings.js';
import { foundIn } from '../src/questions/ensemble-found.js';

/**
 * Rows of an ensemble, one set after another: by an evaluator, which keeps what sets have in common, and
 * by a fresh model for every set, in the same run. Times differ between machines; the ratio is what to
 * compare. Aims: 1,000 draws of the generated case under five concepts below 5 s; spring-2025 25 ms a set.
 */
const few = { iterations: 2, warmupIterations: 1, time: 0 };
const concepts = ['nash', 'gmr', 'smr', 'seq', 'firm'] as const;

function caseOf(text: string): Case {
  const { case: theCase } = readCase(text);
  if (!theCase) throw new Error('the case is flawed');
  return theCase;
}

/** Every third want of each party of low confidence, the two after the fifth of unsure order. */
function opened(theCase: Case): Case {
  return {
    ...theCase,
    outcomes: (theCase.preferences[0]?.[0]?.wants ?? []).slice(0, 4).flatMap(([want], at) =>
      want
        ? [
            {
              id: `o${at}`,
              label: `o${at}`,
              when: want.want,
              text: want.text,
              set: undefined,
              note: undefined,
              from: [],
              path: [],
            },
          ]
        : [],
    ),
    preferences: theCase.preferences.map((readings) =>
      readings.map((reading) => ({
        ...reading,
        wants: reading.wants?.map((group, place) =>
          group.map((want) => ({
            ...want,
            confidence: place % 3 === 0 ? ('low' as const) : want.confidence,
            isUnsure: place === 5 || place === 6,
          })),
        ),
      })),
    ),
  };
}

function optionsOf(concept: EnsembleOptions['concept']): EnsembleOptions {
  return {
    readings: {},
    where: {},
    concept,
    replies: 'alone',
    headlines: null,
    vary: allDoubtKinds,
    given: null,
    draws: 1000,
    precision: 0,
    seed: 1,
    chunk: null,
    choices: false,
  };
}

function drawsOf(theCase: Case, count: number) {
  const { doubts } = evaluatorOf(theCase, optionsOf('firm'));
  const drawn = drawerOf(doubts, 1);
  return Array.from({ length: count }, (_, draw) => drawn(draw));
}

/** All columns of headlines and of the whole case, from a fresh model. */
function plainRow(
  theCase: Case,
  apply: ReturnType<typeof applierOf>,
  set: readonly number[],
  concept: (typeof concepts)[number],
) {
  const applied = apply(set);
  const found = foundIn(buildModel(applied.case, applied.readings), { concept, replies: 'alone' });
  for (const { when } of theCase.outcomes) {
    const table = found.covers(when);
    const isIn = (state: number) => table[state] === 1;
    for (const states of [found.holding(), found.places(), found.offered(), found.agreed()]) {
      states.some(isIn);
    }
  }
}

describe('1,000 draws, four parties, 256 outcomes, five concepts', () => {
  const theCase = opened(caseOf(largeCaseText(8, 2)));
  const sets = drawsOf(theCase, 1000);
  bench(
    'evaluator',
    () => {
      const shared = sharedTables();
      for (const concept of concepts) {
        const { evaluate } = evaluatorOf(theCase, optionsOf(concept), shared);
        for (const set of sets) evaluate(set);
      }
    },
    few,
  );
  bench(
    'a fresh model for every set',
    () => {
      const { doubts } = evaluatorOf(theCase, optionsOf('firm'));
      const apply = applierOf(theCase, doubts);
      for (const concept of concepts)
        for (const set of sets) plainRow(theCase, apply, set, concept);
    },
    few,
  );
});

describe('spring-2025, 100 draws, firm', () => {
  const text = readFileSync(new URL('../cases/examples/spring-2025.yaml', import.meta.url), 'utf8');
  const theCase = caseOf(text);
  const sets = drawsOf(theCase, 100);
  bench(
    'evaluator',
    () => {
      const { evaluate } = evaluatorOf(theCase, optionsOf('firm'));
      for (const set of sets) evaluate(set);
    },
    few,
  );
  bench(
    'a fresh model for every set',
    () => {
      const { doubts } = evaluatorOf(theCase, optionsOf('firm'));
      const apply = applierOf(theCase, doubts);
      for (const set of sets) plainRow(theCase, apply, set, 'firm');
    },
    few,
  );
});
