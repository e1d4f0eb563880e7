import type { AssumptionChange, ChangedPart, WordChange } from './diff-findings.js';

/** A change with the keys that it has nothing to say about left at null. */
export function changeOf(
  part: ChangedPart,
  change: AssumptionChange['change'],
  rest: Partial<AssumptionChange>,
): AssumptionChange {
  return {
    part,
    change,
    party: null,
    reading: null,
    id: null,
    before: null,
    after: null,
    places: null,
    paths: null,
    ...rest,
  };
}

/** A change from one text to another; none where they are equal. */
export function textChange(
  part: ChangedPart,
  before: string | undefined,
  after: string | undefined,
  rest: Partial<AssumptionChange>,
): readonly AssumptionChange[] {
  if (before === after) return [];
  const change = before === undefined ? 'added' : after === undefined ? 'dropped' : 'changed';
  return [changeOf(part, change, { before: before ?? null, after: after ?? null, ...rest })];
}

/** The keys of two records whose values differ, as words and sources do: by their JSON. */
export function wordChange<Entry extends object>(
  part: WordChange['part'],
  before: Entry,
  after: Entry,
  keys: readonly (keyof Entry & string)[],
  rest: Partial<WordChange> = {},
): readonly WordChange[] {
  const differing = keys.filter((key) => plainJson(before[key]) !== plainJson(after[key]));
  if (differing.length === 0) return [];
  return [{ part, id: null, party: null, reading: null, keys: differing, ...rest }];
}

/** JSON in which exact numbers stand too. */
export function plainJson(value: unknown): string | undefined {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
}

/** Entries of two lists matched by id: those of one list alone, and the pairs, in the second's order. */
export function matchById<Entry extends { readonly id: string }>(
  before: readonly Entry[],
  after: readonly Entry[],
): {
  readonly added: readonly Entry[];
  readonly dropped: readonly Entry[];
  readonly pairs: readonly (readonly [before: Entry, after: Entry])[];
} {
  const first = new Map(before.map((entry) => [entry.id, entry]));
  const second = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !first.has(id)),
    dropped: before.filter(({ id }) => !second.has(id)),
    pairs: after.flatMap((entry) => {
      const other = first.get(entry.id);
      return other ? [[other, entry] as const] : [];
    }),
  };
}
