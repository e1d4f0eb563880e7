import { partiesOfConsent } from '../../core/consent.js';
import { type Model, payoffAt } from '../../core/model.js';
import type { Acceptance } from './acceptance.js';
import { consentUsedFrom, requiredParties } from './consent-used.js';
import { isNoWorse, type NoDeal, standingAt } from './no-deal.js';

/** Who stands in the way of an outcome, who is harmed by it, and who of these can undo it. */
export type Blockers = {
  /** Parties whose consent it may use, in case order. */
  readonly signers: readonly number[];
  /** Parties without whose consent it cannot be, and who would not give it. */
  readonly blockers: readonly number[];
  readonly harmed: readonly Harmed[];
};

/** A party whose consent is not used, and who does worse than with no deal or than today. */
export type Harmed = {
  readonly party: number;
  readonly isBelowNoDeal: boolean;
  readonly isBelowToday: boolean;
  /** A move of its own that costs it nothing and puts signers below no deal; its best, undefined if none. */
  readonly undo: { readonly to: number; readonly signers: readonly number[] } | undefined;
};

/**
 * Blockers, harmed and spoilers of an outcome.
 *
 * Formula, at x with the consent used in going there from no deal (from each state of a circle):
 * blockers: parties that this consent cannot do without (`requiredParties`) and that would not consent;
 * harmed: parties that it does not name, and that are below no deal or rank x below today; a harmed
 * party can undo x if by one move of its own it gets to a t that it ranks at least as high as x and at
 * which some signer, not below its no deal at x, is below it. Told is its best such t, of equals the
 * lowest. Below no deal: not surely as well off; a party whose no deal is unknown is not below it.
 * Source: spoilers after Stedman (1997), "Spoiler Problems in Peace Processes", International
 * Security 22(2), 5–53, there of leaders and their aims; ours by orders and moves alone.
 *
 * @param by - for a package that a group settles by itself: the consent is used from `from`, and only
 *   members of the group sign.
 *
 * Time O(issues × levels + moves × signers).
 */
export function blockersOf(
  model: Model,
  noDeal: NoDeal,
  { consents }: Pick<Acceptance, 'consents'>,
  state: number,
  by?: { readonly from: number | undefined; readonly group: readonly number[] },
): Blockers {
  const starts = by ? [by.from] : noDeal.end.length > 0 ? noDeal.end : [undefined];
  const isSigner = (party: number) => !by || by.group.includes(party);
  const signing = new Set<number>();
  const required = new Set<number>();
  for (const start of starts) {
    const used = consentUsedFrom(model, start).forState(state);
    for (const party of partiesOfConsent(used)) if (isSigner(party)) signing.add(party);
    for (const party of requiredParties(used)) required.add(party);
  }
  const everyone = [...model.payoffs.keys()];
  const signers = everyone.filter((party) => signing.has(party));
  const isBelow = (party: number, at: number) =>
    standingAt(model, noDeal, party, at) !== 'unknown' && !isNoWorse(model, noDeal, party, at);
  const { today } = model.space;
  const harmed = everyone.flatMap((party): Harmed[] => {
    if (signing.has(party)) return [];
    const isBelowNoDeal = isBelow(party, state);
    const isBelowToday =
      today !== undefined &&
      today !== -1 &&
      payoffAt(model, party, state) < payoffAt(model, party, today);
    if (!isBelowNoDeal && !isBelowToday) return [];
    return [{ party, isBelowNoDeal, isBelowToday, undo: undoBy(party) }];
  });
  return {
    signers,
    blockers: everyone.filter((party) => required.has(party) && consents[party]?.[state] !== 1),
    harmed,
  };

  function undoBy(party: number): Harmed['undo'] {
    let best: Harmed['undo'];
    let least = payoffAt(model, party, state);
    for (const to of model.moves.from(party, state)) {
      const there = payoffAt(model, party, to);
      if (there < least || (best && there === least)) continue;
      const below = signers.filter((signer) => isBelow(signer, to) && !isBelow(signer, state));
      if (below.length === 0) continue;
      best = { to, signers: below };
      least = there;
    }
    return best;
  }
}
