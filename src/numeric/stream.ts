import { philox } from './philox.js';

/**
 * Random integers of one draw, each a function of seed, draw and item alone: the order in which they
 * are asked for cannot matter, nor what else is asked for.
 */
export type Stream = {
  /** Uniform over 0 … n − 1, for n from 1 to 2^53 − 1. @throws RangeError for another n or item. */
  readonly below: (item: number, n: number) => number;
  /** The same for any n above zero. */
  readonly belowBig: (item: number, n: bigint) => bigint;
};

const wordSize = 0x100000000;

/**
 * The stream of one draw of a seed.
 *
 * Words of an item: those of the Philox blocks with the seed as key and (draw mod 2^32, draw ÷ 2^32,
 * item, 0), then (…, 1), and so on as counters. A number below n takes w words at a time, the first
 * being the lowest, where w is the least with 2^(32w) ≥ n; the first value below the greatest multiple
 * of n that is at most 2^(32w) counts, and its remainder by n is the answer. So every remainder is
 * equally frequent over all words, exactly; half of the values at worst are passed over. For n = 1 no
 * word is needed.
 *
 * @param seed - a safe integer, 0 or more; as is `draw`.
 * @throws RangeError for another seed or draw.
 *
 * Time O(1) on average for each number.
 */
export function streamOf(seed: number, draw: number): Stream {
  checkWhole('seed', seed, Number.MAX_SAFE_INTEGER);
  checkWhole('draw', draw, Number.MAX_SAFE_INTEGER);
  const key0 = seed % wordSize;
  const key1 = Math.floor(seed / wordSize);
  const drawLow = draw % wordSize;
  const drawHigh = Math.floor(draw / wordSize);
  const block = (item: number, at: number) => philox([drawLow, drawHigh, item, at], key0, key1);

  const belowBig = (item: number, n: bigint): bigint => {
    checkWhole('item', item, wordSize - 1);
    if (n < 1n) throw new RangeError(`streamOf: no integer is in 0 to ${n} − 1`);
    const width = BigInt((n - 1n).toString(2).length + 31) / 32n;
    if (n === 1n) return 0n;
    const values = 1n << (32n * width);
    const end = values - (values % n);
    let words = block(item, 0);
    for (let at = 0; ; ) {
      let value = 0n;
      for (let word = 0n; word < width; word += 1n) {
        if (at > 0 && at % 4 === 0) words = block(item, at / 4);
        value += BigInt(words[at % 4] as number) << (32n * word);
        at += 1;
      }
      if (value < end) return value % n;
    }
  };

  return {
    belowBig,
    below(item, n) {
      checkWhole('item', item, wordSize - 1);
      if (!Number.isSafeInteger(n) || n < 1) {
        throw new RangeError(`streamOf: ${n} is not a whole number from 1 to 2^53 − 1`);
      }
      if (n === 1) return 0;
      if (n > wordSize) return Number(belowBig(item, BigInt(n)));
      const end = wordSize - (wordSize % n);
      for (let at = 0; ; at += 1) {
        for (const word of block(item, at)) if (word < end) return word % n;
      }
    },
  };
}

function checkWhole(name: string, value: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < 0 || value > most) {
    throw new RangeError(`streamOf: ${name} ${value} is not a whole number from 0 to ${most}`);
  }
}
