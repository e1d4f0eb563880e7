import {
  add,
  compare,
  divide,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../src/numeric/rational.js';

/**
 * Bargaining on a short list of outcomes, written straight from the definitions, every pair compared:
 * `amounts[outcome][party]`.
 */
export type Amounts = readonly (readonly Rational[])[];

const isAtLeast = (a: readonly Rational[], b: readonly Rational[]) =>
  a.every((amount, party) => compare(amount, b[party] as Rational) >= 0);

const isAbove = (a: readonly Rational[], b: readonly Rational[]) =>
  a.every((amount, party) => compare(amount, b[party] as Rational) > 0);

/** As good for every party and better for one. */
export function naiveDominates(a: readonly Rational[], b: readonly Rational[]): boolean {
  return isAtLeast(a, b) && !isAtLeast(b, a);
}

/** The outcomes that no outcome dominates. */
export function naiveFrontier(amounts: Amounts): readonly number[] {
  return places(amounts).filter(
    (x) => !amounts.some((other) => naiveDominates(other, amounts[x] as readonly Rational[])),
  );
}

/** The outcomes that give every party its no deal or more. */
export function naiveRational(amounts: Amounts, d: readonly Rational[]): readonly number[] {
  return places(amounts).filter((x) => isAtLeast(amounts[x] as readonly Rational[], d));
}

export type NaiveOptimum = { readonly places: readonly number[]; readonly value?: Rational };

/** The greatest product of gains among the rational outcomes; none where it is not positive. */
export function naiveNash(amounts: Amounts, d: readonly Rational[]): NaiveOptimum {
  const among = naiveRational(amounts, d).filter((x) => isAbove(row(amounts, x), d));
  return greatest(among, (x) => [
    gains(amounts, d, x).reduce((product, gain) => multiply(product, gain), one),
  ]);
}

/** The greatest least share of the best rational gain, then the second least, and so on. */
export function naiveKalaiSmorodinsky(
  amounts: Amounts,
  d: readonly Rational[],
): NaiveOptimum & { readonly leftOut: readonly number[] } {
  const among = naiveRational(amounts, d);
  const best = d.map((amount, party) =>
    among
      .map((x) => subtract(row(amounts, x)[party] as Rational, amount))
      .reduce((a, b) => (compare(a, b) > 0 ? a : b), zero),
  );
  const counted = d.map((_, party) => party).filter((party) => best[party]?.n !== 0n);
  return {
    ...greatest(among, (x) => {
      const gained = gains(amounts, d, x);
      return ascending(
        counted.map((party) => divide(gained[party] as Rational, best[party] as Rational)),
      );
    }),
    leftOut: among.length === 0 ? [] : d.map((_, p) => p).filter((p) => !counted.includes(p)),
  };
}

/** The greatest least gain, then the second least, and so on, over all outcomes. */
export function naiveEgalitarian(amounts: Amounts, d: readonly Rational[]): NaiveOptimum {
  return greatest(places(amounts), (x) => ascending(gains(amounts, d, x)));
}

/** The greatest sum among some outcomes. */
export function naiveUtilitarian(amounts: Amounts, among: readonly number[]): NaiveOptimum {
  return greatest(among, (x) => [row(amounts, x).reduce((sum, amount) => add(sum, amount), zero)]);
}

/** The least greatest depth among the candidates, then the second greatest, and so on. */
export function naiveFallback(
  payoffs: readonly (readonly number[])[],
  candidates: readonly number[],
): readonly number[] {
  const found = greatest(candidates, (x) =>
    ascending(
      payoffs.map((payoff) => {
        const liked = candidates.filter((y) => (payoff[y] as number) >= (payoff[x] as number));
        return rational(BigInt(-liked.length));
      }),
    ),
  );
  return found.places;
}

const places = (amounts: Amounts) => amounts.map((_, place) => place);
const row = (amounts: Amounts, x: number) => amounts[x] as readonly Rational[];
const ascending = (values: readonly Rational[]) => [...values].sort(compare);

function gains(amounts: Amounts, d: readonly Rational[], x: number): readonly Rational[] {
  return row(amounts, x).map((amount, party) => subtract(amount, d[party] as Rational));
}

/** The places with the lexicographically greatest key, and the first of that key. */
function greatest(
  among: readonly number[],
  keyAt: (place: number) => readonly Rational[],
): NaiveOptimum {
  const keys = among.map((place) => ({ place, key: keyAt(place) }));
  const isBelow = (a: readonly Rational[], b: readonly Rational[]) => {
    const at = a.findIndex((value, index) => compare(value, b[index] as Rational) !== 0);
    return at >= 0 && compare(a[at] as Rational, b[at] as Rational) < 0;
  };
  const best = keys.filter(({ key }) => !keys.some((other) => isBelow(key, other.key)));
  const value = best[0]?.key[0];
  return { places: best.map(({ place }) => place), ...(value && { value }) };
}
