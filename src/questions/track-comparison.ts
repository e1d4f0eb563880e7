import { firstDifference } from '../core/difference.js';
import { type Model, payoffAt } from '../core/model.js';
import { compare, type Rational } from '../core/rational.js';
import { utilityAt } from '../core/utility.js';
import { amountOf } from './amount.js';
import type { Comparison, PartyChange } from './track-types.js';

/**
 * How a party ranks some outcomes against others: better, same or worse where every pair says so.
 *
 * @param before - at least one; the first is the one told apart.
 */
export function changeFor(
  model: Model,
  party: number,
  before: readonly number[],
  after: readonly number[],
): PartyChange {
  const [was] = before;
  if (was === undefined || after.length === 0) {
    throw new RangeError('changeFor: there is nothing to compare');
  }
  const found = new Set<Comparison>();
  for (const one of before) {
    for (const other of after) {
      const change = payoffAt(model, party, other) - payoffAt(model, party, one);
      found.add(change > 0 ? 'better' : change < 0 ? 'worse' : 'same');
    }
  }
  const [only] = found;
  const different = after.find(
    (state) => payoffAt(model, party, state) !== payoffAt(model, party, was),
  );
  return {
    party: model.case.parties[party]?.id as string,
    comparison: found.size === 1 && only ? only : 'mixed',
    difference:
      (different === undefined ? undefined : firstDifference(model, party, was, different)) ?? null,
    before: worst(model, party, before),
    after: worst(model, party, after),
  };
}

function worst(model: Model, party: number, states: readonly number[]) {
  const utilities = model.utilities[party];
  if (!utilities) return null;
  const lesser = (a: Rational, b: Rational) => (compare(a, b) <= 0 ? a : b);
  return amountOf(states.map((state) => utilityAt(utilities, state)).reduce(lesser));
}
