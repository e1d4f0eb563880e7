import { bench, describe } from 'vitest';
import { stableStates } from '../src/analysis/stability/concept.js';
import { concepts } from '../src/analysis/stability/concepts.js';
import type { Case } from '../src/core/case.js';
import type { Expression } from '../src/core/expression.js';
import { buildModel } from '../src/core/model.js';
import { type Arcs, targetsOf } from '../src/core/moves.js';
import { caseOf, is, issueOf } from '../test/laws/arbitrary.js';
import { naiveIsDeterred, naiveModel } from '../test/naive/naive-engine.js';

/**
 * The direct engine against the second reading of the definitions in the same run, on a generated
 * case: four parties, levers in turn and two leavable agreements, 14 wants a party. Times differ
 * between machines; the ratio is what to compare.
 */
function generatedCase(issues: number): Case {
  let seed = 12345;
  const below = (n: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor(seed / 65536) % n;
  };
  const span = { start: 0, end: 0 };
  const both = (): Expression => ({
    kind: 'and',
    operands: [is(below(issues), 1), is(below(issues), below(2))],
    span,
  });
  return caseOf({
    parties: ['A', 'B', 'C', 'D'],
    issues: Array.from({ length: issues }, (_, at) => {
      const parties = [at % 4, (at + 1) % 4];
      if (at < issues - 2) return issueOf(`x${at}`, 2, { kind: 'by', parties: [at % 4] });
      const alone = parties.map((party) => ({ party, to: 0 }));
      return issueOf(`x${at}`, 2, { kind: 'agree', parties, leave: { alone, together: true } });
    }),
    today: Array.from({ length: issues }, () => 0),
    wants: Array.from({ length: 4 }, () =>
      Array.from({ length: 14 }, () => [
        { kind: 'iff' as const, left: is(below(issues), 1), right: both(), span },
      ]),
    ),
  });
}

function direct(theCase: Case): void {
  const model = buildModel(theCase);
  for (const concept of concepts) {
    const deterrence = concept.deterrence(model);
    for (let party = 0; party < 4; party += 1) stableStates(model, party, deterrence(party));
  }
}

function naive(theCase: Case): void {
  const model = buildModel(theCase);
  const second = naiveModel(theCase, model.payoffs);
  for (const concept of ['nash', 'gmr', 'smr', 'seq', 'sseq', 'firm'] as const) {
    for (let party = 0; party < 4; party += 1) {
      for (let state = 0; state < model.states; state += 1) {
        for (const to of targetsOf(model.improvements[party] as Arcs, state)) {
          if (!naiveIsDeterred(second, concept, party, state, to)) break;
        }
      }
    }
  }
}

describe('16 states, 4 parties', () => {
  const theCase = generatedCase(4);
  bench('direct engine, seven concepts', () => direct(theCase));
  bench('second reading, six concepts', () => naive(theCase));
});

describe('direct engine, 4 parties, seven concepts, preparation included', () => {
  for (const issues of [6, 8, 10]) {
    const theCase = generatedCase(issues);
    bench(`${2 ** issues} states`, () => direct(theCase), {
      iterations: 3,
      warmupIterations: 0,
      time: 0,
    });
  }
});
