import type { HeadlineId, Replies } from '../core/concept-ids.js';
import type { Difference } from '../core/difference.js';
import type { Amount } from './amount.js';
import type { CaseOptions } from './case-options.js';
import type { GroupFindings } from './group-findings.js';
import type { Mark, Reason } from './holds-findings.js';
import type { TrackFindings } from './track-findings.js';

export type { Amount };

export type DealsOptions = CaseOptions & {
  /** The concept by which it is judged whether a deal would hold, and where things go without one. */
  readonly concept: HeadlineId;
  readonly replies: Replies;
  /** What no deal is: what each reading says, else where things go; or today for every party. */
  readonly noDeal: 'ends' | 'today';
  /** A track of the case: its questions are answered as well; null for none. */
  readonly track: string | null;
  /** Parties, by id: what they could settle by themselves; empty for no such question. */
  readonly with: readonly string[];
  /** Parties, by id, to be left out: what the others could settle; empty for no such question. */
  readonly without: readonly string[];
  /** A proposal of the case: the deals fewest changes away from it; null for none. */
  readonly near: string | null;
  /** A proposal of the case: the smallest changes that repair it; null for none. */
  readonly repair: string | null;
};

/** One no deal as a whole, and what each party has in it. */
export type NoDealFinding = {
  /** The state, or the states of the circle; empty in a case without a today. */
  readonly states: readonly number[];
  readonly parties: Readonly<Record<string, PartyNoDealFinding>>;
};

export type PartyNoDealFinding = {
  readonly kind: 'ends' | 'today' | 'number' | 'unknown';
  /** In the party's own points: the worst and the best of it, equal but in a circle; null without points. */
  readonly worst: Amount | null;
  readonly best: Amount | null;
  readonly why: string | null;
  readonly from: readonly string[];
};

/** How a deal stands for a party against one no deal; `within`: inside the range of a circle. */
export type Standing = 'above' | 'same' | 'within' | 'below' | 'unknown';

/** Somebody who would break a deal, and the move. */
export type Breaker = {
  readonly party: string;
  /** Whether the deal uses its consent; else it is an outsider. */
  readonly isSigner: boolean;
  readonly to: number;
  readonly gained: Difference;
};

/** One outcome judged as a deal. */
export type DealVerdict = {
  readonly state: number;
  /** For each no deal, in their order. */
  readonly against: readonly {
    readonly standing: Readonly<Record<string, Standing>>;
    /** Whether all the consent that it uses is given. */
    readonly isAcceptable: boolean;
    /** Parties whose consent it uses: without them it cannot be given (`required`), or some of them. */
    readonly required: readonly string[];
    readonly signers: readonly string[];
    /** The rules by which some of the signers are enough, in words; empty where all of them must sign. */
    readonly rules: readonly string[];
    /** The first thing in its order that each party gains or loses against no deal; null where equal. */
    readonly difference: Readonly<Record<string, Difference | null>>;
  }[];
  /** Against every no deal. */
  readonly isAcceptable: boolean;
  /** Not no deal itself, and nothing that one party could bring about alone. */
  readonly isDeal: boolean;
  /** Parties whose red line it crosses. */
  readonly crossing: readonly string[];
  /** Whether no party would leave it; null where the case has no today, so that nobody can leave. */
  readonly isSelfEnforcing: boolean | null;
  readonly mark: Mark | null;
  readonly isOnOffer: boolean;
  /** Every party's reason to stay or leave, those who would break it first in `breakers`. */
  readonly breakers: readonly Breaker[];
  readonly reasons: readonly Reason[];
  /** In each party's own points; absent without points. */
  readonly utilities: Readonly<Record<string, Amount>>;
  /** Whether no feasible outcome is as good for every party at the table and better for one, in their orders. */
  readonly isEfficient: boolean;
  /** Changed issues against the first no deal, or today: their ids. */
  readonly changed: readonly string[];
};

