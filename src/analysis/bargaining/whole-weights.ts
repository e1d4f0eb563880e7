/** How finely weights are kept: the least of any importance has this many steps. */
const stepsOfLeast = 1_048_576;
/** A weight this much less important than the greatest may be rounded to 0. */
const leastImportance = 1e-9;

/**
 * Integer weights in about the proportions of some floating-point ones.
 *
 * @param importance - about how much one unit of weight adds to the bound, one a party.
 * @param positive - weights that must stay above 0.
 */
export function wholeWeights(
  weights: Float64Array,
  importance: readonly number[],
  positive: (index: number) => boolean,
): bigint[] {
  const shares = Array.from(weights, (weight, at) => weight * (importance[at] as number));
  const greatest = Math.max(...shares, 0);
  let least = Number.POSITIVE_INFINITY;
  weights.forEach((weight, at) => {
    if ((shares[at] as number) > greatest * leastImportance) least = Math.min(least, weight);
  });
  const scale = least === Number.POSITIVE_INFINITY ? 0 : stepsOfLeast / least;
  return Array.from(weights, (weight, at) => {
    const scaled = Math.round(weight * scale);
    const whole = scaled > 0 && scaled < Number.POSITIVE_INFINITY ? BigInt(scaled) : 0n;
    return whole === 0n && positive(at) ? 1n : whole;
  });
}

/** The least integer that is at least n/d, d positive. */
export function roundedUp(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n > 0n && quotient * d !== n ? quotient + 1n : quotient;
}

/** The greatest integer that is at most n/d, d positive. */
export function roundedDown(n: bigint, d: bigint): bigint {
  return -roundedUp(-n, d);
}
