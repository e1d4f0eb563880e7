import { describe, expect, it } from 'vitest';
import { amountWords, countedAmount, isMoreThan } from './amount-words.js';

describe('an amount in words', () => {
  it('is exact up to four decimals', () => {
    expect([48, 0.125, '2/5', '-1.5', 12345, 0].map(amountWords)).toEqual([
      '48',
      '0.125',
      '0.4',
      '−1.5',
      '12,345',
      '0',
    ]);
  });

  it('is said to be rounded beyond, half up in size', () => {
    expect(['2/3', '-1/3', '0.00005', '1/100000', '-1/100000'].map(amountWords)).toEqual([
      'about 0.6667',
      'about −0.3333',
      'about 0.0001',
      'about 0',
      'about 0',
    ]);
  });
});

describe('a count that may be longer than a number', () => {
  it('is written out up to twelve digits and by its first two beyond', () => {
    expect(countedAmount(1, 'outcome')).toBe('one outcome');
    expect(countedAmount('123456789012', 'outcome')).toBe('123,456,789,012 outcomes');
    expect(countedAmount('100000000000000000000', 'outcome')).toBe('about 1.0 × 10^20 outcomes');
  });

  it('compares exactly', () => {
    expect(isMoreThan('9007199254740993', 9007199254740992)).toBe(true);
    expect(isMoreThan(3, 3)).toBe(false);
  });
});
