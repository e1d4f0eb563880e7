import type { Case } from './case.js';

/**
 * Every way in which today can be completed where the case leaves it open: one level of each open
 * issue, the first issue fastest, the default first.
 *
 * @param most - how many are listed at most.
 * @returns levels of all issues; today alone where nothing is open, nothing without a today.
 */
export function todayCompletions(theCase: Case, most: number): readonly (readonly number[])[] {
  const { today, openToday } = theCase;
  if (!today) return [];
  const found: (readonly number[])[] = [];
  const places = openToday.map(() => 0);
  while (found.length < most) {
    const levels = [...today];
    openToday.forEach((open, at) => {
      levels[open.issue] = open.levels[places[at] as number] as number;
    });
    found.push(levels);
    const next = openToday.findIndex((open, at) => (places[at] as number) + 1 < open.levels.length);
    if (next === -1) break;
    places.fill(0, 0, next);
    places[next] = (places[next] as number) + 1;
  }
  return found;
}

/** How many ways there are to complete today. */
export function completionCount({ openToday }: Case): bigint {
  return openToday.reduce((product, { levels }) => product * BigInt(levels.length), 1n);
}
