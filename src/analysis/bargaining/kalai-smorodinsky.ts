import { type Rational, rational } from '../../core/rational.js';
import { type Column, gainOver, numeratorAt, type Share, shareNumeratorAt } from './column.js';
import { greatestLeastShare, type LeastShare } from './egalitarian.js';

/** The solution, and what it measured the gains against. */
export type NormalisedLeast = LeastShare & {
  /** Parties whose best amount is not above no deal; ascending. */
  readonly leftOut: readonly number[];
  /** Each party's best amount; undefined where there is no outcome. */
  readonly ideal: readonly Rational[] | undefined;
};

/**
 * Kalai–Smorodinsky solution on a finite set of outcomes.
 *
 * Maximises over x ∈ F the least normalised gain  min over i of (uᵢ(x) − dᵢ) / (mᵢ − dᵢ),  where
 * F = { x : uᵢ(x) ≥ dᵢ for every party i } and mᵢ = the greatest uᵢ over F; ties by leximin.
 *
 * Source: Kalai, E. and Smorodinsky, M. (1975), "Other Solutions to Nash's Bargaining Problem",
 * Econometrica 43(3), 513–518. The paper takes the best point on the line to the ideal (m₁, m₂); on
 * a finite set there is often none, so ours takes the least share, and leximin makes it efficient.
 * Depart: a party with mᵢ = dᵢ has no share; it leaves the minimum and is named in `leftOut`. It
 * has dᵢ in all of F, so the optimum is efficient all the same.
 *
 * @param rational - F, ascending (`individuallyRational`).
 * @param best - the outcomes that the ideal is taken over; other programs take more than F.
 * @returns every optimum; none where F is empty. Where every party is left out all of F gives every
 *   party its no deal exactly, and all of F is returned, with no least share.
 *
 * Exact. Time O(places × parties), and more where many tie (see `leximin`). Invariant under
 * uᵢ ↦ aᵢuᵢ + bᵢ with aᵢ > 0 (dᵢ alike) and under renumbering outcomes or parties.
 */
export function kalaiSmorodinskySolution(
  columns: readonly Column[],
  disagreement: readonly Rational[],
  rational: Int32Array,
  best: Int32Array = rational,
): NormalisedLeast {
  if (rational.length === 0)
    return { places: rational, least: undefined, leftOut: [], ideal: undefined };
  const bestPlaces = columns.map((column) => bestPlaceOf(column, best));
  const leftOut: number[] = [];
  const shares: Share[] = [];
  columns.forEach((column, party) => {
    const gain = gainOver(column, disagreement[party] as Rational);
    // (u − d) / (m − d): the common divisor of both gains cancels.
    const divisor = shareNumeratorAt(gain, bestPlaces[party] as number);
    if (divisor > 0n) shares.push({ ...gain, divisor });
    else leftOut.push(party);
  });
  return {
    ...greatestLeastShare(shares, rational),
    leftOut,
    ideal: columns.map((column, party) => amountAt(column, bestPlaces[party] as number)),
  };
}

function amountAt(column: Column, place: number): Rational {
  return rational(numeratorAt(column, place), column.denominator);
}

/** The first place with a party's greatest amount. */
function bestPlaceOf({ numerators }: Column, places: Int32Array): number {
  let best = places[0] as number;
  for (let index = 1; index < places.length; index += 1) {
    const place = places[index] as number;
    if ((numerators[place] as number | bigint) > (numerators[best] as number | bigint))
      best = place;
  }
  return best;
}
