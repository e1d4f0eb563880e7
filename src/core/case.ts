import type { Rational } from '../numeric/rational.js';
import type { PartyConcept } from './concept-ids.js';
import type { Consent } from './consent.js';
import type { Path, Span } from './diagnostic.js';
import type { Expression } from './expression.js';

/**
 * A case, read and resolved: every name is a position, every number exact.
 *
 * Parties, issues and levels are referred to by index in the case's own order, which is also the
 * order in which they are shown. `undefined` means the file does not say.
 */
export type Case = {
  readonly title: string;
  readonly asOf: string | undefined;
  readonly question: string | undefined;
  readonly decisionFor: string | undefined;
  /** Who may see the document, printed on every page of the brief. */
  readonly handling: string | undefined;
  readonly note: string | undefined;
  readonly parties: readonly Party[];
  readonly issues: readonly Issue[];
  /** One level per issue; `undefined` in a case without a today (an imported bargaining domain). */
  readonly today: readonly number[] | undefined;
  /** Issues of which the file leaves open where they stand today. */
  readonly openToday: readonly OpenToday[];
  readonly rules: readonly Rule[];
  readonly coalesce: readonly Coalescence[];
  readonly terms: readonly Term[];
  readonly outcomes: readonly NamedOutcome[];
  readonly scenarios: readonly NamedOutcome[];
  /** For each party its rival readings, the default first; empty when the case gives it none. */
  readonly preferences: readonly (readonly Reading[])[];
  readonly proposals: readonly Proposal[];
  readonly tracks: readonly Track[];
  readonly threats: readonly Threat[];
  /** The rule of every agreement that has none of its own and is signed by all whom it names. */
  readonly consent: Consent | undefined;
  readonly evidence: Evidence;
  /** The sealed block of what happened afterwards: where it stands, never what it says. */
  readonly later: SealedSpan | undefined;
};

export type Party = {
  readonly id: string;
  /** As a heading: `United States`. */
  readonly name: string;
  /** Inside a sentence: `the United States`; the name where the file does not say. */
  readonly called: string;
  readonly voices: readonly string[];
  readonly members: readonly Member[];
  readonly aliases: readonly string[];
  /** Outcomes that it does not see as possible: it makes no move out of them or into them. */
  readonly unaware: readonly Unawareness[];
  /** Its attitudes to parties, itself included, where the file gives them. */
  readonly attitudes: readonly PartyAttitude[];
  /** The stability concept by which it is judged unless an answer is asked for another. */
  readonly concept: PartyConcept | undefined;
  /** Whose consent stands for its own: its constituents, itself among them where the tree names it. */
  readonly consent: Consent | undefined;
  readonly note: string | undefined;
};

/** Outcomes that a party does not see as possible. */
export type Unawareness = {
  readonly when: Expression;
  readonly text: string;
  readonly path: Path;
};

export type Attitude = 'positive' | 'neutral' | 'negative';

/** Wishes the party well, ill, or neither. */
export type PartyAttitude = { readonly party: number; readonly attitude: Attitude };

export type Member = {
  readonly id: string;
  readonly name: string;
  readonly voices: readonly string[];
  readonly note: string | undefined;
};

export type Level = {
  readonly id: string;
  /** Completes "the front line is …": `frozen`; the id (underscores as spaces) by default. */
  readonly label: string;
  /** A whole clause, `the fighting has stopped`, where label and level do not make a sentence. */
  readonly says: string | undefined;
  /** What a party does that brings the level about, after "could": `recognise Crimea as Russian`. */
  readonly act: string | undefined;
  readonly note: string | undefined;
  readonly from: readonly string[];
};

export type Issue = {
  readonly id: string;
  /** Subject of "… is frozen": `the front line`; the id (underscores as spaces) by default. */
  readonly label: string;
  /** Ordered, at least two. A lever's are `no` and `yes`. */
  readonly levels: readonly Level[];
  readonly isLever: boolean;
  readonly control: Control;
  /** The level may only rise (`up`) or only fall (`down`), whoever moves it. */
  readonly irreversible: 'up' | 'down' | undefined;
  readonly blocked: readonly Block[];
  readonly note: string | undefined;
  readonly from: readonly string[];
};

/**
 * Who can change an issue's level.
 *
 * - `by`: each of the parties alone, freely.
 * - `nobody`: context, fixed before the outcome space is built.
 * - `agree`: all signers together, or those whose consent is enough by its rule (`signersOf`); where
 *   the case has a today the first level means no agreement, and `leave` says who can bring an agreed
 *   level back.
 * - `moves`: exactly the listed changes, each party named by an entry on its own.
 */
export type Control =
  | { readonly kind: 'by'; readonly parties: readonly number[] }
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'agree';
      readonly parties: readonly number[];
      /** Whose consent is enough, among the signers; undefined where the agreement has no rule. */
      readonly consent: Consent | undefined;
      readonly leave: Leave;
    }
  | { readonly kind: 'moves'; readonly moves: readonly ExplicitMove[] };

/**
 * Ways back from an agreement. `alone`: the party by itself can bring any later level down to `to`.
 * `together`: the signers jointly, as it is signed, can bring it to the first level (false only for `leave: none`).
 */
