/** A place as an editor counts it: line and column from 1, columns in characters. */
export type Position = { readonly line: number; readonly column: number };

/**
 * Line and column of an offset. A character outside the basic plane is one column; a byte-order
 * mark is none; a tab is one.
 *
 * @throws RangeError when the offset lies outside the text.
 */
export function positionAt(text: string, offset: number): Position {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) {
    throw new RangeError(`positionAt: offset is ${offset}; the text has ${text.length} characters`);
  }
  let line = 1;
  let lineStart = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    const newline = text.indexOf('\n', lineStart);
    if (newline < 0 || newline >= offset) break;
    lineStart = newline + 1;
    line += 1;
  }
  let column = 1;
  for (const _character of text.slice(lineStart, offset)) column += 1;
  return { line, column };
}
