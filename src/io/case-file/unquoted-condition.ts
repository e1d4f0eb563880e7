import type { Path, Span } from '../../core/diagnostic.js';
import type { Problems } from './problems.js';
import type { YamlNode } from './yaml-tree.js';

type Piece = { readonly text: string; readonly path: Path; readonly span: Span };

/**
 * Finds conditions that YAML has cut at their commas: in `[at least 2 of (a, b, c), x]` it sees four
 * texts, of which one opens a parenthesis and another closes it.
 *
 * @returns the ranges of the conditions found; nothing else needs to be said about their pieces.
 */
export function findUnquotedConditions(
  file: string,
  root: YamlNode,
  problems: Problems,
): readonly Span[] {
  const found: Span[] = [];

  function visit(node: YamlNode): void {
    if (node.kind === 'list') {
      if (node.isFlow) check(node.items.flatMap(piecesOfValue));
      node.items.forEach(visit);
    } else if (node.kind === 'map') {
      if (node.isFlow) {
        check(
          node.entries.flatMap(({ key, keySpan, keyStyle, value }) => [
            ...(keyStyle === 'plain' ? [{ text: key, path: value.path, span: keySpan }] : []),
            ...piecesOfValue(value),
          ]),
        );
      }
      for (const entry of node.entries) visit(entry.value);
    }
  }

  function check(pieces: readonly Piece[]): void {
    let open: Piece | undefined;
    let depth = 0;
    for (const piece of pieces) {
      depth += balanceOf(piece.text);
      if (open === undefined) {
        if (depth > 0) open = piece;
        else depth = 0;
      } else if (depth <= 0) {
        report({ ...open, span: { start: open.span.start, end: piece.span.end } });
        open = undefined;
        depth = 0;
      }
    }
    const last = pieces.at(-1);
    if (open && last && /^at\s+least\b/.test(open.text)) {
      report({ ...open, span: { start: open.span.start, end: last.span.end } });
    }
  }

  function report({ path, span }: Piece): void {
    const text = file.slice(span.start, span.end);
    found.push(span);
    problems.add(
      'DET108',
      { path, range: span },
      'YAML cuts this at each comma, because it stands inside a list or braces without quotes',
      {
        help: text.includes('\n')
          ? 'put quotes around the whole'
          : `put quotes around the whole: "${text}"`,
      },
    );
  }

  visit(root);
  return found;
}

function piecesOfValue(node: YamlNode): readonly Piece[] {
  return node.kind === 'text' && node.style === 'plain'
    ? [{ text: node.text, path: node.path, span: node.span }]
    : [];
}

function balanceOf(text: string): number {
  let balance = 0;
  for (const character of text) {
    if (character === '(') balance += 1;
    if (character === ')') balance -= 1;
  }
  return balance;
}