export type Leave = {
  readonly alone: readonly { readonly party: number; readonly to: number }[];
  readonly together: boolean;
};

export type ExplicitMove = {
  readonly parties: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Read at the outcome the move starts from. */
  readonly when: Expression | undefined;
};

/** Forbids the parties to bring the issue to one of the levels when the start satisfies `when`. */
export type Block = {
  readonly parties: readonly number[];
  readonly when: Expression | undefined;
  readonly to: readonly number[];
};

/** An issue that stands today at one of several levels; the first is the one in `Case.today`. */
export type OpenToday = {
  readonly issue: number;
  readonly levels: readonly number[];
  readonly path: Path;
};

/** No outcome satisfies `never`. */
export type Rule = {
  readonly never: Expression;
  readonly text: string;
  readonly why: string | undefined;
  readonly from: readonly string[];
  /** Whether it holds is not sure: an ensemble also asks without it. Any other answer applies it. */
  readonly isInDoubt: boolean;
  readonly path: Path;
};

/** All outcomes that satisfy `when` count as one. */
export type Coalescence = {
  readonly when: Expression;
  readonly text: string;
  readonly why: string | undefined;
  readonly from: readonly string[];
  readonly path: Path;
};

/** A named expression. */
export type Term = {
  readonly id: string;
  readonly when: Expression;
  readonly text: string;
  /** A clause that holds when the term does, `there is a ceasefire`; and one when it does not. */
  readonly says: string | undefined;
  readonly saysNot: string | undefined;
  readonly note: string | undefined;
  readonly path: Path;
};

/** A set of outcomes with a name. `when` is the conjunction of the levels where the file says `set`. */
export type NamedOutcome = {
  readonly id: string;
  readonly label: string;
  readonly when: Expression;
  readonly text: string;
  readonly set: readonly Setting[] | undefined;
  readonly note: string | undefined;
  readonly from: readonly string[];
  readonly path: Path;
};

/** One issue at one level. */
export type Setting = { readonly issue: number; readonly level: number };

/**
 * One account of what a party wants.
 *
 * Order questions use `wants` or `ranking`, else the rank of `points`; amount questions use points.
 */
export type Reading = {
  /** `stated` for wants given without readings. */
  readonly id: string;
  readonly label: string;
  /** Normalised over the party's readings; undefined unless every reading declares one. */
  readonly weight: Rational | undefined;
  readonly why: string | undefined;
  readonly from: readonly string[];
  /** Most important first; the wants of one inner list are equally important. */
  readonly wants: readonly (readonly Want[])[] | undefined;
  readonly ranking: readonly RankingEntry[] | undefined;
  readonly points: Points | undefined;
  readonly redLines: readonly RedLine[];
  readonly noDeal: NoDeal | undefined;
  /** Numbers given as ranges; the middle, or the mode, stands in the number's own place. */
  readonly ranges: readonly NumberRange[];
  /** What the party, so read, takes the readings of others to be; the rest it sees as they are. */
  readonly sees: readonly SeenReading[];
  readonly path: Path;
};

/** A number of a reading that is known only within bounds. */
export type NumberRange = {
  readonly of: RangedNumber;
  readonly low: Rational;
  readonly high: Rational;
  /** Where a triangular range has its peak; undefined for a uniform one. */
  readonly mode: Rational | undefined;
  /** As the file gives it: `60 ± 10`, `[50, 60, 75]`. */
  readonly text: string;
  readonly path: Path;
};

/** Which number: of an issue's points, of a want by its group and place in it, or of no deal. */
export type RangedNumber =
  | { readonly kind: 'weight'; readonly issue: number }
  | { readonly kind: 'score'; readonly issue: number; readonly level: number }
  | { readonly kind: 'worth'; readonly group: number; readonly place: number }
  | { readonly kind: 'no deal' };

/** A reading of a party by its place among that party's readings. */
export type SeenReading = { readonly party: number; readonly reading: number };

export type Confidence = 'high' | 'medium' | 'low';

export type Want = {
  readonly want: Expression;
  readonly text: string;
  /** A short noun phrase for sentences: `a force once there is a ceasefire`. */
  readonly label: string | undefined;
  readonly why: string | undefined;
  /** Ids of evidence, or `judgement`; empty when the file does not say. */
  readonly from: readonly string[];
  readonly confidence: Confidence | undefined;
  /** Utility gained when it is met, in the party's own units. */
  readonly worth: Rational | undefined;
  /** Outcomes that differ on it differ greatly to the party. Strong wants come before all others. */
  readonly isStrong: boolean;
  /** Whether the party wants it is not known: outcomes first told apart by it cannot be compared. */
  readonly isUnknown: boolean;
  /** Its place among neighbours that are marked so too is not sure. Never in an inner list of several. */
  readonly isUnsure: boolean;
  readonly path: Path;
};

