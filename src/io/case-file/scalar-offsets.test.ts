import { describe, expect, test } from 'vitest';
import { parseYaml } from './parse-yaml.js';
import { collectProblems } from './problems.js';
import { contentSpan } from './scalar-offsets.js';
import { childOf, type TextNode } from './yaml-tree.js';

/** The scalar under `note`, and the text in the file behind a word of its content. */
function behind(file: string, word: string): string {
  const { root } = parseYaml(file, { text: collectProblems(), tree: collectProblems() });
  const node = childOf(root, 'note') as TextNode;
  const start = node.text.indexOf(word);
  expect(start, `"${word}" in "${node.text}"`).toBeGreaterThanOrEqual(0);
  const span = contentSpan(file, node, { start, end: start + word.length });
  return file.slice(span.start, span.end);
}

describe('a word of a text is found in the file', () => {
  test.each([
    ['plain', 'note: road = open', 'open'],
    ['single quotes', "note: 'road = open'", 'open'],
    ['single quotes with a quote', "note: 'it''s road = open'", 'road'],
    ['double quotes', 'note: "road = open"', 'road'],
    ['double quotes with escapes', 'note: "\\"a\\" \\u00e9 \\x41 road = open"', 'road'],
    ['double quotes with a wide escape', 'note: "\\U0001D4B3 road = open"', 'road'],
    ['double quotes with an escaped line break', 'note: "a \\\n  road = open"', 'road'],
    ['plain over lines', 'note: a and\n  road = open', 'road'],
    ['plain over lines with an empty one', 'note: a\n\n  road = open', 'road'],
    ['quotes over lines', 'note: "a\n\n\n  road = open"', 'road'],
    ['a folded block', 'note: >-\n  a and\n  road = open\n', 'road'],
    ['a folded block with deeper lines', 'note: >\n  a\n    road = open\n  b\n', 'road'],
    ['a literal block', 'note: |\n  a\n  road = open\n', 'road'],
    [
      'a literal block with a comment in its head',
      'note: |- # a road\n  a\n  road = open\n',
      'road',
    ],
    ['a literal block with a given indent', 'note: |2\n    a\n  road = open\n', 'road'],
    ['line ends of two characters', 'note: >-\r\n  a and\r\n  road = open\r\n', 'road'],
    ['characters outside the basic plane', 'note: "𝒳\\t road = open"', 'road'],
  ])('%s', (_name, file, word) => {
    expect(behind(file, word)).toBe(word);
  });
});

test('a range over a fold covers both lines', () => {
  expect(behind('note: a and\n  road = open', 'and road')).toBe('and\n  road');
});

test('an escape belongs to the range whole', () => {
  expect(behind('note: "caf\\u00e9 open"', 'é')).toBe('\\u00e9');
  expect(behind("note: 'it''s'", "'")).toBe("''");
});

test('a range beyond the content is cut to it, and an empty one stays empty', () => {
  const file = 'note: "abc"';
  const { root } = parseYaml(file, { text: collectProblems(), tree: collectProblems() });
  const node = childOf(root, 'note') as TextNode;
  expect(contentSpan(file, node, { start: 0, end: 99 })).toEqual({ start: 7, end: 10 });
  expect(contentSpan(file, node, { start: 3, end: 3 })).toEqual({ start: 10, end: 10 });
  expect(contentSpan(file, node, { start: 1, end: 1 })).toEqual({ start: 8, end: 8 });
});
