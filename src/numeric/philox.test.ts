import { describe, expect, it } from 'vitest';
import { philox, type Words } from './philox.js';

const words = (text: string) => text.split(' ').map((word) => Number.parseInt(word, 16));
const told = (counter: string, key: string) => {
  const [key0 = 0, key1 = 0] = words(key);
  return philox(words(counter) as unknown as Words, key0, key1)
    .map((word) => word.toString(16).padStart(8, '0'))
    .join(' ');
};

/** The definition with products in bigints. */
function slowPhilox(counter: Words, key0: number, key1: number): Words {
  const mask = 0xffffffffn;
  let c = counter.map(BigInt);
  let k = [BigInt(key0), BigInt(key1)];
  for (let round = 0; round < 10; round += 1) {
    const [c0 = 0n, c1 = 0n, c2 = 0n, c3 = 0n] = c;
    const [k0 = 0n, k1 = 0n] = k;
    const p0 = 0xd2511f53n * c0;
    const p1 = 0xcd9e8d57n * c2;
    c = [(p1 >> 32n) ^ c1 ^ k0, p1 & mask, (p0 >> 32n) ^ c3 ^ k1, p0 & mask];
    k = [(k0 + 0x9e3779b9n) & mask, (k1 + 0xbb67ae85n) & mask];
  }
  return c.map(Number) as unknown as Words;
}

describe('Philox4x32-10', () => {
  it('gives the known answers of Random123', () => {
    expect(told('0 0 0 0', '0 0')).toBe('6627e8d5 e169c58d bc57ac4c 9b00dbd8');
    expect(told('ffffffff ffffffff ffffffff ffffffff', 'ffffffff ffffffff')).toBe(
      '408f276d 41c83b0e a20bc7c6 6d5451fd',
    );
    expect(told('243f6a88 85a308d3 13198a2e 03707344', 'a4093822 299f31d0')).toBe(
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    );
  });

  it('is its definition in bigints, carries of the halves included', () => {
    const corners = [0, 1, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffff0000, 0xffffffff];
    for (const a of corners) {
      for (const b of corners) {
        expect(philox([a, b, b, a], b, a)).toEqual(slowPhilox([a, b, b, a], b, a));
      }
    }
    let counter: Words = [1, 2, 3, 4];
    for (let at = 0; at < 500; at += 1) {
      const next = philox(counter, at, at + 1);
      expect(next).toEqual(slowPhilox(counter, at, at + 1));
      counter = next;
    }
  });
});
