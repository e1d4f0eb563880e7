import { describe, expect, it } from 'vitest';
import { type Rational, rational } from '../../core/rational.js';
import { listedBargaining } from './listed.js';
import type { Solution } from './problem.js';

/** Whole amounts, one row an outcome, over one denominator a party. */
function over(
  rows: readonly (readonly number[])[],
  denominators: readonly bigint[] = (rows[0] ?? []).map(() => 1n),
) {
  return listedBargaining(
    denominators.map((denominator, party) => ({
      numerators: Float64Array.from(rows, (row) => row[party] as number),
      denominator,
    })),
  );
}

const whole = (...amounts: readonly number[]): readonly Rational[] =>
  amounts.map((amount) => rational(BigInt(amount)));

const placesOf = ({ points }: Solution<number>) => points.flatMap(({ outcomes }) => outcomes);

/** 0: no deal; 1 to 4: deals between two parties. */
const five = [
  [2, 2],
  [9, 3],
  [6, 5],
  [4, 6],
  [3, 10],
];

describe('the solutions of five outcomes with no deal at (2, 2)', () => {
  const solutions = over(five).solutions(whole(2, 2));

  it('Nash: gains multiply to 7 × 1, 4 × 3, 2 × 4, 1 × 8', () => {
    expect(placesOf(solutions.nash)).toEqual([2]);
    expect(solutions.nash.value).toEqual(rational(12n));
  });

  it('Kalai–Smorodinsky: of 7 and 8, the least shares are 1/8, 3/8, 2/7, 1/7', () => {
    expect(placesOf(solutions.kalaiSmorodinsky)).toEqual([2]);
    expect(solutions.kalaiSmorodinsky.value).toEqual(rational(3n, 8n));
    expect(solutions.kalaiSmorodinsky.ideal).toEqual(whole(9, 10));
    expect(solutions.kalaiSmorodinsky.leftOut).toEqual([]);
  });

  it('egalitarian: the least gains are 1, 3, 2, 1', () => {
    expect(placesOf(solutions.egalitarian)).toEqual([2]);
    expect(solutions.egalitarian.value).toEqual(rational(3n));
  });

  it('utilitarian: the sums are 12, 11, 10, 13', () => {
    expect(placesOf(solutions.utilitarian)).toEqual([4]);
    expect(solutions.utilitarian.value).toEqual(rational(13n));
    expect(placesOf(solutions.utilitarianRational)).toEqual([4]);
  });
});

describe('no deal', () => {
  it('of 5 for the second party leaves the greatest sum out of the rational ones', () => {
    const solutions = over([...five, [14, 4]]).solutions(whole(2, 5));
    expect(placesOf(solutions.utilitarian)).toEqual([5]);
    expect(placesOf(solutions.utilitarianRational)).toEqual([4]);
    expect(solutions.kalaiSmorodinsky.ideal).toEqual(whole(6, 10));
  });

  it('between two amounts that can be had counts as the fraction it is', () => {
    // In halves and thirds: amounts 3/2 and 2/3 against 4/3 and 1/2 gain 1/6 each.
    const solutions = over([[3, 2]], [2n, 3n]).solutions([rational(4n, 3n), rational(1n, 2n)]);
    expect(solutions.nash.value).toEqual(rational(1n, 36n));
    expect(solutions.egalitarian.value).toEqual(rational(1n, 6n));
    expect(solutions.utilitarian.value).toEqual(rational(13n, 6n));
    expect(solutions.kalaiSmorodinsky.value).toEqual(rational(1n));
  });

  it('out of reach for all leaves the egalitarian and utilitarian only', () => {
    const solutions = over(five).solutions(whole(20, 20));
    expect(solutions.nash).toMatchObject({ points: [], none: 'no outcome is rational' });
    expect(solutions.kalaiSmorodinsky).toMatchObject({
      points: [],
      none: 'no outcome is rational',
      ideal: undefined,
      leftOut: [],
    });
    expect(solutions.utilitarianRational).toMatchObject({ points: [], count: 0n });
    // The gains are (−11, −17), (−14, −15), (−16, −14), (−17, −10).
    expect(placesOf(solutions.egalitarian)).toEqual([2]);
    expect(solutions.egalitarian.value).toEqual(rational(-15n));
    expect(placesOf(solutions.utilitarian)).toEqual([4]);
  });

  it('beyond every double is out of reach, and far below is no bar', () => {
    const huge = rational(10n ** 30n);
    expect(over(five).solutions([huge, huge]).nash.none).toBe('no outcome is rational');
    const low = rational(-(10n ** 30n));
    expect(over(five).solutions([low, low]).nash.points).toHaveLength(1);
  });
});

describe('a zone where one party cannot gain', () => {
  // The second party never gets more than its no deal of 3.
  const solutions = over([
    [5, 3],
    [7, 3],
    [9, 2],
  ]).solutions(whole(4, 3));

  it('has no Nash solution, though some outcomes are rational', () => {
    expect(solutions.nash).toMatchObject({
      points: [],
      count: 0n,
      value: undefined,
      none: 'no outcome is above no deal for all',
    });
  });

  it('leaves that party out of the Kalai–Smorodinsky minimum and names it', () => {
    expect(solutions.kalaiSmorodinsky.leftOut).toEqual([1]);
    expect(placesOf(solutions.kalaiSmorodinsky)).toEqual([1]);
    expect(solutions.kalaiSmorodinsky.value).toEqual(rational(1n));
  });
});

