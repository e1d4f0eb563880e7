import type { Order, OrderCounts } from '../questions/make-stable-findings.js';
import { emphasis, type Inline } from './document.js';
import { counted } from './phrases.js';
import type { Words } from './words.js';

/** One want, or one inner list, put above or below another. */
type Step = { readonly place: number; readonly side: 'above' | 'below'; readonly of: number };

/** More steps than this are told as the whole order. */
const mostSteps = 3;

/**
 * How an order comes about from the present one, where each place stands in its own turn.
 *
 * One place moved up: above the one it then stands on; moved down: below the one it then hangs from
 * (two neighbours exchanged: the lower above the upper). Otherwise, from the top of the new order
 * down, each place that does not come next by itself is put above the one that does; done one after
 * the other these give the order.
 */
export function stepsTo(order: Order): readonly Step[] {
  const present = order.toSorted((a, b) => a - b);
  const single = present.flatMap((place): Step[] => {
    const rest = (of: Order) => of.filter((one) => one !== place).join();
    if (rest(order) !== rest(present)) return [];
    const at = order.indexOf(place);
    const was = present.indexOf(place);
    const below = order[at + 1];
    const above = order[at - 1];
    if (at < was && below !== undefined) return [{ place, side: 'above', of: below }];
    if (at > was && above !== undefined) return [{ place, side: 'below', of: above }];
    return [];
  });
  const best = single.find(({ side }) => side === 'above') ?? single[0];
  if (best) return [best];
  const steps: Step[] = [];
  let left = present;
  for (const place of order) {
    const [next] = left;
    if (next !== undefined && next !== place) steps.push({ place, side: 'above', of: next });
    left = left.filter((one) => one !== place);
  }
  return steps;
}

/**
 * After "put": `“a” above “b” (one swap)`; the whole order where that takes too many words.
 */
export function changeWords(
  words: Words,
  counts: OrderCounts,
  order: Order,
  swaps: number,
): readonly Inline[] {
  const at = (place: number) => placeWords(words, counts, place);
  const steps = stepsTo(order);
  const told =
    steps.length > mostSteps
      ? [
          'its wants in this order: ',
          ...order.flatMap((place, index) => [...(index === 0 ? [] : ['; ']), ...at(place)]),
        ]
      : steps.flatMap(({ place, side, of }, index) => [
          index === 0 ? '' : ', then ',
          ...at(place),
          side === 'below' ? ' down below ' : ' above ',
          ...at(of),
        ]);
  return [...told, ` (${counted(swaps, 'swap')})`];
}

/** The wants of one place: `“a”`, or `“a” with “b”` where they are equally important. */
export function placeWords(words: Words, counts: OrderCounts, place: number): readonly Inline[] {
  return (counts.places[place] ?? []).flatMap((path, at): Inline[] => [
    ...(at === 0 ? [] : [' with ']),
    emphasis(`“${words.want(path)}”`),
  ]);
}
