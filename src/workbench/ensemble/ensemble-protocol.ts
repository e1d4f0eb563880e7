import type {
  Chunk,
  ChunkResult,
  Document,
  EnsembleOptions,
  EnsemblePictures,
  EnsembleReport,
} from '../../index.js';
import type { Asked } from '../analysis/protocol.js';

/** What a person chooses about a count. */
export type EnsembleChoices = {
  /** Which doubts are varied. */
  readonly varied: 'readings' | 'everything';
  /** Whether readings and doubts chosen on the page stay as chosen, rather than being varied. */
  readonly keepsChosen: boolean;
  readonly draws: number;
  readonly seed: number;
};

/** As a person left them; what is varied may be left to the size of the case. */
export type CountChoices = Omit<EnsembleChoices, 'varied'> & {
  readonly varied: EnsembleChoices['varied'] | undefined;
};

/** What is counted unless it is chosen otherwise: as many draws as take a minute or so. */
export const defaultChoices: CountChoices = {
  varied: undefined,
  keepsChosen: false,
  draws: 1000,
  seed: 1,
};

/** A count asked for. */
export type EnsembleAsked = { readonly of: Asked; readonly choices: EnsembleChoices };

/** Told to the coordinator. */
export type CoordinatorTask =
  | { readonly kind: 'count'; readonly asked: EnsembleAsked; readonly workers: number }
  | { readonly kind: 'stop' };

/** What was counted, as far as it is. */
export type EnsembleAnswer = {
  readonly report: EnsembleReport;
  readonly pictures: EnsemblePictures;
  readonly document: Document;
};

/** Told by the coordinator. */
export type CoordinatorNews =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'partial' | 'counted'; readonly answer: EnsembleAnswer }
  | { readonly kind: 'failed'; readonly message: string };

/** Told to a chunk worker: once what it is about, then chunk after chunk. */
export type ChunkTask =
  | { readonly kind: 'open'; readonly asked: EnsembleAsked; readonly options: EnsembleOptions }
  | { readonly kind: 'answer'; readonly chunk: Chunk };

/** Told by a chunk worker, for each chunk. */
export type ChunkNews =
  | { readonly kind: 'answered'; readonly result: ChunkResult }
  | { readonly kind: 'failed'; readonly message: string };
