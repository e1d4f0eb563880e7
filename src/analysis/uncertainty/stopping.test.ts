import { expect, it } from 'vitest';
import { drawnSample, listedSample, ruleDoubt } from '../../../test/small/doubts.js';
import { sharesOf } from './shares.js';
import { checkPoints, isPreciseEnough } from './stopping.js';
import { tallyOf } from './tally.js';

it('it is asked at 500, doubling, and at the total', () => {
  expect(checkPoints(100_000)).toEqual([
    500, 1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 100_000,
  ]);
  expect([checkPoints(1000), checkPoints(501), checkPoints(500), checkPoints(3)]).toEqual([
    [500, 1000],
    [500, 501],
    [500],
    [3],
  ]);
  expect(checkPoints(0)).toEqual([]);
  expect(() => checkPoints(-1)).toThrow('-1 is not a whole number');
});

it('draws are enough once twice the error of every share is at most the precision', () => {
  const sets = Array.from({ length: 400 }, (_, at) => [at % 2]);
  const shares = sharesOf(
    tallyOf(drawnSample([ruleDoubt(0)], sets, (set) => [true, set[0] === 1, false])),
  );
  // Half of 400: 2·√(0.25 / 404) = 0.04975.
  expect(isPreciseEnough(shares, 0.0498)).toBe(true);
  expect(isPreciseEnough(shares, 0.0497)).toBe(false);
  expect(isPreciseEnough(shares, 0)).toBe(false);
});

it('draws of which none counts are never enough; sets that were all counted always are', () => {
  const of = (possible: boolean) =>
    sharesOf(tallyOf(drawnSample([ruleDoubt(0)], [[0], [1]], () => [possible, true])));
  expect(isPreciseEnough(of(false), 1)).toBe(false);
  expect(isPreciseEnough(of(true), 1)).toBe(true);
  expect(isPreciseEnough(sharesOf(tallyOf(listedSample([], () => [true, true]))), 0)).toBe(true);
});
