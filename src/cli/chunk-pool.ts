import { fileURLToPath } from 'node:url';
import type { Chunk, ChunkResult, EnsembleJob } from '../index.js';
import type { ChunkTask } from './chunk.worker.js';

/** Threads that answer chunks. */
export type ChunkPool = {
  readonly answer: (name: string, job: EnsembleJob, chunk: Chunk) => Promise<ChunkResult>;
  /** Ends the threads, also in the middle of a chunk. */
  readonly close: () => Promise<void>;
};

/** Starts threads, each of which reads a case once for all its chunks. */
export async function openChunkPool(threads: number): Promise<ChunkPool> {
  const { Piscina } = await import('piscina');
  const pool = new Piscina<ChunkTask, ChunkResult>({
    filename: fileURLToPath(new URL('./chunk.worker.js', import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
  });
  return {
    answer: (name, job, chunk) => pool.run({ name, job, chunk }),
    close: () => pool.destroy(),
  };
}
