/** Where a value is greatest. */
export type Greatest = {
  /** Places that attain it, in the order given; empty iff none was given. */
  readonly places: Int32Array;
  readonly value: bigint | undefined;
};

/** The places at which an exact value is greatest. Time O(places). */
export function greatestOf(places: Int32Array, valueAt: (place: number) => bigint): Greatest {
  const found: number[] = [];
  let value: bigint | undefined;
  for (const place of places) {
    const here = valueAt(place);
    if (value === undefined || here > value) {
      value = here;
      found.length = 0;
    }
    if (here === value) found.push(place);
  }
  return { places: Int32Array.from(found), value };
}

/**
 * The places whose score is at least a floor that depends on the greatest score.
 *
 * A filter before an exact comparison: the caller proves that no optimum scores below the floor.
 *
 * @param scores - one a place, in the same order.
 */
export function nearGreatest(
  places: Int32Array,
  scores: Float64Array,
  floorOf: (greatest: number) => number = (greatest) => greatest,
): Int32Array {
  let greatest = -Infinity;
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index] as number;
    if (score > greatest) greatest = score;
  }
  const floor = floorOf(greatest);
  const found: number[] = [];
  for (let index = 0; index < scores.length; index += 1)
    if ((scores[index] as number) >= floor) found.push(places[index] as number);
  return Int32Array.from(found);
}
