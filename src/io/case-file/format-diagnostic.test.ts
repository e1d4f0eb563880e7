import { expect, test } from 'vitest';
import type { Diagnostic } from '../../core/diagnostic.js';
import { formatDiagnostic } from './format-diagnostic.js';

const text = 'a\nflow: full\n';
const flaw: Diagnostic = {
  code: 'DET204',
  severity: 'error',
  path: ['today', 'flow'],
  range: { start: 8, end: 12 },
  what: 'issue "flow" has no level "full"',
  details: ['levels of "flow": none, seasonal, full-year'],
  help: 'did you mean "full-year"?',
};

test('a diagnostic is printed as place, code and words, then facts, then help', () => {
  expect(formatDiagnostic(text, 'river.yaml', flaw)).toBe(
    [
      'river.yaml:2:7  error DET204: issue "flow" has no level "full"',
      '  levels of "flow": none, seasonal, full-year',
      '  help: did you mean "full-year"?',
    ].join('\n'),
  );
});

test('a diagnostic without facts and help is one line', () => {
  const { details: _details, help: _help, range: _range, ...short } = flaw;
  expect(formatDiagnostic(text, 'x', short)).toBe(
    'x:1:1  error DET204: issue "flow" has no level "full"',
  );
});

test('lines break at 100 columns, and continued ones are indented', () => {
  const long = {
    ...flaw,
    details: [Array.from({ length: 40 }, (_, at) => `level_${at}`).join(', ')],
  };
  const lines = formatDiagnostic(text, 'x', long).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(lines[1]).toMatch(/^ {2}level_0, /);
  expect(lines[2]).toMatch(/^ {4}level_/);
  expect(lines.join(' ').replace(/\s+/g, ' ')).toContain('level_38, level_39');
});

test('a word longer than a line is not broken', () => {
  const word = 'x'.repeat(150);
  expect(formatDiagnostic(text, 'x', { ...flaw, what: word })).toContain(word);
});

test('control characters of a file do not reach the terminal', () => {
  const hostile = { ...flaw, what: 'no party "\u001b[2J\u202eabc\r\n\u0007"' };
  const printed = formatDiagnostic(text, 'x\u001b[31m', hostile);
  expect(printed).toContain('x<U+001B>[31m');
  expect(printed).toContain('<U+001B>[2J<U+202E>abc<U+000D><U+000A><U+0007>');
});

test('joiners of Persian and Indian scripts are kept', () => {
  expect(formatDiagnostic(text, 'x', { ...flaw, what: 'می\u200cخواهم' })).toContain(
    'می\u200cخواهم',
  );
});
