import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opposedPairs } from './opposed-pairs.js';

const ranks = (...list: number[]) => Int32Array.from(list);

/** The pairs [s, t] with a(s) > a(t) and b(s) < b(t), straight from the formula. */
function pairsOf(a: Int32Array, b: Int32Array): readonly (readonly [number, number])[] {
  const states = Array.from(a, (_, state) => state);
  return states.flatMap((s) =>
    states.flatMap((t) =>
      (a[s] as number) > (a[t] as number) && (b[s] as number) < (b[t] as number)
        ? [[s, t] as const]
        : [],
    ),
  );
}

describe('opposed pairs', () => {
  it('of an order with itself are none', () => {
    expect(opposedPairs(ranks(2, 0, 1), ranks(2, 0, 1))).toEqual({ count: 0, example: undefined });
  });

  it('of an order with its reverse are all', () => {
    expect(opposedPairs(ranks(0, 1, 2, 3), ranks(3, 2, 1, 0))).toEqual({
      count: 6,
      example: [1, 0],
    });
  });

  it('do not count where either order ties', () => {
    expect(opposedPairs(ranks(0, 0, 1), ranks(1, 0, 0)).count).toBe(1);
    expect(opposedPairs(ranks(0, 0), ranks(1, 0)).count).toBe(0);
    expect(opposedPairs(ranks(1, 0), ranks(0, 0)).count).toBe(0);
  });

  it('of no state or of one are none', () => {
    expect(opposedPairs(ranks(), ranks()).count).toBe(0);
    expect(opposedPairs(ranks(0), ranks(0)).count).toBe(0);
  });

  it('of orders of different length are refused', () => {
    expect(() => opposedPairs(ranks(0), ranks(0, 1))).toThrow(
      'opposedPairs: a has 1 ranks, b has 2',
    );
  });

  it('are those of the formula, and the example is the first of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), { maxLength: 12 }),
        (list) => {
          const a = Int32Array.from(list, ([rank]) => rank);
          const b = Int32Array.from(list, ([, rank]) => rank);
          const all = pairsOf(a, b);
          expect(opposedPairs(a, b)).toEqual({ count: all.length, example: all[0] });
        },
      ),
      { numRuns: 500, seed: 20250427 },
    );
  });
});
