import type { Path } from '../core/diagnostic.js';
import type { Difference } from '../core/difference.js';
import type { Amount } from './amount.js';

/** The solutions by which a track can be closed. */
export type TrackSolutionId = 'kalaiSmorodinsky' | 'nash' | 'fallback';

/** How some outcomes compare with others for a party, in its order; `mixed`: it depends which. */
export type Comparison = 'better' | 'same' | 'worse' | 'mixed';

/** How far a group is from a deal, in the greatest share of a party's range that one is short of. */
export type TrackGap = {
  /** Null where there is nothing to measure: no package, or no party with points and a range. */
  readonly gap: Amount | null;
  /** The packages that attain it, at most five. */
  readonly states: readonly number[];
  /** Parties to whom every outcome is worth the same. */
  readonly leftOut: readonly string[];
  /** Parties without points. */
  readonly lacking: readonly string[];
};

/** A package that is refused, and what stands in the way for each who would not consent. */
export type RefusedPackage = {
  readonly state: number;
  readonly by: readonly {
    readonly party: string;
    /** Texts of the red lines of its own that are crossed. */
    readonly crossed: readonly string[];
    /** What it loses first against no deal; null where it loses nothing in its order. */
    readonly difference: Difference | null;
    /** How far its own points are below a no deal given as a number; null where it goes by outcomes. */
    readonly short: Amount | null;
  }[];
};

/** One track from today, by itself. */
export type TrackFinding = {
  readonly id: string;
  readonly label: string;
  readonly parties: readonly string[];
  readonly issues: readonly string[];
  /** Joint moves of its parties that change its issues and no others. */
  readonly packages: number;
  /** Those that are deals and to which all whose consent is used would consent. */
  readonly zone: number;
  /** The first of them, fewest changes first. */
  readonly deals: readonly number[];
  readonly solution: TrackSolutionId;
  /** Parties without points, for whom orders decide. */
  readonly lacking: readonly string[];
  /** For each no deal; the first ties of each, null where a party lacks points. */
  readonly solutions: readonly {
    readonly noDeal: number;
    readonly kalaiSmorodinsky: readonly number[] | null;
    readonly nash: readonly number[] | null;
    readonly fallback: readonly number[];
    readonly leftOut: readonly string[];
  }[];
  /** Every outcome of the solution in use: the first ties, and how many there are. */
  readonly outcomes: readonly number[];
  readonly count: number;
  /** For each no deal. Packages that cross a red line of one of its parties are left out. */
  readonly gaps: readonly TrackGap[];
  /** The refused packages that fewest parties refuse, fewest changes first, and how many there are. */
  readonly refused: readonly RefusedPackage[];
  readonly refusedCount: number;
};

/** One way that two tracks could go, one after the other. */
export type TrackBranch = {
  /** What the first track is closed at; null where it is not closed. */
  readonly first: number | null;
  readonly second: number | null;
  readonly state: number;
  readonly ends: readonly (readonly number[])[];
};

export type TrackSequence = {
  readonly first: string;
  readonly second: string;
  readonly reading: 'asTheyCome' | 'foreseeing';
  readonly branches: readonly TrackBranch[];
  readonly stopped: readonly { readonly state: number; readonly by: readonly string[] }[];
  /** False where there were more ties than were followed. */
  readonly isWhole: boolean;
};

/** What a change does to one party, against where things go without a deal. */
export type PartyChange = {
  readonly party: string;
  readonly comparison: Comparison;
  /** The first thing in its order that tells the two apart; null where it ranks them equally. */
  readonly difference: Difference | null;
  /** Its points before and after: the worst of each; null without points. */
  readonly before: Amount | null;
  readonly after: Amount | null;
};

/** What closing one track does to everyone, and to the other track. */
export type TrackClosing = {
  readonly closed: string;
  readonly other: string;
  /** One for each outcome of the closed track's solution. */
  readonly outcomes: readonly {
    readonly state: number;
    readonly ends: readonly (readonly number[])[];
    readonly zoneBefore: number;
    readonly zoneAfter: number;
    /** Against the first no deal of each. */
    readonly gapBefore: TrackGap;
    readonly gapAfter: TrackGap;
    readonly atOnce: readonly PartyChange[];
    readonly inTheEnd: readonly PartyChange[];
    /** Parties that have no part in the closed track and are worse off at once or in the end. */
    readonly absentLosers: readonly string[];
  }[];
};

/** One thing that a party gives or gets. */
export type TradeItem =
  | { readonly kind: 'issue'; readonly issue: string; readonly points: Amount }
  | { readonly kind: 'want'; readonly path: Path; readonly points: Amount | null };

