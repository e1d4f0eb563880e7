import { expect, test } from 'vitest';
import { rational } from '../core/rational.js';
import { amountValue } from './amount-value.js';

test('amounts of any size and form are the fractions they stand for', () => {
  expect(amountValue(0.125)).toEqual(rational(1n, 8n));
  expect(amountValue('2/3')).toEqual(rational(2n, 3n));
  expect(amountValue(1e-7)).toEqual(rational(1n, 10_000_000n));
  expect(amountValue(1.5e-9)).toEqual(rational(15n, 10_000_000_000n));
  expect(amountValue(-0.5)).toEqual(rational(-1n, 2n));
  expect(() => amountValue('none')).toThrow('"none" is not a number');
});
