import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { requireNode, withLock } from '../../scripts/project.mjs';

let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-lock-'));
  lock = join(folder, 'lock');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that takes the lock, prints when it has it and when it lets go. */
function holder(milliseconds: number): Promise<{ from: number; to: number }> {
  const script = `
    import { withLock } from ${JSON.stringify(new URL('../../scripts/project.mjs', import.meta.url).href)};
    await withLock(async () => {
      console.log(Date.now());
      await new Promise((resolve) => setTimeout(resolve, ${milliseconds}));
      console.log(Date.now());
    }, { lock: ${JSON.stringify(lock)}, poll: 10 });`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', () => {
      const [from = Number.NaN, to = Number.NaN] = output.trim().split('\n').map(Number);
      resolve({ from, to });
    });
  });
}

test('processes that start together hold the lock one after the other', async () => {
  const spans = await Promise.all([holder(100), holder(100), holder(100), holder(100)]);
  spans.sort((a, b) => a.from - b.from);
  for (const [index, { from, to }] of spans.entries()) {
    expect(to).toBeGreaterThan(from);
    expect(from).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? 0);
  }
  expect(existsSync(lock)).toBe(false);
});

test('a lock whose owner is gone is taken over', async () => {
  mkdirSync(lock);
  // Above every process number a system gives.
  writeFileSync(join(lock, 'owner'), '99999999');
  expect(await withLock(async () => 'done', { lock, poll: 10 })).toBe('done');
  expect(existsSync(lock)).toBe(false);
});

test('the lock is released when the work fails', async () => {
  const work = withLock(() => Promise.reject(new Error('no network')), { lock, poll: 10 });
  await expect(work).rejects.toThrow('no network');
  expect(existsSync(lock)).toBe(false);
});

test('Node 20.19 and newer are accepted', () => {
  requireNode('20.19.0');
  requireNode('22.0.0');
  requireNode('24.21.0');
});
