import { expect, test } from 'vitest';
import { bodyOf, editorOffset, shapeOf } from './file-shape.js';

test('lines end in \\r\\n only where all of them do', () => {
  expect(shapeOf('a\r\nb\r\n').lineBreak).toBe('\r\n');
  expect(shapeOf('a\r\nb\n').lineBreak).toBe('\n');
  expect(shapeOf('\na\r\n').lineBreak).toBe('\n');
  expect(shapeOf('a\rb').lineBreak).toBe('\n');
  expect(shapeOf('').lineBreak).toBe('\n');
});

test('offsets leave out the mark and count a line break once', () => {
  const text = '\uFEFFab\r\ncd\r\ne';
  const shape = shapeOf(text);
  expect(shape.mark).toBe('\uFEFF');
  expect(bodyOf(text, shape)).toBe('ab\r\ncd\r\ne');
  const places = ['a', 'c', 'e'].map((letter) => editorOffset(text, shape, text.indexOf(letter)));
  expect(places).toEqual([0, 3, 6]);
  expect(editorOffset(text, shape, 0)).toBe(0);
});

test('a plain text counts as it stands', () => {
  const text = 'ab\ncd';
  expect(editorOffset(text, shapeOf(text), 4)).toBe(4);
});
