import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cacheFolderName } from '../cache-folder.js';
import { openResultsCache } from '../results-cache.js';
import type { Terminal } from '../terminal.js';
import { runCache } from './cache.js';

let folder: string;
let casePath: string;
let out: string;
const terminal = {
  out: async (text: string) => {
    out += text;
  },
} as Partial<Terminal> as Terminal;

beforeEach(() => {
  out = '';
  folder = mkdtempSync(join(tmpdir(), 'detente-cache-'));
  casePath = join(folder, 'case.yaml');
  writeFileSync(casePath, 'detente: 1\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('says that nothing is kept, what is kept, and what it removed', async () => {
  expect(await runCache(terminal, casePath, { clear: true })).toBe(0);
  expect(out).toBe(`Nothing is kept beside ${casePath}.\n`);
  const cache = openResultsCache({ casePath, program: () => 'p', tell: () => {} });
  cache?.keep({ caseHash: 'a', analysis: 'holds', options: {} }, { some: 'answer' });
  out = '';
  expect(await runCache(terminal, casePath, { clear: false })).toBe(0);
  expect(out).toMatch(/^1 result kept in .*\.detente-cache, 1 KB\. --clear removes them\.\n$/);
  out = '';
  expect(await runCache(terminal, casePath, { clear: true })).toBe(0);
  expect(out).toBe('1 result removed.\n');
  expect(existsSync(join(folder, cacheFolderName))).toBe(false);
});

test('leaves files in the folder that are not its own, and says so', async () => {
  mkdirSync(join(folder, cacheFolderName), { mode: 0o700 });
  writeFileSync(join(folder, cacheFolderName, 'mine.txt'), '');
  await runCache(terminal, casePath, { clear: true });
  expect(out).toBe('0 results removed; .detente-cache holds other files and was left in place.\n');
});

test('could not run without the case file, or where something else stands in the place', async () => {
  const none = join(folder, 'none.yaml');
  await expect(runCache(terminal, none, { clear: false })).rejects.toThrow('there is no such file');
  writeFileSync(join(folder, cacheFolderName), '');
  await expect(runCache(terminal, casePath, { clear: true })).rejects.toThrow('was left alone');
});
