import type {
  DealLook,
  DealPlot,
  DealTable,
  Diagnostic,
  Document,
  HoldsFindings,
  OutcomeLook,
  PackageIssue,
  Path,
  PlotValue,
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
  | {
      /** What could be agreed. */
      readonly kind: 'deals';
      readonly text: string;
      readonly readings: Readings;
    }
  | {
      /** What everybody makes of one package. */
      readonly kind: 'package';
      readonly text: string;
      readonly readings: Readings;
      /** Level index of every issue. */
      readonly levels: readonly number[];
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

/** What could be agreed: in words, as a picture, as a table. */
export type DealsAnswer = {
  readonly document: Document;
  readonly plot: DealPlot;
  readonly table: DealTable;
  /** Packages to start from, by their levels. */
  readonly starts: readonly { readonly label: string; readonly levels: readonly number[] }[];
  /** False where outcomes are too many to list, so that a package cannot be judged. */
  readonly canJudge: boolean;
};

/** One package: what it could be instead, and what everybody makes of it. */
export type BuiltAnswer = {
  readonly levels: readonly number[];
  readonly issues: readonly PackageIssue[];
  /** Rules that exclude it; empty where it is possible. */
  readonly excludedBy: readonly string[];
  /** Undefined where it is not possible, or cannot be judged. */
  readonly look: DealLook | undefined;
  /** Where it stands on the axes of the plot, by party. */
  readonly values: Readonly<Record<string, PlotValue>>;
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
  | {
      readonly kind: 'deals';
      readonly answer: DealsAnswer | undefined;
      readonly hindrance: string | undefined;
    }
  | { readonly kind: 'package'; readonly answer: BuiltAnswer | undefined }
  | { readonly kind: 'look'; readonly look: OutcomeLook | undefined }
  | { readonly kind: 'locate'; readonly span: Span | undefined }
  | { readonly kind: 'failed'; readonly message: string };
