import type { Span } from '../../core/diagnostic.js';
import type { TextNode } from './yaml-tree.js';

const escapeLengths: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/**
 * For every character of a scalar's content, the offset in the file that it was read from.
 *
 * Walks source and content together: literal characters match one to one, escapes and doubled
 * quotes are skipped as a whole, and a folded line break stands for the blank it became. Within
 * white space at line ends the offset may be off by some blanks, never by a line of text.
 *
 * Time O(length of the source).
 */
function contentOffsets(file: string, node: TextNode): readonly number[] {
  const { text, style, span } = node;
  const offsets: number[] = [];
  let at = span.start;
  if (style === 'single' || style === 'double') at += 1;
  if (style === 'block') {
    const headerEnd = file.indexOf('\n', at);
    at = headerEnd < 0 ? span.end : headerEnd + 1;
  }
  let index = 0;
  while (index < text.length && at < span.end) {
    const wanted = text[index];
    const found = file[at];
    if (style === 'double' && found === '\\') {
      const kind = file[at + 1] ?? '';
      if (kind === '\n' || kind === '\r') {
        at += 2;
        while (at < span.end && /\s/.test(file[at] as string)) at += 1;
        continue;
      }
      const isPair = kind === 'U' && (text.codePointAt(index) ?? 0) > 0xffff;
      offsets.push(at);
      if (isPair) offsets.push(at);
      index += isPair ? 2 : 1;
      at += escapeLengths[kind] ?? 2;
    } else if (style === 'single' && found === "'" && wanted === "'") {
      offsets.push(at);
      index += 1;
      at += 2;
    } else if (found === wanted) {
      offsets.push(at);
      index += 1;
      at += 1;
    } else if (wanted === ' ' && found === '\n') {
      offsets.push(at);
      index += 1;
      while (at < span.end && /\s/.test(file[at] as string)) at += 1;
    } else {
      at += 1;
    }
  }
  while (offsets.length < text.length) offsets.push(span.end);
  return offsets;
}

/**
 * The range in the file of part of a scalar's content, whatever its quotes, escapes and folds.
 *
 * @param within - offsets into the content; clamped to it. An empty range stays empty.
 */
export function contentSpan(file: string, node: TextNode, within: Span): Span {
  const start = Math.max(0, Math.min(within.start, node.text.length));
  const end = Math.max(start, Math.min(within.end, node.text.length));
  const isLiteral = file.startsWith(node.text, node.span.start) && node.style === 'plain';
  if (isLiteral) return { start: node.span.start + start, end: node.span.start + end };
  const offsets = contentOffsets(file, node);
  const first = offsets[start] ?? contentEnd(node);
  if (end === start) return { start: first, end: first };
  const last = offsets[end - 1] ?? contentEnd(node);
  const next = offsets[end] ?? contentEnd(node);
  const isOnOneLine = !file.slice(last, next).includes('\n');
  return { start: first, end: isOnOneLine ? next : last + 1 };
}

function contentEnd(node: TextNode): number {
  return node.span.end - (node.style === 'single' || node.style === 'double' ? 1 : 0);
}
