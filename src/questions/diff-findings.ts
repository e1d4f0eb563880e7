import type { Path } from '../core/diagnostic.js';
import type { Exit } from './holds-findings.js';

/** What a change in the assumptions is about. */
export type ChangedPart =
  | 'party'
  | 'constituents'
  | 'issue'
  | 'level'
  | 'control'
  | 'ways back'
  | 'one way'
  | 'blocked moves'
  | 'today'
  | 'fixed issue'
  | 'rule'
  | 'doubt of a rule'
  | 'term'
  | 'outcome'
  | 'proposal'
  | 'scenario'
  | 'track'
  | 'reading in force'
  | 'reading'
  | 'want'
  | 'ranking entry'
  | 'marks of a want'
  | 'red line'
  | 'points'
  | 'no deal'
  | 'other';

/**
 * One assumption that differs. `before` and `after` are in the language of case files, null where the
 * case does not have it; `places` count from 1, and stand where something has a place in an order.
 */
export type AssumptionChange = {
  readonly part: ChangedPart;
  readonly change: 'added' | 'dropped' | 'moved' | 'changed';
  readonly party: string | null;
  readonly reading: string | null;
  /** Of the issue, term, outcome …; of a want its label or expression. */
  readonly id: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly places: { readonly before: number | null; readonly after: number | null } | null;
  readonly paths: { readonly before: Path | null; readonly after: Path | null } | null;
};

/** Words or sources that differ where the meaning does not. */
export type WordChange = {
  readonly part: ChangedPart | 'case' | 'evidence';
  readonly id: string | null;
  readonly party: string | null;
  readonly reading: string | null;
  readonly keys: readonly string[];
};

/** An outcome possible in both cases, by the level of each issue that both have and vary, by ids. */
export type SharedOutcome = {
  readonly levels: Readonly<Record<string, string>>;
  /** The state of it nearest to today on each side; where it would hold, the nearest that would. */
  readonly before: number;
  readonly after: number;
};

/** Outcomes of the two cases, matched by the ids of issues and levels. */
export type OutcomeComparison = {
  /** Issues that only one of the cases has: an outcome holds if it holds at some level of them. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  /** How many outcomes are possible, and would hold, in each case by itself. */
  readonly possible: { readonly before: number; readonly after: number };
  readonly holding: { readonly before: number; readonly after: number };
  /** Matched outcomes: possible in both cases, and in one alone. */
  readonly shared: number;
  readonly possibleOnly: { readonly before: number; readonly after: number };
  /** Of the shared ones, how many would hold in both. */
  readonly holdBoth: number;
  readonly nowHold: readonly SharedOutcome[];
  readonly noLongerHold: readonly SharedOutcome[];
};

/**
 * Why a verdict differs, where one party decides it: by a move that nothing answers any more, or that
 * it did not want or have before; or by one that is answered now, or that it no longer wants or has.
 */
export type Cause = {
  readonly party: string;
  readonly kind: 'unanswered now' | 'wanted now' | 'answered now' | 'no longer wanted';
  /** The state that is left or not, on the side of `exit`. */
  readonly state: number;
  /** The move: after for a move that is open or answered now, before for one no longer wanted. */
  readonly exit: Exit;
};

/** A named outcome or proposal of either case. */
export type NamedChange = {
  readonly kind: 'outcome' | 'proposal';
  readonly id: string;
  readonly change: 'now holds' | 'no longer holds' | 'only before' | 'only after' | 'same';
  /** Whether it would hold in some form; null where a case does not have it, or it covers nothing. */
  readonly before: boolean | null;
  readonly after: boolean | null;
  readonly cause: Cause | null;
};

/** What a comparison of two answers to `holds` finds. */
export type DiffFindings = {
  readonly changes: readonly AssumptionChange[];
  readonly rewordings: readonly WordChange[];
  /** Whether any of what follows differs. */
  readonly hasVerdictChange: boolean;
  /** Whether things go elsewhere if left alone. */
  readonly ends: {
    readonly isSame: boolean;
    readonly before: readonly (readonly number[])[];
    readonly after: readonly (readonly number[])[];
  };
  readonly named: readonly NamedChange[];
  /** Outcomes that would hold and are on offer on one side alone; places in that side's `verdicts`. */
  readonly offers: {
    readonly added: readonly number[];
    readonly dropped: readonly number[];
  };
  readonly outcomes: OutcomeComparison;
};
