import { type Rational, rational } from '../../numeric/rational.js';
import { roughBest } from './dual-weights.js';
import type { PreparedGoal } from './least-gain-goal.js';
import type { SearchSpace } from './search-space.js';

/** How finely the prices of floors are kept, in parts of the greatest factor. */
const priceSteps = 65_536n;

/**
 * A weighted sum, to be maximised while every party keeps at least its floor.
 *
 * Σ factorᵢ · sumᵢ ≤ Σ factorᵢ · sumᵢ + Σ priceᵢ (sumᵢ − floorᵢ) for any prices ≥ 0. The right side is
 * a sum over tables, so it is bounded by elimination; without floors the bound is exact.
 *
 * @param factors - integers, none negative.
 * @param floors - least sums, one a party, undefined for none.
 */
export function sumGoal(
  space: SearchSpace,
  factors: readonly bigint[],
  floors: readonly (bigint | undefined)[],
): PreparedGoal {
  const { best } = space.problem;
  const priced = floors.flatMap((floor, party) =>
    floor !== undefined && floor > 0n ? [party] : [],
  );
  const base = Float64Array.from(factors, Number);
  const range = best.map((most) => Math.max(1, Number(most)));
  const whole = base.reduce((sum, factor, party) => sum + factor * (range[party] as number), 1);
  const floor = floors.map((own) => Number(own ?? 0n));
  const short = (sums: Float64Array) =>
    priced.map(
      (party) => ((sums[party] as number) - (floor[party] as number)) / (range[party] as number),
    );
  const rough = roughBest(space, {
    start: base,
    height: (weights, greatest) =>
      priced.reduce(
        (sum, party) =>
          sum - ((weights[party] as number) - (base[party] as number)) * (floor[party] as number),
        greatest,
      ),
    step: (weights, sums, size) => {
      const next = weights.slice();
      const own = short(sums);
      const length = Math.sqrt(own.reduce((sum, one) => sum + one * one, 0));
      priced.forEach((party, at) => {
        const step = (size * whole) / (range[party] as number) / Math.max(1e-12, length);
        const moved = (next[party] as number) - step * (own[at] as number);
        next[party] = Math.max(base[party] as number, moved);
      });
      return next;
    },
    score: (sums) =>
      sums.reduce((sum, own, party) => sum + own * (base[party] as number), 0) +
      10 * whole * short(sums).reduce((sum, one) => sum + Math.min(0, one), 0),
  });
  const top = factors.reduce((a, b) => (a > b ? a : b), 1n);
  const prices = factors.map((factor, party) => {
    const price = ((rough.weights[party] as number) - Number(factor)) / Number(top);
    const steps = Math.round(price * Number(priceSteps));
    return steps > 0 && steps < Number.POSITIVE_INFINITY ? BigInt(steps) * top : 0n;
  });
  const owed = prices.reduce((sum, price, party) => sum + price * (floors[party] ?? 0n), 0n);
  return {
    start: rough.chosen,
    goal: {
      weights: factors.map((factor, party) => factor * priceSteps + (prices[party] as bigint)),
      valueAt: (sums) =>
        sums.some((sum, party) => sum < (floors[party] ?? sum))
          ? undefined
          : rational(sums.reduce((all, sum, party) => all + sum * (factors[party] as bigint), 0n)),
      needed: ({ n, d }: Rational, isAbove) => {
        // Sums are integers: the least one at or above n/d, or above it.
        const least = isAbove ? floorOf(n, d) + 1n : -floorOf(-n, d);
        return least * priceSteps + owed;
      },
      neededOf: (party) => floors[party] ?? 0n,
      mostAt: (weightedSum) => rational(floorOf(weightedSum - owed, priceSteps)),
    },
  };
}

function floorOf(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n < 0n && quotient * d !== n ? quotient - 1n : quotient;
}
