import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  formatRational,
  multiply,
  one,
  parseRational,
  type Rational,
  rational,
  subtract,
  zero,
} from './rational.js';

const read = (text: string): Rational => {
  const value = parseRational(text);
  if (!value) throw new Error(`${text} is not a number`);
  return value;
};

describe('a fraction', () => {
  it('is kept in lowest terms with a positive denominator', () => {
    expect(rational(6n, 4n)).toEqual({ n: 3n, d: 2n });
    expect(rational(6n, -4n)).toEqual({ n: -3n, d: 2n });
    expect(rational(-6n, -4n)).toEqual({ n: 3n, d: 2n });
    expect(rational(5n)).toEqual({ n: 5n, d: 1n });
  });

  it('of nothing is 0/1 whatever the denominator', () => {
    expect(rational(0n, 7n)).toEqual(zero);
    expect(rational(0n, -7n)).toEqual(zero);
  });

  it('over 0 is refused', () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError);
    expect(() => rational(0n, 0n)).toThrow('rational: the denominator is 0');
    expect(() => divide(one, zero)).toThrow('divide: the divisor is 0');
  });
});

describe('arithmetic', () => {
  it('is exact: 0.1 + 0.2 is 0.3', () => {
    expect(add(read('0.1'), read('0.2'))).toEqual(read('0.3'));
    expect(compare(add(read('0.1'), read('0.2')), read('0.3'))).toBe(0);
  });

  it('is exact where halves and thirds meet', () => {
    expect(add(read('1/2'), read('1/3'))).toEqual(read('5/6'));
    expect(multiply(read('2/3'), read('-3/4'))).toEqual(read('-1/2'));
    expect(divide(read('1/2'), read('-1/4'))).toEqual(read('-2'));
    expect(subtract(read('1/2'), read('1/3'))).toEqual(read('1/6'));
    expect(subtract(read('1/3'), read('1/3'))).toEqual(zero);
    expect(add(read('1/3'), read('-1/3'))).toEqual(zero);
  });

  it('is exact beyond 2^53', () => {
    const large = read('9007199254740993');
    expect(compare(large, read('9007199254740992'))).toBe(1);
    expect(formatRational(add(large, one))).toBe('9007199254740994');
  });

  it.each([
    ['1/3', '0.333', 1],
    ['-1/3', '-0.333', -1],
    ['2/4', '0.5', 0],
    ['-1', '1/1000', -1],
  ])('compares %s with %s', (a, b, sign) => {
    expect(compare(read(a), read(b))).toBe(sign);
    expect(compare(read(b), read(a)) + sign).toBe(0);
  });
});

describe('reading', () => {
  it.each<[string, bigint, bigint]>([
    ['0', 0n, 1n],
    ['-0', 0n, 1n],
    ['+3', 3n, 1n],
    ['-3', -3n, 1n],
    ['0.125', 1n, 8n],
    ['-0.50', -1n, 2n],
    ['007', 7n, 1n],
    ['4/6', 2n, 3n],
    ['-4/6', -2n, 3n],
    [' 2 / 3 ', 2n, 3n],
    ['0/5', 0n, 1n],
  ])('takes "%s" exactly', (text, n, d) => {
    expect(parseRational(text)).toEqual({ n, d });
  });

  it.each([
    '',
    ' ',
    '.5',
    '5.',
    '1e3',
    '0x10',
    'Infinity',
    'NaN',
    '1,5',
    '1 000',
    '--1',
    '1/0',
    '1/-2',
    '1/2/3',
    '0.5/2',
    '1/2.5',
    'half',
    '٣',
  ])('refuses "%s"', (text) => {
    expect(parseRational(text)).toBeUndefined();
  });

  it('takes a text of 100 characters and none longer', () => {
    expect(parseRational('1'.repeat(100))?.n).toBe(BigInt('1'.repeat(100)));
    expect(parseRational('1'.repeat(101))).toBeUndefined();
  });
});

describe('writing', () => {
  it.each([
    ['0', '0'],
    ['-0.0', '0'],
    ['100', '100'],
    ['1/8', '0.125'],
    ['-1/8', '-0.125'],
    ['1/20', '0.05'],
    ['-5/4', '-1.25'],
    ['0.10', '0.1'],
    ['7/2', '3.5'],
    ['3/6', '0.5'],
  ])('%s ends as a decimal: %s', (text, decimal) => {
    expect(formatRational(read(text))).toBe(decimal);
  });

  it.each(['2/3', '-2/3', '7/6', '1/30'])('%s does not end as a decimal and stays n/d', (text) => {
    expect(formatRational(read(text))).toBe(text);
  });

  it('is read back as the same number', () => {
    for (const text of ['-12.345', '22/7', '0.0001', '1/3', '123456789012345678901234567890.5']) {
      expect(parseRational(formatRational(read(text)))).toEqual(read(text));
    }
  });
});
