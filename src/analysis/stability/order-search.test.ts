import { describe, expect, it } from 'vitest';
import { modelOfText, prisonersDilemma } from '../../../test/small/small-cases.js';
import { countOrders } from './order-count.js';
import { searchOrders } from './order-search.js';
import { orderVerdicts } from './order-verdicts.js';
import { reorderable } from './want-orders.js';
import { endlessWork } from './work-budget.js';

/** P alone decides a and b; from the first outcome it can take either or both. */
const alone = (wants: string, more = '') =>
  modelOfText(`
parties: {P: P}
issues: {a: {lever: P}, b: {lever: P}}
today: {a: no, b: no}
${wants}
${more}
`);

describe('the orders of a party’s wants under which it stays', () => {
  it('are counted, with the fewest swaps and the moves of one want', () => {
    // Stays without a and b iff “not a” is above “a and b”, and “not b” above it too.
    const found = searchOrders(alone('wants: {P: [a and b, not a, not b]}'), 'nash', 0, 0);
    expect(found).toMatchObject({
      kind: 'wants',
      places: 3,
      orders: 6n,
      holding: 4n,
      leaving: 2n,
      undecided: 0n,
      holdsNow: false,
      nearest: {
        swaps: 1,
        orders: [[1, 0, 2]],
        isFewest: true,
        isAll: true,
      },
      struck: [{ place: 0, member: 0 }],
      alwaysLeft: [],
    });
    expect(found?.moves).toEqual([
      { order: [1, 0, 2], swaps: 1 },
      { order: [2, 0, 1], swaps: 2 },
    ]);
  });

  it('are none where a move meets a want and gives up none, whatever the order', () => {
    const found = searchOrders(alone('wants: {P: [a, not b]}'), 'nash', 0, 0);
    expect(found).toMatchObject({ holding: 0n, leaving: 2n, moves: [], alwaysLeft: [1] });
    expect(found?.nearest).toBeUndefined();
    expect(found?.struck).toEqual([{ place: 0, member: 0 }]);
  });

  it('move equally important wants as one, and strike them one by one', () => {
    const found = searchOrders(alone('wants: {P: [[a, b], not a, not b]}'), 'nash', 0, 0);
    expect(found).toMatchObject({ places: 3, orders: 6n });
    expect(found?.struck).toEqual([]);
  });

  it('are those of the entries of a ranking: an entry that claims both outcomes ties them', () => {
    const found = searchOrders(
      alone('preferences: {P: {one: {ranking: [a, not b]}}}'),
      'nash',
      0,
      0,
    );
    // With “not b” first, nothing is above today; with “a” first, a without b is.
    expect(found).toMatchObject({ kind: 'ranking', orders: 2n, holding: 1n, leaving: 1n });
    expect(found?.nearest?.orders).toEqual([[1, 0]]);
  });

  it('are one order of a single want, and of none', () => {
    expect(searchOrders(alone('wants: {P: [not a]}'), 'nash', 0, 0)).toMatchObject({
      orders: 1n,
      holding: 1n,
      holdsNow: true,
    });
  });

  it('are not offered for points alone, nor for a party that wants nothing', () => {
    const points = alone('preferences: {P: {one: {points: {a: {levels: {no: 0, yes: 1}}}}}}');
    expect(searchOrders(points, 'nash', 0, 0)).toBeUndefined();
    expect(searchOrders(alone(''), 'nash', 0, 0)).toBeUndefined();
  });

  it('are told for the prisoner’s dilemma: which of 24 rankings keep both cooperating', () => {
    // Leaving leads to state 2; under GMR the other could answer by 0: above 2 or above 0.
    expect(searchOrders(prisonersDilemma, 'nash', 0, 3)?.holding).toBe(12n);
    expect(searchOrders(prisonersDilemma, 'gmr', 0, 3)?.holding).toBe(16n);
  });

  it('are left undecided beyond the beginnings that may be looked at, and never miscounted', () => {
    const model = alone('wants: {P: [a and b, not a, not b]}');
    const reading = reorderable(model.readings[0]) ?? expect.fail('no wants');
    const verdicts = orderVerdicts(model, 'nash', 0, 0, reading);
    expect(countOrders(verdicts, 3, endlessWork, 0)).toEqual({
      holding: 0n,
      leaving: 0n,
      undecided: 6n,
    });
    for (const most of [1, 2, 3, 4]) {
      const { holding, leaving, undecided } = countOrders(verdicts, 3, endlessWork, most);
      expect(holding + leaving + undecided).toBe(6n);
      expect(holding).toBeLessThanOrEqual(4n);
      expect(leaving).toBeLessThanOrEqual(2n);
    }
  });
});
