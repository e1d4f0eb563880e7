import type { Credibility } from '../analysis/stability/threats.js';
import type { Difference } from '../core/difference.js';
import type { Reply } from './reply.js';

/** Carrying a threat out at one outcome, as a choice of its maker. */
export type CarriedOut = {
  readonly state: number;
  readonly verdict: Credibility['verdict'];
  /** Where it leads; null where the maker cannot do it. */
  readonly to: number | null;
  /** What the maker gains at once; null where it gains nothing. */
  readonly gained: Difference | null;
  /** The reply that deters it; empty where none does, or replies are no sequences. */
  readonly reply: Reply;
  /** What the maker loses: by the move where it is no better, else after the reply; null when equal. */
  readonly lost: Difference | null;
};

/** A step of a target into the condition, and what belief in the threat makes of it. */
export type TemptedStep = {
  readonly party: string;
  readonly to: number;
  readonly gained: Difference;
  /** Where it leads with the threat carried out; `to` where that changes nothing. */
  readonly carried: number;
  readonly isStopped: boolean;
  /** With the threat carried out, against staying: what is lost, or what is gained all the same; null when equal. */
  readonly then: Difference | null;
};

/** What belief in a threat changes from one outcome. */
export type Belief = {
  readonly from: number;
  /**
   * `effective`: every step of a target into the condition is stopped; `in part`: some are; `not
   * effective`: none is; `nothing to stop`: no target has such a step; `already so`: the condition
   * holds there.
   */
  readonly verdict: 'effective' | 'in part' | 'not effective' | 'nothing to stop' | 'already so';
  readonly steps: readonly TemptedStep[];
};

/** A threat declared in the case, judged. */
export type ThreatVerdict = {
  readonly id: string;
  readonly label: string;
  readonly by: string;
  readonly to: readonly string[];
  /** At how many states it would fall due by a move of a target. */
  readonly due: number;
  /** At how many of these carrying it out would be a step for its maker. */
  readonly credible: number;
  /** Of the states where it would fall due the one nearest to today; null when there are none. */
  readonly nearest: CarriedOut | null;
  /** From where the answer starts, then from where things go; empty where it starts nowhere. */
  readonly believed: readonly Belief[];
};
