import type { EnsembleOptions } from './ensemble-findings.js';

/** Part of an ensemble: the sets, or draws, from `first` on, `count` of them. */
export type Chunk = { readonly first: number; readonly count: number };

/** What was answered in a chunk: the bits of its rows (`Rows`), set after set. */
export type ChunkResult = Chunk & { readonly bits: Uint8Array };

/** All that a worker needs, wherever it runs. The case as text, so that it means the same everywhere. */
export type EnsembleJob = {
  readonly caseText: string;
  readonly options: EnsembleOptions;
};

/**
 * Something that answers chunks: this thread, other threads, other machines.
 *
 * Chunks may be answered in any order and by anybody; the same chunk has the same bytes everywhere.
 * `done` is called once for each chunk answered, twice at most where two workers answered the same
 * one. The promise resolves when all were handed to `done`, or soon after `stopped` says so.
 */
export type Executor = {
  readonly run: (
    job: EnsembleJob,
    chunks: readonly Chunk[],
    done: (result: ChunkResult) => void,
    stopped: () => boolean,
  ) => Promise<void>;
};