/** Claims every outcome that satisfies it and that no earlier entry has claimed. */
export type RankingEntry = {
  readonly expression: Expression;
  readonly text: string;
  readonly label: string | undefined;
  readonly why: string | undefined;
  readonly from: readonly string[];
  /** Everything after it is greatly less preferred. */
  readonly isStrong: boolean;
  /** Its place among neighbours that are marked so too is not sure. */
  readonly isUnsure: boolean;
  readonly path: Path;
};

/** Scores per level of the issues it names; issues it does not name add nothing. */
export type Points = {
  readonly issues: readonly IssuePoints[];
  readonly path: Path;
};

export type IssuePoints = {
  readonly issue: number;
  /** Hundredths of each score that count; 100 where the file does not say. */
  readonly weight: Rational;
  readonly scores: readonly Rational[];
  readonly why: string | undefined;
  readonly from: readonly string[];
};

export type RedLine = {
  readonly line: Expression;
  readonly text: string;
  readonly label: string | undefined;
  readonly why: string | undefined;
  readonly from: readonly string[];
  readonly path: Path;
};

export type NoDeal = {
  readonly value: Rational | 'today' | 'ends';
  readonly why: string | undefined;
  readonly from: readonly string[];
};

export type Proposal = {
  readonly id: string;
  readonly label: string;
  readonly by: readonly number[];
  readonly terms: readonly Setting[];
  readonly note: string | undefined;
  readonly from: readonly string[];
  readonly path: Path;
};

export type Track = {
  readonly id: string;
  readonly label: string;
  readonly parties: readonly number[];
  readonly issues: readonly number[];
  readonly note: string | undefined;
};

/** A conditional move that a party has declared: if a target brings `when` about, it would do `then`. */
export type Threat = {
  readonly id: string;
  /** Its name in sentences; the id (underscores as spaces) by default. */
  readonly label: string;
  /** Who makes it. */
  readonly by: number;
  /** Whom it is addressed to; never its maker. */
  readonly to: readonly number[];
  readonly when: Expression;
  readonly text: string;
  readonly then: readonly Setting[];
  readonly why: string | undefined;
  readonly note: string | undefined;
  readonly from: readonly string[];
  readonly path: Path;
};

export type SealedSpan = { readonly span: Span; readonly hash: string };

export type Evidence = {
  readonly sources: readonly Source[];
  readonly statements: readonly Statement[];
  readonly claims: readonly Claim[];
  readonly hypotheses: readonly Hypothesis[];
  readonly questions: readonly Question[];
};

export type Source = {
  readonly id: string;
  readonly title: string;
  readonly kind: string | undefined;
  readonly outlet: string | undefined;
  readonly date: string | undefined;
  readonly accessed: string | undefined;
  readonly language: string | undefined;
  /** Its declared or known interest. */
  readonly slant: string | undefined;
  /** A (reliable) to F (cannot be judged). */
  readonly reliability: string | undefined;
  /** The wire or agency it copies: sources of one origin count once. */
  readonly origin: string | undefined;
  readonly via: readonly string[];
  readonly url: string | undefined;
  readonly note: string | undefined;
};

/** Where words stand in a source: W3C Web Annotation selectors, so that they can be found again. */
export type Passage = {
  readonly exact: string;
  readonly prefix: string | undefined;
  readonly suffix: string | undefined;
  /** Character offsets into the text whose SHA-256 is `hash`. */
  readonly position: Span | undefined;
  readonly hash: string | undefined;
};

export type Statement = {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  readonly speaker: string | undefined;
  readonly party: number | undefined;
  /** From speaker to the source, each hop named. */
  readonly reportedBy: readonly string[];
  readonly kind: string | undefined;
  readonly modality: string | undefined;
  readonly said: string | undefined;
  readonly published: string | undefined;
  /** 1 (confirmed) to 6 (cannot be judged). */
  readonly credibility: number | undefined;
  readonly passage: Passage | undefined;
  readonly note: string | undefined;
};

export type ClaimStatus =
  | 'stated'
  | 'contested'
  | 'contradicted'
  | 'imprecise'
  | 'incomplete'
  | 'counterfactual'
  | 'possible';

export type Claim = {
  readonly id: string;
  readonly text: string;
  readonly status: ClaimStatus;
  readonly for: readonly string[];
  readonly against: readonly string[];
  readonly note: string | undefined;
};

export type Hypothesis = {
  readonly id: string;
  readonly text: string;
  readonly when: Expression | undefined;
  /** How much more expected each item of evidence is under it: `--`, `-`, `0`, `+`, `++` or a ratio. */
  readonly evidence: readonly { readonly id: string; readonly bearing: string }[];
  readonly note: string | undefined;
};

export type Question = {
  readonly id: string;
  readonly text: string;
  readonly by: string | undefined;
  readonly resolves: string | undefined;
  readonly bearsOn: readonly string[];
  readonly indicators: readonly Indicator[];
  readonly forecasts: readonly OutsideForecast[];
  readonly note: string | undefined;
};

/** A sign to watch for; `ratio`: how many times more expected if the answer is yes. */
export type Indicator = { readonly text: string; readonly ratio: Rational | undefined };

export type OutsideForecast = {
  readonly source: string;
  readonly at: string | undefined;
  readonly probability: Rational;
  readonly note: string | undefined;
};
