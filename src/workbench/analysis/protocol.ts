import type {
  DealLook,
  DealPlot,
  DealTable,
  Diagnostic,
  Document,
  DoubtFound,
  EnsembleReport,
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

/** Somebody brings an issue to a level and keeps to it; by ids, so that it outlasts an edit. */
export type SupposedAct = {
  readonly issue: string;
  readonly level: string;
  /** Who, where several could. */
  readonly by: string | undefined;
};

/** What is supposed to be otherwise than the file has it, beside the readings. */
export type Suppositions = {
  /** For a doubt the case that it takes; what the file has by itself is left out. */
  readonly doubts: Readonly<Record<string, string>>;
  /** Each issue once. */
  readonly acts: readonly SupposedAct[];
};

/** Nothing beside the readings. */
export const nothingSupposed: Suppositions = { doubts: {}, acts: [] };

/** What every answer is about: the text, and what is taken to be so where the text leaves it open. */
export type Asked = {
  readonly text: string;
  readonly readings: Readings;
  readonly supposed: Suppositions;
};

/** What became of every combination of rival readings. */
export type RivalsCounted = {
  readonly report: EnsembleReport;
  /** Keys of the suppositions that it was made without: an answer without others is of another case. */
  readonly aside: readonly string[];
};

/**
 * One thing asked of the worker. Every job carries the text it is about: what the worker remembers of
 * the last one only saves it from working that out again.
 */
export type Job =
  | (Asked & {
      readonly kind: 'answer';
      /** Told in the brief, where it is of the same case. */
      readonly rivals: RivalsCounted | undefined;
    })
  /** What the brief tells of rival readings. */
  | (Asked & { readonly kind: 'rivals' })
  | (Asked & {
      readonly kind: 'explain';
      /** One party, or all of them. */
      readonly party: string | undefined;
      readonly state: number;
    })
  | (Asked & { readonly kind: 'look'; readonly state: number })
  /** What the parties would have to want for an outcome to hold. */
  | (Asked & { readonly kind: 'makeStable'; readonly state: number })
  /** What could be agreed. */
  | (Asked & { readonly kind: 'deals' })
  | (Asked & {
      /** What everybody makes of one package. */
      readonly kind: 'package';
      /** Level index of every issue. */
      readonly levels: readonly number[];
    })
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
  readonly openings: Openings;
  readonly brief: Document;
  /** The brief without what is told of rival readings; undefined where the brief tells nothing of them. */
  readonly briefAlone: Document | undefined;
  readonly holds: Document;
  readonly graph: StateGraph;
  /** The concepts computed, the one that decides first. */
  readonly concepts: HoldsFindings['concepts'];
};

/** What the file leaves open, what could be done, and which suppositions could not be made. */
export type Openings = {
  /** Everything in doubt, also under readings that are not in force. */
  readonly doubts: readonly OpenDoubt[];
  /** Where a doubt stands in the text, by its id. */
  readonly places: Readonly<Record<string, Path>>;
  /** Issues that somebody could move from today; none in a case without a today. */
  readonly acts: readonly ActIssue[];
  readonly aside: readonly SetAside[];
  /** How much there is to count over. */
  readonly size: CountSize;
};

/** Something in doubt, with a clause for each of its cases: `Northfield does not want “the road”`. */
export type OpenDoubt = DoubtFound & { readonly clauses: Readonly<Record<string, string>> };

export type CountSize = {
  /** Outcomes before the rules. */
  readonly outcomes: number;
  /** Combinations, by what is varied; null where they are too many to list, and so are drawn. */
  readonly sets: Readonly<Record<'readings' | 'everything', number | null>>;
  /** Whether the brief tells what every combination of readings makes: that is some seconds of work. */
  readonly areReadingsToldOf: boolean;
};

/** An issue and what could be done about it. */
export type ActIssue = {
  readonly id: string;
  readonly label: string;
  readonly levels: readonly ActLevel[];
};

export type ActLevel = {
  readonly id: string;
  readonly label: string;
  /** A clause: `Northfield shares the pump`. */
  readonly says: string;
  readonly isToday: boolean;
  /** Who would do it, by id: one party, or all whose consent it takes; empty for context. */
  readonly doers: readonly string[];
  /** Parties of whom each could bring it about alone, where they are several. */
  readonly by: readonly string[];
  /** Why nobody can from today, where that is so. */
  readonly hindrance: string | undefined;
};

/** A supposition that the answer is made without, and why. */
export type SetAside = {
  /** As of `suppositionKey`. */
  readonly key: string;
  readonly problem: string;
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
  /** Undefined where the brief tells nothing of them. */
  | { readonly kind: 'rivals'; readonly rivals: RivalsCounted | undefined }
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
