import { conditionsOf, isMet } from './assumption-set.js';
import type { AssumptionSet } from './doubt.js';
import { answerAt } from './rows.js';
import type { Sample } from './sample.js';

/**
 * For each doubt whether it changes nothing, alone or together with others.
 *
 * A doubt is idle for some columns iff no two of the sets in which it acts, alike in everything else,
 * are answered differently in one of them. What hangs on a reading belongs to it: two sets with another
 * reading of a party are alike where all that does not hang on that party's readings is. Impossible
 * sets, and those outside what is given, are compared with none.
 *
 * @param sample - of every set there is; of draws no two need be alike.
 * @param counted - columns that a set has to answer yes to, to be compared.
 *
 * Time O(doubts × sets × (doubts + columns)).
 */
export function idleDoubts(
  { doubts, sets, rows }: Sample,
  columns: readonly number[],
  counted: readonly number[] = [0],
): readonly boolean[] {
  const conditions = conditionsOf(doubts);
  const answers = sets.map((_, row) =>
    counted.every((column) => answerAt(rows, row, column))
      ? columns.map((column) => (answerAt(rows, row, column) ? 1 : 0)).join('')
      : undefined,
  );
  return doubts.map((_, at) => {
    const rest = (set: AssumptionSet) =>
      set.map((entry, other) => (other === at || conditions[other]?.at === at ? '' : entry)).join();
    const known = new Map<string, string>();
    return sets.every((set, row) => {
      const own = answers[row];
      if (own === undefined || !isMet(conditions[at], set)) return true;
      const key = rest(set);
      const first = known.get(key);
      if (first === undefined) known.set(key, own);
      return first === undefined || first === own;
    });
  });
}
