import { describe, expect, it } from 'vitest';
import { caseOfText, modelOfText, rowsOf } from '../../test/small/small-cases.js';
import { buildModel, defaultReadings, groupsOf, payoffAt } from './model.js';

const text = `
parties: {P: P, Q: Q}
issues: {a: {lever: P}, b: {lever: Q}}
today: {a: no, b: no}
preferences:
  P:
    first: {wants: [a], red_lines: [b, a and not b]}
    second: {wants: [not a, b]}
`;
const theCase = caseOfText(`detente: 1\ntitle: small\n${text}`);

describe('a model', () => {
  it('takes each party’s first reading, and none for a party without', () => {
    expect(defaultReadings(theCase)).toEqual([0, -1]);
    const model = buildModel(theCase);
    expect(model.readings.map((reading) => reading?.id)).toEqual(['first', undefined]);
    expect(model.payoffs.map((payoffs) => [...payoffs])).toEqual([
      [0, 1, 0, 1],
      [0, 0, 0, 0],
    ]);
  });

  it('takes the readings it is given', () => {
    const model = buildModel(theCase, [1, -1]);
    expect([...(model.payoffs[0] ?? [])]).toEqual([2, 0, 3, 1]);
  });

  it('refuses a reading that the case does not have', () => {
    expect(() => buildModel(theCase, [2, -1])).toThrow('buildModel: party 0 has no reading 2');
    expect(() => buildModel(theCase, [0, 0])).toThrow('buildModel: party 1 has no reading 0');
  });

  it('has the moves to strictly better outcomes as improvements: a tie is none', () => {
    const model = buildModel(theCase);
    expect(rowsOf(model.improvements[0])).toEqual([[1], [], [3], []]);
    expect(rowsOf(model.moves.alone[1])).toEqual([[2], [3], [0], [1]]);
    expect(rowsOf(model.improvements[1])).toEqual([[], [], [], []]);
  });

  it('says where any of a party’s red lines is crossed', () => {
    const model = buildModel(theCase);
    expect([0, 1, 2, 3].map((state) => model.hasRedLineCrossed(0, state))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect([0, 1, 2, 3].some((state) => model.hasRedLineCrossed(1, state))).toBe(false);
  });

  it('drops the red lines of a reading that is not in force', () => {
    expect(buildModel(theCase, [1, -1]).hasRedLineCrossed(0, 3)).toBe(false);
  });

  it('has no payoff of a party or state that is not there', () => {
    const model = modelOfText(text);
    expect(() => payoffAt(model, 2, 0)).toThrow('party 2 at state 0');
    expect(() => payoffAt(model, 0, 4)).toThrow('party 0 at state 4');
  });
});

describe('groups', () => {
  it('come smaller first, then in case order', () => {
    expect(groupsOf(3, 1)).toEqual([[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]]);
    expect(groupsOf(4, 3)).toEqual([
      [0, 1, 2],
      [0, 1, 3],
      [0, 2, 3],
      [1, 2, 3],
      [0, 1, 2, 3],
    ]);
  });

  it('of two or more are none for one party', () => {
    expect(groupsOf(1, 2)).toEqual([]);
    expect(groupsOf(2, 2)).toEqual([[0, 1]]);
  });
});
