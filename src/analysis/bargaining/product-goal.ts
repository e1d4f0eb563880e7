import {
  add,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../numeric/rational.js';
import { roughBest } from './dual-weights.js';
import { type Gain, type PreparedGoal, toNumber } from './least-gain-goal.js';
import type { SearchSpace } from './search-space.js';
import { roundedUp, wholeWeights } from './whole-weights.js';

/**
 * The product of all gains, to be maximised where none is negative.
 *
 * ∏ gᵢ ≤ (Σ λᵢ gᵢ / k)^k / ∏ λᵢ for any weights λ > 0, by the inequality of the arithmetic and geometric
 * means, with gᵢ = (sumᵢ − fromᵢ)/measureᵢ. The sum on the right is over tables, so it is bounded by
 * elimination. At the optimum of the convex hull λᵢ is proportional to 1/gᵢ.
 */
export function productGoal(space: SearchSpace, gains: readonly Gain[]): PreparedGoal {
  const { best } = space.problem;
  const parties = gains.length;
  const from = gains.map((gain) => toNumber(gain.from));
  const range = best.map((most, party) => Math.max(1, Number(most) - (from[party] as number)));
  const sharesAt = (sums: Float64Array) =>
    sums.map((sum, party) => (sum - (from[party] as number)) / (range[party] as number));
  const sumWeights = (weights: Float64Array) =>
    weights.map((weight, party) => weight / (range[party] as number));
  const rough = roughBest(space, {
    start: sumWeights(new Float64Array(parties).fill(1)),
    height: (weights, greatest) => {
      const total = weights.reduce(
        (sum, weight, party) => sum - weight * (from[party] as number),
        greatest,
      );
      if (total <= 0) return Number.POSITIVE_INFINITY;
      let height = 1;
      for (let party = 0; party < parties; party += 1) {
        height *= total / parties / ((weights[party] as number) * (range[party] as number));
      }
      return height;
    },
    step: (weights, sums, size) => {
      const own = sharesAt(sums);
      const shares = weights.map((weight, party) => weight * (range[party] as number));
      const total = shares.reduce((sum, weight, party) => sum + weight * (own[party] as number), 0);
      if (total <= 0) return weights;
      const next = shares.map((weight, party) => {
        const pull = (parties * weight * (own[party] as number)) / total - 1;
        return weight * Math.min(2, Math.max(0.5, 1 - 0.5 * size * pull));
      });
      // Only proportions matter; keep them away from overflow, and none too near to 0.
      const top = Math.max(...next);
      return sumWeights(next.map((weight) => Math.max(1e-9, weight / top)));
    },
    score: (sums) => {
      const own = sharesAt(sums);
      let product = 1;
      let missing = 0;
      for (const share of own) {
        if (share <= 0) missing += 1e-6 - share;
        else product *= share;
      }
      return missing > 0 ? -missing : product;
    },
  });
  const weights = wholeWeights(rough.weights, best.map(Number), () => true);
  const constant = gains.reduce(
    (sum, gain, party) => add(sum, multiply(rational(weights[party] as bigint), gain.from)),
    zero,
  );
  // Σ w · sum − constant = Σ (w · measure) · g, so λ = w · measure.
  const lambdas = gains.reduce(
    (product, gain, party) =>
      multiply(product, multiply(rational(weights[party] as bigint), gain.measure)),
    one,
  );
  const count = BigInt(parties);
  const floors = gains.map(({ from: base }) => roundedUp(base.n, base.d));
  return {
    start: rough.chosen,
    goal: {
      weights,
      valueAt: (sums) => {
        let product = one;
        for (const [party, gain] of gains.entries()) {
          const own = subtract(rational(sums[party] as bigint), gain.from);
          if (own.n < 0n) return undefined;
          product = multiply(product, rational(own.n * gain.measure.d, own.d * gain.measure.n));
        }
        return product;
      },
      needed: (value, isAbove) => {
        // The least S with (S − c)^k ≥ (or >) k^k · ∏ λ · v; in units of 1 / c.d, S − c is whole.
        const target = multiply(
          multiply(lambdas, value),
          rational(power(count * constant.d, parties)),
        );
        const root = leastRoot(target, parties, isAbove);
        return roundedUp(root + constant.n, constant.d);
      },
      neededOf: (party, value, isAbove) => {
        const floor = floors[party] as bigint;
        const { from: base } = gains[party] as Gain;
        // A product above 0 needs every gain above 0.
        const isPositive = value !== undefined && (value.n > 0n || isAbove);
        return isPositive && floor * base.d === base.n ? floor + 1n : floor;
      },
      mostAt: (weightedSum) => {
        const over = subtract(rational(weightedSum), constant);
        if (over.n <= 0n) return zero;
        let product = one;
        for (let party = 0; party < parties; party += 1) {
          product = multiply(product, rational(over.n, over.d * count));
        }
        return rational(product.n * lambdas.d, product.d * lambdas.n);
      },
    },
  };
}

/** The least non-negative integer r with r^exponent ≥ value, or > value. */
function leastRoot(value: Rational, exponent: number, isAbove: boolean): bigint {
  const isEnough = (root: bigint) => {
    const own = power(root, exponent) * value.d;
    return isAbove ? own > value.n : own >= value.n;
  };
  let high = 1n;
  while (!isEnough(high)) high *= 2n;
  let low = -1n;
  while (high - low > 1n) {
    const middle = (high + low) / 2n;
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function power(base: bigint, exponent: number): bigint {
  let product = 1n;
  for (let factor = 0; factor < exponent; factor += 1) product *= base;
  return product;
}
