import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/case.js';
import { buildModel } from '../../src/core/model.js';
import { uncontrolled } from '../../src/core/report.js';
import type { Trap } from '../../src/questions/trap-findings.js';
import { traps } from '../../src/questions/traps.js';
import { naiveIsDeterred, naiveModel } from '../naive/naive-engine.js';
import { arbitraryCase } from './arbitrary.js';

const runs = { numRuns: 40, seed: 20250427 };

type Naive = ReturnType<typeof naiveModel>;

const naiveOf = (theCase: Case): Naive => naiveModel(theCase, buildModel(theCase).payoffs);

function wouldHold(naive: Naive, concept: 'firm' | 'seq', state: number): boolean {
  return naive.parties.every((party) =>
    naive.states.every(
      (_, to) =>
        !naive.canMove(party, state, to) ||
        naive.payoff(party, to) <= naive.payoff(party, state) ||
        naiveIsDeterred(naive, concept, party, state, to),
    ),
  );
}

/** States whose verdict differs in another case, by the levels they have in common. */
function flipsByForce(naive: Naive, other: Naive) {
  const holds: number[] = [];
  const fails: number[] = [];
  naive.states.forEach((levels, state) => {
    const twin = other.states.findIndex((one) => one.every((level, at) => level === levels[at]));
    const here = wouldHold(naive, 'firm', state);
    const there = wouldHold(other, 'firm', twin);
    if (here && !there) holds.push(state);
    if (!here && there) fails.push(state);
  });
  return { holds, fails };
}

const at = (found: readonly Trap[], path: Trap['path'], effect: string) =>
  found.find((one) => one.path.join() === path.join() && one.effect === effect)?.states ?? [];

describe('on random cases, by force,', () => {
  it('a rule or `irreversible` is told exactly where lifting it changes a verdict', () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const found = traps.run(theCase, traps.defaults, uncontrolled).traps;
        const naive = naiveOf(theCase);
        theCase.rules.forEach((rule, lifted) => {
          const rules = theCase.rules.filter((_, index) => index !== lifted);
          const { holds, fails } = flipsByForce(naive, naiveOf({ ...theCase, rules }));
          seen += holds.length + fails.length;
          expect(at(found, rule.path, 'holds')).toEqual(holds);
          expect(at(found, rule.path, 'fails')).toEqual(fails);
        });
        theCase.issues.forEach((issue, index) => {
          if (issue.irreversible === undefined || issue.control.kind === 'agree') return;
          const issues = theCase.issues.map((one, other) =>
            other === index ? { ...one, irreversible: undefined } : one,
          );
          const { holds, fails } = flipsByForce(naive, naiveOf({ ...theCase, issues }));
          expect(at(found, ['issues', issue.id, 'irreversible'], 'holds')).toEqual(holds);
          expect(at(found, ['issues', issue.id, 'irreversible'], 'fails')).toEqual(fails);
        });
      }),
      runs,
    );
    // The law is not empty on these cases.
    expect(seen).toBeGreaterThan(10);
  }, 60_000);

  it('regretted replies are told exactly of the outcomes that SEQ holds and firm does not', () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const found = traps.run(theCase, traps.defaults, uncontrolled).traps;
        const naive = naiveOf(theCase);
        const told = found
          .filter(({ kind }) => kind === 'regretted reply')
          .flatMap(({ states }) => states);
        const expected = naive.states.flatMap((_, state) =>
          wouldHold(naive, 'seq', state) && !wouldHold(naive, 'firm', state) ? [state] : [],
        );
        seen += told.length;
        expect(told.sort((a, b) => a - b)).toEqual(expected);
      }),
      { ...runs, numRuns: 150 },
    );
    expect(seen).toBeGreaterThan(10);
  }, 60_000);
});
