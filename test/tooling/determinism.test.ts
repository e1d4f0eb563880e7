import { expect, test } from 'vitest';
import { findIndeterminism } from '../../scripts/determinism.mjs';

const find = (text: string, file = 'src/core/a.ts') =>
  findIndeterminism(file, text).map(({ line }) => line);

test.each([
  'export const x = Math.random();',
  'export const x = globalThis.Math.random();',
  'const { random } = Math;',
  'export const x = new Date();',
  'export const x = Date.now();',
  'export const x = globalThis.Date.now();',
  'export const x = performance.now();',
  'export const x = crypto.getRandomValues(new Uint8Array(1));',
  'export const x = Math.exp(1);',
  'export const x = Math.log(2);',
  'export const x = Math.pow(2, 0.5);',
  'export const x = Math.sin(1);',
  'export const x = y ** 0.5;',
  'export const x = 2 ** (y / 3);',
  'let x = 2; x **= y;',
  "export const x = ['b', 'a'].sort((a, b) => a.localeCompare(b));",
  'export const x = new Intl.NumberFormat().format(1);',
])('is caught: %s', (text) => {
  expect(find(text)).toEqual([1]);
});

test.each([
  'export const x = Math.floor(Math.sqrt(2));',
  'export const x = 10n ** 3n;',
  'export const x = 10n ** digits;',
  'export const x = base ** BigInt(3);',
  'export const x = 2 ** 24;',
  'export const x = 2 ** parties;',
  'export type Held = { readonly Date: string };',
  'export const x = { Date: 1 }.Date;',
  '// Math.random() and Date are banned here',
  "export const x = 'Math.random()';",
  'export const x = Math.log(2); // determinism: only printed, to three digits',
])('is allowed: %s', (text) => {
  expect(find(text)).toEqual([]);
});

test('forecasts may use logarithms and powers, but neither chance nor the clock', () => {
  const file = 'src/analysis/forecast/a.ts';
  expect(find('export const x = Math.log(2) ** 0.5;', file)).toEqual([]);
  expect(find('export const x = Math.random();', file)).toEqual([1]);
  expect(find('export const x = Date.now();', file)).toEqual([1]);
});

test('a fault is told with its line', () => {
  expect(find('export const x = 1;\n\nexport const y = Math.random();')).toEqual([3]);
});
