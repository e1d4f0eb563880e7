import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import type { Path, Span } from '../../core/diagnostic.js';
import { positionAt } from './position.js';
import type { Problems } from './problems.js';
import { contentSpan } from './scalar-offsets.js';
import { reorderingCharacter } from './scan-text.js';
import type { Entry, ListNode, MapNode, TextNode, YamlNode } from './yaml-tree.js';

const styles: Readonly<Record<string, TextNode['style']>> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

/** A bare `yes`, `no`, `on` or `off`, which is refused unless it turns out to be a lever's level. */
export type BareWord = {
  readonly text: string;
  readonly path: Path;
  readonly range: Span;
  readonly isKey: boolean;
};

export type Tree = {
  readonly root: YamlNode;
  readonly bareWords: readonly BareWord[];
  /** The value of the top-level key `later`, which is left out of the tree. */
  readonly sealed: Span | undefined;
};

/**
 * Turns the parser's document into our tree: keys as text, no key twice, the sealed block left out.
 *
 * Recursion is as deep as the file nests, which the parser's caller has bounded.
 */
export function buildTree(text: string, contents: Node, problems: Problems): Tree {
  const bareWords: BareWord[] = [];
  let sealed: Span | undefined;

  function spanOf(node: Node): Span {
    const [start, end] = node.range ?? [0, 0];
    return { start, end };
  }

  function noteBareWord(scalar: Scalar, path: Path, isKey: boolean): void {
    const text = scalar.source ?? '';
    if (scalar.type === 'PLAIN' && /^(yes|no|on|off)$/.test(text)) {
      bareWords.push({ text, path, range: spanOf(scalar), isKey });
    }
  }

  /** In the file itself such a character is refused before; here it may come from an escape. */
  function checkEscapes(scalar: TextNode): void {
    if (scalar.style !== 'double') return;
    const found = reorderingCharacter(scalar.text);
    if (!found) return;
    const within = { start: found.at, end: found.at + 1 };
    const range = contentSpan(text, scalar, within);
    const place = { path: scalar.path, range, within };
    problems.add('DET101', place, found.what, { help: found.help });
  }

  function build(node: unknown, path: Path, fallback: Span): YamlNode {
    if (isMap(node)) return buildMap(node.items as Pair[], spanOf(node), node.flow === true, path);
    if (isSeq(node)) {
      const span = spanOf(node);
      const items = node.items.map((item, index) => build(item, [...path, index], span));
      const list: ListNode = { kind: 'list', path, span, isFlow: node.flow === true, items };
      return list;
    }
    if (isScalar(node)) {
      const { value } = node;
      const span = spanOf(node);
      if (value === null || value === undefined) return { kind: 'empty', path, span };
      noteBareWord(node, path, false);
      const style = styles[node.type ?? ''] ?? 'plain';
      const isKnown = ['string', 'number', 'boolean'].includes(typeof value);
      const scalar: TextNode = {
        kind: 'text',
        path,
        span,
        text: style === 'plain' ? (node.source ?? String(value)) : String(value),
        value: isKnown ? (value as string | number | boolean) : String(value),
        style,
      };
      checkEscapes(scalar);
      return scalar;
    }
    // An alias is reported where the text is scanned; here it stands for some text.
    if (isAlias(node)) {
      const span = spanOf(node);
      return { kind: 'text', path, span, text: `*${node.source}`, value: '', style: 'plain' };
    }
    return { kind: 'empty', path, span: fallback };
  }

  function buildMap(pairs: readonly Pair[], span: Span, isFlow: boolean, path: Path): MapNode {
    const first = new Map<string, Span>();
    const entries: Entry[] = [];
    for (const pair of pairs) {
      if (!isScalar(pair.key)) {
        const range = pair.key ? spanOf(pair.key as Node) : span;
        problems.add('DET203', { path, range }, 'a key must be a word, not a list or a block', {
          help: 'if this is a condition in a list, put quotes around the whole condition',
        });
        continue;
      }
      const key = pair.key.source ?? String(pair.key.value);
      const keySpan = spanOf(pair.key);
      const keyStyle = styles[pair.key.type ?? ''] ?? 'plain';
      const name = keyStyle === 'plain' ? key : String(pair.key.value);
      const inside = [...path, name];
      const place = { path: inside, range: keySpan, atKey: true };
      if (path.length === 0 && name === 'later') {
        const { end } = pair.value ? spanOf(pair.value as Node) : keySpan;
        sealed = { start: keySpan.start, end: text.slice(0, end).trimEnd().length };
        continue;
      }
      if (name === '__proto__') {
        problems.add('DET215', place, '"__proto__" cannot be a name', {
          help: 'choose another name',
        });
        continue;
      }
      if (name === '<<') {
        problems.add('DET105', place, '"<<" merges blocks in YAML, which case files do not use', {
          help: 'write the lines out where they are needed',
        });
        continue;
      }
      const earlier = first.get(name);
      if (earlier) {
        problems.add('DET103', place, `"${name}" stands here a second time`, {
          details: [`first on line ${positionAt(text, earlier.start).line}`],
          help: 'keep one of them, or rename one',
        });
        continue;
      }
      first.set(name, keySpan);
      noteBareWord(pair.key, inside, true);
      const at = { start: keySpan.end, end: keySpan.end };
      entries.push({ key: name, keySpan, keyStyle, value: build(pair.value, inside, at) });
    }
    const byKey = new Map(entries.map((entry) => [entry.key, entry]));
    return { kind: 'map', path, span, isFlow, entries, byKey };
  }

  const root = build(contents, [], { start: 0, end: 0 });
  return { root, bareWords, sealed };
}
