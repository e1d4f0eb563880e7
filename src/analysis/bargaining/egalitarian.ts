import { type Rational, rational } from '../../core/rational.js';
import { type Column, gainOver, type Share, shareNumeratorAt } from './column.js';
import { leximin } from './leximin.js';

/** Where the least share is greatest, ties by leximin. */
export type LeastShare = {
  /** Every optimum, ascending; empty iff no outcome takes part. */
  readonly places: Int32Array;
  /** The least share there; undefined without an optimum or without shares. */
  readonly least: Rational | undefined;
};

/**
 * Egalitarian solution on a finite set of outcomes.
 *
 * Maximises over the outcomes x the least gain  min over i of uᵢ(x) − dᵢ;  ties by leximin: the
 * greatest second least gain, and so on.
 *
 * Source: Kalai, E. (1977), "Proportional Solutions to Bargaining Situations: Interpersonal Utility
 * Comparisons", Econometrica 45(7), 1623–1630. The paper takes the best point with equal gains; on
 * a finite set there is often none, so ours takes the least gain, and leximin makes it efficient.
 * Over all outcomes, not only the individually rational: where none is, the least gain is negative.
 *
 * This compares amounts of different parties: it keeps its answer when all add the same to their
 * amounts and no deal, or change to the same unit together, not when one party changes its unit.
 *
 * @param disagreement - one amount a party, in the party's own units.
 * @param places - outcomes that take part; ascending.
 *
 * Exact. Time O(places × parties), and more where many tie (see `leximin`).
 */
export function egalitarianSolution(
  columns: readonly Column[],
  disagreement: readonly Rational[],
  places: Int32Array,
): LeastShare {
  return greatestLeastShare(
    columns.map((column, party) => gainOver(column, disagreement[party] as Rational)),
    places,
  );
}

/** The leximin optimum of shares with its least share. */
export function greatestLeastShare(shares: readonly Share[], places: Int32Array): LeastShare {
  const found = leximin(shares, places);
  const at = found[0];
  if (at === undefined || shares.length === 0) return { places: found, least: undefined };
  const [first, ...others] = shares.map((share) => ({
    n: shareNumeratorAt(share, at),
    d: share.divisor,
  }));
  const least = others.reduce((a, b) => (b.n * a.d < a.n * b.d ? b : a), first as Rational);
  return { places: found, least: rational(least.n, least.d) };
}
