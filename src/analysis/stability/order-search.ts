import type { Model } from '../../core/model.js';
import { modelWithReading } from '../../core/model-with-reading.js';
import type { ConceptId } from './concept.js';
import { countOrders, type OrderCount } from './order-count.js';
import { type OrderVerdicts, orderVerdicts } from './order-verdicts.js';
import { factorial } from './ranking-search.js';
import { stays } from './stays.js';
import { ordersByDistance, reorderable, type WantOrder, withPlaceMoved } from './want-orders.js';

/** Most orders of one party's wants that are tried one by one: those of eight wants. */
export const mostOrders = 40_320;

/** A change of a reading under which the party stays. */
export type HoldingOrder = { readonly order: WantOrder; readonly swaps: number };

export type OrderSearch = OrderCount & {
  readonly kind: 'wants' | 'ranking';
  /** How many groups of wants, or ranking entries, there are to order. */
  readonly places: number;
  /** places! */
  readonly orders: bigint;
  /** Whether the party stays as its wants are now. */
  readonly holdsNow: boolean;
  /** Fewest adjacent swaps that make the party stay; undefined where it does now, or none was found. */
  readonly nearest: NearestOrders | undefined;
  /** How many swaps away every order was looked at. */
  readonly swapsSearched: number;
  /** Orders that move one place and keep the others, when no shorter move of it the same way does. */
  readonly moves: readonly HoldingOrder[];
  /** Single wants without which the party stays, all others in their order. */
  readonly struck: readonly { readonly place: number; readonly member: number }[];
  /**
   * States to which the party has a way out under every order of its wants, because no want of it
   * speaks against it. Where no order holds there may also be one way or another in each.
   */
  readonly alwaysLeft: readonly number[];
};

export type NearestOrders = {
  readonly swaps: number;
  readonly orders: readonly WantOrder[];
  /** Whether every order with as few swaps was looked at and decided. */
  readonly isSure: boolean;
};

/**
 * The inverse question over orders of a party's own wants: how many of them make a state stable for
 * it, and which are nearest to the present one?
 *
 * An order is a permutation of the priority groups of the reading in force (an inner list moves as
 * one), or of the entries of its ranking. All n! are counted (`countOrders`), by what decides in each
 * (`orderVerdicts`). Distance is the number of adjacent swaps, which is the number of pairs of groups
 * in reverse (Kendall): where the party does not stay now and some order makes it, orders are tried by
 * distance, up to `mostOrders` of them, until one distance has such orders and has been gone through.
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
  const verdictOf = verdictByOrder(verdicts);
  // Where verdicts take work, near orders come first: they may need what a whole count uses up.
  const isHopeless = verdicts.alwaysLeft.length > 0;
  const early = !holdsNow && !isHopeless && !verdicts.isExact;
  const nearFirst = early ? nearestOrders(n, verdictOf, stopped) : undefined;
  const count = countOrders(verdicts, n, stopped);
  const isSought = !holdsNow && count.holding + count.undecided > 0n;
  const near = isSought ? (nearFirst ?? nearestOrders(n, verdictOf, stopped)) : undefined;
  return {
    kind: reading.kind,
    places: n,
    orders: factorial(n),
    ...count,
    holdsNow,
    nearest: near?.nearest,
    swapsSearched: near?.swapsSearched ?? 0,
    moves: isSought ? singleMoves(n, verdictOf) : [],
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

function verdictByOrder(verdicts: OrderVerdicts): Verdict {
  const known = new Map<string, boolean | undefined>();
  return (order) => {
    const settled = verdicts.settle(order.reduce(verdicts.next, verdicts.start));
    if (typeof settled === 'boolean') return settled;
    const key = verdicts.isByKinds ? settled.rest : order.join(' ');
    if (!known.has(key)) known.set(key, verdicts.ask(order));
    return known.get(key);
  };
}

function nearestOrders(
  n: number,
  verdictOf: Verdict,
  stopped: () => boolean,
): { readonly nearest: NearestOrders | undefined; readonly swapsSearched: number } {
  const found: WantOrder[] = [];
  let isSure = true;
  let isCut = false;
  let looked = 0;
  let level = 0;
  for (const { order, swaps } of ordersByDistance(n)) {
    if (swaps > level) {
      if (found.length > 0) break;
      level = swaps;
    }
    if (looked === mostOrders || (looked % 64 === 0 && stopped())) {
      isCut = true;
      break;
    }
    looked += 1;
    const holds = verdictOf(order);
    if (holds) found.push(order);
    if (holds === undefined) isSure = false;
  }
  return {
    nearest:
      found.length === 0 ? undefined : { swaps: level, orders: found, isSure: isSure && !isCut },
    swapsSearched: isCut ? Math.max(0, level - 1) : level,
  };
}

type Verdict = (order: WantOrder) => boolean | undefined;

/** Each place moved up or down as far as it takes, where that is enough. */
function singleMoves(n: number, verdict: Verdict): readonly HoldingOrder[] {
  const found: HoldingOrder[] = [];
  const tryOut = (place: number, position: number) => {
    const order = withPlaceMoved(n, place, position);
    if (verdict(order) !== true) return false;
    const isKnown = found.some((other) => other.order.join() === order.join());
    if (!isKnown) found.push({ order, swaps: Math.abs(place - position) });
    return true;
  };
  for (let place = 0; place < n; place += 1) {
    for (let position = place - 1; position >= 0; position -= 1) {
      if (tryOut(place, position)) break;
    }
    for (let position = place + 1; position < n; position += 1) {
      if (tryOut(place, position)) break;
    }
  }
  return found.sort((a, b) => a.swaps - b.swaps);
}
