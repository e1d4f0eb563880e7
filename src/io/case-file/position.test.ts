import { expect, test } from 'vitest';
import { positionAt } from './position.js';

test('lines and columns count from 1', () => {
  expect(positionAt('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
  expect(positionAt('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
});

test('a line break belongs to the line it ends', () => {
  expect(positionAt('ab\ncd', 2)).toEqual({ line: 1, column: 3 });
  expect(positionAt('ab\r\ncd', 4)).toEqual({ line: 2, column: 1 });
});

test('the end of the text is a place', () => {
  expect(positionAt('', 0)).toEqual({ line: 1, column: 1 });
  expect(positionAt('a\n', 2)).toEqual({ line: 2, column: 1 });
});

test('a character outside the basic plane is one column', () => {
  expect(positionAt('a𝒳b', 3)).toEqual({ line: 1, column: 3 });
});

test('a byte-order mark is no column', () => {
  expect(positionAt('\uFEFFab', 2)).toEqual({ line: 1, column: 2 });
  expect(positionAt('\uFEFFa\nb', 3)).toEqual({ line: 2, column: 1 });
});

test('a place outside the text is a mistake of the caller', () => {
  expect(() => positionAt('ab', 3)).toThrow('positionAt: offset is 3; the text has 2 characters');
  expect(() => positionAt('ab', -1)).toThrow(RangeError);
  expect(() => positionAt('ab', 0.5)).toThrow(RangeError);
});
