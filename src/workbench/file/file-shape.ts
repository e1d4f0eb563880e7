/** What the editor leaves out of a file's text: its byte order mark and how its lines end. */
export type FileShape = {
  readonly mark: '' | '\uFEFF';
  /** `\r\n` only where every line ends so; in a mixed file the `\r` stay visible in the lines. */
  readonly lineBreak: '\n' | '\r\n';
};

/** The shape of a file's text. */
export function shapeOf(text: string): FileShape {
  return {
    mark: text.startsWith('\uFEFF') ? '\uFEFF' : '',
    lineBreak: text.includes('\r\n') && !/(?<!\r)\n/.test(text) ? '\r\n' : '\n',
  };
}

/** The text between byte order mark and end, as the editor is given it. */
export function bodyOf(text: string, { mark }: FileShape): string {
  return text.slice(mark.length);
}

/** An offset of the file's text as the editor counts it: no mark, one character a line break. */
export function editorOffset(text: string, { mark, lineBreak }: FileShape, offset: number): number {
  const body = offset - mark.length;
  if (lineBreak === '\n') return Math.max(0, body);
  return Math.max(0, body - (text.slice(0, offset).split('\r\n').length - 1));
}
