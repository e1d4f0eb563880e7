import type { Model } from '../../core/model.js';
import { modelWithReading } from '../../core/model-with-reading.js';
import type { ConceptId } from './concept.js';
import { firmReach } from './firm-reach.js';
import { stays } from './stays.js';
import { verdictSteps } from './verdict-steps.js';
import type { WantOrder } from './want-orders.js';
import { type OrderComparison, orderComparison, type Reorderable } from './want-orders.js';
import { waysOut } from './ways-out.js';
import type { WorkBudget } from './work-budget.js';

/** Most ends of replies, over all ways out, for which orders are told apart by what firm looks at. */
const mostEnds = 60_000;
/** Most moves of the party's own within the reach of firm, for the same. */
const mostOwnMoves = 300_000;
/** Steps of comparing one pair of states under one order, and of making an order, for each place. */
const stepsOfKind = 4;
const stepsOfPlace = 40;

/** For each kind of comparison: `open`, or 1 better, −1 worse, 0 equal. */
export type Decisions = Int8Array;
const open = 9;

/** A way out with kinds of comparison in place of states. */
type KindWay = { readonly needs: readonly (readonly number[])[] };
type Ways = readonly (readonly (readonly number[])[])[];

/**
 * What the verdict of one party on one state depends on in the order of its wants.
 *
 * A *kind* is a list of numbers, one a place, that says which places speak for which of two states;
 * pairs of states of one kind compare alike under every order.
 */
export type OrderVerdicts = {
  /** Whether the kinds settle every verdict, so that none has to be asked for. */
  readonly isExact: boolean;
  /** Whether the verdict depends on the order through the kinds alone; else on the order as such. */
  readonly isByKinds: boolean;
  readonly kinds: readonly Int8Array[];
  /** All kinds before any place is known: undecided, or equal where no place tells them apart. */
  readonly start: Decisions;
  /** The verdict of a whole order, from the cheapest grounds that settle it; undefined past the limit. */
  readonly verdict: (order: WantOrder, work: WorkBudget) => boolean | undefined;
  /** The decisions once a further place is next in the order. */
  readonly next: (decisions: Decisions, place: number) => Decisions;
  /**
   * What the decisions settle: the verdict; or `rest`, the same for decisions that settle the same,
   * with the kinds that still matter; with none left, only `ask` can tell.
   */
  readonly settle: (
    decisions: Decisions,
  ) => boolean | { readonly rest: string; readonly live: readonly number[] };
  /**
   * The verdict of the concept itself on the model with the order in place, once for all orders with
   * the same `rest` where verdicts go by kinds; undefined where too little work is left.
   */
  readonly ask: (order: WantOrder, rest: string, work: WorkBudget) => boolean | undefined;
  /** States with a way out that is open under every order, because no place speaks against it. */
  readonly alwaysLeft: readonly number[];
};

/**
 * How verdicts follow from orders, with as little work for each as the concept allows.
 *
 * Nash, GMR, SMR, SEQ, SSEQ: by the ways out of the state, exactly. Firm: stays where it does under
 * Nash, leaves where it does under SEQ (Nash ⊆ firm ⊆ SEQ); between them the concept itself is asked,
 * once for all orders that agree on the ends of replies and on the party's own moves within
 * `firmReach`, or for every order where these are too many. SIM: the same without bounds, for orders that agree on what is better than the state.
 * Any other concept is asked for every order.
 */