describe('a zone of one point', () => {
  it('at no deal leaves every party out: the point, without a least share', () => {
    const rows = [
      [3, 3],
      [5, 1],
      [3, 3],
    ];
    const { kalaiSmorodinsky, nash, egalitarian } = over(rows).solutions(whole(3, 3));
    expect(kalaiSmorodinsky).toMatchObject({ count: 2n, value: undefined, leftOut: [0, 1] });
    expect(kalaiSmorodinsky.points).toEqual([{ amounts: [3n, 3n], count: 2n, outcomes: [0, 2] }]);
    expect(nash.none).toBe('no outcome is above no deal for all');
    expect(egalitarian.value).toEqual(rational(0n));
  });

  it('above no deal is every rational solution', () => {
    const { nash, kalaiSmorodinsky, utilitarianRational } = over([
      [3, 3],
      [9, 1],
    ]).solutions(whole(2, 2));
    expect(placesOf(nash)).toEqual([0]);
    expect(placesOf(kalaiSmorodinsky)).toEqual([0]);
    expect(placesOf(utilitarianRational)).toEqual([0]);
  });
});

describe('ties', () => {
  it('of the least gain are settled by the second least', () => {
    const { egalitarian, kalaiSmorodinsky } = over([
      [2, 2, 2],
      [9, 2, 3],
      [2, 4, 9],
    ]).solutions(whole(0, 0, 0));
    expect(placesOf(egalitarian)).toEqual([2]);
    expect(egalitarian.value).toEqual(rational(2n));
    // Of 9, 4 and 9 the shares are (2/9, 1/2, 2/9), (1, 1/2, 1/3), (2/9, 1, 1).
    expect(placesOf(kalaiSmorodinsky)).toEqual([1]);
  });

  it('are all given with their number, and no more than five outcomes a point', () => {
    const rows = [...Array.from({ length: 7 }, () => [2, 6]), [6, 2], [1, 1]];
    const { nash, egalitarian } = over(rows).solutions(whole(0, 0));
    expect(nash.count).toBe(8n);
    expect(nash.points).toEqual([
      { amounts: [6n, 2n], count: 1n, outcomes: [7] },
      { amounts: [2n, 6n], count: 7n, outcomes: [0, 1, 2, 3, 4] },
    ]);
    expect(egalitarian.count).toBe(8n);
  });

  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  const ordered = (amounts: readonly number[]) =>
    over(orders.map((order) => order.map((index) => amounts[index] as number)));

  it('of a product that doubles round in two ways are all kept', () => {
    const { nash } = ordered([94_906_265, 94_906_266, 94_906_269]).solutions(whole(0, 0, 0));
    expect(nash.count).toBe(6n);
  });

  it('of a sum that doubles round in two ways are all kept', () => {
    const { utilitarian } = ordered([Number.MAX_SAFE_INTEGER, 2, 1]).solutions(whole(0, 0, 0));
    expect(utilitarian.count).toBe(6n);
    expect(utilitarian.value).toEqual(rational(BigInt(Number.MAX_SAFE_INTEGER) + 3n));
  });

  it('are no ties where shares differ by less than doubles can tell', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const rows = [
      [most, most - 3],
      [most - 1, most - 2],
    ];
    // The least shares are 1 − 1/(2^53 − 3) and 1 − 1/(2^53 − 1): one double, and the second is more.
    const { kalaiSmorodinsky } = over(rows).solutions(whole(0, 0));
    expect((most - 3) / (most - 2)).toBe((most - 1) / most);
    expect(placesOf(kalaiSmorodinsky)).toEqual([1]);
  });
});

describe('listed bargaining', () => {
  it('of one party gives it its most in every solution', () => {
    const bargaining = over([[3], [8], [8], [1]]);
    const solutions = bargaining.solutions(whole(2));
    for (const name of ['nash', 'kalaiSmorodinsky', 'egalitarian', 'utilitarian'] as const)
      expect(placesOf(solutions[name])).toEqual([1, 2]);
    expect(bargaining.frontier()).toEqual({
      points: [{ amounts: [8n], count: 2n, outcomes: [1, 2] }],
      outcomes: 2n,
    });
  });

  it('of no outcome has no solution and an empty frontier', () => {
    const bargaining = over([], [1n, 1n]);
    expect(bargaining.size).toBe(0n);
    expect(bargaining.frontier()).toEqual({ points: [], outcomes: 0n });
    const solutions = bargaining.solutions(whole(0, 0));
    expect(solutions.nash.none).toBe('no outcome is rational');
    expect(solutions.egalitarian).toMatchObject({ points: [], count: 0n, value: undefined });
    expect(solutions.utilitarian.value).toBeUndefined();
  });

  it('gives no frontier of more points than it may', () => {
    const column = { numerators: Float64Array.of(1, 2, 3), denominator: 1n };
    const against = { numerators: Float64Array.of(3, 2, 1), denominator: 1n };
    const most = (mostPoints: number) => listedBargaining([column, against], { mostPoints });
    expect(most(2).frontier()).toBeUndefined();
    expect(most(3).frontier()?.points).toHaveLength(3);
    expect(most(2).frontier(whole(2, 0))?.points).toHaveLength(2);
  });

  it('refuses columns it cannot read', () => {
    const column = (...numerators: number[]) => ({
      numerators: Float64Array.from(numerators),
      denominator: 1n,
    });
    expect(() => listedBargaining([])).toThrow('columns is empty');
    expect(() => listedBargaining([column(1), column(1, 2)])).toThrow('columns[1] has 2 outcomes');
    expect(() => listedBargaining([column(1, Number.NaN)])).toThrow('numerators[1] is NaN');
    expect(() => listedBargaining([column(0.5)])).toThrow('numerators[0] is 0.5');
    expect(() => listedBargaining([column(1)], { keep: new Uint8Array(2) })).toThrow('keep has 2');
    expect(() => over(five).solutions(whole(1))).toThrow('1 amounts for 2 parties');
  });
});
