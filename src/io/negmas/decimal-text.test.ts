import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRational, rational } from '../../core/rational.js';
import { decimalText } from './decimal-text.js';

test.each([
  [1n, 4n, '0.25', true],
  [1n, 3n, '0.33333333333333333', false],
  [-2n, 3n, '-0.66666666666666667', false],
  [1000n, 3n, '333.33333333333333', false],
  [1n, 3000n, '0.00033333333333333333', false],
  [10n ** 20n, 3n, '33333333333333333333', false],
])('%s/%s is %s', (n, d, text, isExact) => {
  expect(decimalText(rational(n, d))).toEqual({ text, isExact });
});

test('is within half of the seventeenth digit', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 12n), fc.bigInt(1n, 10n ** 12n), (n, d) => {
      const value = rational(n, d);
      const { text, isExact } = decimalText(value);
      const read = parseRational(text) ?? expect.fail(text);
      const gap = read.n * value.d - value.n * read.d;
      if (isExact) expect(gap).toBe(0n);
      else expect((gap < 0n ? -gap : gap) * 2n * 10n ** 16n <= read.d * value.n).toBe(true);
    }),
  );
});
