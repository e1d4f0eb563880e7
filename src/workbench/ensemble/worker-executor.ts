import type { Chunk, ChunkResult, Executor } from '../../index.js';
import type { ChunkNews, ChunkTask } from './ensemble-protocol.js';

/** How often a stop is looked for while chunks are under way, in milliseconds. */
const LOOK_EVERY = 50;

/** Chunks handed to each worker at once, so that none waits while its answer is taken. */
const AHEAD = 2;

/** What the executor needs of a chunk worker. */
export type ChunkWorker = {
  postMessage: (task: ChunkTask) => void;
  onmessage: ((event: MessageEvent<ChunkNews>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
};

/**
 * Answers chunks on workers of the page, each with the next ones in hand. Workers answer in the order
 * in which they are asked; they were opened before, on the very case and options of the job. When work is stopped, chunks under way
 * are not waited for.
 *
 * @throws (run) Error with what a worker failed with.
 */
export function workerExecutor(workers: readonly ChunkWorker[]): Executor {
  return {
    run: (_, chunks, done, stopped) => {
      let next = 0;
      let isOver = false;
      const lane = async (answer: (chunk: Chunk) => Promise<ChunkResult>) => {
        while (next < chunks.length && !isOver && !stopped()) {
          const chunk = chunks[next] as Chunk;
          next += 1;
          const result = await answer(chunk);
          if (!isOver) done(result);
        }
      };
      return new Promise((resolve, reject) => {
        const watch = setInterval(() => {
          if (stopped()) settle(resolve);
        }, LOOK_EVERY);
        const settle = (how: () => void) => {
          isOver = true;
          clearInterval(watch);
          how();
        };
        const answers = workers.map(answerOf);
        const lanes = Array.from({ length: AHEAD }, () => answers.map(lane)).flat();
        Promise.all(lanes).then(
          () => settle(resolve),
          (error: unknown) => settle(() => reject(error)),
        );
      });
    },
  };
}

/** Asks a worker, which answers in turn. */
function answerOf(worker: ChunkWorker): (chunk: Chunk) => Promise<ChunkResult> {
  const waiting: {
    readonly resolve: (result: ChunkResult) => void;
    readonly reject: (error: Error) => void;
  }[] = [];
  worker.onmessage = ({ data }) => {
    const first = waiting.shift();
    if (data.kind === 'answered') first?.resolve(data.result);
    else first?.reject(new Error(data.message));
  };
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.splice(0)) reject(new Error(message || 'a worker ended'));
  };
  return (chunk) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      worker.postMessage({ kind: 'answer', chunk });
    });
}
