import type { Span } from '../../core/diagnostic.js';

/** A piece of a text with its place, without the blanks around it. */
export type Piece = { readonly text: string; readonly span: Span };

/** The lines of a text that say something. */
export function linesOf(text: string): readonly Piece[] {
  return cut(text.replace(/^\uFEFF/, ' '), '\n', 0).filter((piece) => piece.text !== '');
}

/** The cells of a line between its commas, empty ones included. */
export function cellsOf(line: Piece): readonly Piece[] {
  return cut(line.text, ',', line.span.start);
}

function cut(text: string, sign: string, offset: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = offset;
  for (const part of text.split(sign)) {
    const own = part.trim();
    const start = at + part.indexOf(own);
    pieces.push({ text: own, span: { start, end: start + own.length } });
    at += part.length + sign.length;
  }
  return pieces;
}
