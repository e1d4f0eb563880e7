import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, rational, zero } from '../../numeric/rational.js';
import { rankingShare } from './ranking-share.js';
import { isLeft, type WayOut } from './ways-out.js';

const way = (...needs: readonly (readonly number[])[]): WayOut => ({
  to: needs[0]?.[0] ?? 0,
  needs,
});

function factorial(n: number): bigint {
  return n < 2 ? 1n : BigInt(n) * factorial(n - 1);
}

/** Σ over good B of |B|! (n − |B|)! / (n + 1)!, set by set. */
function byListing(ways: readonly WayOut[], n: number) {
  let share = zero;
  for (let bits = 0; bits < 2 ** n; bits += 1) {
    const isBetter = (state: number) => Math.floor(bits / 2 ** state) % 2 === 1;
    if (isLeft(ways, isBetter)) continue;
    const size = Array.from({ length: n }, (_, state) => state).filter(isBetter).length;
    share = add(share, rational(factorial(size) * factorial(n - size), factorial(n + 1)));
  }
  return share;
}

describe('the share of rankings under which a party stays', () => {
  it('is one with no way out', () => {
    expect(rankingShare([])).toEqual(rational(1n));
  });

  it('is one half with one way out that nothing closes: the state above it or below', () => {
    expect(rankingShare([way([4])])).toEqual(rational(1n, 2n));
  });

  it('is two thirds where the party leaves only if both of two states are better', () => {
    expect(rankingShare([way([1], [2])])).toEqual(rational(2n, 3n));
  });

  it('is one third where either of two states would do', () => {
    expect(rankingShare([way([1]), way([2])])).toEqual(rational(1n, 3n));
    expect(rankingShare([way([1, 2])])).toEqual(rational(1n, 3n));
  });

  it('is 8/15 for two ways apart, each closed by either of two states', () => {
    expect(rankingShare([way([1], [4]), way([3], [6])])).toEqual(rational(8n, 15n));
  });

  it('counts a way once that is told twice, or that opens only with another', () => {
    expect(rankingShare([way([1], [2]), way([2], [1])])).toEqual(rational(2n, 3n));
    expect(rankingShare([way([1], [2]), way([1])])).toEqual(rational(1n, 2n));
  });

  it('is exact for two hundred ways of two states each', () => {
    // Pr_z = (1 − z²)²⁰⁰, whose integral is 2·4·…·400 / (3·5·…·401).
    const ways = Array.from({ length: 200 }, (_, at) => way([2 * at], [2 * at + 1]));
    let [n, d] = [1n, 1n];
    for (let k = 1n; k <= 200n; k += 1n) {
      n *= 2n * k;
      d *= 2n * k + 1n;
    }
    expect(rankingShare(ways)).toEqual(rational(n, d));
  });

  it('is not given beyond the steps allowed', () => {
    expect(rankingShare([way([1], [2]), way([2], [3])], 3)).toBeUndefined();
  });

  it('agrees with a sum over every set of better states', () => {
    const states = 8;
    const need = fc.uniqueArray(fc.nat({ max: states - 1 }), { minLength: 1, maxLength: 3 });
    const ways = fc.array(fc.array(need, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(ways, (lists) => {
        const all = lists.map((needs) => way(...needs));
        expect(rankingShare(all)).toEqual(byListing(all, states));
      }),
      { numRuns: 400, seed: 4 },
    );
  });
});
