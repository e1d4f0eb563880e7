import type { Path, Span } from '../../core/diagnostic.js';

/** A JSON value with its place in the text. */
export type JsonNode = { readonly path: Path; readonly span: Span } & (
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, JsonNode> }
  | { readonly kind: 'list'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
);

/** The value of a text, or where it stops being JSON and what was expected there. */
export type JsonReading =
  | { readonly root: JsonNode }
  | { readonly at: number; readonly expected: string };

const deepest = 200;

const tokens = {
  space: /[ \t\n\r]*/y,
  text: /"(?:[^"\\]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y,
  number: /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y,
  word: /true|false|null/y,
};

/**
 * Reads JSON (RFC 8259) and keeps where each value stands, which `JSON.parse` does not; its messages
 * also differ from engine to engine. Of a key given twice the last value counts, as there. A
 * byte-order mark at the start is passed over; values may nest 200 deep.
 */
export function readJson(text: string): JsonReading {
  let at = text.startsWith('\uFEFF') ? 1 : 0;

  function match(token: keyof typeof tokens): string | undefined {
    const pattern = tokens[token];
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  }

  /** A text in double quotes, unquoted. */
  function quoted(): string | undefined {
    const start = at;
    const found = match('text');
    // Everything below the space is a control character.
    const control = found?.search(/[^ -\uffff]/) ?? -1;
    if (control !== -1) {
      at = start + control;
      throw new Unexpected('no line break or control character inside a text');
    }
    return found === undefined ? undefined : (JSON.parse(found) as string);
  }

  function take(sign: string): boolean {
    match('space');
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  }

  function value(path: Path): JsonNode {
    match('space');
    const start = at;
    const placed = () => ({ path, span: { start, end: at } });
    if (path.length > deepest)
      throw new Unexpected(`at most ${deepest} lists or objects in one another`);
    if (take('{')) {
      const entries = object(path);
      return { kind: 'object', entries, ...placed() };
    }
    if (take('[')) {
      const items = list(path);
      return { kind: 'list', items, ...placed() };
    }
    const words = quoted();
    if (words !== undefined) return { kind: 'text', value: words, ...placed() };
    const digits = match('number');
    if (digits !== undefined) return { kind: 'number', value: Number(digits), ...placed() };
    const word = match('word');
    if (word === 'null') return { kind: 'null', ...placed() };
    if (word !== undefined) return { kind: 'boolean', value: word === 'true', ...placed() };
    throw new Unexpected('a value');
  }

  function object(path: Path): Map<string, JsonNode> {
    const entries = new Map<string, JsonNode>();
    if (take('}')) return entries;
    do {
      match('space');
      const key = quoted();
      if (key === undefined) throw new Unexpected('a key in double quotes');
      if (!take(':')) throw new Unexpected('":"');
      entries.set(key, value([...path, key]));
    } while (take(','));
    if (!take('}')) throw new Unexpected('"," or "}"');
    return entries;
  }

  function list(path: Path): JsonNode[] {
    const items: JsonNode[] = [];
    if (take(']')) return items;
    do items.push(value([...path, items.length]));
    while (take(','));
    if (!take(']')) throw new Unexpected('"," or "]"');
    return items;
  }

  try {
    const root = value([]);
    match('space');
    if (at < text.length) throw new Unexpected('nothing after the value');
    return { root };
  } catch (error) {
    if (error instanceof Unexpected) return { at, expected: error.message };
    throw error;
  }
}

/** Ends the reading where the text is not JSON; never leaves this file. */
class Unexpected extends Error {}
