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
import { intersection } from './bit-set.js';
import type { AssumptionSet } from './doubt.js';
import type { Sample } from './sample.js';
import { sharesOf, standardError } from './shares.js';
import { tallyOf } from './tally.js';

/** r0 (3/4, want held or struck) or r1 (1/4): sets 00, 01 and 10 of weight 3/8, 3/8 and 2/8. */
const doubts = [readingDoubt(0, 2, [3, 1]), wantDoubt(0, 0, 0)];
const told = (sample: Sample, given?: number) =>
  sharesOf(tallyOf(sample, given)).map(
    ({ count, sets, share }) => `${count}/${sets} ${share ? formatRational(share) : 'none'}`,
  );
const is =
  (...keys: readonly string[]) =>
  (set: AssumptionSet) =>
    keys.includes(set.join(''));

describe('shares of listed sets', () => {
  it('add up the weights of the sets with yes', () => {
    const sample = listedSample(doubts, (set) => [true, is('01', '10')(set), false, true]);
    expect(told(sample)).toEqual(['3/3 1', '2/3 0.625', '0/3 0', '3/3 1']);
    expect(sharesOf(tallyOf(sample))[1]?.error).toBeUndefined();
  });

  it('are of the possible sets alone, weights adding up to one again', () => {
    const sample = listedSample(doubts, (set) => [!is('01')(set), true, is('01', '10')(set)]);
    expect(told(sample)).toEqual(['2/2 1', '2/2 1', '1/2 0.4']);
    expect(tallyOf(sample).impossible).toBe(1);
  });

  it('are of the given sets alone, where a column is given', () => {
    const sample = listedSample(doubts, (set) => [
      !is('01')(set),
      is('01', '10')(set),
      is('00', '10')(set),
    ]);
    expect(told(sample, 1)).toEqual(['1/1 1', '1/1 1', '1/1 1']);
    expect(told(sample, 2)).toEqual(['2/2 1', '1/2 0.4', '2/2 1']);
    const tally = tallyOf(sample, 1);
    expect([tally.impossible, tally.notGiven]).toEqual([1, 1]);
  });

  it('are none where no set counts', () => {
    expect(told(listedSample(doubts, () => [false, true]))).toEqual(['0/0 none', '0/0 none']);
    const weightless = [readingDoubt(0, 2, [1, 0])];
    expect(told(listedSample(weightless, (set) => [set[0] === 1, true]))).toEqual([
      '1/1 none',
      '1/1 none',
    ]);
  });

  it('are all or nothing without doubts', () => {
    expect(told(listedSample([], () => [true, true, false]))).toEqual(['1/1 1', '1/1 1', '0/1 0']);
  });

  it('are of each column by itself, past the end of a byte too', () => {
    const answers = [true, false, true, true, false, true, false, false, false, true, true];
    expect(told(listedSample([], () => answers)).map((share) => share.startsWith('1'))).toEqual(
      answers,
    );
  });

  it('count past the end of a word', () => {
    const many = [0, 1, 2, 3, 4, 5, 6].map(ruleDoubt);
    const sample = listedSample(many, (set) => [true, set.reduce((a, b) => a + b, 0) === 3]);
    expect(told(sample)).toEqual(['128/128 1', `35/128 ${35 / 128}`]);
  });
});

describe('shares of draws', () => {
  const draws = (count: number, yes: number) =>
    drawnSample(
      [ruleDoubt(0)],
      Array.from({ length: count }, (_, at) => [at < yes ? 1 : 0]),
      (set) => [true, set[0] === 1],
    );

  it('count the draws, with a standard error', () => {
    expect(told(draws(100, 30))).toEqual(['100/100 1', '30/100 0.3']);
    const [, share] = sharesOf(tallyOf(draws(100, 30)));
    expect(share?.error).toBeCloseTo(Math.sqrt(((32 / 104) * (72 / 104)) / 104), 15);
  });

  it('never have an error of 0, and always the same for yes as for no', () => {
    expect(standardError(0, 100)).toBeCloseTo(Math.sqrt(((2 / 104) * (102 / 104)) / 104), 15);
    expect(standardError(100, 100)).toBeCloseTo(standardError(0, 100), 15);
    expect(standardError(0, 0)).toBe(0.25);
  });

  it('of none are none', () => {
    const none = tallyOf({
      ...draws(1, 0),
      sets: [],
      rows: { columns: 2, bits: new Uint8Array(0) },
    });
    expect(sharesOf(none)[1]).toEqual({ count: 0, sets: 0, share: undefined, error: undefined });
  });
});

describe('a tally', () => {
  it('has the halves of a range as the cases of a number, the middle in the lower', () => {
    const sets = [[1], [500], [501], [502], [1001]];
    const tally = tallyOf(drawnSample([numberDoubt(0, 0)], sets, () => [true]));
    const [lower, upper] = tally.casesOf(0);
    expect([lower?.[0], upper?.[0]]).toEqual([0b00111, 0b11000]);
  });

  it('has rows only where a doubt acts', () => {
    const tally = tallyOf(listedSample(doubts, () => [true]));
    const rows = tally.casesOf(1).map((own) => tally.weigh(own, tally.counted));
    expect(rows).toEqual([
      { rows: 1, weight: 3n },
      { rows: 1, weight: 3n },
    ]);
    const [reading = new Int32Array(), want = new Int32Array()] = [
      tally.casesOf(0)[1],
      tally.casesOf(1)[0],
    ];
    const never = intersection(reading, want);
    expect(tally.weigh(never, never)).toEqual({ rows: 0, weight: 0n });
  });

  it('refuses what does not fit', () => {
    const sample = listedSample(doubts, () => [true]);
    expect(() => tallyOf({ ...sample, sets: [] })).toThrow('3 rows for 0 sets');
    expect(() => tallyOf({ ...sample, weights: [] })).toThrow('0 weights for 3 sets');
    expect(() => tallyOf(sample, 1)).toThrow('there is no column 1');
    expect(() => tallyOf(sample).casesOf(2)).toThrow('there is no doubt 2');
  });
});
