import { describe, expect, it } from 'vitest';
import {
  addPolynomials,
  constant,
  integralToOne,
  multiplyPolynomials,
  subtractPolynomials,
  variable,
} from './polynomial.js';

const oneLess = subtractPolynomials(constant(1n), variable);

describe('polynomials', () => {
  it('multiply to (1 − z)² = 1 − 2z + z²', () => {
    expect([...multiplyPolynomials(oneLess, oneLess)]).toEqual([
      [0, 1n],
      [1, -2n],
      [2, 1n],
    ]);
  });

  it('keep no term that is zero', () => {
    expect(addPolynomials(oneLess, variable)).toEqual(constant(1n));
    expect(subtractPolynomials(variable, variable).size).toBe(0);
    expect(constant(0n).size).toBe(0);
    // (1 − z)(1 + z) has no term in z.
    const product = multiplyPolynomials(oneLess, addPolynomials(constant(1n), variable));
    expect([...product.keys()]).toEqual([0, 2]);
  });

  it('have ∫₀¹ z²(1 − z) dz = 1/3 − 1/4 = 1/12, and 0 for the zero polynomial', () => {
    const square = multiplyPolynomials(variable, variable);
    expect(integralToOne(multiplyPolynomials(square, oneLess))).toEqual({ n: 1n, d: 12n });
    expect(integralToOne(constant(0n))).toEqual({ n: 0n, d: 1n });
    expect(integralToOne(constant(7n))).toEqual({ n: 7n, d: 1n });
  });
});
