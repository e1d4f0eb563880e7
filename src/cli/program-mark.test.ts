import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { version } from '../index.js';
import { programMark } from './program-mark.js';

test('names the version, and is the same as long as the code is', () => {
  expect(programMark()).toBe(programMark());
  expect(programMark()).toMatch(new RegExp(`^${version.replaceAll('.', '\\.')} [0-9a-f]{64}$`));
});

test('changes with the code that works out answers, and not with tests, types or shells', () => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-mark-'));
  try {
    for (const part of ['analysis/stability', 'core', 'io', 'numeric', 'questions', 'cli']) {
      mkdirSync(join(folder, part), { recursive: true });
    }
    writeFileSync(join(folder, 'analysis/stability/firm.js'), 'one');
    const first = programMark(folder);
    for (const name of ['core/model.test.ts', 'core/model.d.ts', 'cli/main.js', 'io/notes.md']) {
      writeFileSync(join(folder, name), 'text');
      expect(programMark(folder), name).toBe(first);
    }
    writeFileSync(join(folder, 'analysis/stability/firm.js'), 'two');
    const second = programMark(folder);
    writeFileSync(join(folder, 'core/model.js'), '');
    expect(new Set([first, second, programMark(folder)]).size).toBe(3);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
