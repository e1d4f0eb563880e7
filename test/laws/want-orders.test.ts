import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concepts } from '../../src/analysis/stability/concepts.js';
import { searchOrders } from '../../src/analysis/stability/order-search.js';
import { stays } from '../../src/analysis/stability/stays.js';
import {
  orderComparison,
  ordersByDistance,
  reorderable,
} from '../../src/analysis/stability/want-orders.js';
import type { Case, Reading } from '../../src/core/case.js';
import { buildModel, payoffAt } from '../../src/core/model.js';
import { modelWithReading } from '../../src/core/model-with-reading.js';
import { caseOfText } from '../small/small-cases.js';
import { arbitraryCase } from './arbitrary.js';

const runs = { seed: 20250427 };

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first, at) =>
    permutations(items.toSpliced(at, 1)).map((rest) => [first, ...rest]),
  );
}

const inversions = (order: readonly number[]) =>
  order.flatMap((one, at) => order.slice(at + 1).filter((other) => other < one)).length;

/** The same case with the wants of every party as a ranking: entries may claim the same outcomes. */
function asRankings(theCase: Case): Case {
  return {
    ...theCase,
    preferences: theCase.preferences.map((readings) =>
      readings.map(
        (reading): Reading => ({
          ...reading,
          wants: undefined,
          ranking: (reading.wants ?? []).flat().map(({ want, path }) => ({
            expression: want,
            text: '',
            label: undefined,
            isStrong: false,
            isUnsure: false,
            why: undefined,
            from: [],
            path,
          })),
        }),
      ),
    ),
  };
}

const either = fc
  .tuple(arbitraryCase, fc.boolean())
  .map(([theCase, isRanked]) => (isRanked ? asRankings(theCase) : theCase));

describe('orders by distance', () => {
  it('are all orders, each once, fewest pairs in reverse first', () => {
    for (const n of [0, 1, 2, 3, 5]) {
      const found = [...ordersByDistance(n)];
      const all = permutations(Array.from({ length: n }, (_, place) => place));
      expect(new Set(found.map(({ order }) => order.join()))).toEqual(
        new Set(all.map((order) => order.join())),
      );
      expect(found).toHaveLength(all.length);
      for (const { order, swaps } of found) expect(inversions(order)).toBe(swaps);
      expect(found.map(({ swaps }) => swaps)).toEqual(
        found.map(({ swaps }) => swaps).sort((a, b) => a - b),
      );
    }
  });
});

describe('states compared under an order without ranking them', () => {
  it('compare as their payoffs under the reading in that order', () => {
    fc.assert(
      fc.property(either, fc.nat(), fc.nat(), fc.nat(), (theCase, at, second, which) => {
        const model = buildModel(theCase);
        const party = at % model.parties;
        const reading = reorderable(model.readings[party]);
        if (!reading) return;
        const all = [...ordersByDistance(Math.min(reading.places.length, 4))];
        const order = [
          ...(all[which % all.length]?.order ?? []),
          ...reading.places.map((_, place) => place).slice(4),
        ];
        const [a, b] = [at % model.states, second % model.states];
        const { between, under } = orderComparison(model, reading);
        const changed = modelWithReading(model, party, reading.inOrder(order));
        expect(under(order, between(a, b))).toBe(
          Math.sign(payoffAt(changed, party, b) - payoffAt(changed, party, a)),
        );
      }),
      { ...runs, numRuns: 300 },
    );
  });
});

describe('a want marked unknown', () => {
  it('decides nothing in any order, as in payoffs', () => {
    const model = buildModel(
      caseOfText(`
detente: 1
title: small
parties: {P: P}
issues: {a: {lever: P}, b: {lever: P}}
today: {a: no, b: no}
wants: {P: [{want: a, unknown: true}, not b, b]}
`),
    );
    expect(searchOrders(model, 'nash', 0, 0)).toMatchObject({
      orders: 6n,
      holding: 3n,
      leaving: 3n,
    });
  });
});

describe('the orders of a party’s wants that make it stay', () => {
  for (const { id } of concepts) {
    it(`are those that the concept finds when each is tried, under ${id}`, () => {
      let mixed = 0;
      fc.assert(
        fc.property(either, fc.nat(), (theCase, at) => {
          const model = buildModel(theCase);
          const party = at % model.parties;
          const state = Math.floor(at / 7) % model.states;
          const reading = reorderable(model.readings[party]);
          if (!reading || reading.places.length > 5) return;
          const found = searchOrders(model, id, party, state);
          const places = reading.places.map((_, place) => place);
          const holding = permutations(places).filter((order) =>
            stays(modelWithReading(model, party, reading.inOrder(order)), id, party, state),
          );
          const all = permutations(places).length;
          if (holding.length > 0 && holding.length < all) mixed += 1;
          expect(found?.orders).toBe(BigInt(all));
          expect(found?.undecided).toBe(0n);
          expect(found?.holding).toBe(BigInt(holding.length));
          expect(found?.leaving).toBe(BigInt(all - holding.length));
          expect(found?.holdsNow).toBe(holding.some((order) => inversions(order) === 0));
          if (!found || found.holdsNow) return;

          const least = Math.min(...holding.map(inversions));
          const nearest = holding.filter((order) => inversions(order) === least);
          expect(found.nearest?.swaps).toBe(holding.length > 0 ? least : undefined);
          expect(new Set(found.nearest?.orders.map((order) => order.join()) ?? [])).toEqual(
            new Set(nearest.map((order) => order.join())),
          );
          if (found.nearest) {
            expect(found.nearest.isFewest).toBe(true);
            expect(found.nearest.isAll).toBe(true);
          }
          for (const { order, swaps } of found.moves) {
            expect(holding.map((one) => one.join())).toContain(order.join());
            expect(inversions(order)).toBe(swaps);
          }
          if (found.alwaysLeft.length > 0) expect(holding).toEqual([]);
        }),
        { ...runs, numRuns: 400 },
      );
      // The test says nothing where no order, or every order, would do.
      expect(mixed).toBeGreaterThan(10);
    }, 60_000);
  }
});

describe('a party that takes another to be read otherwise', () => {
  const hypergame = caseOfText(`
detente: 1
title: small
parties: {P: P, Q: Q}
issues: {a: {lever: P}, b: {lever: Q}, c: {lever: Q}}
today: {a: no, b: no, c: no}
preferences:
  P: {misled: {wants: [a, not b, if a then c, not a], sees: {Q: meek}}}
  Q:
    bold: {wants: [a iff b, c]}
    meek: {wants: [not b, a iff c]}
`);

  it('is judged in the game as it sees it, under every order', () => {
    const model = buildModel(hypergame);
    const reading = reorderable(model.readings[0]) ?? expect.fail('no wants');
    let differ = 0;
    for (const { id } of concepts) {
      for (let state = 0; state < model.states; state += 1) {
        const staying = permutations([0, 1, 2, 3]).filter((order) =>
          stays(modelWithReading(model, 0, reading.inOrder(order)), id, 0, state),
        ).length;
        expect(searchOrders(model, id, 0, state)?.holding, `${id} ${state}`).toBe(BigInt(staying));
        // The same order against the reading that Q really has.
        const plain = { ...(model.readings[0] as Reading), sees: [] };
        const blunt = searchOrders(modelWithReading(model, 0, plain), id, 0, state);
        if (blunt?.holding !== BigInt(staying)) differ += 1;
      }
    }
    expect(differ).toBeGreaterThan(0);
  });
});
