/** One set of changes: where it leads, and on how many issues it differs from where it starts. */
export type LeastRepair = { readonly state: number; readonly changes: number };

/**
 * The least sets of changes that lead from an outcome to one that is good.
 *
 * Formula: a change set gives some issues another level; it is least iff it leads to a good outcome and
 * no proper part of it (the same levels on fewer issues) does. All of them, those with the fewest
 * changes first, then in order of outcome. An outcome that is good already has the empty set alone.
 * Our own definition, as the issues of an outcome are the terms of a proposal.
 *
 * @param start - levels of the outcome to repair, feasible or not.
 * @param good - states that would do, each with its levels.
 * @param most - change sets given at most.
 * @returns the least sets, and whether there may be more.
 *
 * Time O(good outcomes × least sets × issues) after sorting.
 */
export function leastRepairs(
  start: readonly number[],
  good: readonly { readonly state: number; readonly levels: readonly number[] }[],
  most: number,
): { readonly repairs: readonly LeastRepair[]; readonly isWhole: boolean } {
  const candidates = good
    .map(({ state, levels }) => ({
      state,
      levels,
      changes: levels.filter((level, issue) => level !== start[issue]).length,
    }))
    .sort((a, b) => a.changes - b.changes || a.state - b.state);
  const least: typeof candidates = [];
  for (const candidate of candidates) {
    // Every least set with fewer changes is known already: no set of as many can be a part of it.
    const hasPart = least.some(
      ({ levels, changes }) =>
        changes < candidate.changes &&
        levels.every((level, issue) => level === start[issue] || level === candidate.levels[issue]),
    );
    if (hasPart) continue;
    if (least.length === most) {
      return { repairs: told(least), isWhole: false };
    }
    least.push(candidate);
  }
  return { repairs: told(least), isWhole: true };
}

function told(least: readonly LeastRepair[]): readonly LeastRepair[] {
  return least.map(({ state, changes }) => ({ state, changes }));
}
