import type { Share } from './shares.js';

/** The first number of draws after which it is asked whether they are enough. */
const firstCheck = 500;

/**
 * Numbers of draws after which it is asked whether they are enough: 500, 1,000, 2,000, … below the
 * total, and the total.
 *
 * They depend on the total alone, never on how fast or by whom draws are answered, so that the same
 * draws are used whoever answers them. None for a total of 0.
 */
export function checkPoints(total: number): readonly number[] {
  if (!Number.isSafeInteger(total) || total < 0) {
    throw new RangeError(`checkPoints: ${total} is not a whole number from 0`);
  }
  const points: number[] = [];
  for (let point = firstCheck; point < total; point *= 2) points.push(point);
  return total === 0 ? [] : [...points, total];
}

/**
 * Whether twice the standard error of every share is at most the precision asked for. Never for a
 * precision of 0 or where no draw counts; always where every set was counted.
 */
export function isPreciseEnough(shares: readonly Share[], precision: number): boolean {
  return shares.every(({ sets, error }) => sets > 0 && 2 * (error ?? 0) <= precision);
}
