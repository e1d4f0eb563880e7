import { add, type Rational, rational, zero } from './rational.js';

/**
 * A polynomial in one variable with integer coefficients: the terms that are not zero, by degree.
 * Sparse, because the products here have few terms and high degrees.
 */
export type Polynomial = ReadonlyMap<number, bigint>;

/** The polynomial c. */
export function constant(c: bigint): Polynomial {
  return new Map(c === 0n ? [] : [[0, c]]);
}

/** The polynomial z. */
export const variable: Polynomial = new Map([[1, 1n]]);

/** a + b. Time O(terms). */
export function addPolynomials(a: Polynomial, b: Polynomial): Polynomial {
  return sum(a, b, 1n);
}

/** a − b. Time O(terms). */
export function subtractPolynomials(a: Polynomial, b: Polynomial): Polynomial {
  return sum(a, b, -1n);
}

function sum(a: Polynomial, b: Polynomial, sign: bigint): Polynomial {
  const terms = new Map(a);
  for (const [degree, coefficient] of b) {
    const total = (terms.get(degree) ?? 0n) + sign * coefficient;
    if (total === 0n) terms.delete(degree);
    else terms.set(degree, total);
  }
  return terms;
}

/** a × b. Time O(terms of a × terms of b). */
export function multiplyPolynomials(a: Polynomial, b: Polynomial): Polynomial {
  const terms = new Map<number, bigint>();
  for (const [first, left] of a) {
    for (const [second, right] of b) {
      const degree = first + second;
      terms.set(degree, (terms.get(degree) ?? 0n) + left * right);
    }
  }
  for (const [degree, coefficient] of terms) if (coefficient === 0n) terms.delete(degree);
  return terms;
}

/**
 * ∫₀¹ p(z) dz = Σ pₖ / (k + 1), exactly.
 *
 * Terms are added over one denominator in pairs, so that fractions are reduced once a pair and not
 * once a term. Zero for the zero polynomial.
 */
export function integralToOne(p: Polynomial): Rational {
  let parts = [...p].map(([degree, coefficient]) => rational(coefficient, BigInt(degree + 1)));
  while (parts.length > 1) {
    const pairs: Rational[] = [];
    for (let at = 0; at < parts.length; at += 2) {
      pairs.push(add(parts[at] as Rational, parts[at + 1] ?? zero));
    }
    parts = pairs;
  }
  return parts[0] ?? zero;
}
