import type { Model } from '../../core/model.js';
import { compare, type Rational } from '../../core/rational.js';
import { utilityAt } from '../../core/utility.js';
import type { Acceptance } from './acceptance.js';
import { type NoDeal, standingAt } from './no-deal.js';

/** What groups are judged by against one no deal: a table over the states for each party. */
export type Standards = {
  readonly model: Model;
  readonly noDeal: NoDeal;
  /** 1 where the party would consent, by its own judgement. */
  readonly accepts: readonly Uint8Array[];
  /** 1 where it is better off than without a deal; nowhere where its no deal is unknown. */
  readonly gains: readonly Uint8Array[];
  /** 1 where no red line of its own is crossed. */
  readonly isUncrossed: readonly Uint8Array[];
  /** 1 where the state is not no deal. */
  readonly differs: Uint8Array;
  /** What no deal gives each party, in its own points; undefined where that cannot be said. */
  readonly disagreement: readonly (Rational | undefined)[];
};

/** The tables for one no deal. Time O(states × parties), times the states of a circle. */
export function standardsOf(model: Model, noDeal: NoDeal, { consents }: Acceptance): Standards {
  const differs = new Uint8Array(model.states).fill(1);
  for (const state of noDeal.end) differs[state] = 0;
  return {
    model,
    noDeal,
    accepts: consents,
    gains: model.payoffs.map((payoff, party) =>
      Uint8Array.from(payoff, (_, state) =>
        standingAt(model, noDeal, party, state) === 'above' ? 1 : 0,
      ),
    ),
    isUncrossed: model.payoffs.map((payoff, party) =>
      Uint8Array.from(payoff, (_, state) => (model.hasRedLineCrossed(party, state) ? 0 : 1)),
    ),
    differs,
    disagreement: noDeal.parties.map((_, party) => amountWithout(model, noDeal, party)),
  };
}

/**
 * What no deal gives a party in its own points: its number, or the most of its states, so that a gain
 * over it is sure also against a circle.
 *
 * @returns undefined for a party without points, and where its no deal is unknown.
 */
export function amountWithout(model: Model, noDeal: NoDeal, party: number): Rational | undefined {
  const own = noDeal.parties[party];
  const utilities = model.utilities[party];
  if (!own || !utilities || own.kind === 'unknown') return undefined;
  if (own.kind === 'number') return own.value;
  return own.states
    .map((state) => utilityAt(utilities, state))
    .reduce((most, amount) => (compare(amount, most) > 0 ? amount : most));
}
