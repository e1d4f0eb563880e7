import type { HeadlineId, MixtureId, PartyConcept, Replies } from '../core/concept-ids.js';
import type { Difference } from '../core/difference.js';
import type { CaseOptions } from './case-options.js';
import type { FurtherFindings } from './further-findings.js';
import type { Reply } from './reply.js';
import type { ThreatVerdict } from './threat-findings.js';
import type { Trap } from './trap-findings.js';
import type { EvolutionFound, NotOnOffer, PassingOutcome } from './ways-findings.js';

export type { Reply };

export type HoldsOptions = CaseOptions & {
  /** Concepts to compute; the first is the one by which "would hold", steps and offers are judged. */
  readonly concepts: readonly HeadlineId[];
  /** Concepts with tables but no steps, such as `limited:2` or `seq:a`; they decide nothing. */
  readonly further: readonly string[];
  readonly replies: Replies;
  /** The state to start from, numbered as in the answer; null for today. */
  readonly from: number | null;
  /** Longest sequences of the evolution table; null when it is not asked for. */
  readonly evolution: number | null;
  /** Whether passing outcomes are asked for. */
  readonly passing: boolean;
};

/**
 * The four marks, best first; null for an outcome that none of them covers, and where a concept that
 * would decide it was not computed.
 */
export type Mark =
  | 'nobody wants to leave'
  | 'held by a reply'
  | 'regretted reply'
  | 'self-harming reply';

/** One improvement of a party from a state, and what stops it, if anything. */
export type Exit = {
  readonly to: number;
  readonly gained: Difference;
  readonly isDeterred: boolean;
  /** Whether it would be if the others replied one at a time; the same unless replies are together. */
  readonly isDeterredAlone: boolean;
  /** Empty when nothing deters it, or when the concept's answers are not sequences. */
  readonly reply: Reply;
  /** What the party has lost or failed to gain after the reply, against where it started; null when equal. */
  readonly lost: Difference | null;
};

/** Why a party stays at a state or leaves it. */
export type Reason = {
  readonly party: string;
  readonly state: number;
  readonly verdict: 'cannot move' | 'would not move' | 'deterred' | 'leaves';
  /** All improvements, those that nothing deters first, then best for the party first. */
  readonly exits: readonly Exit[];
};

export type Opinion = 'better' | 'same' | 'worse';

/** One outcome that would hold, or that was asked about. */
export type OutcomeVerdict = {
  readonly state: number;
  readonly holds: boolean;
  readonly mark: Mark | null;
  /** Each party's view of it against today; absent without a today. */
  readonly againstToday: Readonly<Record<string, Opinion>>;
  /** The same against where the answer starts; empty where that is today, or there is no start. */
  readonly againstStart: Readonly<Record<string, Opinion>>;
  /** Each party's payoff there: 0 = worst, comparable within a party only. */
  readonly payoffs: Readonly<Record<string, number>>;
  /** Parties whose red line it crosses: they would not sign it, whether or not it would hold. */
  readonly crossing: readonly string[];
  /** Index into `ends` when it is where things go if left alone. */
  readonly end: number | null;
  /** Indexes into `onOffer`. */
  readonly offers: readonly number[];
  readonly reasons: readonly Reason[];
};

/** A named outcome or proposal of the case, as a set of states. */
export type NamedVerdict = {
  readonly kind: 'outcome' | 'proposal';
  readonly id: string;
  readonly label: string;
  readonly states: number;
  readonly holding: readonly number[];
  /** The state nearest to today (fewest levels changed, then lowest number); null when it has none. */
  readonly nearest: OutcomeVerdict | null;
  /** Of the states that would hold, the nearest to today; null when none would. */
  readonly nearestHolding: number | null;
};

/** One value for each concept that was computed, by its id. */
type PerConcept<Value> = Readonly<Partial<Record<PartyConcept, Value>> & Record<MixtureId, Value>>;

export type HoldsFindings = {
  /** The concepts computed, headline first, each with its definition and source. */
  readonly concepts: readonly {
    readonly id: HeadlineId;
    readonly name: string;
    readonly definition: string;
    readonly source: string;
  }[];
  /** How replies were searched: over cells of states, or move by move where rights do not chain. */
  readonly engine: 'cells' | 'moves' | 'groups';
  /** How many outcomes the rules of the case allow. */
  readonly outcomes: number;
  /**
   * Level index of every issue at every state that the answer speaks of, by state number; −1 where
   * outcomes that count as one differ.
   */
  readonly levels: Readonly<Record<string, readonly number[]>>;
  /** This and the other tables over all states are empty in a large case; `limits` says so. */
  readonly states: readonly { readonly levels: Readonly<Record<string, string>> }[];
  readonly parties: readonly string[];
  /** 0 = worst, dense, ties equal; comparable within a party only. */
  readonly payoffs: Readonly<Record<string, readonly number[]>>;
  readonly stability: PerConcept<Readonly<Record<string, readonly number[]>>>;
  readonly equilibria: PerConcept<readonly number[]>;
  /** Null without a today. */
  readonly today: number | null;
  /** Where ends and offers start from: the option `from`, else today; null without either. */
  readonly start: number | null;
  /** For each party and state, where a step of it leads. */
  readonly steps: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly ends: readonly (readonly number[])[];
  /** For each end, a shortest chain of steps from the start to its nearest state; empty when already there. */
  readonly pathsToEnds: readonly (readonly { readonly party: string; readonly to: number }[])[];
  readonly onOffer: readonly {
    readonly state: number;
    readonly from: number;
    readonly group: readonly string[];
    readonly sign: number;
  }[];
  /** For each offer a shortest chain of steps from where it is signed; empty when signed at once. */
  readonly pathsToOffers: readonly (readonly { readonly party: string; readonly to: number }[])[];
  /** Why outcomes are not on offer: those that would hold, nearest to the start, and proposals. */
  readonly notOnOffer: readonly NotOnOffer[];
  /** Null when it was not asked for, or there is no start. */
  readonly evolution: EvolutionFound | null;
  /** Null when it was not asked for, or there is no start. */
  readonly passing: readonly PassingOutcome[] | null;
  /** For each state that would hold, the lasting side deals from it. */
  readonly sideDeals: readonly {
    readonly from: number;
    readonly to: number;
    readonly group: readonly string[];
    /** Members whose red line the deal would cross: side deals leave red lines aside. */
    readonly crossing: readonly string[];
  }[];
  readonly verdicts: readonly OutcomeVerdict[];
  readonly named: readonly NamedVerdict[];
  /** Answers of the concepts in `options.further`; one that was not computed is missing. */
  readonly further: readonly FurtherFindings[];
  /** What to check in the file: clauses, wants and parties on which verdicts hang. */
  readonly traps: readonly Trap[];
  /** The threats that the case declares, in its order. */
  readonly threats: readonly ThreatVerdict[];
};
