import type { Model } from '../../core/model.js';
import type { Rational } from '../../core/rational.js';
import type { Acceptance } from './acceptance.js';
import { disagreementOf } from './gap.js';
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
    disagreement: noDeal.parties.map((_, party) => disagreementOf(model, noDeal, party)),
  };
}