/** A frontier or a solution: amounts in the order of `parties`. */
export type FrontierFinding = {
  /** Parties whose amounts or orders count, in case order: those at the table. */
  readonly parties: readonly string[];
  /** Amounts in each party's own points; ranks (0 = worst) where `isOrdinal`. */
  readonly points: readonly (readonly Amount[])[];
  readonly count: number;
  /** How many outcomes stand on it; a string of digits above 2^53. */
  readonly outcomes: number | string;
  /** Points at which nobody is below no deal, against the first no deal. */
  readonly individuallyRational: number;
  readonly isOrdinal: boolean;
  /** Whether it is the frontier of the individually rational outcomes alone: the whole has too many points. */
  readonly isRationalOnly: boolean;
  /** False where points are left out of `points`; `limits` says why. */
  readonly isWhole: boolean;
  /** The first outcome of each point: its state where states are listed. */
  readonly states: readonly number[];
};

export type SolutionFinding = {
  readonly utilities: readonly (readonly Amount[])[];
  /** How many outcomes attain it exactly, all ties counted; a string of digits above 2^53. */
  readonly count: number | string;
  /** The first of them, at most five a point: the level id of every issue. */
  readonly outcomes: readonly Readonly<Record<string, string>>[];
  /** Their states where states are listed; empty beyond. */
  readonly states: readonly number[];
  readonly value: Amount | null;
  /** False where a limit was hit: `utilities` is the best found, `bound` what cannot be exceeded. */
  readonly isExact: boolean;
  readonly bound: Amount | null;
  /**
   * Parties whose consent the first of them uses and who would not give it in their orders, whatever their points;
   * empty where states are not listed.
   */
  readonly unwilling: readonly string[];
  /** Why there is none; null where there is one. */
  readonly none: string | null;
};

/** The solutions against one no deal, or against the best or worst of a circle for every party. */
export type SolutionsFinding = {
  /** Index into `noDeal`. */
  readonly noDeal: number;
  /** `sure`: against the best of a circle; `possible`: against its worst; equal but in a circle. */
  readonly range: 'sure' | 'possible' | 'whole';
  readonly disagreement: readonly Amount[];
  readonly nash: SolutionFinding;
  readonly kalaiSmorodinsky: SolutionFinding & {
    /** Parties that leave the minimum: their best rational utility is no deal. */
    readonly leftOut: readonly string[];
  };
  readonly egalitarian: SolutionFinding;
  readonly utilitarian: SolutionFinding;
  readonly utilitarianRational: SolutionFinding;
};

/** Fallback bargaining on orders, where some party at the table has no points. */
export type FallbackFinding = {
  readonly noDeal: number;
  /** Parties without points. */
  readonly lacking: readonly string[];
  readonly states: readonly number[];
  readonly count: number;
  /** The greatest depth that any party has to go to. */
  readonly depth: number | null;
};

