import { describe, expect, it } from 'vitest';
import {
  drawnSample,
  listedSample,
  numberDoubt,
  readingDoubt,
  ruleDoubt,
  wantDoubt,
} from '../../../test/small/doubts.js';
import { formatRational } from '../../core/rational.js';
import { tallyOf } from './tally.js';
import { type Bar, tornadoesOf } from './tornado.js';

const told = (bar: Bar | undefined) => ({
  shares: bar?.cases.map(({ id, share }) => `${id} ${share ? formatRational(share) : 'none'}`),
  swing: bar && formatRational(bar.swing),
  information: bar && formatRational(bar.information),
});

/** r0 (3/4, want held or struck) or r1 (1/4): sets 00, 01 and 10 of weight 3/8, 3/8 and 2/8. */
const doubts = [readingDoubt(0, 2, [3, 1]), wantDoubt(0, 0, 0)];

describe('a tornado of listed sets', () => {
  it('compares cases by share, and counts learning by weight', () => {
    const sample = listedSample(doubts, (set) => [true, set.join('') === '01']);
    const [reading, want] = tornadoesOf(tallyOf(sample), [1])[0] ?? [];
    // 3/8 in all: 1/2 under r0, 0 under r1; 3/4·|1/2 − 3/8| + 1/4·|0 − 3/8| = 3/16.
    expect(told(reading)).toEqual({
      shares: ['r0 0.5', 'r1 0'],
      swing: '0.5',
      information: '0.1875',
    });
    // Under r0 alone: 0 held, 1 struck, 1/2 in all; learning it counts where r0 is in force, 3/4.
    expect(told(want)).toEqual({
      shares: ['held 0', 'struck 1'],
      swing: '1',
      information: '0.375',
    });
    expect([reading?.isBeyondError, want?.cases.map(({ sets }) => sets)]).toEqual([true, [1, 1]]);
  });

  it('of an answer that never changes has no swing and nothing to learn', () => {
    const sample = listedSample(doubts, () => [true, true]);
    for (const bar of tornadoesOf(tallyOf(sample), [1])[0] ?? []) {
      expect([told(bar).swing, told(bar).information, bar.isBeyondError]).toEqual([
        '0',
        '0',
        false,
      ]);
    }
  });

  it('a case that no possible set has is without a share', () => {
    const sample = listedSample(doubts, (set) => [set[0] === 1, true]);
    const [reading, want] = tornadoesOf(tallyOf(sample), [1])[0] ?? [];
    expect(told(reading)).toEqual({ shares: ['r0 none', 'r1 1'], swing: '0', information: '0' });
    expect(told(want)).toMatchObject({ shares: ['held none', 'struck none'], information: '0' });
  });

  it('without doubts has no bars; without columns there is none', () => {
    expect(tornadoesOf(tallyOf(listedSample([], () => [true, true])), [1])).toEqual([[]]);
    expect(tornadoesOf(tallyOf(listedSample(doubts, () => [true])), [])).toEqual([]);
    expect(() => tornadoesOf(tallyOf(listedSample([], () => [true])), [1])).toThrow('column 1');
  });
});

describe('a tornado of draws', () => {
  it('counts draws, and a number by its halves', () => {
    const sets = [
      [0, 1],
      [0, 400],
      [0, 600],
      [1, 601],
      [1, 1001],
    ];
    const sample = drawnSample([ruleDoubt(0), numberDoubt(0, 0)], sets, (set) => [
      true,
      (set[1] as number) > 550,
    ]);
    const [rule, number] = tornadoesOf(tallyOf(sample), [1])[0] ?? [];
    // 3/5 in all: 1/3 and 1; 3/5·(3/5 − 1/3) + 2/5·(1 − 3/5) = 8/25.
    expect(told(rule)).toEqual({
      shares: ['applies 1/3', 'lifted 1'],
      swing: '2/3',
      information: '0.32',
    });
    expect(told(number)).toEqual({
      shares: ['lower 0', 'upper 1'],
      swing: '1',
      information: '0.48',
    });
  });

  it('a swing within twice its standard error is marked so', () => {
    const swingOf = (count: number, yes: number, others: number) => {
      const sets = Array.from({ length: 2 * count }, (_, at) => [at % 2]);
      let left = [yes, others];
      const sample = drawnSample([ruleDoubt(0)], sets, () => [true, false]);
      const bits = sample.rows.bits.map((_, row) => {
        const own = row % 2;
        left = left.with(own, (left[own] as number) - 1);
        return (left[own] as number) >= 0 ? 3 : 1;
      });
      const rows = { columns: 2, bits };
      return tornadoesOf(tallyOf({ ...sample, rows }), [1])[0]?.[0];
    };
    // Error of each share about √(0.25/104) = 0.049: twice the root of both squares is 0.139.
    expect(swingOf(100, 50, 63)?.isBeyondError).toBe(false);
    expect(swingOf(100, 50, 65)?.isBeyondError).toBe(true);
    expect(swingOf(100, 50, 65)?.cases[0]?.error).toBeCloseTo(0.5 / Math.sqrt(104), 15);
  });
});
