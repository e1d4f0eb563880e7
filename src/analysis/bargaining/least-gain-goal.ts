import {
  add,
  compare,
  multiply,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../numeric/rational.js';
import type { Goal } from './branch-and-bound.js';
import { ontoSimplex, roughBest } from './dual-weights.js';
import type { SearchSpace } from './search-space.js';
import { roundedDown, roundedUp, wholeWeights } from './whole-weights.js';

/** A party's gain as a fraction of its measure: (sum − from) / measure, with a positive measure. */
export type Gain = { readonly from: Rational; readonly measure: Rational };

/** A goal, and a good outcome to start from. */
export type PreparedGoal = { readonly goal: Goal; readonly start: readonly number[] | undefined };

/**
 * The least gain of some parties, to be maximised while every party keeps at least its floor.
 *
 * min over i ∈ R of (sumᵢ − fromᵢ)/measureᵢ ≤ Σ λᵢ (sumᵢ − fromᵢ) / Σ λᵢ measureᵢ for any weights
 * λ ≥ 0 on R; parties outside R add λⱼ (sumⱼ − floorⱼ) ≥ 0 to the right. The right side is a sum over
 * tables, so it is bounded by elimination.
 *
 * @param gains - one a party; undefined for those outside R. At least one is given.
 * @param floors - least sums, one a party, undefined for none; they count outside R, and within it
 *   where they are above what the value asks for.
 */
export function leastGainGoal(
  space: SearchSpace,
  gains: readonly (Gain | undefined)[],
  floors: readonly (bigint | undefined)[],
): PreparedGoal {
  const { best } = space.problem;
  const inside = gains.flatMap((gain, party) => (gain ? [party] : []));
  const outside = gains.flatMap((gain, party) =>
    !gain && floors[party] !== undefined ? [party] : [],
  );
  const from = gains.map((gain, party) =>
    gain ? toNumber(gain.from) : Number(floors[party] ?? 0n),
  );
  // Outside R gains have no measure of their own: one that makes them about as large as the others.
  const typical =
    inside.reduce(
      (sum, party) => sum + toNumber((gains[party] as Gain).measure) / Number(best[party] || 1n),
      0,
    ) / inside.length;
  const measure = gains.map((gain, party) =>
    gain ? toNumber(gain.measure) : Number(best[party] || 1n) * typical,
  );
  // In floating point the weights are those of gains: weight of a sum = weight of the gain / measure.
  const fromSums = (weights: Float64Array) => weights.map((w, at) => w * (measure[at] as number));
  const gainsAt = (sums: Float64Array) =>
    sums.map((sum, at) => (sum - (from[at] as number)) / (measure[at] as number));
  const score = (sums: Float64Array) => {
    const own = gainsAt(sums);
    let least = Number.POSITIVE_INFINITY;
    let total = 0;
    for (const party of inside) {
      least = Math.min(least, own[party] as number);
      total += own[party] as number;
    }
    for (const party of outside) least -= 10 * Math.max(0, -(own[party] as number));
    // The small share of the total leads over plateaus of the least.
    return least + (1e-3 * total) / inside.length;
  };
  const start = new Float64Array(best.length);
  for (const party of inside) start[party] = 1 / inside.length / (measure[party] as number);
  const rough = roughBest(space, {
    start,
    height: (weights, greatest) =>
      [...inside, ...outside].reduce(
        (sum, party) => sum - (weights[party] as number) * (from[party] as number),
        greatest,
      ),
    step: (weights, sums, size) => {
      const next = fromSums(weights);
      const own = gainsAt(sums);
      let length = 0;
      for (const party of [...inside, ...outside])
        length += (own[party] as number) * (own[party] as number);
      const step = size / Math.max(1e-12, Math.sqrt(length));
      for (const party of [...inside, ...outside]) {
        next[party] = (next[party] as number) - step * (own[party] as number);
      }
      ontoSimplex(next, inside);
      for (const party of outside) next[party] = Math.max(0, next[party] as number);
      return next.map((w, at) => w / (measure[at] as number));
    },
    score,
  });
  const weights = wholeWeights(rough.weights, best.map(Number), (at) => gains[at] !== undefined);

  let constant = zero;
  let slope = zero;
  gains.forEach((gain, party) => {
    const weight = rational(weights[party] as bigint);
    if (gain) {
      constant = add(constant, multiply(weight, gain.from));
      slope = add(slope, multiply(weight, gain.measure));
    } else constant = add(constant, multiply(weight, rational(floors[party] ?? 0n)));
  });
  return {
    start: rough.chosen,
    goal: {
      weights,
      valueAt: (sums) => {
        if (sums.some((sum, party) => sum < (floors[party] ?? sum))) return undefined;
        let least: Rational | undefined;
        for (const party of inside) {
          const { from: base, measure: by } = gains[party] as Gain;
          const gain = subtract(rational(sums[party] as bigint), base);
          const share = rational(gain.n * by.d, gain.d * by.n);
          if (!least || compare(share, least) < 0) least = share;
        }
        return least;
      },
      needed: (value, isAbove) => {
        const { n, d } = add(multiply(value, slope), constant);
        return isAbove ? roundedDown(n, d) + 1n : roundedUp(n, d);
      },
      neededOf: (party, value, isAbove) => {
        const gain = gains[party];
        const floor = floors[party] ?? 0n;
        if (!gain || !value) return floor;
        const { n, d } = add(multiply(value, gain.measure), gain.from);
        const asked = isAbove ? roundedDown(n, d) + 1n : roundedUp(n, d);
        return asked > floor ? asked : floor;
      },
      mostAt: (weightedSum) => {
        const over = subtract(rational(weightedSum), constant);
        return rational(over.n * slope.d, over.d * slope.n);
      },
    },
  };
}

/** The double near a fraction; for guidance only. */
export function toNumber({ n, d }: Rational): number {
  return Number(n) / Number(d);
}
