/** Columns of a printed line, on the terminal and in the pages of the reference. */
const width = 100;

/**
 * Breaks a text at blanks into lines of at most 100 columns; a word longer than that is not broken.
 * The first line and the others each begin with their own indent. A column is one character.
 */
export function wrap(text: string, first = '', others = ''): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const part of text.split(/(?<=\S)(?=\s)/)) {
    if (!isEmpty && columns(line) + columns(part) > width) {
      lines.push(line);
      line = others + part.trimStart();
    } else {
      line += part;
    }
    isEmpty = false;
  }
  return [...lines, line];
}

/** The same as one text. */
export function wrapped(text: string): string {
  return wrap(text).join('\n');
}

function columns(text: string): number {
  return [...text].length;
}
