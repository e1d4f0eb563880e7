import type { Path, Span } from '../../core/diagnostic.js';

/**
 * What a case file says, before it means anything: texts, lists and `key: value` lines, each with
 * its place in the file.
 *
 * Every scalar keeps its text as written, so that a number is never read through floating point.
 */
export type YamlNode = TextNode | ListNode | MapNode | EmptyNode;

export type TextNode = {
  readonly kind: 'text';
  readonly path: Path;
  readonly span: Span;
  /** Content without quotes, escapes and folds: `0.1` for the number 0.1. */
  readonly text: string;
  /** What YAML 1.2 makes of it. */
  readonly value: string | number | boolean;
  readonly style: 'plain' | 'single' | 'double' | 'block';
};

export type ListNode = {
  readonly kind: 'list';
  readonly path: Path;
  readonly span: Span;
  /** Written `[a, b]` rather than one item a line. */
  readonly isFlow: boolean;
  readonly items: readonly YamlNode[];
};

export type MapNode = {
  readonly kind: 'map';
  readonly path: Path;
  readonly span: Span;
  /** Written `{a: b}` rather than one key a line. */
  readonly isFlow: boolean;
  /** In the file's order, no key twice. */
  readonly entries: readonly Entry[];
  readonly byKey: ReadonlyMap<string, Entry>;
};

/** Nothing after the colon or the dash, or `null` or `~`. */
export type EmptyNode = { readonly kind: 'empty'; readonly path: Path; readonly span: Span };

export type Entry = {
  readonly key: string;
  readonly keySpan: Span;
  readonly keyStyle: TextNode['style'];
  readonly value: YamlNode;
};

/** The entry of a key; undefined when the node is no map or lacks the key. */
export function entryOf(node: YamlNode | undefined, key: string): Entry | undefined {
  return node?.kind === 'map' ? node.byKey.get(key) : undefined;
}

/** The value of a key; undefined when the node is no map or lacks the key. */
export function childOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return entryOf(node, key)?.value;
}

/** The text of a scalar; undefined for anything else. */
export function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'text' ? node.text : undefined;
}

/** The texts of a list, or the one text that stands in its place; everything else is left out. */
export function textsOf(node: YamlNode | undefined): readonly TextNode[] {
  if (node?.kind === 'text') return [node];
  if (node?.kind !== 'list') return [];
  return node.items.filter((item) => item.kind === 'text');
}

/** The entries of a map; empty for anything else. */
export function entriesOf(node: YamlNode | undefined): readonly Entry[] {
  return node?.kind === 'map' ? node.entries : [];
}

/** The items of a list; empty for anything else. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

/** The node, and the entry that holds it, at a path; undefined where the path leads nowhere. */
export function nodeAt(
  root: YamlNode | undefined,
  path: Path,
): { readonly node: YamlNode; readonly entry: Entry | undefined } | undefined {
  let node = root;
  let entry: Entry | undefined;
  for (const step of path) {
    entry = node?.kind === 'map' ? entryOf(node, String(step)) : undefined;
    node = node?.kind === 'list' && typeof step === 'number' ? node.items[step] : entry?.value;
  }
  return node && { node, entry };
}

/**
 * Plain values for the schema. Objects have no prototype, so that no key can reach one; a number
 * that is not finite stays text, which the reader of numbers refuses by name.
 */
export function toPlainValue(node: YamlNode): unknown {
  switch (node.kind) {
    case 'empty':
      return null;
    case 'text':
      return typeof node.value === 'number' && !Number.isFinite(node.value)
        ? node.text
        : node.value;
    case 'list':
      return node.items.map(toPlainValue);
    case 'map': {
      const value: Record<string, unknown> = Object.create(null);
      for (const entry of node.entries) value[entry.key] = toPlainValue(entry.value);
      return value;
    }
  }
}
