import type { OrderVerdicts } from './order-verdicts.js';
import { ordersByDistance, type WantOrder, withPlaceMoved } from './want-orders.js';
import type { WorkBudget } from './work-budget.js';

/** Most orders of one party's wants that are tried one by one: those of eight wants. */
export const mostOrders = 40_320;

/** A change of a reading under which the party stays. */
export type HoldingOrder = { readonly order: WantOrder; readonly swaps: number };

export type NearestOrders = {
  readonly swaps: number;
  readonly orders: readonly WantOrder[];
  /** Whether no order with fewer swaps was left out or undecided. */
  readonly isFewest: boolean;
  /** Whether every order with as few swaps was looked at and decided. */
  readonly isAll: boolean;
};

export type NearOrders = {
  /** Fewest adjacent swaps that make the party stay; undefined where it does now, or none was found. */
  readonly nearest: NearestOrders | undefined;
  /** How many swaps away every order was looked at. */
  readonly swapsSearched: number;
  /** Orders that move one place and keep the others, when no shorter move of it the same way does. */
  readonly moves: readonly HoldingOrder[];
  /** Whether the work allowed ran out before every order was looked at that would have been. */
  readonly isShort: boolean;
};

/** Where no order is looked for. */
export const nowhere: NearOrders = {
  nearest: undefined,
  swapsSearched: 0,
  moves: [],
  isShort: false,
};

/**
 * The orders nearest to the present one under which the party stays.
 *
 * Fewest swaps: orders are tried by distance, up to `mostOrders` of them and as far as the work lasts,
 * until one distance has such orders and has been gone through, or `enough` were found. One place
 * moved: each up and down, as far as it takes. Time O(orders tried × verdict).
 */
export function nearOrders(
  verdicts: OrderVerdicts,
  n: number,
  work: WorkBudget,
  enough: number = Number.POSITIVE_INFINITY,
): NearOrders {
  let isShort = false;
  const verdictOf = (order: WantOrder) => {
    const verdict = work.take(1) ? verdicts.verdict(order, work) : undefined;
    isShort ||= verdict === undefined;
    return verdict;
  };
  // Orders with one want moved are few, and are what is told first: they come before the rest.
  const moves = singleMoves(n, verdictOf);
  const nearest = nearestOrders(n, verdictOf, work, enough);
  return { ...nearest, moves, isShort: isShort || work.left() < 1 };
}

type Verdict = (order: WantOrder) => boolean | undefined;

function nearestOrders(
  n: number,
  verdictOf: Verdict,
  work: WorkBudget,
  enough: number,
): Omit<NearOrders, 'moves' | 'isShort'> {
  const found: WantOrder[] = [];
  let isFewest = true;
  let isDecided = true;
  let isCut = false;
  let looked = 0;
  let level = 0;
  for (const { order, swaps } of ordersByDistance(n)) {
    if (swaps > level) {
      if (found.length > 0) break;
      level = swaps;
      isFewest &&= isDecided;
      isDecided = true;
    }
    if (looked === mostOrders || work.left() < 1 || found.length >= enough) {
      isCut = true;
      break;
    }
    looked += 1;
    const holds = verdictOf(order);
    if (holds) found.push(order);
    if (holds === undefined) isDecided = false;
  }
  return {
    nearest:
      found.length === 0
        ? undefined
        : { swaps: level, orders: found, isFewest, isAll: isDecided && !isCut },
    swapsSearched: isCut ? Math.max(0, level - 1) : level,
  };
}

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
