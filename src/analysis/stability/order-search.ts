import type { Model } from '../../core/model.js';
import { modelWithReading } from '../../core/model-with-reading.js';
import type { ConceptId } from './concept.js';
import { type NearOrders, nearOrders, nowhere } from './near-orders.js';
import { countOrders, type OrderCount } from './order-count.js';
import { type OrderVerdicts, orderVerdicts } from './order-verdicts.js';
import { factorial } from './ranking-search.js';
import { stays } from './stays.js';
import { verdictSteps } from './verdict-steps.js';
import { type Reorderable, reorderable } from './want-orders.js';
import { endlessWork, type WorkBudget } from './work-budget.js';

/** What the search for near orders may take of the work that is left when it starts. */
const shareOfNear = 0.5;

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
    /** How many single wants were not looked at, because the work allowed ran out. */
    readonly unstruck: number;
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
  work: WorkBudget = endlessWork,
): OrderSearch | undefined {
  const reading = reorderable(model.readings[party]);
  if (!reading) return undefined;
  const n = reading.places.length;
  const holdsNow = stays(model, concept, party, state);
  const verdicts = orderVerdicts(model, concept, party, state, reading);
  const struck = holdsNow
    ? noneStruck
    : struckWants(model, concept, party, state, reading, verdicts, work);
  const look = () => nearOrders(verdicts, n, work.part(work.left() * shareOfNear));
  // Where verdicts take work, near orders come first: they may need what a whole count uses up.
  const isHopeless = holdsNow || verdicts.alwaysLeft.length > 0;
  const first = isHopeless || verdicts.isExact ? undefined : look();
  const count = countOrders(
    verdicts,
    n,
    verdicts.isExact ? work.part(work.left() * shareOfNear) : work,
  );
  const isSought = !isHopeless && count.holding + count.undecided > 0n;
  return {
    kind: reading.kind,
    places: n,
    orders: factorial(n),
    ...count,
    holdsNow,
    ...(isSought ? (first ?? look()) : nowhere),
    ...struck,
    alwaysLeft: verdicts.alwaysLeft,
  };
}

type Struck = Pick<OrderSearch, 'struck' | 'unstruck'>;
const noneStruck: Struck = { struck: [], unstruck: 0 };

/** The single wants without which the party stays. */
function struckWants(
  model: Model,
  concept: ConceptId,
  party: number,
  state: number,
  reading: Reorderable,
  verdicts: OrderVerdicts,
  work: WorkBudget,
): Struck {
  const struck: { readonly place: number; readonly member: number }[] = [];
  let unstruck = 0;
  const places = reading.places.map((_, place) => place);
  const staysWithout = (place: number, member: number) => {
    if (reading.places[place]?.length === 1) {
      // A place left out of the order is struck.
      return verdicts.verdict(places.toSpliced(place, 1), work);
    }
    if (!work.take(verdictSteps(model))) return undefined;
    const changed = modelWithReading(model, party, reading.without(place, member));
    return stays(changed, concept, party, state);
  };
  for (const place of places) {
    for (const member of (reading.places[place] ?? []).keys()) {
      const verdict = staysWithout(place, member);
      if (verdict) struck.push({ place, member });
      if (verdict === undefined) unstruck += 1;
    }
  }
  return { struck, unstruck };
}
