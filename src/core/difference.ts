import { formatRational } from '../numeric/rational.js';
import type { Path } from './diagnostic.js';
import { compileExpression } from './expression.js';
import { type Model, payoffAt } from './model.js';
import { levelsOf } from './space.js';
import { utilityAt } from './utility.js';

/**
 * The first thing in a party's order that tells two outcomes apart.
 *
 * Paths name the wants or ranking entries in the case file. `place` counts from 0. Several wants
 * appear where an inner list makes them equally important. Points are given as exact numbers.
 */
export type Difference =
  | {
      readonly by: 'wants';
      readonly place: number;
      readonly gained: readonly Path[];
      readonly lost: readonly Path[];
    }
  | { readonly by: 'ranking'; readonly before: Path | null; readonly after: Path | null }
  | { readonly by: 'points'; readonly before: string; readonly after: string };

/**
 * Why a party ranks two outcomes differently: the first want, in its order of priority, that is met
 * at one and not at the other.
 *
 * By wants: the first group whose number of met wants differs, with the wants gained and lost from
 * `before` to `after`. By a ranking: the entries that claim the two outcomes, null for the unclaimed
 * rest. By points: the two utilities.
 *
 * @returns undefined when the party ranks them equally.
 */
export function firstDifference(
  model: Model,
  party: number,
  before: number,
  after: number,
): Difference | undefined {
  if (payoffAt(model, party, before) === payoffAt(model, party, after)) return undefined;
  const reading = model.readings[party];
  const first = levelsOf(model.space, before);
  const second = levelsOf(model.space, after);
  if (reading?.wants) {
    for (const [place, group] of reading.wants.entries()) {
      const gained: Path[] = [];
      const lost: Path[] = [];
      for (const want of group) {
        // It is left out of the order, so it decides nothing.
        if (want.isUnknown) continue;
        const isMet = compileExpression(want.want, model.case);
        if (isMet(second) && !isMet(first)) gained.push(want.path);
        if (isMet(first) && !isMet(second)) lost.push(want.path);
      }
      if (gained.length !== lost.length) return { by: 'wants', place, gained, lost };
    }
  }
  if (reading?.ranking) {
    const claimOf = (levels: readonly number[]) =>
      reading.ranking?.find((entry) => compileExpression(entry.expression, model.case)(levels))
        ?.path ?? null;
    return { by: 'ranking', before: claimOf(first), after: claimOf(second) };
  }
  const utilities = model.utilities[party];
  if (!utilities) {
    throw new RangeError(`firstDifference: party ${party} ranks states without a reading`);
  }
  return {
    by: 'points',
    before: formatRational(utilityAt(utilities, before)),
    after: formatRational(utilityAt(utilities, after)),
  };
}
