import { expect, test } from 'vitest';
import type { EnsemblePlan } from './ensemble-plan.js';
import { gatherChunks } from './gather-chunks.js';

const plan: EnsemblePlan = {
  mode: 'draws',
  all: undefined,
  total: 5,
  checkPoints: [3, 5],
  stretches: [
    [
      { first: 0, count: 2 },
      { first: 2, count: 1 },
    ],
    [{ first: 3, count: 2 }],
  ],
};
const bits = (...bytes: number[]) => Uint8Array.from(bytes);

test('results in any order come out in the order of their sets', () => {
  const gathered = gatherChunks(plan, 1);
  gathered.take({ first: 3, count: 2, bits: bits(4, 5) });
  expect([gathered.answered(), gathered.prefix()]).toEqual([2, 0]);
  gathered.take({ first: 0, count: 2, bits: bits(1, 2) });
  expect([gathered.answered(), gathered.prefix()]).toEqual([4, 2]);
  gathered.take({ first: 2, count: 1, bits: bits(3) });
  expect([gathered.answered(), gathered.prefix()]).toEqual([5, 5]);
  expect([...gathered.bits(5)]).toEqual([1, 2, 3, 4, 5]);
  expect([...gathered.bits(3)]).toEqual([1, 2, 3]);
});

test('a second result of a chunk changes nothing where it is the same, and is refused where it differs', () => {
  const gathered = gatherChunks(plan, 1);
  gathered.take({ first: 0, count: 2, bits: bits(1, 2) });
  gathered.take({ first: 0, count: 2, bits: bits(1, 2) });
  expect(gathered.answered()).toBe(2);
  expect(() => gathered.take({ first: 0, count: 2, bits: bits(1, 3) })).toThrow(/sets from 1 to 2/);
  expect([...gathered.bits(2)]).toEqual([1, 2]);
});

test('a chunk that is not of the plan, or of another length, is refused', () => {
  const gathered = gatherChunks(plan, 1);
  expect(() => gathered.take({ first: 1, count: 2, bits: bits(1, 2) })).toThrow(RangeError);
  expect(() => gathered.take({ first: 0, count: 2, bits: bits(1) })).toThrow(RangeError);
});
