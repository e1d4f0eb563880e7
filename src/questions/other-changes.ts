import type { Case } from '../core/case.js';
import { changeOf, matchById, plainJson } from './change-of.js';
import type { AssumptionChange } from './diff-findings.js';

// What the other comparisons look at, so that a key added to cases later is not passed over.
const knownOfCase = [
  'title',
  'asOf',
  'question',
  'decisionFor',
  'handling',
  'note',
  'parties',
  'issues',
  'today',
  'openToday',
  'rules',
  'terms',
  'outcomes',
  'scenarios',
  'preferences',
  'proposals',
  'tracks',
  'consent',
  'evidence',
  'later',
];
const knownOfParty = ['id', 'name', 'called', 'voices', 'members', 'aliases', 'consent', 'note'];
const knownOfIssue = [
  'id',
  'label',
  'levels',
  'isLever',
  'control',
  'irreversible',
  'blocked',
  'note',
  'from',
];
const knownOfReading = [
  'id',
  'label',
  'weight',
  'why',
  'from',
  'wants',
  'ranking',
  'points',
  'redLines',
  'noDeal',
  'ranges',
  'path',
];

/** Where something stands in its file, and how it is written there: no part of what it means. */
const placeKeys = ['span', 'path', 'text'];

/**
 * Whatever else two cases say differently: parts of a case, of a party, an issue or a reading that no
 * other comparison knows.
 *
 * Such parts may refer to parties and issues by position, so they are compared only between cases
 * with the same parties, issues and levels in the same order; else `limits` names them.
 */
export function otherChanges(
  before: Case,
  after: Case,
): { readonly changes: readonly AssumptionChange[]; readonly limits: readonly string[] } {
  const shape = ({ parties, issues }: Case) =>
    JSON.stringify([
      parties.map(({ id }) => id),
      issues.map(({ id, levels }) => [id, ...levels.map((level) => level.id)]),
    ]);
  const isSameShape = shape(before) === shape(after);
  const changes: AssumptionChange[] = [];
  const limits: string[] = [];
  const compare = (
    first: object,
    second: object,
    known: readonly string[],
    rest: Partial<AssumptionChange>,
  ) => {
    const [a, b] = [others(first, known), others(second, known)];
    for (const key of new Set([...a.keys(), ...b.keys()])) {
      if (a.get(key) === b.get(key)) continue;
      if (isSameShape) changes.push(changeOf('other', 'changed', { id: key, ...rest }));
      else {
        limits.push(
          `Whether “${key}” differs was not worked out: the cases differ in parties, issues or levels.`,
        );
      }
    }
  };
  compare(before, after, knownOfCase, {});
  for (const [a, b] of matchById(before.parties, after.parties).pairs) {
    compare(a, b, knownOfParty, { party: a.id });
    const of = (theCase: Case) =>
      theCase.preferences[theCase.parties.findIndex(({ id }) => id === a.id)] ?? [];
    for (const [x, y] of matchById(of(before), of(after)).pairs) {
      compare(x, y, knownOfReading, { party: a.id, reading: x.id });
    }
  }
  for (const [a, b] of matchById(before.issues, after.issues).pairs) {
    compare(a, b, knownOfIssue, {});
  }
  return { changes, limits: [...new Set(limits)] };
}

function others(value: object, known: readonly string[]): ReadonlyMap<string, string> {
  const entries = Object.entries(value).filter(([key]) => !known.includes(key));
  return new Map(
    entries.flatMap(([key, entry]) => {
      const text = plainJson(withoutPlaces(entry));
      return text === undefined || text === '[]' || text === '{}' ? [] : [[key, text] as const];
    }),
  );
}

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) =>
      placeKeys.includes(key) ? [] : [[key, withoutPlaces(entry)]],
    ),
  );
}
