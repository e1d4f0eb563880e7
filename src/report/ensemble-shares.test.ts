import { describe, expect, it } from 'vitest';
import { amountValue } from './amount-value.js';
import {
  type Counting,
  errorWords,
  percentWords,
  rangeCell,
  shareCell,
  shareIn,
} from './ensemble-shares.js';

const exact = (share: number | string, sets: number) => ({ share, error: null, sets });

describe('a share in per cent', () => {
  it('is whole, halves up', () => {
    expect(['1/2', 0.125, '1/3', '2/3', 0.415, 0].map(percentWords)).toEqual([
      '50 %',
      '13 %',
      '33 %',
      '67 %',
      '42 %',
      '0 %',
    ]);
  });

  it('is never told as none or all where it is not exactly so', () => {
    expect(['1/1000', 0.0049, 0.005, 0.994, 0.995, '999/1000', 1].map(percentWords)).toEqual([
      'under 1 %',
      'under 1 %',
      '1 %',
      '99 %',
      'over 99 %',
      'over 99 %',
      '100 %',
    ]);
  });

  it('is read from numbers with an exponent and fractions of any length', () => {
    expect(percentWords(1e-9)).toBe('under 1 %');
    const long = '1'.padEnd(150, '0');
    expect(percentWords(`${long}/2${long.slice(1)}`)).toBe('50 %');
    expect(() => amountValue('1/0')).toThrow(RangeError);
    expect(() => amountValue('many')).toThrow(RangeError);
  });

  it('has twice its standard error, rounded up', () => {
    expect([0.0101, 0.01, 0.001, 0, null].map(errorWords)).toEqual([
      ' ± 3',
      ' ± 2',
      ' ± 1',
      '',
      '',
    ]);
  });
});

describe('a share in a table', () => {
  it('is a count where every combination counts once, else per cent', () => {
    expect(shareCell('each once', exact(0.5, 16))).toBe('8 of 16');
    expect(shareCell('each once', exact(0, 4096))).toBe('0 of 4,096');
    expect(shareCell('weights', exact('13/25', 16))).toBe('52 %');
    expect(shareCell('alike', exact(1, 16))).toBe('100 %');
  });

  it('has its error where it is of draws, and claims no more than they do', () => {
    expect(shareCell('draws', { share: 0.41, error: 0.0098, sets: 2500 })).toBe('41 % ± 2');
    expect(shareCell('draws', { share: 0, error: 0, sets: 2500 })).toBe('no draw');
    expect(shareCell('draws', { share: 1, error: 0, sets: 2500 })).toBe('every draw');
  });

  it('is a range where it depends on who moves first', () => {
    expect(rangeCell('each once', exact('3/16', 16), exact('5/16', 16))).toBe('3 to 5 of 16');
    expect(rangeCell('each once', exact('3/16', 16), exact('3/16', 16))).toBe('3 of 16');
    expect(rangeCell('weights', exact('3/16', 16), exact('5/16', 16))).toBe('19 % to 31 %');
  });
});

describe('a share in a sentence', () => {
  const told = (counting: Counting, share: number | string, sets: number) => [
    shareIn(counting, exact(share, sets), 'combinations'),
    shareIn(counting, exact(share, sets), undefined),
  ];

  it('counts', () => {
    expect(told('each once', '5/6', 12)).toEqual([
      'in 10 of the 12 combinations',
      'in 10 of the 12',
    ]);
    expect(told('each once', 0, 12)).toEqual([
      'in none of the 12 combinations',
      'in none of the 12',
    ]);
    expect(told('each once', 1, 12)).toEqual(['in all 12 combinations', 'in all 12']);
  });

  it('counts two and one as a speaker would', () => {
    expect(told('each once', 1, 2)).toEqual(['in both combinations', 'in both']);
    expect(told('each once', 0, 2)).toEqual(['in neither combination', 'in neither of those']);
    expect(told('each once', 1, 1)).toEqual(['in the one combination', 'in the one']);
    expect(told('each once', 0, 1)).toEqual(['not in the one combination', 'not in the one']);
  });

  it('weighs', () => {
    expect(told('weights', 0.52, 12)).toEqual(['in 52 % of the combinations', 'in 52 % of those']);
    expect(told('weights', 0, 12)).toEqual(['in none of the combinations', 'in none of those']);
    expect(told('weights', 1, 12)).toEqual(['in all combinations', 'in all of those']);
  });

  it('draws', () => {
    expect(shareIn('draws', { share: 0.41, error: 0.01, sets: 1 }, 'combinations')).toBe(
      'in 41 % ± 2 of the draws',
    );
    expect(told('draws', 0, 9)[0]).toBe('in no draw');
  });
});
