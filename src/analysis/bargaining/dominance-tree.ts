/** What each outcome gives a party, by place: higher is better. */
export type Scale = Float64Array | Int32Array;

/**
 * Outcomes in nested boxes, to look for one that dominates a given one.
 *
 * A box is a run of outcomes with their greatest and least amounts. Its two halves, split at the
 * median of the party whose amounts are spread widest, stand at `node + 1` and `second[node]`.
 */
export type DominanceTree = {
  /** In the order of the tree. */
  readonly places: Int32Array;
  /** Amounts in that order: `amounts[index * parties + party]`. */
  readonly amounts: Float64Array;
  readonly parties: number;
  /** `greatest[node * parties + party]`, and `least` alike. */
  readonly greatest: Float64Array;
  readonly least: Float64Array;
  /** The run of a box: from `first[node]` to before `end[node]`. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** Where the weaker half stands; 0 for a box that is not split. */
  readonly second: Int32Array;
};

/** A box with no more outcomes is not split: looking through it is as fast. */
const fewInBox = 16;

/** The tree of some outcomes. Time O(outcomes × parties × log outcomes). */
export function dominanceTree(scales: readonly Scale[], outcomes: Int32Array): DominanceTree {
  const parties = scales.length;
  const places = outcomes.slice();
  // Halves of more than 16 hold more than 8 each, so there are fewer boxes than 2/8 of the outcomes.
  const most = Math.max(1, Math.floor(places.length / 4));
  const greatest = new Float64Array(most * parties);
  const least = new Float64Array(most * parties);
  const first = new Int32Array(most);
  const end = new Int32Array(most);
  const second = new Int32Array(most);
  const spread = new Float64Array(parties).fill(1);
  let nodes = 0;

  function build(from: number, to: number): number {
    const node = nodes;
    nodes += 1;
    first[node] = from;
    end[node] = to;
    let widest = 0;
    let width = 0;
    for (let party = 0; party < parties; party += 1) {
      const scale = scales[party] as Scale;
      let low = Infinity;
      let high = -Infinity;
      for (let index = from; index < to; index += 1) {
        const amount = scale[places[index] as number] as number;
        if (amount < low) low = amount;
        if (amount > high) high = amount;
      }
      least[node * parties + party] = low;
      greatest[node * parties + party] = high;
      if (node === 0 && high > low) spread[party] = high - low;
      const share = (high - low) / (spread[party] as number);
      if (share > width) {
        width = share;
        widest = party;
      }
    }
    if (to - from > fewInBox && width > 0) {
      const middle = (from + to) >> 1;
      partition(scales[widest] as Scale, places, from, to - 1, middle);
      // The stronger half stands first: a dominator is likelier there.
      build(middle, to);
      second[node] = build(from, middle);
    }
    return node;
  }

  if (places.length > 0) build(0, places.length);
  const amounts = new Float64Array(places.length * parties);
  scales.forEach((scale, party) => {
    for (let index = 0; index < places.length; index += 1)
      amounts[index * parties + party] = scale[places[index] as number] as number;
  });
  return { places, amounts, parties, greatest, least, first, end, second };
}

/** Orders a run so that none before the middle is above it and none after is below (quickselect). */
function partition(scale: Scale, places: Int32Array, from: number, to: number, middle: number) {
  const amountAt = (index: number) => scale[places[index] as number] as number;
  let low = from;
  let high = to;
  while (low < high) {
    const pivot = amountAt((low + high) >> 1);
    let left = low;
    let right = high;
    while (left <= right) {
      while (amountAt(left) < pivot) left += 1;
      while (amountAt(right) > pivot) right -= 1;
      if (left > right) break;
      const place = places[left] as number;
      places[left] = places[right] as number;
      places[right] = place;
      left += 1;
      right -= 1;
    }
    if (middle <= right) high = right;
    else if (middle >= left) low = left;
    else return;
  }
}

/** Whether an outcome of the tree, by its index there, is dominated by another. */
export function isDominatedIn(tree: DominanceTree, index: number): boolean {
  const { amounts, parties, greatest, least, first, end, second } = tree;
  const row = index * parties;
  // Half of the outcomes at each step: the depth stays below 32.
  const waiting = [0];
  while (waiting.length > 0) {
    const node = waiting.pop() as number;
    const corner = node * parties;
    // Only outcomes at or below the box's upper corner are in it.
    if (!dominates(greatest, corner, amounts, row, parties)) continue;
    // Every outcome in the box is at or above its lower corner.
    if (dominates(least, corner, amounts, row, parties)) return true;
    const weaker = second[node] as number;
    if (weaker > 0) {
      waiting.push(weaker, node + 1);
      continue;
    }
    const stop = (end[node] as number) * parties;
    for (let other = (first[node] as number) * parties; other < stop; other += parties)
      if (dominates(amounts, other, amounts, row, parties)) return true;
  }
  return false;
}

/** Whether one row is at least another everywhere and above it somewhere. */
function dominates(
  rows: Float64Array,
  row: number,
  others: Float64Array,
  other: number,
  parties: number,
): boolean {
  let isAbove = false;
  for (let party = 0; party < parties; party += 1) {
    const one = rows[row + party] as number;
    const two = others[other + party] as number;
    if (one < two) return false;
    if (one > two) isAbove = true;
  }
  return isAbove;
}
