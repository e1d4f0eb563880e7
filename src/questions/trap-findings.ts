import type { HeadlineId } from '../core/concept-ids.js';
import type { Path } from '../core/diagnostic.js';
import type { Difference } from '../core/difference.js';

/**
 * What about the file an answer hangs on.
 *
 * `rule`, `agreement`, `one way`, `block`: a verdict that changes when that clause is lifted.
 * `idle want`: a want that never acts. `no move anywhere`, `no move here`: a party that cannot act,
 * at all or at outcomes that would hold. `nobody can act`: outcomes that hold for want of moves.
 * `regretted reply`: outcomes held only by a reply that its maker would regret.
 */
export type TrapKind =
  | 'rule'
  | 'agreement'
  | 'one way'
  | 'block'
  | 'idle want'
  | 'no move anywhere'
  | 'no move here'
  | 'nobody can act'
  | 'regretted reply';

/** A level index for every issue: an outcome that need not be possible in the case as it is. */
export type Levels = readonly number[];

/** A move that shows why, and the replies to it. */
export type TrapMove = {
  readonly party: string;
  readonly from: Levels;
  readonly to: Levels;
  /** What the move gains at once. */
  readonly gained: Difference | null;
  /** Empty where nothing deters the move. */
  readonly reply: readonly {
    readonly party: string;
    /** The others who make the move with it. */
    readonly with: readonly string[];
    readonly to: Levels;
  }[];
  /** What the mover has lost after the reply, against where it started; null when equal or unanswered. */
  readonly lost: Difference | null;
};

/** One thing to check in the file. */
export type Trap = {
  readonly kind: TrapKind;
  /** The rule, want, clause or party to look at. */
  readonly path: Path;
  /** The party concerned: who is let go, whose want it is, who cannot move; null where none is. */
  readonly party: string | null;
  /**
   * What the clause does to the outcomes: they would hold only thanks to it, or fail to hold only
   * because of it; for an idle want why it never acts; null for the others.
   */
  readonly effect: 'holds' | 'fails' | 'always met' | 'never met' | 'settled before' | null;
  /** Ids of the named outcomes concerned as a whole: their verdict changes. */
  readonly named: readonly string[];
  /** The states concerned, ascending; empty where the trap is not about outcomes. */
  readonly states: readonly number[];
  /** How many of these no outcome in `named` covers. */
  readonly unnamed: number;
  /** Of the states the one nearest to today; null when there are none. */
  readonly nearest: number | null;
  /** A move at the nearest state that shows why; null where none is needed. */
  readonly move: TrapMove | null;
  /** For a regretted reply: the move of the reply, and what its maker would regret. */
  readonly regret: TrapMove | null;
};

/** Every trap of one answer. */
export type TrapFindings = {
  readonly concept: HeadlineId;
  readonly traps: readonly Trap[];
};
