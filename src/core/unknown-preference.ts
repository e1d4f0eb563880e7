import type { Reading } from './case.js';
import { payoffsOf, rankByWants } from './payoffs.js';
import { type Space, truthTable } from './space.js';

/** How a party likes a first state against a second; `unknown`: nobody can say. */
export type Comparison = 'better' | 'equal' | 'worse' | 'unknown';

/** Whether the reading leaves some preference open. */
export function hasUnknown(reading: Reading | undefined): boolean {
  return reading?.wants?.some((group) => group.some(({ isUnknown }) => isUnknown)) === true;
}

/**
 * Preference with pairs that cannot be compared.
 *
 * Formula: let g be the first group of wants, in order of priority, of which s and t do not meet the
 * same number. If g is a want marked unknown, s and t are unknown to each other (s U t); else the one
 * that meets more is better; without such a group they are equal. U is not transitive. A reading
 * without an unknown want compares by payoff.
 *
 * Source: preference uncertainty, Li, Hipel, Kilgour and Fang (2004). That one want of the order is
 * open, and that it makes U the pairs which it tells apart first, is ours.
 *
 * Time O(states × wants) once, then O(unknown wants) a pair.
 */
export function comparisonOf(
  space: Space,
  reading: Reading | undefined,
): (s: number, t: number) => Comparison {
  // Ranks by the known wants up to each unknown one, and whether that one is met; then the rest.
  const stages: (Int32Array | Uint8Array)[] = [];
  if (!reading?.wants || !hasUnknown(reading)) {
    stages.push(payoffsOf(space, reading));
  } else {
    let start = 0;
    reading.wants.forEach((group, at) => {
      const [want] = group;
      if (!want?.isUnknown) return;
      stages.push(rankByWants(space, reading.wants?.slice(start, at) ?? []).ranks);
      stages.push(truthTable(space, want.want));
      start = at + 1;
    });
    stages.push(rankByWants(space, reading.wants.slice(start)).ranks);
  }
  return (s, t) => {
    for (const [at, stage] of stages.entries()) {
      const difference = (stage[s] as number) - (stage[t] as number);
      if (difference === 0) continue;
      // Stages alternate: known wants, an unknown one, known wants, …
      if (at % 2 === 1) return 'unknown';
      return difference > 0 ? 'better' : 'worse';
    }
    return 'equal';
  };
}
