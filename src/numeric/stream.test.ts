import { describe, expect, it } from 'vitest';
import { philox } from './philox.js';
import { streamOf } from './stream.js';

/** Words of an item, one after another, straight from the blocks. */
function* wordsOf(seed: bigint, draw: bigint, item: number): Generator<bigint> {
  const low = (value: bigint) => Number(value & 0xffffffffn);
  for (let at = 0; ; at += 1) {
    const counter = [low(draw), Number(draw >> 32n), item, at] as const;
    for (const word of philox(counter, low(seed), Number(seed >> 32n))) yield BigInt(word);
  }
}

/** The definition: w words a value, values from the last incomplete stretch of n passed over. */
function slowBelow(seed: bigint, draw: bigint, item: number, n: bigint): bigint {
  if (n === 1n) return 0n;
  let values = 1n;
  let width = 0;
  while (values < n) {
    values *= 0x100000000n;
    width += 1;
  }
  const words = wordsOf(seed, draw, item);
  for (;;) {
    let value = 0n;
    for (let at = 0, unit = 1n; at < width; at += 1, unit *= 0x100000000n) {
      value += (words.next().value as bigint) * unit;
    }
    if (value / n < values / n) return value % n;
  }
}

describe('a stream', () => {
  const seeds = [0, 1, 4_294_967_296, Number.MAX_SAFE_INTEGER];
  const draws = [0, 7, 4_294_967_295, 4_294_967_296, Number.MAX_SAFE_INTEGER];
  const sizes = [
    1n,
    2n,
    3n,
    1001n,
    (1n << 31n) + 1n,
    1n << 32n,
    (1n << 32n) + 1n,
    (1n << 52n) + 1n,
    (1n << 53n) - 1n,
    1n << 64n,
    (1n << 64n) + 1n,
    3n * (1n << 95n),
    7n ** 100n,
  ];

  it('is its definition for every size, over and over', () => {
    for (const seed of seeds) {
      for (const draw of draws) {
        const stream = streamOf(seed, draw);
        for (const n of sizes) {
          for (const item of [0, 1, 59, 0xffffffff]) {
            const wanted = slowBelow(BigInt(seed), BigInt(draw), item, n);
            expect(stream.belowBig(item, n)).toBe(wanted);
            if (n < 1n << 53n) expect(stream.below(item, Number(n))).toBe(Number(wanted));
          }
        }
      }
    }
  });

  it('passes over the values that would make some remainders more frequent', () => {
    // Above half of 2^32 about half of the words are passed over; some draws need a second block.
    const n = 0x80000001;
    let later = 0;
    for (let draw = 0; draw < 2000; draw += 1) {
      const words = [...philox([draw, 0, 0, 0], 5, 0), ...philox([draw, 0, 0, 1], 5, 0)];
      const place = words.findIndex((word) => word < n);
      if (place >= 4) later += 1;
      if (place >= 0) expect(streamOf(5, draw).below(0, n)).toBe(words[place]);
    }
    expect(later).toBeGreaterThan(50);
  });

  it('spreads evenly: each remainder by 2 to 12 within five standard errors over 20,000 draws', () => {
    const total = 20_000;
    for (let n = 2; n <= 12; n += 1) {
      const counts = new Array<number>(n).fill(0);
      for (let draw = 0; draw < total; draw += 1) {
        const value = streamOf(1, draw).below(n, n);
        counts[value] = (counts[value] as number) + 1;
      }
      const error = Math.sqrt(total * (1 / n) * (1 - 1 / n));
      for (const count of counts) expect(Math.abs(count - total / n)).toBeLessThan(5 * error);
    }
  });

  it('refuses what is not a whole number in bounds', () => {
    expect(() => streamOf(-1, 0)).toThrow('seed -1 is not a whole number');
    expect(() => streamOf(0, 0.5)).toThrow('draw 0.5');
    expect(() => streamOf(2 ** 53, 0)).toThrow('seed');
    const { below, belowBig } = streamOf(0, 0);
    expect(() => below(2 ** 32, 2)).toThrow('item 4294967296');
    expect(() => below(0, 0)).toThrow('0 is not a whole number from 1');
    expect(() => below(0, 2 ** 53)).toThrow('whole number from 1');
    expect(() => belowBig(0, 0n)).toThrow('0 to 0');
  });
});
