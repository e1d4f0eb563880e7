import type { Reading } from '../../core/case.js';
import { compileExpression, type Expression } from '../../core/expression.js';
import type { Model } from '../../core/model.js';
import { levelsOf } from '../../core/space.js';

/**
 * An order of the priority groups of a reading's wants, or of the entries of its ranking: their
 * present places, most important first. A place left out is struck.
 */
export type WantOrder = readonly number[];

/** How an entry of the reading compares two states, in the order that asks it. */
const prefersFirst = -1;
const equal = 0;
const prefersSecond = 1;
/** A ranking entry that claims both: whatever stands below it is not asked. */
const equalForGood = 2;

/** A reading taken apart so that it can be put into other orders. */
export type Reorderable = {
  readonly kind: 'wants' | 'ranking';
  /**
   * For each place its conditions: an inner list has several, a ranking entry one. Undefined for a
   * want marked unknown, which payoffs leave out.
   */
  readonly places: readonly (readonly (Expression | undefined)[])[];
  /** The reading in another order. */
  readonly inOrder: (order: WantOrder) => Reading;
  /** The reading without one want; the others of its inner list stay. */
  readonly without: (place: number, member: number) => Reading;
};

/** What can be reordered in a reading; undefined where it gives points alone, or nothing. */
export function reorderable(reading: Reading | undefined): Reorderable | undefined {
  if (reading?.wants) {
    const { wants } = reading;
    return {
      kind: 'wants',
      places: wants.map((group) =>
        group.map(({ want, isUnknown }) => (isUnknown ? undefined : want)),
      ),
      inOrder: (order) => ({ ...reading, wants: pick(wants, order) }),
      without: (place, member) => ({
        ...reading,
        wants: wants
          .map((group, at) => (at === place ? group.filter((_, one) => one !== member) : group))
          .filter((group) => group.length > 0),
      }),
    };
  }
  if (reading?.ranking) {
    const { ranking } = reading;
    return {
      kind: 'ranking',
      places: ranking.map(({ expression }) => [expression]),
      inOrder: (order) => ({ ...reading, ranking: pick(ranking, order) }),
      without: (place) => ({ ...reading, ranking: ranking.filter((_, at) => at !== place) }),
    };
  }
  return undefined;
}

function pick<Entry>(entries: readonly Entry[], order: WantOrder): readonly Entry[] {
  return order.map((place) => {
    const entry = entries[place];
    if (entry === undefined) throw new RangeError(`reorderable: there is no place ${place}`);
    return entry;
  });
}

/** Compares states under any order of a reading: negative, zero or positive as the second is worse. */
export type OrderComparison = {
  /** What decides between two states, one number a place; the same for every order. */
  readonly between: (first: number, second: number) => Int8Array;
  /** The verdict of one order on such numbers: 1 when the second state is better, −1 worse, 0 equal. */
  readonly under: (order: WantOrder, decides: Int8Array) => number;
};

/**
 * Comparison of states under every order of a party's wants or ranking entries.
 *
 * By wants, the first place in the order at which the numbers of wants met differ decides. By a
 * ranking, the first entry that claims either state decides: if it claims both, they tie for good.
 * Same order as `payoffsOf` on the reordered reading.
 *
 * Time O(wants) for each new state, O(places) a comparison.
 */
export function orderComparison(model: Model, reading: Reorderable): OrderComparison {
  const tests = reading.places.map((place) =>
    place.flatMap((condition) => (condition ? [compileExpression(condition, model.case)] : [])),
  );
  const known = new Map<number, Int32Array>();
  const metAt = (state: number) => {
    const kept = known.get(state);
    if (kept) return kept;
    const levels = levelsOf(model.space, state);
    const met = Int32Array.from(tests, (place) => place.filter((isMet) => isMet(levels)).length);
    known.set(state, met);
    return met;
  };
  return {
    between: (first, second) => {
      const before = metAt(first);
      const after = metAt(second);
      return Int8Array.from(before, (count, place) => {
        const other = after[place] as number;
        if (reading.kind === 'ranking' && count > 0 && other > 0) return equalForGood;
        return other > count ? prefersSecond : other < count ? prefersFirst : equal;
      });
    },
    under: (order, decides) => {
      for (const place of order) {
        const decision = decides[place];
        if (decision === equalForGood) return 0;
        if (decision !== equal) return decision as number;
      }
      return 0;
    },
  };
}

/**
 * Every order of n places, by the number of adjacent swaps from the present order (Kendall's
 * distance), 0 first.
 *
 * Formula: place i enters the list of the places before it c(i) from its end, 0 <= c(i) <= i; the
 * order then has Σ c(i) pairs in reverse, each pair once. Within a distance, late places move first.
 * Yields all n! orders; take what is wanted. Memory O(n).
 */
export function* ordersByDistance(
  n: number,
): Generator<{ readonly order: WantOrder; readonly swaps: number }> {
  function* fill(place: number, left: number, order: readonly number[]): Generator<WantOrder> {
    if (place === n) {
      if (left === 0) yield order;
      return;
    }
    // What the places still to come can take up at most.
    const later = ((n - 1) * n) / 2 - (place * (place + 1)) / 2;
    for (let back = Math.max(0, left - later); back <= Math.min(place, left); back += 1) {
      yield* fill(place + 1, left - back, order.toSpliced(place - back, 0, place));
    }
  }
  for (let swaps = 0; swaps <= ((n - 1) * n) / 2; swaps += 1) {
    for (const order of fill(0, swaps, [])) yield { order, swaps };
  }
}

/** The order with one place moved so that it stands at another position; the others keep theirs. */
export function withPlaceMoved(n: number, place: number, position: number): WantOrder {
  const rest = Array.from({ length: n }, (_, at) => at).filter((at) => at !== place);
  return rest.toSpliced(position, 0, place);
}
