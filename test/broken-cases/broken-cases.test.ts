import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/io/case-file/format-diagnostic.js';
import { positionAt } from '../../src/io/case-file/position.js';
import { readCase } from '../../src/io/case-file/read-case.js';
import { brokenCases, doubtfulCases } from './broken-cases.js';

describe.each(brokenCases)('$name', ({ text, code, at, sees }) => {
  const reading = readCase(text);

  test(`is told ${code} at ${at}, and nothing else is an error`, () => {
    const errors = reading.diagnostics.filter(({ severity }) => severity === 'error');
    const told = errors.map(({ code: found, range = { start: 0, end: 0 } }) => {
      const { line, column } = positionAt(text, range.start);
      return { code: found, at: `${line}:${column}`, sees: text.slice(range.start, range.end) };
    });
    expect(told).toEqual([{ code, at, sees }]);
    expect(reading.case).toBeUndefined();
  });

  test('gets a message that a person can act on', () => {
    for (const diagnostic of reading.diagnostics) {
      const { what, help, details = [] } = diagnostic;
      expect(help?.length).toBeGreaterThan(5);
      for (const words of [what, help ?? '', ...details]) {
        expect(words).not.toMatch(/undefined|NaN|\[object|\bat .*\.[jt]s:|invalid_|mapping|scalar/);
        expect(words).not.toMatch(/\.$|^\s|\s$|^$/);
      }
      const printed = formatDiagnostic(text, 'case.yaml', diagnostic);
      expect(printed).toMatch(/^case\.yaml:\d+:\d+ {2}(error|warning|note) DET\d{3}: \S/);
    }
  });
});

describe.each(doubtfulCases)('$name', ({ text, code, at, sees }) => {
  test(`loads, with the warning ${code} at ${at}`, () => {
    const { diagnostics, case: theCase } = readCase(text);
    expect(theCase).toBeDefined();
    const told = diagnostics.map(
      ({ code: found, severity, help, range = { start: 0, end: 0 } }) => {
        const { line, column } = positionAt(text, range.start);
        expect(severity).toBe('warning');
        expect(help?.length).toBeGreaterThan(5);
        return { code: found, at: `${line}:${column}`, sees: text.slice(range.start, range.end) };
      },
    );
    expect(told).toContainEqual({ code, at, sees });
  });
});

test('the table has at least a hundred kinds, no two alike', () => {
  expect(brokenCases.length).toBeGreaterThanOrEqual(100);
  expect(new Set(brokenCases.map(({ name }) => name)).size).toBe(brokenCases.length);
  expect(new Set(brokenCases.map(({ text }) => text)).size).toBe(brokenCases.length);
});
