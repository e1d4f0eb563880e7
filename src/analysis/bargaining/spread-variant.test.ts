import { expect, it } from 'vitest';
import { rational, zero } from '../../core/rational.js';
import { columnOf } from './column.js';
import { leastSpread } from './spread-variant.js';

const columns = [
  [10, 6, 3, 0],
  [0, 7, 3, 10],
].map((amounts) => columnOf({ numerators: Float64Array.from(amounts), denominator: 1n }));

it('the least spread prefers equal shares, however small', () => {
  // Shares of 10 each: 6/10 and 7/10 lie 1/10 apart. With the third, which the second dominates, left
  // in by mistake its 3/10 and 3/10 would be taken: the frontier is not optional.
  const frontier = Int32Array.of(0, 1, 3);
  expect(leastSpread(columns, [zero, zero], frontier)).toEqual({
    places: Int32Array.of(1),
    spread: rational(1n, 10n),
  });
  expect([...leastSpread(columns, [zero, zero], Int32Array.of(0, 1, 2, 3)).places]).toEqual([2]);
});

it('the least spread leaves out a party that cannot gain, and of nothing is nothing', () => {
  const found = leastSpread(columns, [zero, rational(10n)], Int32Array.of(0, 1, 3));
  expect(found).toEqual({ places: Int32Array.of(0, 1, 3), spread: zero });
  expect(leastSpread(columns, [zero, zero], new Int32Array(0)).spread).toBeUndefined();
});
