import { describe, expect, test } from 'vitest';
import { wellCase, wellCaseAnd } from '../../src/core/diagnostic-codes/well-case.js';
import { readCase } from '../../src/io/case-file/read-case.js';

const many = (count: number, item: (at: number) => string, between: string) =>
  Array.from({ length: count }, (_, at) => item(at)).join(between);

const issuesOf = (count: number) =>
  wellCase([
    'issues:\n',
    `issues:\n${many(count, (at) => `  i${at}: {by: North, levels: [a, b]}\n`, '')}`,
  ]);

const mostLevels = `[open, blocked, ${many(253, (at) => `l${at}`, ', ')}]`;

/** Files that would exhaust the stack, the memory or the reader's patience; the code each is given. */
const hostile: readonly (readonly [name: string, text: string, codes: readonly string[]])[] = [
  ['brackets in brackets', wellCaseAnd(`note: ${'['.repeat(100_000)}`), ['DET107']],
  ['braces in braces', wellCaseAnd(`note: ${'{a: '.repeat(100_000)}`), ['DET107']],
  ['lists in lists', wellCaseAnd(`note:\n  ${'- '.repeat(100_000)}`), ['DET107']],
  [
    'keys in keys',
    wellCaseAnd(
      'note:',
      many(2_000, (at) => `${' '.repeat(at + 1)}a:`, '\n'),
    ),
    ['DET107'],
  ],
  ['keys of keys', wellCaseAnd(`note:\n  ${'? '.repeat(100_000)}`), ['DET107']],
  ['a long file', wellCaseAnd(`# ${'x'.repeat(5_000_000)}`), ['DET107']],
  ['a file of line ends', '\n'.repeat(4_000_000), ['DET107']],
  ['a long condition', wellCase(['pump = shared', many(2_000, () => 'pump', ' and ')]), ['DET107']],
  ['brackets in a condition', wellCase(['pump = shared', '('.repeat(4_000)]), ['DET301']],
  [
    'negations of negations',
    wellCase(['pump = shared', `${'not '.repeat(1_000)}pump`]),
    ['DET301'],
  ],
  [
    'a hundred and one parties',
    wellCase(['{North: Northfield, South: Southam}', `{${many(101, (at) => `p${at}: x`, ', ')}}`]),
    ['DET107'],
  ],
  ['a thousand and four issues', issuesOf(1_001), ['DET107']],
  [
    'a hundred thousand levels',
    wellCase(['[none, quotas]', `[${many(100_000, (at) => `l${at}`, ', ')}]`]),
    ['DET222'],
  ],
  [
    'a million moves',
    wellCase([
      'by: South, levels: [open, blocked]',
      `moves: [${many(16, () => `{by: South, from: ${mostLevels}, to: ${mostLevels}}`, ', ')}], levels: ${mostLevels}`,
    ]),
    ['DET107'],
  ],
  [
    'terms that double each other',
    wellCaseAnd(
      'terms:',
      '  t0: pump',
      many(40, (at) => `  t${at + 1}: t${at} iff t${at}`, '\n'),
    ),
    ['DET107'],
  ],
  [
    'a thousand and one terms',
    wellCaseAnd(
      'terms:',
      many(1_001, (at) => `  t${at}: pump`, '\n'),
    ),
    ['DET107'],
  ],
  [
    'aliases of aliases',
    wellCaseAnd(
      'note: &a x',
      many(30, (at) => `question${at}: [*a, *a]`, '\n'),
    ),
    ['DET105', 'DET201'],
  ],
  [
    'a hundred thousand brackets too many',
    wellCaseAnd(`note: [x${']'.repeat(100_000)}`),
    ['DET101'],
  ],
  ['twenty thousand open quotes', wellCaseAnd('- "\n'.repeat(20_000)), ['DET101']],
  ['a hundred thousand lines of tabs', wellCaseAnd('note:', '\ta: 1\n'.repeat(20_000)), ['DET102']],
];

describe('a hostile file is refused with a word, and soon', () => {
  test.each(hostile)('%s', (_name, text, codes) => {
    const found = readCase(text).diagnostics;
    expect([...new Set(found.map(({ code }) => code))].sort()).toEqual(codes);
  });
});

describe('a large file is read', () => {
  test('a hundred thousand wrong wants are told as the most that is listed, and that there are more', () => {
    const text = wellCase(['[road = open,', `[${many(100_000, () => 'dyke', ', ')},`]);
    const found = readCase(text).diagnostics;
    expect(found).toHaveLength(1_001);
    expect(found.at(-1)?.code).toBe('DET110');
  });

  test('sixty thousand moves, of which the last stands there already', () => {
    const line = (from: number) => `{by: South, from: l${from % 253}, to: ${mostLevels}}`;
    const text = wellCase([
      'by: South, levels: [open, blocked]',
      `moves: [${many(254, line, ', ')}], levels: ${mostLevels}`,
    ]);
    expect(readCase(text).diagnostics.map(({ code }) => code)).toEqual(['DET225']);
  });

  test('ten thousand pieces of evidence', () => {
    const text = wellCaseAnd(
      'sources:',
      many(10_000, (at) => `  s${at}: {title: Letter ${at}}`, '\n'),
    );
    expect(readCase(text).case?.evidence.sources).toHaveLength(10_000);
  });

  test('a chain of a thousand terms', () => {
    const text = wellCaseAnd(
      'terms:',
      '  t0: pump',
      many(999, (at) => `  t${at + 1}: not t${at}`, '\n'),
    );
    expect(readCase(text).diagnostics).toEqual([]);
  });

  test('four thousand quoted kilobytes', () => {
    expect(readCase(wellCaseAnd(`note: "${'x'.repeat(4_000_000)}"`)).diagnostics).toEqual([]);
  });
});
