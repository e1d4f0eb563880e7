import type { Statement } from './gmcr-file.js';

/** Most options whose states are listed. */
export const mostListedOptions = 24;

/**
 * The feasible states of a file in gmcr-py's order: the state with ordinal n, counted from 1, is at
 * index n − 1. Each is a number whose bit k says whether the option with position `order[k]` is taken;
 * ordinals follow these numbers upwards.
 *
 * @param order - positions of the options, those of the first decision maker first.
 * @param most - stop after so many.
 *
 * Time O(2^options × infeasible patterns); at most 24 options.
 */
export function listStates(
  order: readonly number[],
  infeasibles: readonly Statement[],
  most = Number.POSITIVE_INFINITY,
): readonly number[] {
  if (order.length > mostListedOptions) {
    throw new RangeError(`listStates: ${order.length} options, above ${mostListedOptions}`);
  }
  const bitOf = new Map(order.map((option, bit) => [option, bit]));
  const masks = infeasibles.flat().flatMap((pattern) => {
    let care = 0;
    let value = 0;
    for (const { option, taken } of pattern) {
      const bit = 1 << (bitOf.get(option) as number);
      // A pattern that asks for both of one option matches nothing.
      if (care & bit && Boolean(value & bit) !== taken) return [];
      care |= bit;
      if (taken) value |= bit;
    }
    return [{ care, value }];
  });
  const states: number[] = [];
  for (let number = 0; number < 1 << order.length && states.length < most; number += 1) {
    if (!masks.some(({ care, value }) => (number & care) === value)) states.push(number);
  }
  return states;
}
