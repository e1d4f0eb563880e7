import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { ThreadExecutor } from '../../src/cli/thread-executor.js';
import type { ChunkResult } from '../../src/index.js';
import { buildProgram, builtProgram } from './built.js';
import { smallEnsemble } from './small-ensemble.js';

const { job, chunks } = smallEnsemble(20);

let threadExecutor: (threads: number) => ThreadExecutor;
let open: ThreadExecutor | undefined;

beforeAll(async () => {
  await buildProgram();
  const file = join(dirname(builtProgram), 'thread-executor.js');
  ({ threadExecutor } = await import(/* @vite-ignore */ pathToFileURL(file).href));
});
afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function answersOf(threads: number): Promise<readonly ChunkResult[]> {
  open = threadExecutor(threads);
  const results: ChunkResult[] = [];
  await open.run(
    job,
    chunks,
    (result) => results.push(result),
    () => false,
  );
  await open.close();
  expect(new Set(results.map(({ first }) => first)).size).toBe(results.length);
  return results.sort((a, b) => a.first - b.first);
}

test('one, two and five threads give the same bytes', async () => {
  const [one, ...others] = [await answersOf(1), await answersOf(2), await answersOf(5)];
  expect(one?.map(({ first, count }) => ({ first, count }))).toEqual(chunks);
  for (const other of others) expect(other).toEqual(one);
});

test.each([1, 2])('%i threads stop when told to, and go on when asked again', async (threads) => {
  open = threadExecutor(threads);
  const results: ChunkResult[] = [];
  const take = (result: ChunkResult) => results.push(result);
  await open.run(job, chunks, take, () => results.length >= 3);
  expect(results.length).toBeGreaterThanOrEqual(3);
  expect(results.length).toBeLessThan(chunks.length);
  const now = results.length;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(results.length).toBe(now);
  const left = chunks.filter(({ first }) => !results.some((one) => one.first === first));
  await open.run(job, left, take, () => false);
  expect(new Set(results.map(({ first }) => first)).size).toBe(chunks.length);
});

test.each([1, 2])('with %i threads a failure ends the work', async (threads) => {
  open = threadExecutor(threads);
  const refuse = () => {
    throw new Error('a second answer differs');
  };
  await expect(open.run(job, chunks, refuse, () => false)).rejects.toThrow('second answer');
  const flawed = { ...job, caseText: 'detente: 2\n' };
  await expect(open.run(flawed, chunks, refuse, () => false)).rejects.toThrow('has errors');
});
