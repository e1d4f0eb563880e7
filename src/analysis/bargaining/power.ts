import { type Consent, isConsentGiven, partiesOfConsent } from '../../core/consent.js';
import { add, divide, type Rational, rational, zero } from '../../core/rational.js';

/** Most parties of a rule whose power is counted: 2^20 groups. */
export const mostCounted = 20;

/** The power of one party under a rule of consent. */
export type Power = {
  readonly party: number;
  /** Shapley–Shubik index. */
  readonly shapleyShubik: Rational;
  /** Groups of the others that fall short without it and are enough with it: raw Banzhaf count. */
  readonly swings: bigint;
  /** Normalised Banzhaf index: its share of all swings. */
  readonly banzhaf: Rational;
};

/**
 * Power indices of a rule of consent, for the parties that it names.
 *
 * Formulas: with n parties, v(S) = 1 iff the consent of S is enough, and swings of i the groups S
 * without i with v(S) = 0 and v(S ∪ i) = 1,
 *   Shapley–Shubik  φᵢ = Σ over swings S of |S|! (n − |S| − 1)! / n!,
 *   Banzhaf, raw    ηᵢ = number of swings of i,
 *   Banzhaf         βᵢ = ηᵢ / Σⱼ ηⱼ.
 *
 * Sources: Shapley, L. S. and Shubik, M. (1954), "A method for evaluating the distribution of power in
 * a committee system", American Political Science Review 48(3), 787–792; Banzhaf, J. F. (1965),
 * "Weighted voting doesn't work: a mathematical analysis", Rutgers Law Review 19(2), 317–343; the raw
 * count also in Penrose, L. S. (1946), Journal of the Royal Statistical Society 109(1), 53–57.
 *
 * Exact. Where the rule is given with nobody's consent, or never, no party has a swing and every index
 * is 0; otherwise the first and the last index each add up to 1. Constituents are counted where
 * they are written out (`signersOf`, `expandedConsent`).
 *
 * @returns one entry a party, in case order; empty for a rule that names nobody.
 * @throws RangeError when the rule names more than 20 parties.
 *
 * Time O(2^n · (n + size of the tree)), memory 2^n bytes. Invariant under renumbering parties.
 */
export function powerOf(consent: Consent): readonly Power[] {
  const parties = partiesOfConsent(consent);
  const n = parties.length;
  if (n > mostCounted) {
    throw new RangeError(
      `powerOf: the rule names ${n} parties; at most ${mostCounted} are counted`,
    );
  }
  const place = new Map(parties.map((party, at) => [party, at]));
  const isEnough = new Uint8Array(1 << n);
  for (let group = 0; group < isEnough.length; group += 1) {
    const isIn = (party: number) => ((group >> (place.get(party) as number)) & 1) === 1;
    isEnough[group] = isConsentGiven(consent, isIn) ? 1 : 0;
  }
  const swingsBySize = parties.map((_, at) => swingsOf(isEnough, n, at));
  const factorials = factorialsTo(n);
  const counts = swingsBySize.map((sizes) => sizes.reduce((sum, count) => sum + count, 0));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return parties.map((party, at) => ({
    party,
    shapleyShubik: (swingsBySize[at] as readonly number[]).reduce(
      (sum, count, size) =>
        add(
          sum,
          rational(
            BigInt(count) * (factorials[size] as bigint) * (factorials[n - size - 1] as bigint),
            factorials[n],
          ),
        ),
      zero,
    ),
    swings: BigInt(counts[at] as number),
    banzhaf:
      total === 0 ? zero : divide(rational(BigInt(counts[at] as number)), rational(BigInt(total))),
  }));
}

/** Swings of the party at a place, by how many others there are in the group: sizes 0 to n − 1. */
function swingsOf(isEnough: Uint8Array, n: number, at: number): readonly number[] {
  const bySize = Array.from({ length: n }, () => 0);
  const own = 1 << at;
  for (let group = 0; group < isEnough.length; group += 1) {
    if ((group & own) !== 0 || isEnough[group] === 1 || isEnough[group | own] === 0) continue;
    let size = 0;
    for (let rest = group; rest !== 0; rest &= rest - 1) size += 1;
    bySize[size] = (bySize[size] as number) + 1;
  }
  return bySize;
}

function factorialsTo(n: number): readonly bigint[] {
  const found = [1n];
  for (let k = 1; k <= n; k += 1) found.push((found[k - 1] as bigint) * BigInt(k));
  return found;
}
