import type { Numbering } from './columns.js';

/**
 * Sums over issues of a value per level, at every outcome number.
 *
 * Formula: f(x) = Σ_issue value(issue, level of the issue at x). The number is split into a low and a
 * high part; each has a table of about √outcomes sums, so that a sum is two look-ups and one addition.
 *
 * @param value - a number per issue and level; small enough that every sum is an exact double.
 *
 * Time O(issues × √outcomes) to prepare (more when one issue has most of the levels), O(1) a call.
 */
export function sumOverIssues(
  numbering: Numbering,
  value: (issue: number, level: number) => number,
): (number: number) => number {
  const { low, lower, upper } = halves(numbering, 0, value, (sum, extra) => sum + extra);
  return (number) => {
    const high = Math.floor(number / low);
    return (lower[number - high * low] as number) + (upper[high] as number);
  };
}

/**
 * The bits that every issue has at its level, at every outcome number: as `sumOverIssues`, with "and" in
 * place of the sum. At most 31 bits.
 */
export function bitsOfEveryIssue(
  numbering: Numbering,
  bits: (issue: number, level: number) => number,
): (number: number) => number {
  const { low, lower, upper } = halves(numbering, ~0, bits, (all, own) => all & own);
  return (number) => {
    const high = Math.floor(number / low);
    return (lower[number - high * low] as number) & (upper[high] as number);
  };
}

/** A value for each choice of levels of the first issues, and for each of the others. */
function halves(
  { radices, fixed, total }: Numbering,
  none: number,
  value: (issue: number, level: number) => number,
  combine: (a: number, b: number) => number,
): { readonly low: number; readonly lower: Float64Array; readonly upper: Float64Array } {
  let split = 0;
  let low = 1;
  while (split < radices.length && low * low < total) {
    low *= radices[split] as number;
    split += 1;
  }
  const tableOf = (issues: readonly number[]): Float64Array => {
    let table = Float64Array.of(none);
    for (const issue of issues) {
      const own = fixed[issue] as number;
      const levels =
        own === -1 ? Array.from({ length: radices[issue] as number }, (_, l) => l) : [own];
      const next = new Float64Array(table.length * levels.length);
      levels.forEach((level, at) => {
        const extra = value(issue, level);
        for (let place = 0; place < table.length; place += 1) {
          next[at * table.length + place] = combine(table[place] as number, extra);
        }
      });
      table = next;
    }
    return table;
  };
  const all = radices.map((_, issue) => issue);
  return { low, lower: tableOf(all.slice(0, split)), upper: tableOf(all.slice(split)) };
}
