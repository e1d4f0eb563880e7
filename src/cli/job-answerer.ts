import {
  type Chunk,
  type ChunkResult,
  chunkAnswerer,
  type EnsembleJob,
  hasErrors,
  readCase,
} from '../index.js';

/** Jobs whose case is kept read; a worker of a queue may be given chunks of several in turn. */
const mostKept = 4;

/**
 * Answers chunks of any job. A case is read once for a job, and what does not change between chunks
 * is kept with it.
 *
 * @returns a function of a job's name, the job and a chunk.
 * @throws (the function returned) Error when the text of the job is no sound case.
 */
export function jobAnswerer(): (name: string, job: EnsembleJob, chunk: Chunk) => ChunkResult {
  const kept = new Map<string, (chunk: Chunk) => ChunkResult>();
  return (name, job, chunk) => {
    const answer = kept.get(name) ?? answererOf(job);
    // Last in, last out: the job asked for longest ago is let go.
    kept.delete(name);
    kept.set(name, answer);
    for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
    return answer(chunk);
  };
}

function answererOf({ caseText, options }: EnsembleJob): (chunk: Chunk) => ChunkResult {
  const { case: theCase, diagnostics } = readCase(caseText);
  if (theCase && !hasErrors(diagnostics)) return chunkAnswerer(theCase, options);
  throw new Error('the case has errors; detente check lists them');
}
