/** A line that allows or forbids some changes, at all outcomes or where a condition holds. */
export type Line = {
  /** The text of its condition; undefined where it has none. */
  readonly when: string | undefined;
  readonly changes: readonly string[];
};

/**
 * For each line whether the others already say all that it says, with the same condition or, where
 * it has one, without any. Of lines that repeat each other the first stays.
 */
export function repeatedLines(lines: readonly Line[]): readonly boolean[] {
  const counts = new Map<string | undefined, Map<string, number>>();
  const countOf = (when: string | undefined, change: string) => counts.get(when)?.get(change) ?? 0;
  const count = ({ when, changes }: Line, by: 1 | -1) => {
    const known = counts.get(when) ?? new Map<string, number>();
    counts.set(when, known);
    for (const change of changes) known.set(change, (known.get(change) ?? 0) + by);
  };
  for (const line of lines) count(line, 1);
  const repeated = lines.map(() => false);
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at] as Line;
    const { when, changes } = line;
    const isSaid = (change: string) =>
      countOf(when, change) > 1 || (when !== undefined && countOf(undefined, change) > 0);
    if (changes.length === 0 || !changes.every(isSaid)) continue;
    repeated[at] = true;
    count(line, -1);
  }
  return repeated;
}
