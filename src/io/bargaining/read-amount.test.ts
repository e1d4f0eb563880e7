import { expect, test } from 'vitest';
import { formatRational } from '../../core/rational.js';
import { readAmount, readWholeNumber } from './read-amount.js';

test.each([
  ['0.25', '0.25'],
  ['-3', '-3'],
  [' 1. ', '1'],
  ['.5', '0.5'],
  ['2.5E-4', '0.00025'],
  ['1e3', '1000'],
  ['+7', '7'],
])('%j is read as %s', (text, value) => {
  expect(formatRational(readAmount(text) ?? expect.fail('not read'))).toBe(value);
});

test.each(['', '.', 'e5', '1/3', 'NaN', '-inf', '.inf', '1e101', '1e9999', '0x10', '1,5', 'four'])(
  '%j is no amount',
  (text) => expect(readAmount(text)).toBeUndefined(),
);

test('a whole number is one that can be counted with', () => {
  expect(['7', '7.0', '-2', '0.5', '1e90', 'x'].map(readWholeNumber)).toEqual([
    7,
    7,
    -2,
    undefined,
    undefined,
    undefined,
  ]);
});
