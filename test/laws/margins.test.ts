import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conceptOf } from '../../src/analysis/stability/concepts.js';
import { marginsOf } from '../../src/analysis/stability/margin.js';
import type { Case } from '../../src/core/case.js';
import { buildModel } from '../../src/core/model.js';
import { compare, type Rational, rational, zero } from '../../src/core/rational.js';
import { utilityAt } from '../../src/core/utility.js';
import { naiveIsDeterred, naiveModel } from '../naive/naive-engine.js';
import { arbitraryCase } from './arbitrary.js';

const runs = { numRuns: 60, seed: 20250427 };
const measured = ['nash', 'gmr', 'smr', 'seq', 'sseq', 'firm'] as const;
type Measured = (typeof measured)[number];
type Naive = ReturnType<typeof naiveModel>;

/** Least of a value over a state and every end of a reply, by repeating all sequences up to a fixpoint. */
function leastOf(
  naive: Naive,
  concept: Measured,
  mover: number,
  start: number,
  value: (state: number) => number,
): number {
  const all = naive.states.map((_, state) => state);
  const improves = (who: number, a: number, b: number) =>
    naive.canMove(who, a, b) && naive.payoff(who, b) > naive.payoff(who, a);
  const isReply = (who: number, a: number, b: number): boolean => {
    if (concept === 'nash') return false;
    if (concept === 'gmr' || concept === 'smr') return naive.canMove(who, a, b);
    if (!improves(who, a, b)) return false;
    return concept !== 'firm' || !naiveIsDeterred(naive, 'seq', who, a, b);
  };
  let nodes = new Set([`${start} -1`]);
  for (;;) {
    const next = new Set(nodes);
    for (const node of nodes) {
      const [at, last] = node.split(' ').map(Number) as [number, number];
      for (const who of naive.parties) {
        if (who === mover || who === last) continue;
        for (const to of all) if (isReply(who, at, to)) next.add(`${to} ${who}`);
      }
    }
    if (next.size === nodes.size) break;
    nodes = next;
  }
  return Math.min(...[...nodes].map((node) => value(Number(node.split(' ')[0]))));
}

/** The margin in any measure whose values are whole numbers, from the words of its definition. */
function marginByForce(
  naive: Naive,
  concept: Measured,
  party: number,
  state: number,
  value: (state: number) => number,
  which: 'with staying' | 'leaving' = 'with staying',
): number | undefined {
  const all = naive.states.map((_, at) => at);
  const moves = all.filter((to) => naive.canMove(party, state, to));
  const isCountered = concept === 'smr' || concept === 'sseq';
  const worth = (at: number) =>
    isCountered
      ? Math.max(value(at), ...all.filter((to) => naive.canMove(party, at, to)).map(value))
      : value(at);
  const options = isCountered
    ? moves.filter((to) => naive.payoff(party, to) > naive.payoff(party, state))
    : [...(which === 'with staying' ? [state] : []), ...moves];
  if (options.length === 0) return undefined;
  const secured = options.map((to) => leastOf(naive, concept, party, to, worth));
  return value(state) - Math.max(...secured);
}

/** The case with whole points for each party instead of its wants. */
function withPoints(theCase: Case, scores: readonly number[]): Case {
  return {
    ...theCase,
    preferences: theCase.preferences.map((readings, party) =>
      readings.map((reading) => ({
        ...reading,
        wants: undefined,
        points: {
          path: [],
          issues: theCase.issues.map((issue, index) => ({
            issue: index,
            weight: rational(100n),
            scores: issue.levels.map((_, level) =>
              rational(BigInt(scores[(party * 7 + index * 3 + level) % scores.length] as number)),
            ),
            why: undefined,
            from: [],
          })),
        },
      })),
    ),
  };
}

const isWhole = ({ d }: Rational) => d === 1n;

describe('for every party and state the margin', () => {
  it('in rungs is what its definition says, by force', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const model = buildModel(theCase);
        const naive = naiveModel(theCase, model.payoffs);
        for (const concept of measured) {
          const deterrence = conceptOf(concept).deterrence(model);
          for (const party of naive.parties) {
            // Three states of each case: all would take long without telling more.
            for (const state of [0, Math.floor(model.states / 2), model.states - 1]) {
              const found = marginsOf(model, concept, deterrence(party), party, state);
              const expected = marginByForce(naive, concept, party, state, (at) =>
                naive.payoff(party, at),
              );
              const place = `${concept} ${party} ${state}`;
              expect(found && Number(found.rungs.margin.n), place).toBe(expected);
              const leaving = marginByForce(
                naive,
                concept,
                party,
                state,
                (at) => naive.payoff(party, at),
                'leaving',
              );
              const lead = found?.rungs.leaving;
              expect(lead && Number(lead.margin.n), place).toBe(leaving);
            }
          }
        }
      }),
      { ...runs, numRuns: 25 },
    );
  }, 60_000);

  it('is 0 or more exactly where the state is stable for the party', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const model = buildModel(theCase);
        const naive = naiveModel(theCase, model.payoffs);
        for (const concept of measured) {
          const deterrence = conceptOf(concept).deterrence(model);
          for (const party of naive.parties) {
            naive.states.forEach((_, state) => {
              const found = marginsOf(model, concept, deterrence(party), party, state);
              const isStable = naive.states.every(
                (__, to) =>
                  !naive.canMove(party, state, to) ||
                  naive.payoff(party, to) <= naive.payoff(party, state) ||
                  naiveIsDeterred(naive, concept, party, state, to),
              );
              const isEnough = found === undefined || compare(found.rungs.margin, zero) >= 0;
              expect(isEnough, `${concept} ${party} ${state}`).toBe(isStable);
              const lead = found?.rungs.leaving;
              expect(lead === undefined || compare(lead.margin, zero) >= 0).toBe(isStable);
            });
          }
        }
      }),
      { ...runs, numRuns: 25 },
    );
  }, 60_000);

  it('in points, where these are the order, has the sign of the margin in rungs', () => {
    const scores = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 11 });
    fc.assert(
      fc.property(arbitraryCase, scores, (bare, values) => {
        const theCase = withPoints(bare, values);
        const model = buildModel(theCase);
        const naive = naiveModel(theCase, model.payoffs);
        for (const concept of measured) {
          const deterrence = conceptOf(concept).deterrence(model);
          for (const party of naive.parties) {
            for (const state of [0, model.states - 1]) {
              const found = marginsOf(model, concept, deterrence(party), party, state);
              if (!found) continue;
              const utilities = model.utilities[party];
              if (!found.points || found.points === 'too large' || !utilities) {
                throw new Error('no points');
              }
              expect(isWhole(found.points.margin)).toBe(true);
              expect(Math.sign(Number(found.points.margin.n))).toBe(
                Math.sign(Number(found.rungs.margin.n)),
              );
              expect(Number(found.points.margin.n)).toBe(
                marginByForce(naive, concept, party, state, (at) =>
                  Number(utilityAt(utilities, at).n),
                ),
              );
            }
          }
        }
      }),
      { ...runs, numRuns: 20 },
    );
  }, 60_000);
});
