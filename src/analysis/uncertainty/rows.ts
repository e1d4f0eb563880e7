import type { AssumptionSet } from './doubt.js';
import type { Rows, Sample } from './sample.js';

/** Bytes of one row. */
export function bytesOf(columns: number): number {
  return Math.ceil(columns / 8);
}

/** How many rows there are; none where there is no column. */
export function countRows({ columns, bits }: Rows): number {
  return columns === 0 ? 0 : bits.length / bytesOf(columns);
}

/** The answer of a column in a row. @throws RangeError where there is no such column or row. */
export function answerAt(rows: Rows, row: number, column: number): boolean {
  const { columns, bits } = rows;
  const byte = bits[row * bytesOf(columns) + (column >> 3)];
  if (byte === undefined || column < 0 || column >= columns) {
    throw new RangeError(`answerAt: there is no column ${column} in a row ${row}`);
  }
  return ((byte >> (column & 7)) & 1) === 1;
}

/** The bytes of one row; bits beyond the last answer are 0. */
export function packRow(answers: readonly boolean[]): Uint8Array {
  const bits = new Uint8Array(bytesOf(answers.length));
  for (const [column, answer] of answers.entries()) {
    if (answer) bits[column >> 3] = (bits[column >> 3] as number) | (1 << (column & 7));
  }
  return bits;
}

/** Bytes of rows, one after another. */
export function joinBits(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/**
 * What was answered under a set, as the bytes of its row.
 *
 * @returns a function that throws a RangeError for a set that is not in the sample.
 */
export function answersIn({ sets, rows }: Sample): (set: AssumptionSet) => Uint8Array {
  const bytes = bytesOf(rows.columns);
  const places = new Map(sets.map((set, row) => [set.join(), row]));
  return (set) => {
    const row = places.get(set.join());
    if (row === undefined)
      throw new RangeError(`answersIn: the set ${set.join()} was not answered`);
    return rows.bits.subarray(row * bytes, (row + 1) * bytes);
  };
}
