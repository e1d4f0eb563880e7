import { setImmediate } from 'node:timers/promises';
import { type Chunk, type ChunkResult, type Executor, jobIds } from '../index.js';
import { type ChunkPool, openChunkPool } from './chunk-pool.js';
import { jobAnswerer } from './job-answerer.js';

/** Chunks handed to the pool for each thread, so that none waits for the next. */
const chunksAhead = 2;

/** How often a stop is looked for while threads are at work. */
const stopMilliseconds = 100;

/** An executor that holds threads until it is closed. */
export type ThreadExecutor = Executor & { readonly close: () => Promise<void> };

/**
 * Answers chunks on so many threads of this machine; with one, in this thread, which turns to other
 * events between chunks. Threads start when there is first more than one chunk, and stay for the next
 * ones. When work is stopped, what threads are in the middle of is not waited for.
 *
 * @throws (run) what a thread or `done` threw; no more chunks are then answered.
 */
export function threadExecutor(threads: number): ThreadExecutor {
  const answerHere = jobAnswerer();
  let pool: Promise<ChunkPool> | undefined;
  return {
    run: async (job, chunks, done, stopped) => {
      const name = jobIds(job).job;
      if (threads === 1 || chunks.length < 2) {
        for (const chunk of chunks) {
          if (stopped()) return;
          done(answerHere(name, job, chunk));
          await setImmediate();
        }
        return;
      }
      pool ??= openChunkPool(threads);
      const { answer } = await pool;
      const own = (chunk: Chunk) => answer(name, job, chunk);
      await answerAll(chunks, threads * chunksAhead, own, done, stopped);
    },
    close: async () => {
      await (await pool)?.close();
      pool = undefined;
    },
  };
}

async function answerAll(
  chunks: readonly Chunk[],
  width: number,
  answer: (chunk: Chunk) => Promise<ChunkResult>,
  done: (result: ChunkResult) => void,
  stopped: () => boolean,
): Promise<void> {
  let next = 0;
  let isOver = false;
  const lane = async () => {
    while (next < chunks.length && !isOver && !stopped()) {
      const chunk = chunks[next] as Chunk;
      next += 1;
      const result = await answer(chunk);
      if (!isOver) done(result);
    }
  };
  let watch: NodeJS.Timeout | undefined;
  const stop = new Promise<void>((resolve) => {
    watch = setInterval(() => {
      if (stopped()) resolve();
    }, stopMilliseconds);
  });
  const lanes = Array.from({ length: Math.min(width, chunks.length) }, lane);
  try {
    await Promise.race([Promise.all(lanes), stop]);
  } finally {
    isOver = true;
    clearInterval(watch);
    // Chunks that were given up may still fail; nobody waits for them.
    for (const one of lanes) one.catch(() => undefined);
  }
}
