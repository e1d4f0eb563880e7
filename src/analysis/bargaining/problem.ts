import type { Rational } from '../../core/rational.js';

/**
 * A bargaining problem that need not be listed: choices on some issues, amounts and restrictions as
 * sums over few issues each.
 *
 * An outcome gives every issue one of its choices, 0 … choices − 1. Its amount for a party is
 * Σ over the party's factors of the value at the choices of the factor's scope, in units of
 * 1 / denominator. It is feasible iff every restriction allows it.
 */
export type Problem = {
  /** How many choices each issue has; at least one. */
  readonly choices: readonly number[];
  readonly parties: readonly FactoredAmounts[];
  readonly restrictions: readonly Restriction[];
};

/** A table over the choices of a few issues: mixed radix, the first issue of the scope fastest. */
export type Factor = {
  /** Issues, ascending, each once; an empty scope has one value. */
  readonly scope: readonly number[];
  /** Integers. */
  readonly values: readonly bigint[];
};

/** Exact amounts of one party: integers over one denominator. */
export type FactoredAmounts = {
  readonly factors: readonly Factor[];
  /** Positive. */
  readonly denominator: bigint;
};

/** Which choices of a few issues go together: 1 where they may. Same order as a factor's values. */
export type Restriction = {
  readonly scope: readonly number[];
  readonly allowed: Uint8Array;
};

/**
 * Amounts of several parties, and the outcomes that give exactly these amounts.
 *
 * `Where` says where an outcome stands: its place in a list, or its choice on every issue.
 */
export type Point<Where> = {
  /** One numerator a party, over that party's denominator. */
  readonly amounts: readonly bigint[];
  /** How many outcomes have these amounts. */
  readonly count: bigint;
  /** The first few of them, in order of outcome number; never empty. */
  readonly outcomes: readonly Where[];
};

/** How many outcomes of a point are kept beside their number. */
export const mostOutcomesKept = 5;

/**
 * The points that no feasible outcome dominates: as good for every party and better for one.
 *
 * Points descend by the first party's amount, then the second's, and so on.
 */
export type Frontier<Where> = {
  readonly points: readonly Point<Where>[];
  /** How many outcomes stand on it, over all points. */
  readonly outcomes: bigint;
};

/**
 * What a solution picks: every point that attains the optimum exactly, ordered as on the frontier.
 *
 * Empty with `none` said when there is no such solution. Where a limit was hit `bound` is a proven
 * bound on the optimum's value, `points` the best that was found, and `isExact` false.
 */
export type Solution<Where> = {
  readonly points: readonly Point<Where>[];
  /** Outcomes that attain the optimum, over all points. */
  readonly count: bigint;
  /** The optimum: the product, the least normalised gain, the least gain, the sum. */
  readonly value: Rational | undefined;
  readonly isExact: boolean;
  readonly bound: Rational | undefined;
  readonly none: 'no outcome is rational' | 'no outcome is above no deal for all' | undefined;
};

/** The four solutions against one disagreement point. */
export type Solutions<Where> = {
  readonly nash: Solution<Where>;
  readonly kalaiSmorodinsky: Solution<Where> & {
    /** Parties whose best rational amount equals no deal: they leave the minimum. */
    readonly leftOut: readonly number[];
    /** Each party's best amount over the rational outcomes; undefined where there are none. */
    readonly ideal: readonly Rational[] | undefined;
  };
  /** Over all feasible outcomes, so it exists, with a negative least gain, where none is rational. */
  readonly egalitarian: Solution<Where>;
  /** Over all feasible outcomes: it knows no disagreement. */
  readonly utilitarian: Solution<Where>;
  /** The greatest sum among the rational outcomes. */
  readonly utilitarianRational: Solution<Where>;
};

/**
 * One set of outcomes to bargain over, whichever way it is searched.
 *
 * Everything is exact: integers, and fractions compared by cross-multiplication.
 */
export type Bargaining<Where> = {
  readonly denominators: readonly bigint[];
  /** How many feasible outcomes there are; undefined where they were not counted. */
  readonly size: bigint | undefined;
  /**
   * The frontier of all outcomes, or, with `atLeast`, of those that give every party its amount or
   * more (the individually rational ones). Undefined when it has more than `mostPoints` points or the
   * work was stopped; `mostPoints` is announced by the caller.
   */
  readonly frontier: (atLeast?: readonly Rational[]) => Frontier<Where> | undefined;
  /** The solutions against a disagreement point: one amount a party, in the party's own units. */
  readonly solutions: (disagreement: readonly Rational[]) => Solutions<Where>;
};
