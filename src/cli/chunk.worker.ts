import type { Chunk, ChunkResult, EnsembleJob } from '../index.js';
import { jobAnswerer } from './job-answerer.js';

/** What a thread is asked. */
export type ChunkTask = {
  readonly name: string;
  readonly job: EnsembleJob;
  readonly chunk: Chunk;
};

const answer = jobAnswerer();

/** Runs in a thread of its own: answers one chunk. */
export default ({ name, job, chunk }: ChunkTask): ChunkResult => answer(name, job, chunk);
