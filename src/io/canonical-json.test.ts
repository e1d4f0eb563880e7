import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.js';

test('the order in which keys were added does not matter, at any depth', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe(
    '{"a":"x","b":[{"c":null,"d":1}]}',
  );
  expect(canonicalJson({ a: 'x', b: [{ c: null, d: 1 }] })).toBe(
    '{"a":"x","b":[{"c":null,"d":1}]}',
  );
});

test('the order of a list matters', () => {
  expect(canonicalJson(['nash', 'seq'])).not.toBe(canonicalJson(['seq', 'nash']));
});

test('text is JSON that gives the value back; an undefined entry is no entry', () => {
  const value = { '"quoted"': 'a\nb', none: undefined, list: [true, 1.5] };
  expect(JSON.parse(canonicalJson(value))).toEqual({ '"quoted"': 'a\nb', list: [true, 1.5] });
});
