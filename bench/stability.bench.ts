import { bench, describe } from 'vitest';
import { largeCaseText } from '../scripts/large-case.mjs';
import { arcFlood, movesInto } from '../src/analysis/stability/arc-flood.js';
import { byPayoff } from '../src/analysis/stability/cells.js';
import { type ConceptId, stableStates } from '../src/analysis/stability/concept.js';
import { conceptOf, concepts } from '../src/analysis/stability/concepts.js';
import { flood } from '../src/analysis/stability/flood.js';
import type { Case } from '../src/core/case.js';
import { buildModel } from '../src/core/model.js';
import { readCase } from '../src/io/case-file/read-case.js';
import { directDeterrence, directlyStable } from '../test/naive/direct-engine.js';

/**
 * The floods against the direct engine, and the flood over cells against the flood over single moves,
 * each pair in one run on the same generated case: four parties, levers in turn, 14 wants a party.
 * Times differ between machines; the ratio is what to compare. `npm run bench:scale` has the sizes
 * that only the flood over cells reaches.
 */
const withReplies = ['nash', 'gmr', 'smr', 'seq', 'sseq', 'firm'] as const satisfies ConceptId[];

function generated(issues: number, agreements: number): Case {
  const { case: theCase } = readCase(largeCaseText(issues, agreements));
  if (!theCase) throw new Error('the generated case is flawed');
  return theCase;
}

const few = { iterations: 3, warmupIterations: 1, time: 0 };

describe.each([6, 8, 10])(
  '2^%i outcomes, two agreements, six concepts, preparation included',
  (n) => {
    const theCase = generated(n, 2);
    bench(
      'floods',
      () => {
        const model = buildModel(theCase);
        for (const id of withReplies) {
          const deterrence = conceptOf(id).deterrence(model);
          for (let party = 0; party < 4; party += 1) stableStates(model, party, deterrence(party));
        }
      },
      few,
    );
    bench(
      'direct engine',
      () => {
        const model = buildModel(theCase);
        for (const id of withReplies) {
          const deterrence = directDeterrence(model, id);
          for (let party = 0; party < 4; party += 1)
            directlyStable(model, party, deterrence(party));
        }
      },
      few,
    );
  },
);

describe.each([
  [12, 0],
  [12, 6],
  [14, 0],
])('SEQ of one party, 2^%i outcomes, %i agreements', (n, agreements) => {
  const model = buildModel(generated(n, agreements));
  const sources = byPayoff(model, 0);
  const value = model.payoffs[0] as Int32Array;
  flood(model, [1, 2, 3], model.payoffs, sources, value);
  bench('over cells', () => void flood(model, [1, 2, 3], model.payoffs, sources, value), few);
  movesInto(model);
  bench(
    'over single moves',
    () => void arcFlood(model, movesInto(model), [1, 2, 3], model.payoffs, sources, value, true),
    few,
  );
});

describe('each concept, 2^14 outcomes', () => {
  const theCase = generated(14, 0);
  for (const { id } of concepts.filter((concept) => concept.id !== 'sim')) {
    bench(
      id,
      () => {
        const model = buildModel(theCase);
        const deterrence = conceptOf(id).deterrence(model);
        for (let party = 0; party < 4; party += 1) stableStates(model, party, deterrence(party));
      },
      few,
    );
  }
});
