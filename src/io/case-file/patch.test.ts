import { describe, expect, test } from 'vitest';
import { applyPatches, lineEndingOf, scalarText } from './patch.js';
import { readCase } from './read-case.js';

describe('applyPatches', () => {
  test('no change leaves every byte', () => {
    const text = '\uFEFFa: 1\r\nb:  2   # c\r\n\r\n';
    expect(applyPatches(text, [])).toBe(text);
  });

  test('changes count in the text as it was, in any order', () => {
    const patches = [
      { range: { start: 3, end: 4 }, text: 'three' },
      { range: { start: 0, end: 1 }, text: '' },
    ];
    expect(applyPatches('a: 1\r\n', patches)).toBe(': three\r\n');
  });

  test('insertions at one place keep their order', () => {
    const at = { start: 1, end: 1 };
    expect(
      applyPatches('ab', [
        { range: at, text: '1' },
        { range: at, text: '2' },
      ]),
    ).toBe('a12b');
  });

  test('an insertion may touch a replaced range', () => {
    const patches = [
      { range: { start: 1, end: 2 }, text: 'X' },
      { range: { start: 1, end: 1 }, text: '-' },
      { range: { start: 2, end: 2 }, text: '+' },
    ];
    expect(applyPatches('abc', patches)).toBe('a-X+c');
  });

  test('overlapping or outlying ranges are a mistake of the caller', () => {
    const overlap = [
      { range: { start: 0, end: 2 }, text: '' },
      { range: { start: 1, end: 3 }, text: '' },
    ];
    expect(() => applyPatches('abc', overlap)).toThrow('applyPatches: patches[1] covers 1 to 3');
    expect(() => applyPatches('abc', [{ range: { start: 2, end: 9 }, text: '' }])).toThrow(
      RangeError,
    );
    expect(() => applyPatches('abc', [{ range: { start: 2, end: 1 }, text: '' }])).toThrow(
      RangeError,
    );
    expect(() => applyPatches('abc', [{ range: { start: Number.NaN, end: 1 }, text: '' }])).toThrow(
      RangeError,
    );
  });
});

test('a level is changed in place, and the rest of the file stays byte for byte', () => {
  const text = [
    '\uFEFFdetente: 1   # the format',
    'title:  "A  well"',
    'parties: {North: Northfield}',
    'issues: {pump: {by: North, levels: [shared, locked]}}',
    'today: {pump: locked}  # for now',
    '',
  ].join('\r\n');
  const range = readCase(text).locate(['today', 'pump']);
  expect(range).toBeDefined();
  const changed = applyPatches(text, range ? [{ range, text: scalarText('shared') }] : []);
  expect(changed).toBe(text.replace('{pump: locked}', '{pump: shared}'));
});

test.each([
  'plain words',
  'no',
  'NO',
  'on',
  'true',
  'null',
  '~',
  '',
  ' x ',
  'a: b',
  'a #b',
  'a, b',
  '[a]',
  '{a}',
  '- a',
  '? a',
  '*a',
  '&a',
  '!a',
  '|',
  '>',
  '%a',
  '@a',
  "it's",
  '"quoted"',
  'back\\slash',
  '12',
  '1e3',
  '0x10',
  '.inf',
  '2025-04-27',
  'two\nlines',
  'tab\tbed',
  'a  b',
  'é𝒳мост',
  '\u00a0x',
  '--- ',
  '=',
])('%j is read back as itself, in a block, a list and braces', (value) => {
  const written = scalarText(value);
  const file = `detente: 1\ntitle: x\nnote: ${written}\nparties: {A: {name: ${written}, voices: [${written}, x]}}\nissues: {i: {by: A, levels: [a, b]}}\ntoday: {i: a}\n`;
  const { case: read, diagnostics } = readCase(file);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect([read?.note, read?.parties[0]?.name, read?.parties[0]?.voices]).toEqual([
    value,
    value,
    [value, 'x'],
  ]);
});

test('the line ending of a file is kept for new lines', () => {
  expect(lineEndingOf('a\r\nb')).toBe('\r\n');
  expect(lineEndingOf('a\nb')).toBe('\n');
  expect(lineEndingOf('a')).toBe('\n');
  expect(lineEndingOf('\na')).toBe('\n');
});
