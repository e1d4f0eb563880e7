import { conditionsOf, isMet, standing, stepsOfRange } from './assumption-set.js';
import type { AssumptionSet, Doubt } from './doubt.js';

/** One doubt taken in another case than the file has by itself; 1 or 1,001 for an end of a range. */
export type ChangedDoubt = { readonly doubt: number; readonly chosen: number };

export type SmallestFlip = {
  readonly column: number;
  /** What the answer is with everything as the file has it; undefined where that set does not count. */
  readonly standing: boolean | undefined;
  /** Every smallest list of changes that turns it; empty where none was found. */
  readonly lists: readonly (readonly ChangedDoubt[])[];
};

export type FlipSearch = {
  readonly flips: readonly SmallestFlip[];
  /** Every list of so many changes at once, and of fewer, was tried wherever an answer still stood. */
  readonly searched: number;
  /** Sets that were answered, the standing one among them. */
  readonly evaluations: number;
  /**
   * Why no longer lists were tried: all columns have turned, every set was tried (of a number only
   * its two ends), the next length would be more `changes` than asked for, or all its lists more
   * `evaluations`.
   */
  readonly ended: 'all found' | 'every set' | 'changes' | 'evaluations';
};

export type FlipLimits = { readonly changes: number; readonly evaluations: number };

/**
 * The fewest changes to what the file has by itself that turn each column's answer.
 *
 * A change takes one acting doubt in another case than its first. A doubt that begins to act because
 * its reading was changed begins at its first case, so the changes of a settled set are its entries
 * other than 0. A number may be changed to either end of its range. Lists are tried by their length,
 * each length whole or not at all, so what is found is always every smallest list; one set is answered
 * once for all columns. A column that has turned is not looked at in longer lists.
 *
 * @param evaluate - the row of a settled set, as bytes; column 0 says whether it is possible.
 * @param columns - whose answers to turn.
 * @param limits - most changes in a list, and most sets answered, the standing set included.
 * @param given - a column; a set that answers no to it is no flip, as an impossible one is none.
 *
 * @returns lists in the order of their doubts, then cases. Without doubts, or where the standing set
 *   does not count, there is none.
 *
 * Time: sets of the lengths tried × (doubts + one evaluation).
 */
export function smallestFlips(
  doubts: readonly Doubt[],
  evaluate: (set: AssumptionSet) => Uint8Array,
  columns: readonly number[],
  limits: FlipLimits,
  given = 0,
): FlipSearch {
  const start = standing(doubts);
  const first = evaluate(start);
  const isCounted = (row: Uint8Array) => bitOf(row, 0) && bitOf(row, given);
  const isPossible = isCounted(first);
  const found = columns.map((): (readonly ChangedDoubt[])[] => []);
  const isOpen = (at: number) => isPossible && found[at]?.length === 0;
  const end = (searched: number, evaluations: number, ended: FlipSearch['ended']): FlipSearch => ({
    flips: columns.map((column, at) => ({
      column,
      standing: isPossible ? bitOf(first, column) : undefined,
      lists: found[at] ?? [],
    })),
    searched,
    evaluations,
    ended,
  });
  let evaluations = 1;
  for (let changes = 1; ; changes += 1) {
    const open = [...columns.keys()].filter(isOpen);
    if (open.length === 0) return end(changes - 1, evaluations, 'all found');
    const room = limits.evaluations - evaluations;
    let count = 0;
    for (const _ of listsOf(doubts, changes)) {
      count += 1;
      if (count > room) break;
    }
    // A length without a list has none longer either: leaving out a last change leaves a list.
    if (count === 0) return end(changes - 1, evaluations, 'every set');
    if (changes > limits.changes) return end(changes - 1, evaluations, 'changes');
    if (count > room) return end(changes - 1, evaluations, 'evaluations');
    for (const list of listsOf(doubts, changes)) {
      const row = evaluate(changed(start, list));
      evaluations += 1;
      if (!isCounted(row)) continue;
      for (const at of open) {
        const column = columns[at] as number;
        if (bitOf(row, column) !== bitOf(first, column)) found[at]?.push(list);
      }
    }
  }
}

function bitOf(row: Uint8Array, column: number): boolean {
  const byte = row[column >> 3];
  if (byte === undefined) throw new RangeError(`smallestFlips: there is no column ${column}`);
  return ((byte >> (column & 7)) & 1) === 1;
}

function changed(start: AssumptionSet, list: readonly ChangedDoubt[]): AssumptionSet {
  const set = [...start];
  for (const { doubt, chosen } of list) set[doubt] = chosen;
  return set;
}

/** Cases other than the first; of a number its two ends. */
function otherCases({ about, cases }: Doubt): readonly number[] {
  return about.kind === 'number' ? [1, stepsOfRange + 1] : [...cases.keys()].slice(1);
}

/** Every list of so many changes in which each changed doubt acts. */
function* listsOf(doubts: readonly Doubt[], changes: number): Generator<readonly ChangedDoubt[]> {
  const conditions = conditionsOf(doubts);
  const others = doubts.map(otherCases);
  const set: number[] = doubts.map(() => 0);
  function* extend(
    list: readonly ChangedDoubt[],
    from: number,
  ): Generator<readonly ChangedDoubt[]> {
    if (list.length === changes) {
      yield list;
      return;
    }
    for (let doubt = from; doubt < doubts.length; doubt += 1) {
      // What a doubt hangs on stands before it, so the list so far tells whether it acts.
      if (!isMet(conditions[doubt], set)) continue;
      for (const chosen of others[doubt] ?? []) {
        set[doubt] = chosen;
        yield* extend([...list, { doubt, chosen }], doubt + 1);
      }
      set[doubt] = 0;
    }
  }
  yield* extend([], 0);
}
