import { tableRows } from './page.js';

/** For each key of JSON answers the kinds of values that it was seen with. */
type Kinds = Map<string, Set<string>>;

/** Which keys are ids, and which parts have the keys of another part. */
export type Shapes = {
  /** Keys that stand for ids, and what a page calls them. */
  readonly idKeys: Readonly<Record<string, string>>;
  /** Parts that have the keys of another part; documented once. */
  readonly sameShape: readonly (readonly [RegExp, string])[];
};

export const noKinds = (): Kinds => new Map();

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) {
    const all = [...new Set(value.map(kindOf))].sort();
    // An empty list among others tells nothing about them.
    const inner = all.some((kind) => kind.startsWith('list of'))
      ? all.filter((kind) => kind !== 'list')
      : all;
    return inner.length === 0 ? 'list' : `list of ${inner.join(' or ')}`;
  }
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

/** Notes every key of an answer with the kind of its value. */
export function collect(value: unknown, shapes: Shapes, kinds: Kinds, at = ''): void {
  const path = shapes.sameShape.reduce((key, [from, to]) => key.replace(from, to), at);
  if (path !== '' && !path.endsWith('[]')) {
    const known = kinds.get(path) ?? new Set();
    kinds.set(path, known.add(kindOf(value)));
  }
  if (Array.isArray(value)) {
    for (const item of value)
      if (kindOf(item) === 'object') collect(item, shapes, kinds, `${path}[]`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      const name = shapes.idKeys[path] ?? key;
      collect(entry, shapes, kinds, path === '' ? name : `${path}.${name}`);
    }
  }
}

/** `list of object` and `list` are one kind; the words of the page. */
function words(kinds: ReadonlySet<string>): string {
  const lists = [...kinds].filter((kind) => kind.startsWith('list'));
  const longest = lists.sort((a, b) => b.length - a.length)[0];
  const others = [...kinds].filter((kind) => !kind.startsWith('list') && kind !== 'null').sort();
  const all = [...others, ...(longest === undefined ? [] : [longest])];
  return [...all, ...(kinds.has('null') ? ['null'] : [])].join(' or ');
}

/** `key: type`, sorted. */
export function keyLines(kinds: Kinds): readonly string[] {
  return [...kinds].map(([key, found]) => `${key}: ${words(found)}`).sort();
}

/** Every key that the tables of the page document, with the type given there, sorted. */
export function documentedKeys(page: string): readonly string[] {
  return tableRows(page)
    .filter(([key]) => key?.startsWith('`'))
    .map(([key, type]) => `${key?.replaceAll('`', '')}: ${type}`)
    .sort();
}
