import { acceptanceOf } from '../analysis/bargaining/acceptance.js';
import { noDealsOf } from '../analysis/bargaining/no-deal.js';
import { headlineConcept } from '../analysis/stability/mixture.js';
import { type Offer, offersFrom } from '../analysis/stability/offers.js';
import { type Verdicts, verdictsOf } from '../analysis/stability/verdicts.js';
import type { HeadlineId, Replies } from '../core/concept-ids.js';
import type { Expression } from '../core/expression.js';
import type { Model } from '../core/model.js';
import { statesWhere } from '../core/space.js';
import { dealTests } from './deal-tests.js';

/** What is asked of a model under one assumption set; each part is worked out when first asked for. */
export type Found = {
  readonly model: Model;
  /** Outcomes that would hold, ascending. */
  readonly holding: () => readonly number[];
  /** Where things go if left alone; none in a case without a today. */
  readonly ends: () => readonly (readonly number[])[];
  /** Every outcome where things may go, once each. */
  readonly places: () => readonly number[];
  /** Outcomes on offer from today or from where things go. */
  readonly offered: () => readonly number[];
  /** Deals at least as good as no deal for all whose consent they use that would hold, ascending. */
  readonly agreed: () => readonly number[];
  /** 1 or 0 a state: whether it satisfies an expression (if it stands for several, whether one does). */
  readonly covers: (expression: Expression) => Uint8Array;
};

/**
 * The answers of `holds` and `deals` to one model, as far as they are asked for.
 *
 * The same definitions: `verdictsOf`, its `from`, `offersFrom` from today and every outcome where things
 * go, `dealTests` on what would hold. In a case without a today nobody can leave, so a deal only has to be
 * accepted. Offers are not cut.
 */
export function foundIn(
  model: Model,
  { concept, replies }: { readonly concept: HeadlineId; readonly replies: Replies },
): Found {
  const { today } = model.space;
  const hasToday = today !== undefined && today !== -1;
  const verdicts = once(
    (): Verdicts => verdictsOf(model, headlineConcept(model.case, concept, replies)) as Verdicts,
  );
  const holding = once(() => statesIn(verdicts().isEquilibrium));
  const ends = once(() => (hasToday ? verdicts().from(today).ends : []));
  const places = once(() => [...new Set(ends().flat())]);
  const offers = once((): readonly Offer[] => {
    if (!hasToday || model.groups.length === 0) return [];
    const { only } = verdicts().rests();
    return [...new Set([today, ...places()])].flatMap((from) => offersFrom(model, only, from));
  });
  const offered = once(() => [...new Set(offers().map(({ state }) => state))]);
  const agreed = once(() => {
    const candidates = hasToday ? holding() : Array.from({ length: model.states }, (_, at) => at);
    const noDeals = noDealsOf(model, ends());
    const acceptances = noDeals.map((noDeal) => acceptanceOf(model, noDeal, candidates));
    const { isDeal, isAcceptable } = dealTests(noDeals, acceptances, offers());
    return candidates.filter((state) => isDeal(state) && isAcceptable(state));
  });
  const covers = (expression: Expression) =>
    model.share('covered', [expression], () => {
      const table = new Uint8Array(model.states);
      for (const state of statesWhere(model.space, expression)) table[state] = 1;
      return table;
    });
  return { model, holding, ends, places, offered, agreed, covers };
}

function once<Value>(make: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => {
    known ??= { value: make() };
    return known.value;
  };
}

/** The states marked 1 in a table, ascending. */
function statesIn(table: Uint8Array): readonly number[] {
  const states: number[] = [];
  for (let state = table.indexOf(1); state !== -1; state = table.indexOf(1, state + 1)) {
    states.push(state);
  }
  return states;
}
