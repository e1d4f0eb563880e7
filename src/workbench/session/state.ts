import type { Ask, Diagnostic, Document, OutcomeGrowth, OutcomeLook } from '../../index.js';
import {
  type Answer,
  type Asked,
  type BuiltAnswer,
  type DealsAnswer,
  nothingSupposed,
  type Readings,
  type Suppositions,
} from '../analysis/protocol.js';
import {
  type CountChoices,
  defaultChoices,
  type EnsembleAnswer,
  type EnsembleAsked,
} from '../ensemble/ensemble-protocol.js';
import type { FileShape } from '../file/file-shape.js';

/** An answer with what it was made from. */
export type Answered = Asked & { readonly answer: Answer };

/** What was asked, without what was answered. */
export function askedOf({ text, readings, supposed }: Asked): Asked {
  return { text, readings, supposed };
}

/** Whether the same was asked. */
export function isSameAsked(one: Asked, other: Asked): boolean {
  return JSON.stringify(askedOf(one)) === JSON.stringify(askedOf(other));
}

/** What outcomes are numbered by: other rules, issues or a today that moved number them anew. */
export function numberingOf({ text, supposed }: Asked): string {
  return JSON.stringify([text, supposed]);
}

/** The answer that changes are told against, and what was done since. */
export type Baseline = {
  readonly cause: 'reading' | 'supposed' | 'edit' | 'disk';
  /** Completes "… sentences changed": `by your edits`. */
  readonly says: string;
  readonly answered: Answered;
};

/** The reasons in the drawer. */
export type Why = {
  readonly ask: Exclude<Ask, { about: 'element' }>;
  /** The words that were asked about. */
  readonly words: string;
  /** What the outcome was numbered by; the reasons are stale when the case changed since. */
  readonly numbering: string;
  readonly document: Document | undefined;
  readonly problem: string | undefined;
};

/** The outcome of the picture that is looked at. */
export type Looked = {
  readonly state: number;
  /** Finds the same outcome again in a later answer. */
  readonly key: string;
  /** What was found; the last outcome's stays until then. */
  readonly look: OutcomeLook | undefined;
  readonly problem: string | undefined;
};

/** What the parties would have to want for the outcome looked at to hold. */
export type MakeStable = {
  readonly state: number;
  readonly document: Document | undefined;
  readonly problem: string | undefined;
};

/** What could be agreed in the case of an answer; the last one's stays until it is there. */
export type Dealt = {
  readonly of: Answered;
  readonly isBusy: boolean;
  readonly answer: DealsAnswer | undefined;
  readonly problem: string | undefined;
};

/** The package that is looked at and built on; the last one's answer stays until its own is there. */
export type Built = {
  readonly levels: readonly number[];
  readonly answer: BuiltAnswer | undefined;
  readonly problem: string | undefined;
};

/** A count over everything the file leaves open. */
export type Counted = {
  readonly asked: EnsembleAsked;
  readonly phase: 'counting' | 'stopping' | 'counted' | 'stopped' | 'failed';
  readonly done: number;
  /** Sets or draws at most; undefined until that is known. */
  readonly total: number | undefined;
  /** What was counted so far; until there is something, what was counted before. */
  readonly answer: EnsembleAnswer | undefined;
  /** What the answer was asked of. */
  readonly answered: EnsembleAsked | undefined;
  readonly problem: string | undefined;
};

/** A file on disk that is not the one the page read or wrote last; null when it is gone. */
export type Disk = { readonly hash: string | null; readonly text: string | null };

/** Everything the page shows. */
export type State = {
  readonly opening:
    | { readonly kind: 'opening' | 'open' }
    | { readonly kind: 'failed'; readonly message: string };
  readonly fileName: string;
  readonly shape: FileShape;
  /** The file's text as edited, byte order mark and line ends included. */
  readonly text: string;
  /** What the file held when it was last read or written; a null hash: there was no file. */
  readonly saved: { readonly text: string; readonly hash: string | null };
  readonly isSaving: boolean;
  /** Why the last attempt to save failed. */
  readonly saveProblem: string | undefined;
  /** Set when the file was found to differ from `saved`. */
  readonly disk: Disk | undefined;
  /** Reading asked for per party. */
  readonly readings: Readings;
  readonly supposed: Suppositions;
  readonly isComputing: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** The text that the diagnostics are about. */
  readonly diagnosed: string;
  /** The last answer there was. */
  readonly answered: Answered | undefined;
  /** True when errors in the present text leave the last answer standing. */
  readonly isStale: boolean;
  /** Why there is no answer although the text has no errors. */
  readonly problem: string | undefined;
  readonly baseline: Baseline | undefined;
  readonly why: Why | undefined;
  readonly looked: Looked | undefined;
  readonly makeStable: MakeStable | undefined;
  readonly dealt: Dealt | undefined;
  readonly built: Built | undefined;
  readonly counted: Counted | undefined;
  readonly countChoices: CountChoices;
  /** What has grown in the picture of `answered`, by the outcome it grew from, oldest first. */
  readonly grown: readonly { readonly state: number; readonly growth: OutcomeGrowth }[];
  /** Column in view where only one has room. */
  readonly column: Column;
};

export type Column = 'brief' | 'holds' | 'deals' | 'whatif' | 'case';

export const initialState: State = {
  opening: { kind: 'opening' },
  fileName: '',
  shape: { mark: '', lineBreak: '\n' },
  text: '',
  saved: { text: '', hash: null },
  isSaving: false,
  saveProblem: undefined,
  disk: undefined,
  readings: {},
  supposed: nothingSupposed,
  isComputing: false,
  diagnostics: [],
  diagnosed: '',
  answered: undefined,
  isStale: false,
  problem: undefined,
  baseline: undefined,
  why: undefined,
  looked: undefined,
  makeStable: undefined,
  dealt: undefined,
  built: undefined,
  counted: undefined,
  countChoices: defaultChoices,
  grown: [],
  column: 'brief',
};

/** What the bar says about the file. */
export type SaveStatus = 'saved' | 'unsaved changes' | 'saving' | 'changed on disk' | 'not saved';

/** The file's status in one word or three. */
export function saveStatus(state: State): SaveStatus {
  if (state.isSaving) return 'saving';
  if (state.disk) return 'changed on disk';
  if (state.saveProblem !== undefined) return 'not saved';
  return state.text === state.saved.text ? 'saved' : 'unsaved changes';
}
