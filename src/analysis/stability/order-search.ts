import type { Model } from '../../core/model.js';
import { modelWithReading } from '../../core/model-with-reading.js';
import type { ConceptId } from './concept.js';
import { type NearOrders, nearOrders, nowhere } from './near-orders.js';
import { countOrders, type OrderCount } from './order-count.js';
import { orderVerdicts } from './order-verdicts.js';
import { factorial } from './ranking-search.js';
import { stays } from './stays.js';
import { reorderable } from './want-orders.js';

export type OrderSearch = OrderCount &
  NearOrders & {
    readonly kind: 'wants' | 'ranking';
    /** How many groups of wants, or ranking entries, there are to order. */
    readonly places: number;
    /** places! */
    readonly orders: bigint;
    /** Whether the party stays as its wants are now. */
    readonly holdsNow: boolean;
    /** Single wants without which the party stays, all others in their order. */
    readonly struck: readonly { readonly place: number; readonly member: number }[];
    /**
     * States to which the party has a way out under every order of its wants, because no want of it
     * speaks against it. Where no order holds there may also be one way or another in each.
     */
    readonly alwaysLeft: readonly number[];
  };

/**
 * The inverse question over orders of a party's own wants: how many of them make a state stable for
 * it, and which are nearest to the present one?
 *
 * An order is a permutation of the priority groups of the reading in force (an inner list moves as
 * one), or of the entries of its ranking. All n! are counted (`countOrders`), by what decides in each
 * (`orderVerdicts`). Distance is the number of adjacent swaps, which is the number of pairs of groups
 * in reverse (Kendall); where the party does not stay now and some order makes it, the nearest such
 * orders are looked for (`nearOrders`).
 *
 * The others' preferences stay as they are. Source: ours.
 *
 * @returns undefined for a reading by points alone, and for a party without a reading. A reading
 *   with one group has one order.
 */
export function searchOrders(
  model: Model,
  concept: ConceptId,
  party: number,
  state: number,
  stopped: () => boolean,
): OrderSearch | undefined {
  const reading = reorderable(model.readings[party]);
  if (!reading) return undefined;
  const n = reading.places.length;
  const holdsNow = stays(model, concept, party, state);
  const verdicts = orderVerdicts(model, concept, party, state, reading);
  const look = () => nearOrders(verdicts, n, stopped);
  // Where verdicts take work, near orders come first: they may need what a whole count uses up.
  const isHopeless = holdsNow || verdicts.alwaysLeft.length > 0;
  const first = isHopeless || verdicts.isExact ? undefined : look();
  const count = countOrders(verdicts, n, stopped);
  const isSought = !isHopeless && count.holding + count.undecided > 0n;
  return {
    kind: reading.kind,
    places: n,
    orders: factorial(n),
    ...count,
    holdsNow,
    ...(isSought ? (first ?? look()) : nowhere),
    struck: holdsNow
      ? []
      : reading.places.flatMap((place, at) =>
          place.flatMap((_, member) =>
            stays(
              modelWithReading(model, party, reading.without(at, member)),
              concept,
              party,
              state,
            )
              ? [{ place: at, member }]
              : [],
          ),
        ),
    alwaysLeft: verdicts.alwaysLeft,
  };
}
