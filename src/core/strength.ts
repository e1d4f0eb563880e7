import type { Reading } from './case.js';
import { rankByWants } from './payoffs.js';
import { type Space, truthTable } from './space.js';

/** Whether the reading says that some differences are great. */
export function hasStrength(reading: Reading | undefined): boolean {
  return (
    reading?.wants?.some((group) => group.some(({ isStrong }) => isStrong)) === true ||
    reading?.ranking?.some(({ isStrong }) => isStrong) === true
  );
}

/**
 * Strength of preference: for each state a class, higher is better, such that s is greatly preferred
 * to t (s ≫ t) iff the class of s is higher.
 *
 * Formula: by wants, classes are the ranks that the strong wants alone give, so s ≫ t iff s is better
 * than t already on the strong wants; these come before all others, so that s ≫ t and t ≽ u imply
 * s ≫ u. By a ranking, the class is the number of strong entries at or after the one that claims the
 * state, so s ≫ t iff a strong entry stands at or after the claim of s and before that of t. Without a
 * strong mark, or by points, all states are in one class and nothing is greatly preferred.
 *
 * Source: three-level preference ≫, >, ~ of Hamouda, Kilgour and Hipel (2004, 2006). That strong wants
 * or entries mark the great differences is ours.
 *
 * Time O(states × wants).
 */
export function strengthsOf(space: Space, reading: Reading | undefined): Int32Array {
  if (!reading || !hasStrength(reading)) return new Int32Array(space.size);
  if (reading.wants) {
    const strong = reading.wants.filter((group) => group.some(({ isStrong }) => isStrong));
    return rankByWants(space, strong).ranks;
  }
  const strengths = new Int32Array(space.size);
  let cuts = 0;
  // From the last entry up, so that the first that a state satisfies has the last word.
  for (const { expression, isStrong } of [...(reading.ranking ?? [])].reverse()) {
    if (isStrong) cuts += 1;
    truthTable(space, expression).forEach((isMet, state) => {
      if (isMet) strengths[state] = cuts;
    });
  }
  return strengths;
}
