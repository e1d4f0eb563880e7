import { expect, test } from 'vitest';
import { listSets } from './assumption-set.js';
import type { AssumptionSet, Doubt } from './doubt.js';
import { idleDoubts } from './idle-doubts.js';
import { joinBits, packRow } from './rows.js';

const rule = (at: number): Doubt => ({
  id: `rule.${at}`,
  about: { kind: 'rule', rule: at },
  cases: ['applies', 'lifted'],
  weights: undefined,
});
const reading: Doubt = {
  id: 'A',
  about: { kind: 'reading', party: 0 },
  cases: ['mild', 'stern'],
  weights: undefined,
};
const want: Doubt = {
  id: 'A.mild.1',
  about: { kind: 'want', party: 0, reading: 0, group: 0, place: 0 },
  cases: ['held', 'struck'],
  weights: undefined,
};

function idle(doubts: readonly Doubt[], answer: (set: AssumptionSet) => readonly boolean[]) {
  const sets = listSets(doubts);
  const rows = sets.map(answer);
  const columns = rows[0]?.length ?? 1;
  return idleDoubts(
    { doubts, sets, weights: undefined, rows: { columns, bits: joinBits(rows.map(packRow)) } },
    Array.from({ length: columns - 1 }, (_, at) => at + 1),
  );
}

test('of three doubts one decides, and two do nothing', () => {
  expect(idle([rule(0), rule(1), rule(2)], ([, b]) => [true, b === 1])).toEqual([
    true,
    false,
    true,
  ]);
});

test('doubts that only act together are not idle, although no share moves with one alone', () => {
  const parity = (set: AssumptionSet) => set.reduce((sum, entry) => sum + entry, 0) % 2 === 1;
  expect(idle([rule(0), rule(1), rule(2)], (set) => [true, parity(set)])).toEqual([
    false,
    false,
    false,
  ]);
});

test('a want is compared under its reading only, and what hangs on a reading belongs to it', () => {
  expect(idle([reading, want], ([a, b]) => [true, a === 0 && b === 1])).toEqual([false, false]);
  expect(idle([reading, want], ([a]) => [true, a === 1])).toEqual([false, true]);
  expect(idle([reading, want], () => [true, true])).toEqual([true, true]);
});

test('impossible sets are compared with none', () => {
  expect(idle([rule(0)], ([a]) => [a === 0, a === 0])).toEqual([true]);
});

test('without doubts there is nothing to be idle', () => {
  expect(idle([], () => [true, true])).toEqual([]);
});
