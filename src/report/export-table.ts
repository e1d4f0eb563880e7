/** A table of an answer, its rows made as they are read. */
export type ExportTable = {
  /** `states`: what the table is about, and its file's name without the ending. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: () => Iterable<readonly (string | number | null)[]>;
};
