import type { Case } from './case.js';
import type { Diagnostic } from './diagnostic.js';
import type { Control, Report } from './report.js';

/** The one shape of every question: a pure function of a case and options. */
export type Analysis<Options, Findings> = {
  readonly name: string;
  readonly defaults: Options;
  /** What stands in the way of running it on this case; empty means it can run. */
  readonly check: (theCase: Case, options: Options) => readonly Diagnostic[];
  readonly run: (theCase: Case, options: Options, control: Control) => Report<Options, Findings>;
};
