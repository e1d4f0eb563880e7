/** What the session asks of the editor. Offsets are the editor's own. */
export type EditorHandle = {
  /** Replaces the whole text, as a step that undo takes back. */
  readonly replace: (body: string, lineBreak: '\n' | '\r\n') => void;
  /** Selects a range, scrolls to it and takes the focus. */
  readonly select: (start: number, end: number) => void;
};
