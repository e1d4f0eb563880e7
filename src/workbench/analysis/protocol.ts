import type {
  Diagnostic,
  Document,
  HoldsFindings,
  OutcomeLook,
  Path,
  Span,
  StateGraph,
} from '../../index.js';

/** The reading in force per party id; a party left out is read by its first. */
export type Readings = Readonly<Record<string, string>>;

/**
 * One thing asked of the worker. Every job carries the text it is about: what the worker remembers of
 * the last one only saves it from working that out again.
 */
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
  | {
      readonly kind: 'look';
      readonly text: string;
      readonly readings: Readings;
      readonly state: number;
    }
  | {
      /** What the parties would have to want for an outcome to hold. */
      readonly kind: 'makeStable';
      readonly text: string;
      readonly readings: Readings;
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

/** The documents of a case, its picture, and what the page needs around them. */
export type Answer = {
  readonly title: string;
  readonly handling: string | undefined;
  readonly parties: readonly PartyReadings[];
  readonly vocabulary: Vocabulary;
  readonly brief: Document;
  readonly holds: Document;
  readonly graph: StateGraph;
  /** The concepts computed, the one that decides first. */
  readonly concepts: HoldsFindings['concepts'];
};

/** What came of a job. `answer` is undefined when errors in the text stand in its way. */
export type Outcome =
  | {
      readonly kind: 'answer';
      readonly diagnostics: readonly Diagnostic[];
      readonly answer: Answer | undefined;
    }
  | { readonly kind: 'explain'; readonly document: Document | undefined }
  | {
      readonly kind: 'makeStable';
      /** Undefined where something stands in the way, such as the size of the case. */
      readonly document: Document | undefined;
      readonly hindrance: string | undefined;
    }
  | { readonly kind: 'look'; readonly look: OutcomeLook | undefined }
  | { readonly kind: 'locate'; readonly span: Span | undefined }
  | { readonly kind: 'failed'; readonly message: string };
