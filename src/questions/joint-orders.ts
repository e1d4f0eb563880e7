import type { ConceptId } from '../analysis/stability/concept.js';
import { type NearOrders, nearOrders, nowhere } from '../analysis/stability/near-orders.js';
import { orderVerdicts } from '../analysis/stability/order-verdicts.js';
import { stays } from '../analysis/stability/stays.js';
import { verdictSteps } from '../analysis/stability/verdict-steps.js';
import { type Reorderable, reorderable } from '../analysis/stability/want-orders.js';
import type { WorkBudget } from '../analysis/stability/work-budget.js';
import type { Model } from '../core/model.js';
import { modelWithReading } from '../core/model-with-reading.js';
import type { MakeStableFindings, Order } from './make-stable-findings.js';

/** Most sets of changed orders that are tried. */
const mostSets = 24;
/** Most orders of one party that a set goes on with. */
const mostOrdersEach = 4;
/** What one search for near orders may take of the work that is left. */
const shareOfSearch = 0.3;

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
 * not be the smallest. Each search for near orders may take a part of the work that is left.
 *
 * @param near - the near orders of a party by itself, where they are known already.
 */
export function jointOrders(
  model: Model,
  concept: ConceptId,
  state: number,
  near: ReadonlyMap<number, NearOrders>,
  work: WorkBudget,
): Pick<MakeStableFindings, 'combination' | 'combinationsTried' | 'deadEnd'> & {
  /** Whether the work allowed ran out before the search was done. */
  readonly isShort: boolean;
} {
  const idOf = (party: number) => model.case.parties[party]?.id as string;
  const named = ({ orders }: ChangeSet) =>
    Object.fromEntries([...orders].map(([party, { order }]) => [idOf(party), order]));
  const seen = new Set<string>();
  let open: readonly ChangeSet[] = [{ model, orders: new Map(), swaps: 0 }];
  let tried = 0;
  let deadEnd: MakeStableFindings['deadEnd'] = null;
  let isShort = false;
  // A party's near orders depend on the orders of the others alone.
  const known = new Map([...near].map(([party, found]) => [contextOf(new Map(), party), found]));
  const nearOf = (set: ChangeSet, party: number, reading: Reorderable): NearOrders => {
    const context = contextOf(set.orders, party);
    const kept = known.get(context);
    if (kept) return kept;
    work.charge(verdictSteps(set.model));
    const verdicts = orderVerdicts(set.model, concept, party, state, reading);
    const part = work.part(work.left() * shareOfSearch);
    const found =
      verdicts.alwaysLeft.length > 0
        ? nowhere
        : nearOrders(verdicts, reading.places.length, part, mostOrdersEach);
    known.set(context, found);
    return found;
  };
  while (tried < mostSets) {
    const [set, ...others] = open;
    if (!set) break;
    if (!work.take(verdictSteps(set.model))) {
      isShort = true;
      break;
    }
    if (set.orders.size > 0) tried += 1;
    const leaving = set.model.payoffs.findIndex(
      (_, party) => !stays(set.model, concept, party, state),
    );
    if (leaving === -1) {
      if (set.orders.size === 0) break;
      const combination = { orders: named(set), swaps: set.swaps };
      return { combination, combinationsTried: tried, deadEnd: null, isShort: false };
    }
    const reading = reorderable(model.readings[leaving]);
    const found = reading ? nearOf(set, leaving, reading) : nowhere;
    isShort ||= found.isShort;
    const next = reading ? withParty(set, leaving, reading, found) : [];
    if (next.length === 0 && !found.isShort)
      deadEnd ??= { orders: named(set), party: idOf(leaving) };
    const fresh = next.filter((one) => {
      const key = JSON.stringify(named(one));
      return !seen.has(key) && seen.add(key);
    });
    open = [...others, ...fresh].sort((a, b) => a.swaps - b.swaps);
  }
  return { combination: null, combinationsTried: tried, deadEnd, isShort };
}

/** The orders of the others, beside which near orders of one party are looked for. */
function contextOf(orders: ChangeSet['orders'], party: number): string {
  const others = [...orders].filter(([other]) => other !== party).sort(([a], [b]) => a - b);
  return JSON.stringify([party, others.map(([other, { order }]) => [other, order])]);
}

/** The set with each near order of one more party, measured from its present order. */
function withParty(
  set: ChangeSet,
  party: number,
  reading: Reorderable,
  { nearest, moves }: NearOrders,
): readonly ChangeSet[] {
  const near = (nearest?.orders ?? []).map((order) => ({ order, swaps: nearest?.swaps ?? 0 }));
  const distinct = new Map([...near, ...moves].map((one) => [one.order.join(' '), one]));
  return [...distinct.values()].slice(0, mostOrdersEach).map((change) => ({
    model: modelWithReading(set.model, party, reading.inOrder(change.order)),
    orders: new Map([...set.orders, [party, change] as const]),
    swaps: set.swaps - (set.orders.get(party)?.swaps ?? 0) + change.swaps,
  }));
}
