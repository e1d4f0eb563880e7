import { multiply, one, type Rational, rational } from '../../core/rational.js';
import type { AssumptionSet, Doubt } from './doubt.js';

/** Steps into which the range of a number is divided; its values are numbered 1 to 1,001. */
export const stepsOfRange = 1000;

/** The reading under which a doubt acts, as a case of another doubt: its place, and the case. */
export type Condition = { readonly at: number; readonly reading: number };

/**
 * For each doubt the doubt of its party's reading, and the reading that must be in force for it to
 * act; undefined where it always acts (nothing hangs on it, or the reading is not in doubt).
 *
 * Time O(doubts²), to be asked for once where many sets are looked at.
 */
export function conditionsOf(doubts: readonly Doubt[]): readonly (Condition | undefined)[] {
  return doubts.map(({ about }) => {
    if (about.kind !== 'want' && about.kind !== 'order' && about.kind !== 'number') {
      return undefined;
    }
    const at = doubts.findIndex(
      (other) => other.about.kind === 'reading' && other.about.party === about.party,
    );
    return at < 0 ? undefined : { at, reading: about.reading };
  });
}

/** The set in which everything is as the file has it by itself. */
export function standing(doubts: readonly Doubt[]): AssumptionSet {
  return doubts.map(() => 0);
}

/** Whether a condition of `conditionsOf` is met in a set; one that is not there always is. */
export function isMet(condition: Condition | undefined, set: AssumptionSet): boolean {
  return condition === undefined || set[condition.at] === condition.reading;
}

/** The set with 0 for every doubt that does not act, so that sets that mean the same are equal. */
export function settled(doubts: readonly Doubt[], set: AssumptionSet): AssumptionSet {
  const conditions = conditionsOf(doubts);
  return doubts.map((_, at) => (isMet(conditions[at], set) ? (set[at] ?? 0) : 0));
}

/**
 * How many settled sets there are: the product over the doubts that always act of their cases, where
 * each reading of a party counts as many times as there are cases of what hangs on it.
 *
 * @returns undefined where a number lies in a range; 1 without doubts.
 */
export function countSets(doubts: readonly Doubt[]): bigint | undefined {
  if (doubts.some(({ about }) => about.kind === 'number')) return undefined;
  const conditions = conditionsOf(doubts);
  return doubts.reduce((product, { about, cases }, at) => {
    if (conditions[at]) return product;
    if (about.kind !== 'reading') return product * BigInt(cases.length);
    const ways = cases.map((_, reading) =>
      doubts.reduce(
        (under, other, its) =>
          conditions[its]?.at === at && conditions[its].reading === reading
            ? under * BigInt(other.cases.length)
            : under,
        1n,
      ),
    );
    return product * ways.reduce((sum, count) => sum + count, 0n);
  }, 1n);
}

/**
 * Every settled set, in lexicographic order: the standing set first, the last doubt changing fastest.
 *
 * @throws RangeError where a number lies in a range.
 *
 * Time and memory O(sets × doubts); ask `countSets` first.
 */
export function listSets(doubts: readonly Doubt[]): readonly AssumptionSet[] {
  if (doubts.some(({ about }) => about.kind === 'number')) {
    throw new RangeError('listSets: a number in a range has too many values to be listed');
  }
  const conditions = conditionsOf(doubts);
  // The doubt of a reading comes before what hangs on it, so a beginning tells what acts next.
  let beginnings: readonly AssumptionSet[] = [[]];
  doubts.forEach(({ cases }, at) => {
    beginnings = beginnings.flatMap((set) =>
      isMet(conditions[at], set) ? cases.map((_, chosen) => [...set, chosen]) : [[...set, 0]],
    );
  });
  return beginnings;
}

/**
 * The weight of a set: the product over its acting doubts of the declared weight of its case, else of
 * 1 / number of its cases.
 *
 * Over the settled sets weights add up to one. Each reading of a party counts alike however many
 * doubts hang on it, and declaring equal weights changes nothing. One without doubts.
 *
 * @throws RangeError where an acting doubt is a number, or a case is not one of its doubt.
 */
export function weightOf(doubts: readonly Doubt[], set: AssumptionSet): Rational {
  const conditions = conditionsOf(doubts);
  return doubts.reduce(
    (product, doubt, at) =>
      isMet(conditions[at], set) ? multiply(product, weightOfCase(doubt, set[at] ?? 0)) : product,
    one,
  );
}

/** The declared weight of a case, else 1 / number of cases. */
export function weightOfCase({ id, cases, weights }: Doubt, chosen: number): Rational {
  if (cases[chosen] === undefined) {
    throw new RangeError(`weightOfCase: the doubt ${id} has no case ${chosen}`);
  }
  return weights?.[chosen] ?? rational(1n, BigInt(cases.length));
}
