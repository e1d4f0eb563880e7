import type { OrderVerdicts } from './order-verdicts.js';
import { factorial } from './ranking-search.js';
import { endlessWork, type WorkBudget } from './work-budget.js';

/** Most beginnings of orders that a count looks at. */
export const mostBeginnings = 60_000;

/** Steps of work of one beginning, and of each kind in it. */
const stepsOfBeginning = 1000;
const stepsOfKind = 4;

/** How many orders make the party stay, and leave; `undecided` past a limit. */
export type OrderCount = {
  readonly holding: bigint;
  readonly leaving: bigint;
  readonly undecided: bigint;
};

/**
 * Counts the n! orders of n places by verdict, from the top of the order down.
 *
 * A beginning of an order decides some comparisons. Once they settle the verdict, every completion
 * has it. Else only the m places that can still decide something matter: of the (n − d)! completions,
 * each order of those m stands for (n − d)!/m!, and each begins with one of them. Beginnings that
 * leave the same question open are counted once.
 *
 * Time O(beginnings × kinds), up to `most` beginnings and as far as the work lasts; what is left beyond
 * is undecided. Exact
 * otherwise at any n.
 */
export function countOrders(
  verdicts: OrderVerdicts,
  n: number,
  work: WorkBudget = endlessWork,
  most: number = mostBeginnings,
): OrderCount {
  const none: OrderCount = { holding: 0n, leaving: 0n, undecided: 0n };
  const known = new Map<string, { readonly count: OrderCount; readonly places: number }>();
  let looked = 0;
  /** Steps of looking at one beginning. */
  const steps = verdicts.kinds.length * stepsOfKind + stepsOfBeginning;

  /** Counts over the orders of the places that still matter, and how many these are. */
  const solve = (
    decisions: Int8Array,
    beginning: readonly number[],
  ): { readonly count: OrderCount; readonly places: number } => {
    looked += 1;
    const settled = verdicts.settle(decisions);
    if (settled === true) return { count: { ...none, holding: 1n }, places: 0 };
    if (settled === false) return { count: { ...none, leaving: 1n }, places: 0 };
    const rest = places(n).filter((place) => !beginning.includes(place));
    const key = verdicts.isByKinds ? settled.rest : beginning.join(' ');
    const kept = known.get(key);
    if (kept) return kept;
    const matter = verdicts.isByKinds
      ? rest.filter((place) => settled.live.some((kind) => verdicts.kinds[kind]?.[place] !== 0))
      : rest;
    const m = matter.length;
    const found = { count: none, places: m };
    if (m === 0) {
      const verdict = verdicts.ask([...beginning, ...rest], settled.rest, work);
      const one = { ...none };
      if (verdict === undefined) found.count = { ...one, undecided: 1n };
      else found.count = verdict ? { ...one, holding: 1n } : { ...one, leaving: 1n };
    } else if (looked > most || !work.take(steps * m)) {
      // Not kept: the same question may be settled elsewhere by a beginning looked at before.
      return { count: { ...none, undecided: factorial(m) }, places: m };
    } else {
      for (const place of matter) {
        const part = solve(verdicts.next(decisions, place), [...beginning, place]);
        const times = factorial(m - 1) / factorial(part.places);
        found.count = {
          holding: found.count.holding + times * part.count.holding,
          leaving: found.count.leaving + times * part.count.leaving,
          undecided: found.count.undecided + times * part.count.undecided,
        };
      }
    }
    known.set(key, found);
    return found;
  };
  const { count, places: m } = solve(verdicts.start, []);
  const times = factorial(n) / factorial(m);
  return {
    holding: times * count.holding,
    leaving: times * count.leaving,
    undecided: times * count.undecided,
  };
}

function places(n: number): readonly number[] {
  return Array.from({ length: n }, (_, place) => place);
}
