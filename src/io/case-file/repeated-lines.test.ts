import { expect, test } from 'vitest';
import { repeatedLines } from './repeated-lines.js';

const repeated = (...lines: readonly (readonly [when: string | undefined, changes: string])[]) =>
  repeatedLines(lines.map(([when, changes]) => ({ when, changes: [...changes] })));

test('of two lines that say the same the first stays', () => {
  expect(repeated([undefined, 'ab'], [undefined, 'ba'])).toEqual([false, true]);
  expect(repeated(['x', 'a'], ['x', 'a'], ['x', 'a'])).toEqual([false, true, true]);
});

test('a part of another line is repeated wherever it stands', () => {
  expect(repeated([undefined, 'a'], [undefined, 'ab'])).toEqual([true, false]);
  expect(repeated([undefined, 'ab'], [undefined, 'a'])).toEqual([false, true]);
});

test('lines that overlap each say something of their own', () => {
  expect(repeated([undefined, 'ab'], [undefined, 'bc'])).toEqual([false, false]);
});

test('three lines of which any two say all keep two', () => {
  expect(repeated([undefined, 'ab'], [undefined, 'bc'], [undefined, 'ac'])).toEqual([
    false,
    false,
    true,
  ]);
});

test('a condition is idle beside a line without one, not beside another condition', () => {
  expect(repeated(['x', 'a'], [undefined, 'a'])).toEqual([true, false]);
  expect(repeated([undefined, 'a'], ['x', 'a'])).toEqual([false, true]);
  expect(repeated(['x', 'a'], ['y', 'a'])).toEqual([false, false]);
});

test('a line that says nothing repeats nothing', () => {
  expect(repeated([undefined, ''], [undefined, ''])).toEqual([false, false]);
});
