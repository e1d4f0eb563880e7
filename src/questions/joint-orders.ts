import type { ConceptId } from '../analysis/stability/concept.js';
import { nearOrders } from '../analysis/stability/near-orders.js';
import { orderVerdicts } from '../analysis/stability/order-verdicts.js';
import { stays } from '../analysis/stability/stays.js';
import { reorderable } from '../analysis/stability/want-orders.js';
import type { Model } from '../core/model.js';
import { modelWithReading } from '../core/model-with-reading.js';
import type { MakeStableFindings, Order } from './make-stable-findings.js';

/** Most sets of changed orders that are tried. */
const mostSets = 24;
/** Most orders of one party that a set goes on with. */
const mostOrdersEach = 4;

type ChangeSet = {
  readonly model: Model;
  readonly orders: ReadonlyMap<number, { readonly order: Order; readonly swaps: number }>;
  readonly swaps: number;
};

/**
 * Changed orders of wants, at most one a party, such that a state holds for all with every one in
 * place.
 *
 * A change by one party may change the replies that keep another, so each party's order is looked for
 * with the changes before it in place: of the sets known, one with fewest swaps is taken; its first
 * party that leaves is given each of its nearest orders, and orders with one want moved, that make it
 * stay there, in place of an order it may have been given before. A set of which nobody leaves is the
 * answer. Not every set is tried: none found does not mean that there is none, and a set found need
 * not be the smallest.
 */
export function jointOrders(
  model: Model,
  concept: ConceptId,
  state: number,
  stopped: () => boolean,
): Pick<MakeStableFindings, 'combination' | 'combinationsTried' | 'deadEnd'> {
  const idOf = (party: number) => model.case.parties[party]?.id as string;
  const named = ({ orders }: ChangeSet) =>
    Object.fromEntries([...orders].map(([party, { order }]) => [idOf(party), order]));
  const seen = new Set<string>();
  let open: readonly ChangeSet[] = [{ model, orders: new Map(), swaps: 0 }];
  let tried = 0;
  let deadEnd: MakeStableFindings['deadEnd'] = null;
  while (tried < mostSets && !stopped()) {
    const [set, ...others] = open;
    if (!set) break;
    if (set.orders.size > 0) tried += 1;
    const leaving = set.model.payoffs.findIndex(
      (_, party) => !stays(set.model, concept, party, state),
    );
    if (leaving === -1) {
      if (set.orders.size === 0) break;
      const combination = { orders: named(set), swaps: set.swaps };
      return { combination, combinationsTried: tried, deadEnd: null };
    }
    const next = withParty(model, set, concept, leaving, state, stopped);
    if (next.length === 0) deadEnd ??= { orders: named(set), party: idOf(leaving) };
    const fresh = next.filter((one) => {
      const key = JSON.stringify(named(one));
      return !seen.has(key) && seen.add(key);
    });
    open = [...others, ...fresh].sort((a, b) => a.swaps - b.swaps);
  }
  return { combination: null, combinationsTried: tried, deadEnd };
}

/** The set with each near order of one more party, measured from its present order. */
function withParty(
  present: Model,
  set: ChangeSet,
  concept: ConceptId,
  party: number,
  state: number,
  stopped: () => boolean,
): readonly ChangeSet[] {
  const reading = reorderable(present.readings[party]);
  if (!reading) return [];
  const verdicts = orderVerdicts(set.model, concept, party, state, reading);
  if (verdicts.alwaysLeft.length > 0) return [];
  const { nearest, moves } = nearOrders(verdicts, reading.places.length, stopped);
  const near = (nearest?.orders ?? []).map((order) => ({ order, swaps: nearest?.swaps ?? 0 }));
  const distinct = new Map([...near, ...moves].map((one) => [one.order.join(' '), one]));
  return [...distinct.values()].slice(0, mostOrdersEach).map((change) => ({
    model: modelWithReading(set.model, party, reading.inOrder(change.order)),
    orders: new Map([...set.orders, [party, change] as const]),
    swaps: set.swaps - (set.orders.get(party)?.swaps ?? 0) + change.swaps,
  }));
}
