import { expect, test } from 'vitest';
import type { ChunkResult, EnsembleJob } from '../../index.js';
import type { ChunkTask } from './ensemble-protocol.js';
import { type ChunkWorker, workerExecutor } from './worker-executor.js';

const job = {} as EnsembleJob;
const chunks = Array.from({ length: 7 }, (_, at) => ({ first: 10 * at, count: 10 }));

/** A worker that answers after so many milliseconds, or fails at one chunk. */
function worker(milliseconds: number, failsAt?: number): ChunkWorker & { tasks: ChunkTask[] } {
  const own: ChunkWorker & { tasks: ChunkTask[] } = {
    tasks: [],
    onmessage: null,
    onerror: null,
    postMessage: (task) => {
      own.tasks.push(task);
      if (task.kind !== 'answer') return;
      const { chunk } = task;
      const news =
        chunk.first === failsAt
          ? ({ kind: 'failed', message: 'out of memory' } as const)
          : ({ kind: 'answered', result: { ...chunk, bits: new Uint8Array() } } as const);
      setTimeout(() => own.onmessage?.({ data: news } as MessageEvent), milliseconds);
    },
  };
  return own;
}

test('each chunk is answered once, by whichever worker is free', async () => {
  const workers = [worker(1), worker(4)];
  const results: ChunkResult[] = [];
  await workerExecutor(workers).run(
    job,
    chunks,
    (result) => results.push(result),
    () => false,
  );
  expect(results.map(({ first }) => first).toSorted((a, b) => a - b)).toEqual(
    chunks.map(({ first }) => first),
  );
  expect(workers.every(({ tasks }) => tasks.length > 0)).toBe(true);
});

test('without chunks it is done at once', async () => {
  const results: ChunkResult[] = [];
  await workerExecutor([worker(1)]).run(
    job,
    [],
    (result) => results.push(result),
    () => false,
  );
  expect(results).toEqual([]);
});

test('stopped, it does not wait for a chunk under way, nor take it later', async () => {
  const results: ChunkResult[] = [];
  let isStopped = false;
  const run = workerExecutor([worker(300)]).run(
    job,
    chunks,
    (result) => results.push(result),
    () => isStopped,
  );
  isStopped = true;
  await run;
  await new Promise((resolve) => setTimeout(resolve, 350));
  expect(results).toEqual([]);
});

test('what a worker fails with fails the whole', async () => {
  const run = workerExecutor([worker(1), worker(1, 30)]).run(
    job,
    chunks,
    () => {},
    () => false,
  );
  await expect(run).rejects.toThrow('out of memory');
});
