import { describe, expect, it } from 'vitest';
import { listedSample, readingDoubt, wantDoubt } from '../../../test/small/doubts.js';
import { answerAt, answersIn, bytesOf, countRows, joinBits, packRow } from './rows.js';

const rowOf = (text: string) => packRow([...text].map((bit) => bit === '1'));

describe('rows of answers', () => {
  it('have the first answer in the lowest bit, eight to a byte', () => {
    expect([0, 1, 8, 9, 16, 17].map(bytesOf)).toEqual([0, 1, 1, 2, 2, 3]);
    expect([...rowOf('1')]).toEqual([1]);
    expect([...rowOf('01000001')]).toEqual([130]);
    expect([...rowOf('000000001')]).toEqual([0, 1]);
    expect([...rowOf('')]).toEqual([]);
  });

  it('are read back as they were packed', () => {
    const texts = ['1011001110001', '0000000000001', '1111111111110'];
    const rows = { columns: 13, bits: joinBits(texts.map(rowOf)) };
    expect(countRows(rows)).toBe(3);
    const told = texts.map((_, row) =>
      Array.from({ length: 13 }, (_, column) => Number(answerAt(rows, row, column))).join(''),
    );
    expect(told).toEqual(texts);
    expect(() => answerAt(rows, 0, 13)).toThrow('no column 13 in a row 0');
    expect(() => answerAt(rows, 0, -1)).toThrow('no column -1');
    expect(() => answerAt(rows, 3, 0)).toThrow('no column 0 in a row 3');
    expect(countRows({ columns: 0, bits: new Uint8Array(0) })).toBe(0);
    expect(joinBits([])).toHaveLength(0);
  });

  it('are found again by their set', () => {
    const doubts = [readingDoubt(0, 2), wantDoubt(0, 1, 0)];
    const sample = listedSample(doubts, (set) => [true, set[0] === 1, set[1] === 1]);
    const answers = answersIn(sample);
    expect([...answers([1, 1])]).toEqual([7]);
    expect([...answers([0, 0])]).toEqual([1]);
    expect(() => answers([0, 1])).toThrow('the set 0,1 was not answered');
  });
});
