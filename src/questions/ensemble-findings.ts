import type { DoubtKind } from '../analysis/uncertainty/doubt.js';
import type { HeadlineId, Replies } from '../core/concept-ids.js';
import type { Expression } from '../core/expression.js';
import type { Amount } from './amount.js';
import type { CaseOptions } from './case-options.js';

/** An expression whose share is asked for. */
export type Headline = {
  readonly id: string;
  readonly label: string;
  readonly when: Expression;
};

export type EnsembleOptions = CaseOptions & {
  /** By which it is judged what would hold, and what a step is. */
  readonly concept: HeadlineId;
  readonly replies: Replies;
  /** Null for the named outcomes of the case. */
  readonly headlines: readonly Headline[] | null;
  /** Which kinds of doubt are varied; the others stay as the file has them. */
  readonly vary: readonly DoubtKind[];
  /** Only sets under which every place where things go satisfies it count: an observation, not an act. */
  readonly given: Headline | null;
  /** Draws at most, where there are more sets than are listed. */
  readonly draws: number;
  /** Stop at a fixed draw number once twice the standard error of every share is at most this; 0: never. */
  readonly precision: number;
  readonly seed: number;
  /** Sets in one chunk of work; null for a number that depends on the case alone. */
  readonly chunk: number | null;
  /** Whether to work out what each party could do that is good in most sets. */
  readonly choices: boolean;
};

/**
 * What a column says of a headline.
 *
 * - `holds`: some outcome of it would hold.
 * - `left alone`: every outcome where things go if left alone is in it.
 * - `left alone for some`: some outcome where things may go, depending on who moves first, is in it.
 * - `on offer`: some outcome of it is on offer, from today or from where things go; what is on offer
 *   would hold, by its definition.
 * - `agreed`: some outcome of it is a deal at least as good as no deal for all whose consent it uses,
 *   and would hold. Without a today nobody can leave it, and it only has to be accepted.
 *
 * Of the whole case: `scenario` (exclusive and exhaustive), `stays` (things go nowhere but stay as
 * today), `circle` (somewhere that things may go is a circle), `deal` (some deal is agreed).
 *
 * Of a choice of one party, by the worst and the best outcome that it may lead to: `best` (neither is
 * below that of another choice), `no worse` (neither is below that of waiting), `better` (even the
 * worst is above the best of waiting).
 */
export type Readout =
  | 'holds'
  | 'left alone'
  | 'left alone for some'
  | 'on offer'
  | 'agreed'
  | 'scenario'
  | 'stays'
  | 'circle'
  | 'deal'
  | 'best'
  | 'no worse'
  | 'better';

/** One yes-or-no question asked under every assumption set. */
export type Column = {
  /** `holds:four_term_deal`, `scenario:linked`, `scenario:other`, `scenario:depends`, `stays`, `best:US:crimea=yes`. */
  readonly id: string;
  readonly readout: Readout;
  /** Id of the headline or scenario, or `other`, `depends`, or of the choice; null for the whole case. */
  readonly subject: string | null;
  readonly label: string;
  /** Party of a choice; null otherwise. */
  readonly party: string | null;
};

export type ColumnShare = Column & {
  /** What the answer is with everything as the file has it; null where that set is impossible. */
  readonly byDefault: boolean | null;
  /** Sets, or draws, in which it is so. */
  readonly count: number;
  /** Exact where every set was counted: by weight. */
  readonly share: Amount;
  /** Standard error of a share of draws; null where every set was counted. */
  readonly error: number | null;
};

/** One thing in doubt, in words a shell can put into sentences. */
export type DoubtFound = {
  readonly id: string;
  readonly kind: DoubtKind;
  readonly party: string | null;
  readonly reading: string | null;
  /** The want, rule, issue or number as text; the party's name for a reading. */
  readonly label: string;
  readonly cases: readonly { readonly id: string; readonly label: string }[];
  readonly weights: readonly Amount[] | null;
  /** Ids of the case's questions that bear on it. */
  readonly questions: readonly string[];
};

/** The same in an answer. */
export type DoubtAnswered = DoubtFound & {
  /**
   * Whether it changes nothing of what is asked of the case, alone or with others; null where not every
   * set was answered.
   */
  readonly isIdle: boolean | null;
};

/** How one column depends on one doubt. */
export type TornadoBar = {
  readonly doubt: string;
  /** For each case of the doubt (a number: its lower and upper half) the share among the sets that have it. */
  readonly cases: readonly {
    readonly id: string;
    readonly sets: number;
    /** Null where no set has it. */
    readonly share: Amount | null;
    readonly error: number | null;
  }[];
  /** Greatest share minus least. */
  readonly swing: Amount;
  /** Expected change of the share from learning which case it is: Σ w |share if so − share|. */
  readonly information: Amount;
  /** Whether the swing is more than chance: where every set was counted, above 0. */
  readonly isBeyondError: boolean;
};

export type Tornado = { readonly column: string; readonly bars: readonly TornadoBar[] };

/** Two doubts whose joint effect on a column is not the sum of their own. */
export type Interaction = {
  readonly column: string;
  readonly doubts: readonly [string, string];
  readonly cases: readonly [readonly [string, string], readonly [string, string]];
  /** share(a′,b′) − share(a′,b) − share(a,b′) + share(a,b), the greatest in size. */
  readonly effect: Amount;
  readonly error: number | null;
};

/** One doubt in another case than its first; a number at the `lowest` or `highest` of its range. */
export type Change = { readonly doubt: string; readonly case: string };

/** The fewest changes to what the file has by itself that turn a column. */
export type Flip = {
  readonly column: string;
  /** Every smallest list of changes, in the order of the doubts; empty where none was found. */
  readonly changes: readonly (readonly Change[])[];
  /** How many changes at once were tried; null where every set was looked at. */
  readonly searched: number | null;
};

/** A doubt by how much of the answer it carries, over all headlines. */
export type DoubtWeight = {
  readonly doubt: string;
  /** The column that it swings most. */
  readonly column: string;
  readonly swing: Amount;
  /** Expected change from learning it, averaged over the columns that are in doubt. */
  readonly information: Amount;
};

export type Choice = {
  readonly party: string;
  /** Null for waiting. */
  readonly issue: string | null;
  readonly level: string | null;
  readonly best: Amount;
  readonly noWorse: Amount;
  readonly better: Amount;
  /** Standard errors of the three shares; null where every set was counted. */
  readonly errors: {
    readonly best: number;
    readonly noWorse: number;
    readonly better: number;
  } | null;
};

export type EnsembleFindings = {
  readonly mode: 'every set' | 'draws';
  /** Sets or draws that were answered and are possible. */
  readonly sets: number;
  /** Sets or draws left out because today breaks a rule in them, and those outside `given`. */
  readonly impossible: number;
  readonly notGiven: number;
  /** How many assumption sets there are, in digits; null where a number has a range. */
  readonly all: string | null;
  readonly isWeighted: boolean;
  readonly doubts: readonly DoubtAnswered[];
  readonly columns: readonly ColumnShare[];
  readonly tornadoes: readonly Tornado[];
  /** Doubts by the greatest swing; those that change nothing last. */
  readonly carrying: readonly DoubtWeight[];
  /** Doubts by what learning them would change, most first; those worth nothing left out. */
  readonly findOut: readonly DoubtWeight[];
  readonly interactions: readonly Interaction[];
  readonly flips: readonly Flip[];
  readonly choices: readonly Choice[];
  /** How draws ended: all of them, at the wanted precision, or stopped. Null where every set was counted. */
  readonly ended: 'all draws' | 'precise enough' | 'stopped' | null;
};
