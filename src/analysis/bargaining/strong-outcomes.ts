import { dominanceTree, isDominatedIn, type Scale } from './dominance-tree.js';

/** How many outcomes are looked at for strong ones, and how many of these are taken. */
const sampleSize = 2048;
const mostStrong = 64;

/**
 * A few outcomes that dominate many: of an evenly spaced sample the undominated ones whose amounts, as
 * shares of each party's range in the sample, add up to most. Only a guess at what is worth comparing
 * with; nothing depends on it but time.
 */
export function strongOutcomes(scales: readonly Scale[], places: Int32Array): Int32Array {
  const step = Math.max(1, Math.floor(places.length / sampleSize));
  const sample = places.filter((_, index) => index % step === 0);
  const tree = dominanceTree(scales, sample);
  const indexes = Array.from(sample, (_, index) => index).filter(
    (index) => !isDominatedIn(tree, index),
  );
  const ranges = scales.map((_, party) => {
    const low = tree.least[party] as number;
    const width = (tree.greatest[party] as number) - low;
    return { low, width: width > 0 ? width : 1 };
  });
  const scored = indexes.map((index) => ({
    place: tree.places[index] as number,
    score: ranges.reduce(
      (sum, { low, width }, party) =>
        sum + ((tree.amounts[index * scales.length + party] as number) - low) / width,
      0,
    ),
  }));
  scored.sort((a, b) => b.score - a.score || a.place - b.place);
  return Int32Array.from(scored.slice(0, mostStrong), ({ place }) => place);
}

/**
 * The outcomes that none of a few strong ones dominates, in the order given.
 *
 * A strong outcome that dominates one moves up a place, so that those that dominate most are soon
 * tried first. Time O(places × parties × strong), far less where most are dominated.
 */
export function undominatedBy(
  scales: readonly Scale[],
  places: Int32Array,
  strong: Int32Array,
): Int32Array {
  const parties = scales.length;
  const rows = new Float64Array(strong.length * parties);
  strong.forEach((place, index) => {
    for (let party = 0; party < parties; party += 1)
      rows[index * parties + party] = scales[party]![place] as number;
  });
  const kept = new Int32Array(places.length);
  let count = 0;
  const row = new Float64Array(parties);
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] as number;
    for (let party = 0; party < parties; party += 1) row[party] = scales[party]![place] as number;
    const by = dominatorOf(rows, row, parties);
    if (by < 0) {
      kept[count] = place;
      count += 1;
    } else if (by > 0) moveUp(rows, by, parties);
  }
  return kept.slice(0, count);
}

/** Where the first row that dominates starts; −1 where none does. */
function dominatorOf(rows: Float64Array, row: Float64Array, parties: number): number {
  for (let start = 0; start < rows.length; start += parties) {
    let party = 0;
    while (party < parties && (rows[start + party] as number) >= (row[party] as number)) party += 1;
    if (party < parties) continue;
    for (party = 0; party < parties; party += 1)
      if ((rows[start + party] as number) > (row[party] as number)) return start;
  }
  return -1;
}

function moveUp(rows: Float64Array, start: number, parties: number): void {
  for (let party = 0; party < parties; party += 1) {
    const other = rows[start + party - parties] as number;
    rows[start + party - parties] = rows[start + party] as number;
    rows[start + party] = other;
  }
}