export function orderVerdicts(
  model: Model,
  concept: ConceptId,
  party: number,
  state: number,
  reading: Reorderable,
): OrderVerdicts {
  const comparison = orderComparison(model, reading);
  const kinds: Int8Array[] = [];
  const placesOfKinds = new Map<string, number>();
  const kindOf = (decides: Int8Array): number => {
    const key = decides.join('');
    const found = placesOfKinds.get(key);
    if (found !== undefined) return found;
    placesOfKinds.set(key, kinds.length);
    kinds.push(decides);
    return kinds.length - 1;
  };
  const waysOf = (id: ConceptId) =>
    waysOut(model, id, party, state)?.map((way) => ({
      to: way.to,
      needs: distinctNeeds(way.needs, (one) => kindOf(comparison.between(state, one))),
    }));
  const exact = waysOf(concept);
  const leavesIf = exact ?? (concept === 'firm' ? waysOf('seq') : undefined);
  const staysUnless = exact ?? waysOf('nash');
  const compared = exact ? [] : comparedBy(model, concept, party, state, comparison);
  for (const decides of compared ?? []) kindOf(decides);
  const start = Int8Array.from(kinds, (kind) => (kind.some((place) => place !== 0) ? open : 0));
  const byPlace = reading.places.map((_, place) =>
    Int8Array.from(kinds, (kind) => kind[place] as number),
  );

  const asked = new Map<string, boolean>();
  const isByKinds = compared !== undefined;
  const ask: OrderVerdicts['ask'] = (order, rest, work) => {
    const key = isByKinds ? rest : order.join(' ');
    const known = asked.get(key);
    if (known !== undefined || !work.take(verdictSteps(model))) return known;
    const changed = modelWithReading(model, party, reading.inOrder(order));
    const verdict = stays(changed, concept, party, state);
    asked.set(key, verdict);
    return verdict;
  };
  return {
    isExact: exact !== undefined,
    isByKinds,
    kinds,
    start,
    verdict: (order, work) => {
      let looked = 0;
      const isBetter = (kind: number) => {
        looked += 1;
        return comparison.under(order, kinds[kind] as Int8Array) === 1;
      };
      const isOpen = ({ needs }: KindWay) => needs.every((need) => need.some(isBetter));
      let verdict: boolean | undefined;
      if (staysUnless && !staysUnless.some(isOpen)) verdict = true;
      else if (exact || leavesIf?.some(isOpen)) verdict = false;
      // Kinds looked at are paid for afterwards: how many there will be is not known before.
      work.charge(looked * stepsOfKind + reading.places.length * stepsOfPlace);
      if (verdict !== undefined) return verdict;
      if (!isByKinds) return ask(order, '', work);
      if (!work.take(kinds.length * stepsOfKind)) return undefined;
      const decisions = Int8Array.from(kinds, (kind) => comparison.under(order, kind));
      return ask(order, packed(decisions), work);
    },
    next: (decisions, place) => {
      const decides = byPlace[place] as Int8Array;
      const after = decisions.slice();
      for (let kind = 0; kind < after.length; kind += 1) {
        if (after[kind] !== open) continue;
        const here = decides[kind] as number;
        if (here !== 0) after[kind] = here === 2 ? 0 : here;
      }
      return after;
    },
    settle: (decisions) => {
      if (staysUnless?.every((way) => isClosed(way, decisions))) return true;
      if (leavesIf?.some((way) => isLeftBy(way, decisions))) return false;
      if (exact) {
        const rest = remaining(exact, decisions);
        return { rest: JSON.stringify(rest), live: [...new Set(rest.flat(2))] };
      }
      if (!isByKinds) return { rest: '', live: [] };
      const live: number[] = [];
      for (let kind = 0; kind < decisions.length; kind += 1) {
        if (decisions[kind] === open) live.push(kind);
      }
      return { rest: packed(decisions), live };
    },
    ask,
    alwaysLeft: (leavesIf ?? [])
      .filter(({ needs }) =>
        needs.every((need) => need.some((kind) => isAlwaysBetter(kinds[kind]))),
      )
      .map(({ to }) => to),
  };
}

function endsOf(ways: ReturnType<typeof waysOut>): number {
  return (ways ?? []).reduce((sum, { needs }) => sum + needs.length, 0);
}

function distinctNeeds(
  needs: readonly (readonly number[])[],
  kindOf: (state: number) => number,
): readonly (readonly number[])[] {
  const distinct = new Map(
    needs.map((need) => {
      const kinds = [...new Set(need.map(kindOf))].sort((a, b) => a - b);
      return [kinds.join(' '), kinds] as const;
    }),
  );
  return [...distinct.values()];
}

function isAlwaysBetter(kind: Int8Array | undefined): boolean {
  return kind?.includes(1) === true && !kind.includes(-1) && !kind.includes(2);
}

/** Whether some list of the way can no longer be met. */
function isClosed({ needs }: KindWay, decisions: Decisions): boolean {
  return needs.some((need) =>
    need.every((kind) => decisions[kind] !== 1 && decisions[kind] !== open),
  );
}

/** Whether every list of the way is met. */
function isLeftBy({ needs }: KindWay, decisions: Decisions): boolean {
  return needs.every((need) => need.some((kind) => decisions[kind] === 1));
}

/** The ways still possible, each with the needs still unmet. */
function remaining(ways: readonly KindWay[], decisions: Decisions): Ways {
  return ways.flatMap((way) =>
    isClosed(way, decisions)
      ? []
      : [
          way.needs
            .filter((need) => !need.some((kind) => decisions[kind] === 1))
            .map((need) => need.filter((kind) => decisions[kind] === open)),
        ],
  );
}

/** Decisions as a short text, eight to a character. */
function packed(decisions: Decisions): string {
  let text = '';
  for (let first = 0; first < decisions.length; first += 8) {
    let eight = 0;
    for (let kind = first; kind < first + 8; kind += 1) {
      // Two bits each: 1 better, 3 worse, 0 equal, 2 open.
      const decision = decisions[kind] ?? 0;
      eight = eight * 4 + (decision === open ? 2 : decision & 3);
    }
    text += String.fromCharCode(eight);
  }
  return text;
}

/**
 * Every comparison on which the verdict of a concept without a closed form can rest; undefined where
 * that is not known, or too many to be worth telling orders apart by them.
 */
function comparedBy(
  model: Model,
  concept: ConceptId,
  party: number,
  state: number,
  { between }: OrderComparison,
): readonly Int8Array[] | undefined {
  if (concept === 'sim') {
    return Array.from({ length: model.states }, (_, other) => between(state, other));
  }
  if (concept !== 'firm') return undefined;
  if (endsOf(waysOut(model, 'seq', party, state)) > mostEnds) return undefined;
  const { ends, region } = firmReach(model, party, state);
  if (region.length * model.moves.from(party, state).length > mostOwnMoves) return undefined;
  const ownMoves = region.flatMap((from) =>
    model.moves.from(party, from).map((to) => between(from, to)),
  );
  return [...ends.map((end) => between(state, end)), ...ownMoves];
}
