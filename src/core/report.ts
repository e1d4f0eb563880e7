/** Tables worked out before for the very same question, kept by the caller under a name. */
export type Kept = {
  readonly read: (name: string) => Int32Array | undefined;
  readonly write: (name: string, table: Int32Array) => void;
};

/** How a caller follows and stops long work, and keeps what it found. */
export type Control = {
  /** Told now and then how much is done, in units of the work's own. */
  readonly progress: (done: number, total: number) => void;
  readonly stopped: () => boolean;
  readonly kept?: Kept;
};

/** A control that ignores progress and never stops. */
export const uncontrolled: Control = { progress: () => {}, stopped: () => false };

/**
 * The shape of every answer: plain JSON, the findings' own keys at the top level beside what is needed
 * to judge and repeat them.
 */
export type Report<Options, Findings> = {
  readonly analysis: string;
  readonly options: Options;
  /** Null when nothing is drawn at random. */
  readonly seed: number | null;
  /** What was taken as given, in sentences. */
  readonly assumptions: readonly string[];
  /** Null for an exact method; else how an iteration ended. */
  readonly convergence: string | null;
  /** What was not computed, and why. */
  readonly limits: readonly string[];
} & Findings;
