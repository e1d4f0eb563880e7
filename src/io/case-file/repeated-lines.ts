/** A line that allows or forbids some changes, at all outcomes or where a condition holds. */
export type Line = {
  /** The text of its condition; undefined where it has none. */
  readonly when: string | undefined;
  readonly changes: readonly string[];
};

/**
 * For each line whether others already say all that it says: an earlier one with the same condition,
 * or, where it has a condition, any without one.
 */
export function repeatedLines(lines: readonly Line[]): readonly boolean[] {
  const always = new Set(lines.flatMap(({ when, changes }) => (when === undefined ? changes : [])));
  const earlier = new Map<string | undefined, Set<string>>();
  return lines.map(({ when, changes }) => {
    const same = earlier.get(when) ?? new Set();
    const isRepeated =
      changes.length > 0 &&
      changes.every((change) => same.has(change) || (when !== undefined && always.has(change)));
    for (const change of changes) same.add(change);
    earlier.set(when, same);
    return isRepeated;
  });
}
