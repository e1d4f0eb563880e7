import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '../../test/small/parse-csv.js';
import { csvChunks } from './csv.js';

const text = (...args: Parameters<typeof csvChunks>) => [...csvChunks(...args)].join('');

test('rows end with CR LF; commas, quotes and line ends are quoted; an empty cell is nothing', () => {
  expect(
    text(
      ['a', 'b'],
      [
        ['x, y', 'say "so"'],
        ['two\nlines', null],
        [1.5, 'plain'],
      ],
    ),
  ).toBe('a,b\r\n"x, y","say ""so"""\r\n"two\nlines",\r\n1.5,plain\r\n');
});

test('a table without rows is its header', () => {
  expect(text(['a'], [])).toBe('a\r\n');
});

test('texts that a spreadsheet could run are defused; numbers stay numbers', () => {
  const cells = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1', "'tis", 'a=b', -1];
  expect(
    text(
      ['a'],
      cells.map((cell) => [cell]),
    ),
  ).toBe(`a\r\n'=1+1\r\n'+1\r\n'-1\r\n'@SUM(A1)\r\n'\tx\r\n'＝1\r\n''tis\r\na=b\r\n-1\r\n`);
  expect(text(['a'], [['=HYPERLINK("x","y")']])).toBe('a\r\n"\'=HYPERLINK(""x"",""y"")"\r\n');
  expect(text(['=a'], [])).toBe("'=a\r\n");
});

test('a row of another length, or a number that is none, is refused', () => {
  expect(() => text(['a', 'b'], [['x']])).toThrow(RangeError);
  expect(() => text(['a'], [[Number.NaN]])).toThrow(RangeError);
});

test('rows are made as they are written, never all at once', () => {
  let made = 0;
  function* rows() {
    for (; made < 1_000_000; made += 1) yield [made, 'x'];
  }
  const chunks = csvChunks(['n', 'x'], rows());
  chunks.next();
  expect(made).toBeLessThan(2000);
  let ends = 0;
  for (const chunk of chunks) ends += chunk.length;
  expect(made).toBe(1_000_000);
  expect(ends).toBeGreaterThan(8_000_000);
});

test('any texts come back from a reader that knows only the format', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...'=+-@\'",\r\n\t x'), { maxLength: 6 }).map((list) => list.join('')),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
      const read = parseCsv(text(['a', 'b'], rows));
      expect(read.shift()).toEqual(['a', 'b']);
      expect(read.map((row) => row.map((one) => one.replace(/^'/, '')))).toEqual(rows);
    }),
  );
});
