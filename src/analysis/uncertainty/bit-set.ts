/** A subset of rows, one bit each, in words of 32. */
export type BitSet = Int32Array;

/** An empty set with room for that many rows. */
export function emptySet(rows: number): BitSet {
  return new Int32Array(Math.ceil(rows / 32));
}

/** Number of bits of a word that are set, by adding neighbours in ever wider fields. */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** |a ∩ b| within words `from` to `to` − 1. */
export function countBoth(a: BitSet, b: BitSet, from: number, to: number): number {
  let count = 0;
  for (let word = from; word < to; word += 1) {
    count += countBits((a[word] as number) & (b[word] as number));
  }
  return count;
}

/** a ∩ b. */
export function intersection(a: BitSet, b: BitSet): BitSet {
  return a.map((word, at) => word & (b[at] as number));
}
