/** How a caller follows and stops long work. */
export type Control = {
  /** Told now and then how much is done, in units of the work's own. */
  readonly progress: (done: number, total: number) => void;
  readonly stopped: () => boolean;
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
