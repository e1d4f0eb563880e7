import { describe, expect, it } from 'vitest';
import {
  drawnSample,
  listedSample,
  readingDoubt,
  ruleDoubt,
  todayDoubt,
  wantDoubt,
} from '../../../test/small/doubts.js';
import { formatRational } from '../../core/rational.js';
import type { AssumptionSet, Doubt } from './doubt.js';
import { interactionsOf } from './interactions.js';
import type { Sample } from './sample.js';
import { tallyOf } from './tally.js';

const told = (sample: Sample, columns: readonly number[] = [1], most?: number) =>
  interactionsOf(tallyOf(sample), columns, most).found.map(
    ({ column, doubts, cases, effect }) =>
      `${column}: ${doubts} ${cases.map((own) => own.join('>')).join(' ')} ${formatRational(effect)}`,
  );

const two = [ruleDoubt(0), ruleDoubt(1)];
const on = (answer: (a: number, b: number) => boolean) =>
  listedSample(two, ([a = 0, b = 0]) => [true, answer(a, b)]);

describe('interactions of listed sets', () => {
  it('are the share of both, less those of each, and of neither', () => {
    const cases = '0,1 applies>lifted applies>lifted';
    expect(told(on((a, b) => a === 1 && b === 1))).toEqual([`1: ${cases} 1`]);
    expect(told(on((a, b) => a === 1 || b === 1))).toEqual([`1: ${cases} -1`]);
    expect(told(on((a, b) => a !== b))).toEqual([`1: ${cases} -2`]);
  });

  it('are none where doubts add up or the answer stands', () => {
    expect(told(on((a) => a === 1))).toEqual([]);
    expect(told(on(() => true))).toEqual([]);
    expect(told(listedSample([], () => [true, true]))).toEqual([]);
  });

  it('need all four shares', () => {
    const sample = listedSample(two, ([a, b]) => [a === 0 || b === 0, a !== b]);
    expect(told(sample)).toEqual([]);
  });

  it('are averaged over the other doubts', () => {
    const sample = listedSample([...two, ruleDoubt(2)], ([a, b, c]) => [
      true,
      a === 1 && b === 1 && c === 1,
    ]);
    expect(told(sample)).toEqual([
      '1: 0,1 applies>lifted applies>lifted 0.5',
      '1: 0,2 applies>lifted applies>lifted 0.5',
      '1: 1,2 applies>lifted applies>lifted 0.5',
    ]);
    expect(told(sample, [1], 2)).toHaveLength(2);
    expect(interactionsOf(tallyOf(sample), [1], 2).leftOut).toBe(1);
  });

  it('give the greatest of several cases, and of equal ones the first', () => {
    const three = [todayDoubt(0, 3), ruleDoubt(0)];
    const sample = (yes: readonly string[]) =>
      listedSample(three, (set) => [true, yes.includes(set.join(''))]);
    expect(told(sample(['21', '10']))).toEqual(['1: 0,1 l1>l2 applies>lifted 2']);
    expect(told(sample(['11', '21']))).toEqual(['1: 0,1 l0>l1 applies>lifted 1']);
  });

  it('are looked for where both can act: never a want with its own reading or with another one', () => {
    const doubts: readonly Doubt[] = [
      readingDoubt(0, 2),
      wantDoubt(0, 0, 0),
      wantDoubt(0, 0, 1),
      wantDoubt(0, 1, 0),
      ruleDoubt(0),
    ];
    const any = (set: AssumptionSet) => set.slice(1).some((own) => own > 0);
    const found = interactionsOf(
      tallyOf(listedSample(doubts, (set) => [true, any(set)])),
      [1],
    ).found.map((own) => own.doubts.join());
    expect(found.toSorted()).toEqual(['0,4', '1,2', '1,4', '2,4', '3,4']);
  });

  it('are compared column by column, the greatest first', () => {
    const sample = listedSample(two, ([a, b]) => [true, a === 1 && b === 1, a !== b]);
    expect(told(sample, [1, 2]).map((text) => text.slice(0, 1))).toEqual(['2', '1']);
    expect(() => told(sample, [3])).toThrow('there is no column 3');
  });

  it('leave out, by name, doubts with more than 24 cases', () => {
    const many = [todayDoubt(0, 25), ruleDoubt(0), todayDoubt(1, 24)];
    const sample = listedSample(many, ([a, b, c]) => [true, a === 1 && b === 1 && c === 1]);
    const { found, tooMany } = interactionsOf(tallyOf(sample), [1]);
    expect(tooMany).toEqual([0]);
    expect(found.map(({ doubts }) => doubts.join())).toEqual(['1,2']);
  });
});

describe('interactions of draws', () => {
  /** Draws of two rules, the same number of each combination; of both lifted so many have yes. */
  const draws = (each: number, yes: number) => {
    const sets = Array.from({ length: 4 * each }, (_, at) => [at & 1, (at >> 1) & 1]);
    const sample = drawnSample(two, sets, () => [true, false]);
    const bits = sample.rows.bits.map((_, row) => (row % 4 === 3 && row < 4 * yes ? 3 : 1));
    return { ...sample, rows: { columns: 2, bits } };
  };

  it('count only beyond twice their standard error', () => {
    // Errors: √(2·102/104³) = 0.0135 for each share of none of 100; for 7 of 100 √(9·95/104³) = 0.0276,
    // in all 0.0361; for 8 √(10·94/104³) = 0.0289, in all 0.0371.
    expect(told(draws(100, 7))).toEqual([]);
    const [found] = interactionsOf(tallyOf(draws(100, 8)), [1]).found;
    expect(found && formatRational(found.effect)).toBe('0.08');
    expect(found?.error).toBeCloseTo(Math.sqrt((10 * 94 + 3 * 2 * 102) / 104 ** 3), 12);
  });
});
