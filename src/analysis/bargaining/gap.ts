import type { Model } from '../../core/model.js';
import { compare, divide, type Rational, rational, subtract } from '../../core/rational.js';
import { utilityAt } from '../../core/utility.js';
import { leastCommonMultiple } from './column.js';
import type { NoDeal } from './no-deal.js';

/** How far a group is from a deal. */
export type Gap = {
  /**
   * The least over the states of the greatest shortfall of a party, as a share of its range; negative
   * where every party gains. Undefined where there is no state, or nobody is left to compare.
   */
  readonly gap: Rational | undefined;
  /** The states that attain it, ascending. */
  readonly states: readonly number[];
  /** Parties to whom all outcomes of the case are worth the same: they have no range and leave. */
  readonly leftOut: readonly number[];
  /** Parties without points, or without a no deal to compare with: they leave as well. */
  readonly lacking: readonly number[];
};

/**
 * The gap of a group over some states.
 *
 * Formula: g = min over x of max over i in the group of (dᵢ − uᵢ(x)) / rᵢ, over the states that are not
 * in no deal's end, where rᵢ = max uᵢ − min uᵢ over all outcomes of the case and dᵢ is the party's no
 * deal: its number, or the best of the states it goes by. Defined where no state is acceptable too.
 * Red lines are not points: leave states that cross one out of `states`.
 *
 * Source: the excess of the core (Shapley and Shubik 1966) turned round, with each party's own range
 * as its unit; our own.
 *
 * Exact. Time O(states × parties), and once O(outcomes) for each party's range. Invariant under
 * uᵢ ↦ aᵢuᵢ + bᵢ with aᵢ > 0 (dᵢ alike).
 */
export function gapOver(
  model: Model,
  group: readonly number[],
  states: Iterable<number>,
  noDeal: NoDeal,
): Gap {
  const leftOut: number[] = [];
  const lacking: number[] = [];
  const terms: {
    numerators: ArrayLike<number | bigint>;
    offset: bigint;
    slope: bigint;
    divisor: bigint;
  }[] = [];
  for (const party of group) {
    const utilities = model.utilities[party];
    const bar = disagreementOf(model, noDeal, party);
    if (!utilities || !bar) {
      lacking.push(party);
      continue;
    }
    const range = rangeOf(model, party) as Rational;
    if (range.n === 0n) {
      leftOut.push(party);
      continue;
    }
    // (a/b − n/D) / (p/q) = (a·D − n·b) · q / (b · D · p)
    const { n: p, d: q } = range;
    const D = utilities.denominator;
    terms.push({
      numerators: utilities.numerators,
      offset: bar.n * D * q,
      slope: bar.d * q,
      divisor: bar.d * D * p,
    });
  }
  const common = terms.reduce((all, { divisor }) => leastCommonMultiple(all, divisor), 1n);
  const factors = terms.map(({ divisor }) => common / divisor);
  let best: bigint | undefined;
  let found: number[] = [];
  if (terms.length > 0) {
    for (const state of states) {
      if (noDeal.end.includes(state)) continue;
      let greatest: bigint | undefined;
      terms.forEach(({ numerators, offset, slope }, at) => {
        const short =
          (offset - BigInt(numerators[state] as number | bigint) * slope) * (factors[at] as bigint);
        if (greatest === undefined || short > greatest) greatest = short;
      });
      if (greatest === undefined || (best !== undefined && greatest > best)) continue;
      if (best === undefined || greatest < best) found = [];
      best = greatest;
      found.push(state);
    }
  }
  return {
    gap: best === undefined ? undefined : rational(best, common),
    states: found.sort((a, b) => a - b),
    leftOut,
    lacking,
  };
}

/**
 * What a party has without a deal, in its own points: its number, or the best of the states it goes by.
 *
 * @returns undefined for a party without points, or with nothing to go by.
 */
export function disagreementOf(model: Model, noDeal: NoDeal, party: number): Rational | undefined {
  const own = noDeal.parties[party];
  const utilities = model.utilities[party];
  if (!own || !utilities || own.kind === 'unknown') return undefined;
  if (own.kind === 'number') return own.value;
  return own.states
    .map((state) => utilityAt(utilities, state))
    .reduce((best, one) => (compare(one, best) > 0 ? one : best));
}

/** A party's best less its worst amount over all outcomes of the case; undefined without points. */
export function rangeOf(model: Model, party: number): Rational | undefined {
  const utilities = model.utilities[party];
  if (!utilities) return undefined;
  return model.derive(`range ${party}`, () => {
    const { numerators, denominator } = utilities;
    let least = numerators[0] as number | bigint;
    let most = least;
    for (const numerator of numerators) {
      if (numerator < least) least = numerator;
      if (numerator > most) most = numerator;
    }
    return divide(subtract(rational(BigInt(most)), rational(BigInt(least))), rational(denominator));
  });
}
