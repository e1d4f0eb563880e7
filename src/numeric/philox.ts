/** Four words of 32 bits. */
export type Words = readonly [number, number, number, number];

/** Multipliers and key increments, as in the library of the source (`philox.h`). */
const multiplier0 = 0xd2511f53;
const multiplier1 = 0xcd9e8d57;
const increment0 = 0x9e3779b9;
const increment1 = 0xbb67ae85;
const rounds = 10;

/** The high 32 bits of the product of two words, by halves of 16 bits: every sum stays below 2^33. */
function highProduct(a: number, b: number): number {
  const aHigh = a >>> 16;
  const aLow = a & 0xffff;
  const bHigh = b >>> 16;
  const bLow = b & 0xffff;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const other = aLow * bHigh + (middle & 0xffff);
  return (aHigh * bHigh + (middle >>> 16) + (other >>> 16)) >>> 0;
}

/**
 * Philox4x32-10: a block of four random words that is a function of a counter and a key.
 *
 * Ten rounds of (c₀, c₁, c₂, c₃) ↦ (hi(M₁c₂) ⊕ c₁ ⊕ k₀, lo(M₁c₂), hi(M₀c₀) ⊕ c₃ ⊕ k₁, lo(M₀c₀)), the
 * key growing by (W₀, W₁) from one round to the next. For each key a bijection of the counters: no two
 * counters give the same block.
 *
 * Source: Salmon, J. K., Moraes, M. A., Dror, R. O. and Shaw, D. E. (2011), "Parallel Random Numbers:
 * As Easy as 1, 2, 3", SC '11; the known answers of its library Random123 are tests.
 *
 * @param counter - four integers from 0 to 2^32 − 1.
 * @param key0 - integer from 0 to 2^32 − 1, as is `key1`.
 *
 * Time O(1), without bigints.
 */
export function philox(counter: Words, key0: number, key1: number): Words {
  let [c0, c1, c2, c3] = counter;
  let k0 = key0;
  let k1 = key1;
  for (let round = 0; round < rounds; round += 1) {
    const high0 = highProduct(multiplier0, c0);
    const low0 = Math.imul(multiplier0, c0);
    const high1 = highProduct(multiplier1, c2);
    const low1 = Math.imul(multiplier1, c2);
    c0 = (high1 ^ c1 ^ k0) >>> 0;
    c1 = low1 >>> 0;
    c2 = (high0 ^ c3 ^ k1) >>> 0;
    c3 = low0 >>> 0;
    k0 = (k0 + increment0) >>> 0;
    k1 = (k1 + increment1) >>> 0;
  }
  return [c0, c1, c2, c3];
}
