import { expect, it } from 'vitest';
import { jsonChunks } from './json-text.js';

const joined = (value: Readonly<Record<string, unknown>>) => [...jsonChunks(value)].join('');

it('the pieces joined are JSON of the same value', () => {
  const value = {
    text: 'a "quoted" мир 🕊\n',
    number: -0.5,
    none: null,
    yes: true,
    empty: [],
    nested: { list: [1, [2, { a: 'b' }]], object: {} },
    list: [1, 'two', null, { three: [3] }, []],
    'key "with" quotes': 1,
  };
  expect(JSON.parse(joined(value))).toEqual(value);
});

it.each([0, 1, 999, 1000, 1001, 2000, 2001])('a list of %i elements is written whole', (length) => {
  const list = Array.from({ length }, (_, at) => ({ at, even: at % 2 === 0 }));
  expect(JSON.parse(joined({ list, after: 1 }))).toEqual({ list, after: 1 });
});

it('a long list comes in several pieces', () => {
  const list = Array.from({ length: 2500 }, (_, at) => at);
  const longest = Math.max(...[...jsonChunks({ list })].map((piece) => piece.length));
  expect(longest).toBeLessThan(JSON.stringify(list).length / 2);
});

it('each key of the top level stands on a line of its own', () => {
  expect(joined({ a: [1, 2], b: { c: 'd\ne' } })).toBe('{\n"a": [1,2],\n"b": {"c":"d\\ne"}\n}\n');
});

it('what is undefined is left out, also first and in lists as JSON does', () => {
  expect(JSON.parse(joined({ a: undefined, b: 1, c: undefined }))).toEqual({ b: 1 });
  expect(JSON.parse(joined({ list: [undefined, 1] }))).toEqual({ list: [null, 1] });
});

it('nothing at all is an empty object', () => {
  expect(JSON.parse(joined({}))).toEqual({});
  expect(JSON.parse(joined({ a: undefined }))).toEqual({});
});
