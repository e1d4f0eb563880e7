import type { Diagnostic, Document, Path, Span } from '../../index.js';

/** The reading in force per party id; a party left out is read by its first. */
export type Readings = Readonly<Record<string, string>>;

/** One thing asked of the worker. Every job carries the text it is about: the worker keeps no case. */
export type Job =
  | { readonly kind: 'answer'; readonly text: string; readonly readings: Readings }
  | {
      readonly kind: 'explain';
      readonly text: string;
      readonly readings: Readings;
      /** One party, or all of them. */
      readonly party: string | undefined;
      readonly state: number;
    }
  | { readonly kind: 'locate'; readonly text: string; readonly path: Path };

export type PartyReadings = {
  readonly id: string;
  readonly name: string;
  /** Inside a sentence: `the United States`. */
  readonly called: string;
  readonly readings: readonly { readonly id: string; readonly label: string }[];
  /** Id of the reading the answer was made with. */
  readonly inForce: string | undefined;
};

/** The names of the case that can be written in it. */
export type Vocabulary = {
  readonly parties: readonly Name[];
  readonly issues: readonly (Name & { readonly levels: readonly Name[] })[];
  readonly terms: readonly Name[];
  readonly outcomes: readonly Name[];
  readonly evidence: readonly Name[];
};

export type Name = { readonly id: string; readonly says: string };

/** The two documents of a case and what the page needs around them. */
export type Answer = {
  readonly title: string;
  readonly handling: string | undefined;
  readonly parties: readonly PartyReadings[];
  readonly vocabulary: Vocabulary;
  readonly brief: Document;
  readonly holds: Document;
};

/** What came of a job. `answer` is undefined when errors in the text stand in its way. */
export type Outcome =
  | {
      readonly kind: 'answer';
      readonly diagnostics: readonly Diagnostic[];
      readonly answer: Answer | undefined;
    }
  | { readonly kind: 'explain'; readonly document: Document | undefined }
  | { readonly kind: 'locate'; readonly span: Span | undefined }
  | { readonly kind: 'failed'; readonly message: string };
