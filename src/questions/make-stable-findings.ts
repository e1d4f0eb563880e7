import type { ConceptId } from '../analysis/stability/concept.js';
import type { Path } from '../core/diagnostic.js';
import type { CaseOptions } from './case-options.js';
import type { Reason } from './holds-findings.js';

export type MakeStableOptions = CaseOptions & {
  readonly concept: ConceptId;
  /** Party ids to ask of, in case order; all when empty. */
  readonly parties: readonly string[];
  /** The state that is to hold, numbered as in `holds`. */
  readonly state: number;
  /** Every state that fits what was asked, the state among them; none where a state was named. */
  readonly fitting: readonly number[];
  /** Steps of work allowed: counted, not timed, so that what is left out is the same everywhere. */
  readonly work: number;
};

/** An order of a party's wants: their present places, from 0, most important first. */
export type Order = readonly number[];

/** How many strict rankings of the states make one party stay, all else as it is. */
export type RankingCount = {
  /** The share of all rankings, between exact fractions; equal where it was counted. */
  readonly least: string;
  readonly most: string;
  /** The count and the number of all rankings, N!; null where not counted, or above 100 states. */
  readonly count: string | null;
  readonly of: string | null;
  /** Why it was not counted; null where it was. */
  readonly limit: string | null;
};

/** The orders of a party's wants, or of the entries of its ranking, by verdict. */
export type OrderCounts = {
  readonly kind: 'wants' | 'ranking';
  /** The wants at each place now; an inner list is one place. */
  readonly places: readonly (readonly Path[])[];
  readonly of: string;
  readonly holding: string;
  readonly leaving: string;
  /** Orders whose verdict would have taken more work than allowed. */
  readonly undecided: string;
  /** The orders fewest adjacent swaps away that would do; null where none is needed or was found. */
  readonly nearest: {
    readonly swaps: number;
    readonly orders: readonly Order[];
    /** Orders as near that are not listed. */
    readonly more: number;
    /** Whether no order with fewer swaps was left out or undecided. */
    readonly isFewest: boolean;
    /** Whether every order with as few swaps was looked at and decided. */
    readonly isAll: boolean;
  } | null;
  /** How many swaps away every order was looked at. */
  readonly swapsSearched: number;
  /** Orders with one want moved, no further than it takes, and the others left as they are. */
  readonly moves: readonly { readonly order: Order; readonly swaps: number }[];
  /** Wants that would only have to be left out. */
  readonly struck: readonly Path[];
  /** Ways out open under every order, because no want of the party speaks against them. */
  readonly alwaysLeft: readonly number[];
};

export type PartyAnswer = {
  readonly party: string;
  readonly holds: boolean;
  /** Its reason as things stand. */
  readonly reason: Reason;
  readonly rankings: RankingCount;
  /**
   * What its ranking must say: for each way out that some ranking opens, it is closed iff the state
   * stands above every state of one of the lists. Null where the concept looks at more than that, or
   * where the lists are too long to tell.
   */
  readonly conditions:
    | readonly { readonly to: number; readonly above: readonly (readonly number[])[] }[]
    | null;
  /** Null for a party without wants or a ranking. */
  readonly orders: OrderCounts | null;
};

/** A reading of one party that is not in force, and whether the outcome holds for all under it. */
export type RivalReading = {
  readonly party: string;
  readonly reading: string;
  readonly label: string;
  readonly holds: boolean;
};

export type MakeStableFindings = {
  readonly concept: {
    readonly id: ConceptId;
    readonly name: string;
    readonly definition: string;
    readonly source: string;
  };
  /** How replies were found, as in `holds`. */
  readonly engine: 'cells' | 'moves';
  readonly today: number | null;
  /** Level index of every issue at every state mentioned, by state number. */
  readonly levels: Readonly<Record<string, readonly number[]>>;
  readonly names: readonly {
    readonly id: string;
    readonly label: string;
    readonly states: number;
    readonly nearest: number | null;
  }[];
  readonly outcomes: number;
  /** Whether it holds for every party as things stand, those not asked about included. */
  readonly holds: boolean;
  /** Of the states that fit what was asked, how many hold as things stand, and the nearest to today. */
  readonly fitting: {
    readonly outcomes: number;
    readonly holding: number;
    readonly nearest: number | null;
  };
  /** Each rival reading of one party, the others read as they are in force. */
  readonly rivals: readonly RivalReading[];
  readonly answers: readonly PartyAnswer[];
  /** Parties, of all, by whether the outcome holds for them as things stand. */
  readonly staying: readonly string[];
  readonly leaving: readonly string[];
  /** Whether a party's verdict leaves aside how the others rank outcomes: then counts multiply. */
  readonly isIndependent: boolean;
  /** The share of joint rankings of the parties asked about; null where counts do not multiply. */
  readonly jointShare: string | null;
  /**
   * Changed orders, at most one a party, with which it was checked that the outcome holds for all;
   * null where it holds anyway, where no such set was found, or not all parties were asked.
   */
  readonly combination: {
    readonly orders: Readonly<Record<string, Order>>;
    readonly swaps: number;
  } | null;
  /** How many sets of orders were checked together. */
  readonly combinationsTried: number;
  /**
   * Where no set was found, the first that led no further: with these orders in place the party would
   * leave, and no near order of its own wants would keep it there.
   */
  readonly deadEnd: {
    readonly orders: Readonly<Record<string, Order>>;
    readonly party: string;
  } | null;
};
