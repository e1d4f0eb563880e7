import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnosticCodes } from '../../src/core/diagnostic-codes.js';
import { diagnosticPages, diagnosticsOf } from '../../src/io/case-file/diagnostic-pages.js';
import { formatDiagnostic } from '../../src/io/case-file/format-diagnostic.js';
import { keyReference } from '../../src/io/case-file/key-reference.js';
import { caseJsonSchema } from '../../src/io/case-file/schema.js';

const root = join(import.meta.dirname, '..', '..');
const folder = 'docs/reference/diagnostics';
const generated = [
  ...diagnosticPages().map(({ name, text }) => ({ path: `${folder}/${name}`, text })),
  { path: 'docs/reference/case-file.md', text: keyReference() },
  {
    path: 'docs/reference/case-file.schema.json',
    text: `${JSON.stringify(caseJsonSchema(), undefined, 2)}\n`,
  },
];

if (process.env.UPDATE_DOCS === '1') {
  rmSync(join(root, folder), { recursive: true, force: true });
  for (const { path, text } of generated) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

describe.each(Object.entries(diagnosticCodes))('%s', (code, { bad, good, severity, ...words }) => {
  test('its example is given this code, and no other unless there is no way round', () => {
    const found = diagnosticsOf(code, bad);
    // More problems than are listed cannot be had without problems.
    const others = code === 'DET110' ? ['DET212'] : [];
    expect(new Set(found.map((diagnostic) => diagnostic.code))).toEqual(new Set([code, ...others]));
    const own = found.filter((diagnostic) => diagnostic.code === code);
    expect(new Set(own.map((diagnostic) => diagnostic.severity))).toEqual(new Set([severity]));
  });

  test('what to write instead is given no code at all', () => {
    const found = diagnosticsOf(code, good);
    expect(found.map((diagnostic) => formatDiagnostic(good, 'good', diagnostic))).toEqual([]);
  });

  test('its words are sentences', () => {
    expect(words.title).toMatch(/^[A-Z].*[^.]$/);
    expect(words.meaning).toMatch(/^[A-Z`"].*\.$/);
    expect(words.why).toMatch(/^[A-Z`"].*\.$/);
  });
});

test.each(generated)('$path is what the code says; UPDATE_DOCS=1 rewrites it', ({ path, text }) => {
  expect(existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8')).toBe(text);
});

test('there is no page of a code that does not exist', () => {
  const names = generated.map(({ path }) => path).filter((path) => path.startsWith(folder));
  const there = readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
  expect(there.sort()).toEqual(names.sort());
});

test('every code that a file can be given has a page', () => {
  const codes = new Set<string>();
  for (const name of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name) || /\.test\.|diagnostic-codes|generated/.test(name)) continue;
    const text = readFileSync(join(root, 'src', name), 'utf8');
    for (const [, code = ''] of text.matchAll(/'(DET[1-5]\d\d)'/g)) codes.add(code);
  }
  expect([...codes].filter((code) => !diagnosticCodes[code])).toEqual([]);
  expect(codes.size).toBeGreaterThan(50);
});
