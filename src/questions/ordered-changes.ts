/** One entry of an ordered list: what it says, and its rank; equal ranks are of equal importance. */
export type Ranked = {
  readonly text: string;
  readonly label: string | undefined;
  readonly rank: number;
};

/** What became of the entries of an ordered list; numbers are positions in the two lists. */
export type OrderedChanges = {
  readonly added: readonly number[];
  readonly dropped: readonly number[];
  /** In both with the same text, and out of the order that the others keep. */
  readonly moved: readonly (readonly [before: number, after: number])[];
  /** The same label with another text. */
  readonly changed: readonly (readonly [before: number, after: number])[];
  /** In both with the same text. */
  readonly kept: readonly (readonly [before: number, after: number])[];
};

/**
 * Compares two ordered lists entry by entry.
 *
 * Entries with the same text are the same; of what is left, entries with the same label are the same
 * entry with another text. Entries that are the same have kept their order if they belong to a longest
 * set S of them in which for all a, b ∈ S: rank(a) < rank(b) before ⇔ rank(a) < rank(b) after; of the
 * longest such sets, the one found first from the front. All others have moved. So one want moved to
 * the front is one move, and not one of each want that it passed.
 *
 * A text that stands several times is matched from the front. Empty lists give empty changes. Time
 * O(n²) for n entries in both.
 */
export function orderedChanges(
  before: readonly Ranked[],
  after: readonly Ranked[],
): OrderedChanges {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const match = (isSame: (a: Ranked, b: Ranked) => boolean) => {
    const pairs: (readonly [number, number])[] = [];
    before.forEach((entry, from) => {
      if (partner.has(from)) return;
      const to = after.findIndex((other, at) => !taken.has(at) && isSame(entry, other));
      if (to === -1) return;
      partner.set(from, to);
      taken.add(to);
      pairs.push([from, to]);
    });
    return pairs;
  };
  const kept = match((a, b) => a.text === b.text);
  const changed = match((a, b) => a.label !== undefined && a.label === b.label);
  const inOrder = longestInOrder([...kept, ...changed], before, after);
  return {
    added: after.flatMap((_, at) => (taken.has(at) ? [] : [at])),
    dropped: before.flatMap((_, at) => (partner.has(at) ? [] : [at])),
    moved: [...kept, ...changed].filter((pair) => !inOrder.has(pair)),
    changed,
    kept,
  };
}

type Pair = readonly [number, number];

/** The pairs of a longest chain in which ranks rise, or stay equal, on both sides alike. */
function longestInOrder(
  pairs: readonly Pair[],
  before: readonly Ranked[],
  after: readonly Ranked[],
): ReadonlySet<Pair> {
  const rank = (list: readonly Ranked[], at: number) => (list[at] as Ranked).rank;
  const sorted = pairs.toSorted(
    ([a, x], [b, y]) =>
      rank(before, a) - rank(before, b) || rank(after, x) - rank(after, y) || a - b,
  );
  // A chain is built from its last pair back: each pair knows the best chain that follows it.
  const length: number[] = [];
  const next: (number | undefined)[] = [];
  for (let at = sorted.length - 1; at >= 0; at -= 1) {
    const [a, x] = sorted[at] as Pair;
    length[at] = 1;
    for (let later = at + 1; later < sorted.length; later += 1) {
      const [b, y] = sorted[later] as Pair;
      const rises = Math.sign(rank(before, b) - rank(before, a));
      if (rises !== Math.sign(rank(after, y) - rank(after, x))) continue;
      const reached = 1 + (length[later] as number);
      if (reached > (length[at] as number)) {
        length[at] = reached;
        next[at] = later;
      }
    }
  }
  const chain = new Set<Pair>();
  let place: number | undefined = length.indexOf(Math.max(0, ...length));
  for (; place !== undefined && place !== -1; place = next[place]) chain.add(sorted[place] as Pair);
  return chain;
}
