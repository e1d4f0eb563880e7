import type { Model } from '../../core/model.js';
import { modelWithReading } from '../../core/model-with-reading.js';
import type { ConceptId } from './concept.js';
import { firmReach } from './firm-reach.js';
import { stays } from './stays.js';
import type { WantOrder } from './want-orders.js';
import { type OrderComparison, orderComparison, type Reorderable } from './want-orders.js';
import { waysOut } from './ways-out.js';

/** Most states × parties × verdicts on fresh models for one party, where a concept needs them. */
export const mostFreshWork = 1_500_000;

/** For each kind of comparison: `open`, or 1 better, −1 worse, 0 equal. */
export type Decisions = Int8Array;
const open = 9;

/** Ways out with kinds of comparison in place of states. */
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
  /** The decisions of a whole order. */
  readonly decide: (order: WantOrder) => Decisions;
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
   * the same `rest` where verdicts go by kinds; undefined past the limit.
   */
  readonly ask: (order: WantOrder, rest: string) => boolean | undefined;
  /** States with a way out that is open under every order, because no place speaks against it. */
  readonly alwaysLeft: readonly number[];
};

/**
 * How verdicts follow from orders, with as little work for each as the concept allows.
 *
 * Nash, GMR, SMR, SEQ, SSEQ: by the ways out of the state, exactly. Firm: stays where it does under
 * Nash, leaves where it does under SEQ (Nash ⊆ firm ⊆ SEQ); between them the concept itself is asked,
 * once for all orders that agree on the ends of replies and on the party's own moves within
 * `firmReach`. SIM: the same without bounds, for orders that agree on what is better than the state.
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
  if (!exact) {
    for (const decides of comparedBy(model, concept, party, state, comparison)) kindOf(decides);
  }
  const start = Int8Array.from(kinds, (kind) => (kind.some((place) => place !== 0) ? open : 0));

  let left = Math.floor(mostFreshWork / (model.states * model.parties));
  const asked = new Map<string, boolean>();
  const isByKinds = exact !== undefined || concept === 'firm' || concept === 'sim';
  return {
    isExact: exact !== undefined,
    isByKinds,
    kinds,
    start,
    decide: (order) => Int8Array.from(kinds, (kind) => comparison.under(order, kind)),
    next: (decisions, place) =>
      decisions.map((decision, kind) => {
        const decides = kinds[kind]?.[place] as number;
        if (decision !== open || decides === 0) return decision;
        return decides === 2 ? 0 : decides;
      }),
    settle: (decisions) => {
      const possible = staysUnless && remaining(staysUnless, decisions);
      if (possible !== 'left' && possible?.length === 0) return true;
      const rest = exact ? possible : leavesIf && remaining(leavesIf, decisions);
      if (rest === 'left') return false;
      if (exact && rest) return { rest: JSON.stringify(rest), live: [...new Set(rest.flat(2))] };
      if (!isByKinds) return { rest: '', live: [] };
      const live = kinds.flatMap((_, kind) => (decisions[kind] === open ? [kind] : []));
      return { rest: decisions.join(''), live };
    },
    ask: (order, rest) => {
      const key = isByKinds ? rest : order.join(' ');
      const known = asked.get(key);
      if (known !== undefined || left <= 0) return known;
      left -= 1;
      const changed = modelWithReading(model, party, reading.inOrder(order));
      const verdict = stays(changed, concept, party, state);
      asked.set(key, verdict);
      return verdict;
    },
    alwaysLeft: (leavesIf ?? [])
      .filter(({ needs }) =>
        needs.every((need) => need.some((kind) => isAlwaysBetter(kinds[kind]))),
      )
      .map(({ to }) => to),
  };
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

/** The ways still possible, each with the needs still unmet; `left` when one has none. */
function remaining(
  ways: readonly { readonly needs: readonly (readonly number[])[] }[],
  decisions: Decisions,
): Ways | 'left' {
  const rest: (readonly (readonly number[])[])[] = [];
  for (const { needs } of ways) {
    const unmet = needs.filter((need) => !need.some((kind) => decisions[kind] === 1));
    if (unmet.length === 0) return 'left';
    const waiting = unmet.map((need) => need.filter((kind) => decisions[kind] === open));
    if (waiting.every((need) => need.length > 0)) rest.push(waiting);
  }
  return rest;
}

/** Every comparison on which the verdict of a concept without a closed form can rest. */
function comparedBy(
  model: Model,
  concept: ConceptId,
  party: number,
  state: number,
  { between }: OrderComparison,
): readonly Int8Array[] {
  if (concept === 'sim') {
    return Array.from({ length: model.states }, (_, other) => between(state, other));
  }
  if (concept !== 'firm') return [];
  const { ends, region } = firmReach(model, party, state);
  const ownMoves = region.flatMap((from) =>
    model.moves.from(party, from).map((to) => between(from, to)),
  );
  return [...ends.map((end) => between(state, end)), ...ownMoves];
}
