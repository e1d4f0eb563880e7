import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConceptId } from '../../src/analysis/stability/concept.js';
import { conceptOf } from '../../src/analysis/stability/concepts.js';
import { rankingShareOf } from '../../src/analysis/stability/inverse.js';
import { isLeft, waysOut } from '../../src/analysis/stability/ways-out.js';
import type { Case } from '../../src/core/case.js';
import { buildModel, type Model } from '../../src/core/model.js';
import { rational } from '../../src/numeric/rational.js';
import { naiveIsDeterred, naiveModel } from '../naive/naive-engine.js';
import { arbitraryCase } from './arbitrary.js';

const runs = { seed: 20250427 };

/** Every list of payoffs that ranks the states strictly. */
function rankings(states: number): readonly Int32Array[] {
  const lists: number[][] = [[]];
  for (let state = 0; state < states; state += 1) {
    const longer = lists
      .splice(0)
      .flatMap((list) =>
        Array.from({ length: states }, (_, rank) => [...list, rank]).filter(
          (one) => new Set(one).size === one.length,
        ),
      );
    lists.push(...longer);
  }
  return lists.map((list) => Int32Array.from(list));
}

/** Brute force: the rankings of one party under which it stays, by the slow reading of definitions. */
function staying(model: Model, concept: ConceptId, party: number, state: number): number {
  return rankings(model.states).filter((ranking) => {
    const payoffs = model.payoffs.with(party, ranking);
    const worth = (at: number) => ranking[at] as number;
    const better = model.moves.from(party, state).filter((to) => worth(to) > worth(state));
    if (concept === 'sim') {
      const varied = { ...model, payoffs, derive: <Table>(_: string, make: () => Table) => make() };
      const { isDeterred } = conceptOf('sim').deterrence(varied)(party);
      return better.every((to) => isDeterred(state, to));
    }
    const naive = naiveModel(model.case, payoffs);
    return better.every((to) => naiveIsDeterred(naive, concept, party, state, to));
  }).length;
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

const ofSize = (least: number, most: number) =>
  arbitraryCase.filter((theCase) => {
    const { size } = buildModel(theCase).space;
    return size >= least && size <= most;
  });

function agrees(theCase: Case, concept: ConceptId, at: number) {
  const model = buildModel(theCase);
  const state = at % model.states;
  const party = at % model.parties;
  const share = rankingShareOf(model, concept, party, state);
  expect(share.limit).toBeUndefined();
  expect(share.most).toEqual(share.least);
  expect(share.least, `${concept}, party ${party}, state ${state}`).toEqual(
    rational(BigInt(staying(model, concept, party, state)), BigInt(factorial(model.states))),
  );
}

describe('the rankings under which a party stays are as many as brute force finds', () => {
  for (const concept of ['nash', 'gmr', 'smr', 'seq', 'sseq', 'sim', 'firm'] as const) {
    it(`under ${concept}, on up to five states`, () => {
      fc.assert(
        fc.property(ofSize(1, 5), fc.nat(), (theCase, at) => agrees(theCase, concept, at)),
        { ...runs, numRuns: 80 },
      );
    }, 60_000);

    it(`under ${concept}, on six states`, () => {
      fc.assert(
        fc.property(ofSize(6, 6), fc.nat(), (theCase, at) => agrees(theCase, concept, at)),
        { ...runs, numRuns: concept === 'firm' || concept === 'smr' ? 10 : 20 },
      );
    }, 60_000);
  }
});

describe('a larger set of better states', () => {
  it('never makes a party stay that would leave', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.nat(), fc.nat(), fc.nat(), (theCase, at, some, more) => {
        const model = buildModel(theCase);
        const state = at % model.states;
        const isIn = (bits: number) => (one: number) =>
          Math.floor(bits / 2 ** (one % 30)) % 2 === 1;
        for (const concept of ['nash', 'gmr', 'smr', 'seq', 'sseq'] as const) {
          const ways = waysOut(model, concept, at % model.parties, state) ?? [];
          if (isLeft(ways, isIn(some))) {
            expect(isLeft(ways, (one) => isIn(some)(one) || isIn(more)(one))).toBe(true);
          }
        }
      }),
      { ...runs, numRuns: 200 },
    );
  });
});
