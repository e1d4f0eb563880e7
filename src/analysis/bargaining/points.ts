import { type Column, numeratorAt } from './column.js';
import { mostOutcomesKept, type Point } from './problem.js';

/**
 * Outcomes gathered by the amounts they give.
 *
 * @param places - outcomes, ascending.
 * @returns one point for each different vector of amounts, descending by the first party's amount,
 *   then the second's, and so on; the outcomes of a point ascend.
 *
 * Time O(places × log places × parties), O(places × parties) where they already stand in this order.
 */
export function pointsOf<Where>(
  columns: readonly Column[],
  places: Int32Array,
  outcomeAt: (place: number) => Where,
): readonly Point<Where>[] {
  const ordered = inOrder(columns, places);
  const points: Point<Where>[] = [];
  for (let from = 0; from < ordered.length; ) {
    const first = ordered[from] as number;
    let to = from + 1;
    while (to < ordered.length && compareAmounts(columns, first, ordered[to] as number) === 0)
      to += 1;
    points.push({
      amounts: columns.map((column) => numeratorAt(column, first)),
      count: BigInt(to - from),
      outcomes: Array.from(
        ordered.subarray(from, Math.min(to, from + mostOutcomesKept)),
        outcomeAt,
      ),
    });
    from = to;
  }
  return points;
}

/** Negative where the first outcome gives more to the first party that gets different amounts. */
function compareAmounts(columns: readonly Column[], one: number, other: number): number {
  for (const { numerators } of columns) {
    const a = numerators[one] as number | bigint;
    const b = numerators[other] as number | bigint;
    if (a !== b) return a > b ? -1 : 1;
  }
  return 0;
}

function inOrder(columns: readonly Column[], places: Int32Array): Int32Array {
  let isOrdered = true;
  for (let index = 1; index < places.length && isOrdered; index += 1)
    isOrdered = compareAmounts(columns, places[index - 1] as number, places[index] as number) <= 0;
  // Sorting a great many ties, as a whole list of equal outcomes, would take seconds.
  return isOrdered ? places : places.slice().sort((a, b) => compareAmounts(columns, a, b) || a - b);
}
