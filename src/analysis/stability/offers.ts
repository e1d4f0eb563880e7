import type { Model } from '../../core/model.js';
import { jointImprovementsFrom } from './joint-improvements.js';

/** A group can sign at `from`, landing on `sign`, from which steps lead only to `state`. */
export type Offer = {
  readonly state: number;
  readonly from: number;
  readonly group: readonly number[];
  readonly sign: number;
};

/**
 * What is on offer from a state.
 *
 * Formula: x is on offer from a iff a group of two or more has one joint move from a, which no member
 * could make alone, to some y such that the only end of the steps from y is {x} (y = x when nothing
 * moves), every member is better off than at a both at y and at x, and no member's red line is
 * crossed at y or at x. Our own definition.
 *
 * @param rests - for each state the only outcome where steps from it end, or −1 (`Rests.only`).
 * @returns offers ordered by outcome, then group, then where it signs; empty when there is none.
 */
export function offersFrom(model: Model, rests: Int32Array, from: number): readonly Offer[] {
  const offers: Offer[] = [];
  for (const { group, to: sign, isAlsoSingle } of jointImprovementsFrom(model, from, rests)) {
    if (isAlsoSingle) continue;
    const state = rests[sign] as number;
    const isGood = group.every(
      (party) => !model.hasRedLineCrossed(party, sign) && !model.hasRedLineCrossed(party, state),
    );
    if (isGood) offers.push({ state, from, group, sign });
  }
  return offers.sort(
    (a, b) =>
      a.state - b.state ||
      a.group.length - b.group.length ||
      compareGroups(a.group, b.group) ||
      a.sign - b.sign,
  );
}

function compareGroups(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((party, place) => party !== b[place]);
  return at === -1 ? 0 : (a[at] as number) - (b[at] as number);
}
