/**
 * Pairs that two orders rank oppositely.
 *
 * Formula: |{ {s, t} : a(s) > a(t) and b(s) < b(t) }|; pairs tied in either order do not count. Counted
 * with a Fenwick tree over the ranks of b, states visited in ascending a, ties of a together.
 *
 * @param a - dense ranks from 0. @param b - dense ranks from 0, of the same states.
 * @returns the count, exact below 2^53, and one pair [s, t] as above: the lowest s, then the lowest t.
 *
 * Time O(n log n), and O(n) for the example.
 */
export function opposedPairs(
  a: Int32Array,
  b: Int32Array,
): { readonly count: number; readonly example: readonly [number, number] | undefined } {
  if (a.length !== b.length) {
    throw new RangeError(`opposedPairs: a has ${a.length} ranks, b has ${b.length}`);
  }
  const ranks = b.reduce((most, rank) => Math.max(most, rank), 0) + 1;
  const tree = new Int32Array(ranks + 1);
  const add = (rank: number) => {
    for (let at = rank + 1; at <= ranks; at += at & -at) tree[at] = (tree[at] as number) + 1;
  };
  const countUpTo = (rank: number) => {
    let sum = 0;
    for (let at = rank + 1; at > 0; at -= at & -at) sum += tree[at] as number;
    return sum;
  };
  const order = Array.from(a, (_, state) => state).sort(
    (s, t) => (a[s] as number) - (a[t] as number) || s - t,
  );
  let count = 0;
  let first: number | undefined;
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && a[order[end] as number] === a[order[start] as number]) end += 1;
    // Everything in the tree has a lower a; those with a higher b are opposed.
    for (let at = start; at < end; at += 1) {
      const state = order[at] as number;
      const opposed = start - countUpTo(b[state] as number);
      count += opposed;
      if (opposed > 0 && (first === undefined || state < first)) first = state;
    }
    for (let at = start; at < end; at += 1) add(b[order[at] as number] as number);
    start = end;
  }
  if (first === undefined) return { count, example: undefined };
  const s = first;
  const t = a.findIndex(
    (rank, state) => rank < (a[s] as number) && (b[state] as number) > (b[s] as number),
  );
  return { count, example: [s, t] };
}
