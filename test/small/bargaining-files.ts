import { expect } from 'vitest';
import { formatRational } from '../../src/core/rational.js';
import { formatDiagnostic } from '../../src/io/case-file/format-diagnostic.js';
import { readCase } from '../../src/io/case-file/read-case.js';
import { importFiles } from '../../src/io/import-files.js';

export type Files = Readonly<Record<string, string>>;

const importOf = (files: Files) =>
  importFiles(Object.entries(files).map(([name, text]) => ({ name, text })));

/** First lines of all messages: place, severity, code and what is wrong. */
export function saidOf(files: Files): readonly string[] {
  return importOf(files).diagnostics.map(({ file, diagnostic }) => {
    expect(diagnostic.help?.length).toBeGreaterThan(5);
    const { details: _, help: __, ...short } = diagnostic;
    return formatDiagnostic(file.text, file.name, short).replace(/\n\s+/g, ' ');
  });
}

/** The case that files make, with nothing wrong. */
export function caseOf(files: Files) {
  const { caseText } = importOf(files);
  if (caseText === undefined) expect.fail(saidOf(files).join('\n'));
  const { case: theCase, diagnostics } = readCase(caseText);
  expect(diagnostics).toEqual([]);
  return theCase ?? expect.fail('the case has flaws');
}

export const textOf = (files: Files) => importOf(files).caseText;

/** For each party its scores per issue and level, and its no deal. */
export function tablesOf(files: Files) {
  return caseOf(files).preferences.map(([reading]) => {
    const value = reading?.noDeal?.value;
    return {
      scores: reading?.points?.issues.map(({ scores }) => scores.map(formatRational)),
      noDeal: typeof value === 'object' ? formatRational(value) : value,
    };
  });
}