/** One way to repair a proposal: changes of levels and what they do to each party. */
export type Repair = {
  readonly state: number;
  readonly changes: readonly {
    readonly issue: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly isSelfEnforcing: boolean;
  /** Parties that give: worse off than under the proposal, with what they lose first. */
  readonly gives: readonly { readonly party: string; readonly difference: Difference }[];
  readonly gets: readonly { readonly party: string; readonly difference: Difference }[];
};

export type ProposalFinding = {
  readonly id: string;
  readonly label: string;
  readonly by: readonly string[];
  /** How many outcomes it covers: one, but none where a rule forbids it, several without a today. */
  readonly forms: number;
  /** The rule that forbids it; null where it is possible. */
  readonly rule: string | null;
  /** Its outcome, or where it has several the first of them; null where it is impossible. */
  readonly verdict: DealVerdict | null;
  /** Outcomes as good for every party at the table and better for one: how many, and the nearest. */
  readonly dominatedBy: { readonly count: number; readonly nearest: number | null };
  /** Who is below no deal, against which, and by how much. */
  readonly short: readonly {
    readonly party: string;
    readonly noDeal: number;
    readonly difference: Difference | null;
    /** In its own points; null without points. */
    readonly by: Amount | null;
    /** The issues on which it loses points, most first. */
    readonly issues: readonly { readonly issue: string; readonly lost: Amount }[];
  }[];
  /** The red lines that it crosses, as texts. */
  readonly crossed: readonly { readonly party: string; readonly line: string }[];
  /** Parties whose consent it does not use and who would be worse off than with no deal. */
  readonly losers: readonly string[];
  /** For a proposal without a today: each party's worst and best over its forms. */
  readonly range: Readonly<Record<string, readonly [Amount, Amount]>>;
  /** The smallest changes that make it acceptable; null where they were not asked for. */
  readonly repairs: {
    /** All least sets of changes that make it acceptable, fewest first. */
    readonly acceptable: readonly Repair[];
    /** All least sets that make it both acceptable and self-enforcing. */
    readonly both: readonly Repair[];
  } | null;
  /** Deals with both marks, else acceptable ones, fewest changes away; null where not asked for. */
  readonly near: readonly { readonly state: number; readonly changes: number }[] | null;
};

/** Who is short where no outcome is acceptable to everybody at the table. */
export type EmptyZone = {
  readonly noDeal: number;
  /** How many outcomes have the fewest parties unwilling. */
  readonly count: number;
  /** The first of them, fewest changes from today first. */
  readonly fewest: readonly {
    readonly state: number;
    readonly unwilling: readonly {
      readonly party: string;
      readonly difference: Difference | null;
      readonly by: Amount | null;
      /** Texts of its red lines that are crossed. */
      readonly crossed: readonly string[];
    }[];
  }[];
};

export type DealsFindings = {
  readonly concept: {
    readonly id: HeadlineId;
    readonly name: string;
    readonly definition: string;
    readonly source: string;
  };
  /** `listed`: every outcome was looked at; `factored`: they are too many, and sums were merged. */
  readonly engine: 'listed' | 'factored';
  /** How many outcomes the rules allow; a string of digits above 2^53. */
  readonly outcomes: number | string;
  readonly parties: readonly string[];
  /** Level index of every issue at every state that the answer speaks of, by state number. */
  readonly levels: Readonly<Record<string, readonly number[]>>;
  readonly today: number | null;
  /** Named outcomes: how many states each covers, and the nearest to today; absent beyond listing. */
  readonly names?: readonly {
    readonly id: string;
    readonly label: string;
    readonly states: number;
    readonly nearest: number | null;
  }[];
  /** Parties whose consent some outcome can use, in case order. */
  readonly table: readonly string[];
  readonly noDeal: readonly NoDealFinding[];
  /** Outcomes that are deals, by mark; null where states are not listed. */
  readonly counts: {
    readonly deals: number;
    readonly acceptable: number;
    readonly acceptableToAll: number;
    readonly selfEnforcing: number;
    readonly both: number;
  } | null;
  /** Deals that are acceptable against every no deal and self-enforcing. The headline. */
  readonly headline: readonly number[];
  /** The deals told: those of the headline, then acceptable ones; nearest to no deal first. */
  readonly deals: readonly DealVerdict[];
  readonly proposals: readonly ProposalFinding[];
  readonly frontier: FrontierFinding | null;
  /** Against the first no deal; null where some party at the table has no points. */
  readonly solutions: Omit<SolutionsFinding, 'noDeal' | 'range' | 'disagreement'> | null;
  readonly solutionsByNoDeal: readonly SolutionsFinding[];
  readonly fallback: readonly FallbackFinding[];
  readonly emptyZones: readonly EmptyZone[];
  /** Reasons to mistrust the zone: no red lines, most packages pass. */
  readonly warnings: readonly string[];
  /** Who can settle what without whom; null where states are not listed. */
  readonly groups: GroupFindings | null;
  /** Null where the case has no tracks, or no today. */
  readonly tracks: TrackFindings | null;
};
