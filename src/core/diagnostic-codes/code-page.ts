import type { Severity } from '../diagnostic.js';

/** What the reference says about a code. */
export type CodePage = {
  readonly title: string;
  readonly severity: Severity;
  /** What is wrong. */
  readonly meaning: string;
  /** Why it matters for the answers. */
  readonly why: string;
  /** A complete file that is given this code, and the same without the flaw. */
  readonly bad: string;
  readonly good: string;
};
