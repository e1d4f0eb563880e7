/** What a table's cell may hold; null is an empty cell. */
export type CsvCell = string | number | null;

/** Rows that are written at once. */
const rowsAtOnce = 1000;

/**
 * Signs that make a spreadsheet take a cell for a formula, their full-width forms, and the apostrophe
 * that defuses them. Source: OWASP, "CSV Injection", which lists = + - @, tab and carriage return.
 */
const startsFormula = /^['=+\-@\t\r\n＝＋－＠]/u;

/**
 * The text of a table as comma-separated values, in pieces, so that a table of a million rows need not
 * stand in memory.
 *
 * By RFC 4180: rows end with CR LF; a cell with a comma, a double quote, CR or LF stands in double
 * quotes, and a double quote inside is doubled. Beyond it: a text that a spreadsheet could take for a
 * formula has an apostrophe put before it, and so has one that starts with an apostrophe; taking one
 * apostrophe off the front of a text gives it back. Numbers are written as they are.
 *
 * @throws RangeError for a row that is not as long as the header, and for a number that is not finite.
 */
export function* csvChunks(
  header: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
): Generator<string> {
  let chunk = rowText(header, header.length);
  let count = 0;
  for (const row of rows) {
    chunk += rowText(row, header.length);
    count += 1;
    if (count % rowsAtOnce !== 0) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function rowText(cells: readonly CsvCell[], columns: number): string {
  if (cells.length !== columns) {
    throw new RangeError(`csvChunks: a row has ${cells.length} cells, and the header ${columns}`);
  }
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new RangeError(`csvChunks: a cell holds ${cell}`);
    return String(cell);
  }
  const text = startsFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
