import type { Response } from '../analysis/bargaining/group-reach.js';
import type { Difference } from '../core/difference.js';
import type { Amount } from './amount.js';

/** Who can settle what without whom, once for each no deal that was looked at. */
export type GroupFindings = { readonly against: readonly GroupsAgainst[] };

export type GroupsAgainst = {
  /** Index into `noDeal`. */
  readonly noDeal: number;
  /** Outcomes that are not no deal. */
  readonly outcomes: number;
  /** Of these: all the consent that they use is given; accepted by every party. */
  readonly passing: number;
  readonly unanimous: number;
  readonly parties: readonly PartyLeftOut[];
  /** Minimal groups that no outcome satisfies; null where there were too many to list. */
  readonly irreconcilable: readonly (readonly string[])[] | null;
  /** Minimal sets of parties to drop or move so that the rest can agree. */
  readonly toDrop: readonly (readonly string[])[] | null;
  /** Parties of each track, then every pair. */
  readonly groups: readonly GroupLine[];
  /** What all at the table could settle; null where no group was asked about. */
  readonly all: WholeTable | null;
  readonly asked: readonly AskedGroup[];
};

/** Packages that all but one party would accept. */
export type PartyLeftOut = {
  readonly party: string;
  readonly isAtTable: boolean;
  /** Accepted by it; passing and accepted by it. */
  readonly accepted: number;
  readonly passing: number;
  /** Accepted by all the others. */
  readonly withoutIt: number;
  /** Of these, those that it does not accept. */
  readonly lost: number;
  /** Under the rule of the case, whatever anybody wants; null where there is none that names it. */
  readonly power: { readonly shapleyShubik: Amount; readonly banzhaf: Amount } | null;
};

/** How near a group is to a settlement of its own: negative where there is room. */
export type GapFinding = {
  /** In shares of each member's range over the whole case; null where there is none. */
  readonly value: Amount | null;
  /** The first packages that attain it, and how many do. */
  readonly states: readonly number[];
  readonly count: number;
  /** Members to whom all outcomes give the same amount. */
  readonly leftOut: readonly string[];
  /** Members whose amounts are not known: without them there is no gap. */
  readonly lacking: readonly string[];
};

export type GroupLine = {
  /** The track whose parties they are; null for a pair. */
  readonly track: string | null;
  readonly parties: readonly string[];
  /** Outcomes that every member accepts, whoever else must sign. */
  readonly accepted: number;
  /** What they can settle by themselves; null where it was not worked out. */
  readonly alone: Readonly<
    Record<
      Response,
      { readonly zone: number; readonly joint: number; readonly gap: GapFinding } | null
    >
  >;
};

/** What all at the table could settle: solutions among the packages that all accept, core, least core. */
export type WholeTable = {
  readonly parties: readonly string[];
  /** Packages that each of them accepts, no deal left out. */
  readonly accepted: number;
  /** Null where there is no such package, or some party lacks points or a known no deal. */
  readonly nash: readonly number[] | null;
  readonly kalaiSmorodinsky: readonly number[] | null;
  readonly leastCore: {
    readonly states: readonly number[];
    readonly count: number;
    readonly value: Amount;
  } | null;
  /** In the parties' orders, the others of each group at today's levels; null where not worked out. */
  readonly core: { readonly states: readonly number[]; readonly count: number } | null;
};

/** What a group could settle, in full. */
export type AskedGroup = {
  readonly asked: 'with' | 'without';
  readonly parties: readonly string[];
  /** Parties at the table that are left out. */
  readonly others: readonly string[];
  /** Those that were worked out: the others at today's levels, answering, doing whatever they can. */
  readonly responses: readonly GroupUnderResponse[];
  /** Packages told: solutions of the group for itself, else those nearest to one. */
  readonly packages: readonly GroupPackage[];
};

export type GroupUnderResponse = {
  readonly response: Response;
  /** How many outcomes its consent alone brings about, today among them. */
  readonly packages: number;
  /** Of these, those after which the others' answers go round a circle. */
  readonly circles: number;
  /** Packages that every member accepts and some member gains by. */
  readonly zone: number;
  /** Of these, those that no member could bring about alone. */
  readonly joint: number;
  /** Points of the zone's frontier, or in the members' orders its outcomes. */
  readonly frontier: number;
  readonly solutions: GroupSolutionsFinding | null;
  readonly gap: GapFinding;
  /** How much better each member could do at the least than under a deal of all, as shares of ranges. */
  readonly excess: readonly {
    readonly deal: 'nash' | 'kalaiSmorodinsky' | 'leastCore';
    readonly state: number;
    readonly value: Amount | null;
  }[];
  /** Packages accepted by all at the table; those that the group would not leave for one of its own. */
  readonly full: {
    readonly count: number;
    readonly immune: number;
    readonly states: readonly number[];
  };
};

export type GroupSolutionsFinding =
  | {
      readonly kind: 'points';
      readonly nash: readonly number[];
      readonly kalaiSmorodinsky: readonly number[];
    }
  | {
      readonly kind: 'orders';
      readonly lacking: readonly string[];
      readonly fallback: readonly number[];
    };

/** A package of a group, and what it means for everybody else. */
export type GroupPackage = {
  readonly state: number;
  readonly why: 'nash' | 'kalaiSmorodinsky' | 'fallback' | 'gap';
  /** Where the answers of the others lead: one outcome, or those of a circle. */
  readonly answered: readonly number[];
  readonly signers: readonly string[];
  /** Parties whose consent it needs and who would not give it. */
  readonly blockers: readonly string[];
  readonly harmed: readonly HarmedFinding[];
};

/** A party whose consent a package does not use, and who does worse by it. */
export type HarmedFinding = {
  readonly party: string;
  readonly isBelowNoDeal: boolean;
  readonly isBelowToday: boolean;
  /** What it loses first against no deal, else against today; null where that cannot be told. */
  readonly lost: Difference | null;
  /** A move of its own that costs it nothing and puts signers below no deal; null where it has none. */
  readonly undo: { readonly to: number; readonly signers: readonly string[] } | null;
};
