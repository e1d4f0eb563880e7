import { expect, test } from 'vitest';
import { wrapText } from './wrap-text.js';

const wide = (text: string) => text.length;

test('a text is broken between words, no line wider than the width', () => {
  expect(wrapText('the pump is locked', 8, wide)).toEqual(['the pump', 'is', 'locked']);
});

test('an empty text has no lines', () => {
  expect(wrapText('', 8, wide)).toEqual([]);
  expect(wrapText('  ', 8, wide)).toEqual([]);
});

test('a word wider than the width is broken too', () => {
  expect(wrapText('a Donaudampfschiff', 6, wide)).toEqual(['a', 'Donaud', 'ampfsc', 'hiff']);
});

test('a character wider than the width has a line of its own', () => {
  expect(wrapText('ab', 0, wide)).toEqual(['a', 'b']);
});

test('what is cut ends with an ellipsis after a whole word', () => {
  expect(wrapText('one two three four', 9, wide, 1)).toEqual(['one two …']);
  expect(wrapText('one two three four', 8, wide, 1)).toEqual(['one …']);
  expect(wrapText('one two', 8, wide, 1)).toEqual(['one two']);
});