/** A package that is on offer only when two tracks are linked. */
export type LinkedPackage = {
  readonly state: number;
  readonly parties: readonly {
    readonly party: string;
    readonly given: readonly TradeItem[];
    readonly got: readonly TradeItem[];
    /** Against the best unlinked pairs, or no deal where there is none. */
    readonly comparison: Comparison;
    readonly difference: Difference | null;
    /** In its own points, least and most over ties; null without points. */
    readonly gain: readonly [Amount, Amount] | null;
  }[];
};

export type LinkageFinding = {
  readonly parties: readonly string[];
  readonly issues: readonly string[];
  readonly packages: number;
  readonly zone: number;
  readonly solution: TrackSolutionId;
  readonly lacking: readonly string[];
  /** What both tracks as one would be closed at: the first ties, and how many there are. */
  readonly outcomes: readonly number[];
  readonly count: number;
  /** Outcomes that acceptable packages of each track by itself make up. */
  readonly unlinked: number;
  readonly bestUnlinked: readonly number[];
  /** Deals on offer only when linked. */
  readonly onlyLinked: number;
  readonly told: readonly LinkedPackage[];
  /** Sums of points over parties, against the first no deal; null where a party lacks points. */
  readonly value: {
    readonly together: Amount;
    readonly first: Amount;
    readonly second: Amount;
    readonly gain: Amount;
  } | null;
  /** Against the first no deal. */
  readonly gaps: {
    readonly together: TrackGap;
    readonly first: TrackGap;
    readonly second: TrackGap;
  };
};

export type TrackPair = {
  readonly tracks: readonly [string, string];
  /** Both orders, each as they come and foreseeing the second. */
  readonly sequences: readonly TrackSequence[];
  readonly closings: readonly TrackClosing[];
  readonly linkage: LinkageFinding;
};

/** Whether the parties of one track can do without further parties of another, and what follows. */
export type TrackAnswer = {
  /** The track whose parties are some of the other's. */
  readonly alone: string;
  readonly full: string;
  readonly parties: readonly string[];
  readonly absent: readonly string[];
  /** Whether some package of the smaller track is acceptable to its parties. */
  readonly canAlone: boolean;
  /** Both as one have no outcome where `outcomes` is empty; the smaller track alone where `alone` is. */
  readonly preference: {
    readonly alone: readonly number[];
    readonly full: readonly number[];
    /** How the smaller track alone compares with both as one for each of its parties, when signed. */
    readonly atOnce: readonly PartyChange[];
    /** The same at the ends of the steps after each. */
    readonly inTheEnd: readonly PartyChange[];
  };
  /** How its parties rank the smaller track alone against each possible proposal of the case. */
  readonly proposals: readonly {
    readonly id: string;
    readonly label: string;
    readonly changes: readonly PartyChange[];
  }[];
  /** What closing it alone does to the absent: the index of the closing's outcomes is kept. */
  readonly leaves: readonly {
    readonly state: number;
    readonly atOnce: readonly PartyChange[];
    readonly inTheEnd: readonly PartyChange[];
  }[];
  /** What links the tracks, or would. */
  readonly links: {
    /** Red lines of the smaller track's parties that its packages cross: those in force first. */
    readonly redLines: readonly {
      readonly party: string;
      readonly line: string;
      readonly reading: string;
      readonly isInForce: boolean;
      /** How many packages of the track cross it, of how many; for a rival reading, deals of its zone. */
      readonly crossed: number;
      readonly of: number;
    }[];
    /**
     * Deals that take the consent of an absent party and make a refused package of the smaller track
     * one that all would sign, with the fewest levels from outside it.
     */
    readonly additions: readonly {
      readonly state: number;
      readonly levels: readonly { readonly issue: string; readonly level: string }[];
    }[];
    /**
     * Deals that take the consent of an absent party and that all parties of the smaller track like at
     * least as much as what they would sign alone.
     */
    readonly preferred: number;
    readonly nearestPreferred: number | null;
  };
};

/** What the tracks of a case allow, alone, one after the other, and linked. */
export type TrackFindings = {
  /** What the parties compare with before anything is signed. */
  readonly noDeal: {
    /** Where things go if left alone; today where no deal is today. */
    readonly ends: readonly (readonly number[])[];
    /** Parties whose no deal is a number, in their own points. */
    readonly numbers: readonly { readonly party: string; readonly value: Amount }[];
  };
  readonly tracks: readonly TrackFinding[];
  readonly pairs: readonly TrackPair[];
  readonly answers: readonly TrackAnswer[];
};
