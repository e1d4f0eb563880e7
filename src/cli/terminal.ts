import type { ResultsCache } from './results-cache.js';
import type { TextFile } from './write-whole.js';

/** Everything a verb sees of the world outside: streams, files and the clock stay behind it. */
export type Terminal = {
  /** Writes results. Resolves when the text has been taken. */
  readonly out: (text: string) => Promise<void>;
  /** Writes messages: progress, refusals, where the page is served. */
  readonly err: (text: string) => void;
  /** Puts a text in a colour where results go to a person's terminal that shows colours. */
  readonly paint: (text: string, as: 'error' | 'warning' | 'note') => string;
  /** Whether a person reads the messages. */
  readonly isInteractive: boolean;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** Names of the files in a folder, in order; undefined when it is none. Absent without folders. */
  readonly listFolder?: (path: string) => Promise<readonly string[] | undefined>;
  readonly readStdin: () => Promise<Uint8Array>;
  /** Fails when the file exists. */
  readonly createFile: (path: string, text: string) => Promise<void>;
  /** Writes files into a folder; the names that exist already, if any, in which case none is written. */
  readonly writeFolder: (
    folder: string,
    files: readonly TextFile[],
    mayReplace: boolean,
  ) => Promise<readonly string[]>;
  /** The results kept beside a case file; absent where none are to be kept. */
  readonly openCache?: (casePath: string) => ResultsCache | undefined;
  /** Threads that the machine runs at once; absent where work is to stay in this one. */
  readonly threads?: number;
  /** Milliseconds on a steady clock. */
  readonly now: () => number;
};

/** Exit codes of every verb. */
export const exitCodes = {
  /** Done, nothing to report. */
  done: 0,
  /** Done, and the answer is "no", or the case is flawed. */
  no: 1,
  /** Could not run. */
  failed: 2,
} as const;

/** Something a person can mend: printed as one message, without a stack trace, with exit code 2. */
export class CannotRun extends Error {}
