import { describe, expect, it } from 'vitest';
import { caseOf, is, issueOf } from '../../test/laws/arbitrary.js';
import { modelOfText } from '../../test/small/small-cases.js';
import type { Expression } from './expression.js';
import { payoffsOf, rankByWants, refineByCount } from './payoffs.js';
import { buildSpace } from './space.js';

/** Payoffs of one party on levers a, b, c (states 1 = a, 2 = b, 4 = c) from lines of its reading. */
function payoffs(reading: string, levers: readonly string[] = ['a', 'b', 'c']): readonly number[] {
  const model = modelOfText(`
parties: {P: P}
issues: {${levers.map((id) => `${id}: {lever: P}`).join(', ')}}
today: {${levers.map((id) => `${id}: no`).join(', ')}}
preferences: {P: {only: ${reading}}}
`);
  return [...(model.payoffs[0] ?? [])];
}

describe('wants', () => {
  it('rank lexicographically: an earlier one outweighs all later ones together', () => {
    // a counts 4, b counts 2, c counts 1: the rank is the number of the state read backwards.
    expect(payoffs('{wants: [a, b, c]}')).toEqual([0, 4, 2, 6, 1, 5, 3, 7]);
    expect(payoffs('{wants: [c, b, a]}')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('leave outcomes tied that meet the same ones, and ranks have no gap', () => {
    expect(payoffs('{wants: [a]}')).toEqual([0, 1, 0, 1, 0, 1, 0, 1]);
    expect(payoffs('{wants: [a and b, a]}')).toEqual([0, 1, 0, 2, 0, 1, 0, 2]);
  });

  it('that never act change nothing', () => {
    expect(payoffs('{wants: [a, a, a or not a, a and not a]}')).toEqual(payoffs('{wants: [a]}'));
  });

  it('of an inner list count by how many are met', () => {
    expect(payoffs('{wants: [[a, b]]}')).toEqual([0, 1, 1, 2, 0, 1, 1, 2]);
    expect(payoffs('{wants: [[a, b], c]}')).toEqual([0, 2, 2, 4, 1, 3, 3, 5]);
  });

  it('of an inner list count in full, whatever their number', () => {
    for (let length = 1; length <= 9; length += 1) {
      const levers = Array.from({ length: 10 }, (_, at) => `l${at}`);
      const met = (state: number) =>
        levers.slice(0, length).filter((_, at) => (state >>> at) & 1).length;
      expect(payoffs(`{wants: [[${levers.slice(0, length).join(', ')}], l9]}`, levers)).toEqual(
        Array.from({ length: 1024 }, (_, state) => met(state) * 2 + (state >>> 9)),
      );
    }
  });

  it('written twice in an inner list count twice', () => {
    // Meeting a counts two, b one.
    expect(payoffs('{wants: [[a, b, a]]}', ['a', 'b'])).toEqual([0, 2, 1, 3]);
  });

  it('none at all tie everything', () => {
    const space = buildSpace(twoLevers([[]]));
    expect([...payoffsOf(space, twoLevers([[]]).preferences[0]?.[0])]).toEqual([0, 0, 0, 0]);
    expect(rankByWants(space, [])).toEqual({ ranks: new Int32Array(4), distinctAfter: [] });
  });

  it('seventy of them stay exact: the first outweighs the other 69', () => {
    // A score of powers of two in doubles would tie the two: 2^69 − 1 rounds to 2^69.
    const b = Array.from({ length: 69 }, () => is(1, 1));
    const theCase = twoLevers([[is(0, 1)], ...b.map((want) => [want])]);
    const space = buildSpace(theCase);
    expect([...payoffsOf(space, theCase.preferences[0]?.[0])]).toEqual([0, 2, 1, 3]);
  });

  it('the seventieth still tells apart what the first 69 leave tied', () => {
    const same = Array.from({ length: 69 }, () => [is(0, 1)]);
    const theCase = twoLevers([...same, [is(1, 1)]]);
    const space = buildSpace(theCase);
    expect([...payoffsOf(space, theCase.preferences[0]?.[0])]).toEqual([0, 2, 1, 3]);
  });

  it('256 equally important ones are counted in full', () => {
    const theCase = twoLevers([[...Array.from({ length: 256 }, () => is(0, 1)), is(1, 1)]]);
    const space = buildSpace(theCase);
    expect([...payoffsOf(space, theCase.preferences[0]?.[0])]).toEqual([0, 2, 1, 3]);
  });

  it('stay in order where ranks times counts exceed 32 bits', () => {
    // 2^24 ranks, the most there can be, of which four states are looked at; 255 and 300 wants.
    const ranks = Int32Array.of(2 ** 24 - 1, 0, 2 ** 24 - 1, 2 ** 23);
    const counted = (met: Uint8Array | Uint32Array, most: number) =>
      refineByCount(ranks, 2 ** 24, met, most);
    expect(counted(Uint8Array.of(0, 255, 255, 7), 255)).toEqual({
      ranks: Int32Array.of(2, 0, 3, 1),
      distinct: 4,
    });
    expect(counted(Uint32Array.of(300, 256, 300, 0), 300)).toEqual({
      ranks: Int32Array.of(2, 0, 2, 1),
      distinct: 3,
    });
  });

  it('tell after each group how many ranks there are so far', () => {
    const wants = twoLevers([[is(0, 1)], [is(0, 1)], [is(1, 1)]]);
    const groups = wants.preferences[0]?.[0]?.wants ?? [];
    expect(rankByWants(buildSpace(wants), groups).distinctAfter).toEqual([2, 2, 4]);
  });
});

function twoLevers(wants: readonly (readonly Expression[])[]) {
  const lever = (id: string) => issueOf(id, 2, { kind: 'by', parties: [0] });
  return caseOf({
    parties: ['P'],
    issues: [lever('a'), lever('b')],
    today: [0, 0],
    wants: [wants],
  });
}

describe('a ranking', () => {
  it('puts earlier entries higher and what no entry claims last, tied', () => {
    expect(payoffs('{ranking: [a and b, c]}')).toEqual([0, 0, 0, 2, 1, 1, 1, 2]);
  });

  it('gives an outcome to the first entry that claims it', () => {
    expect(payoffs('{ranking: [a, a and b, not b]}', ['a', 'b'])).toEqual([1, 2, 0, 2]);
  });

  it('that claims everything leaves no rank below its entries', () => {
    expect(payoffs('{ranking: [a, not a]}', ['a', 'b'])).toEqual([0, 1, 0, 1]);
  });
});

describe('points', () => {
  const points =
    '{a: {levels: {"no": 0, "yes": 30}}, b: {weight: 50, levels: {"no": 60, "yes": 0}}}';

  it('rank by their sum where there is neither wants nor ranking', () => {
    // 0 + 30, 30 + 30, 0, 30: two outcomes tie.
    expect(payoffs(`{points: ${points}}`, ['a', 'b'])).toEqual([1, 2, 0, 1]);
  });

  it('do not rank where there are wants', () => {
    expect(payoffs(`{wants: [b], points: ${points}}`, ['a', 'b'])).toEqual([0, 0, 1, 1]);
  });

  it('do not rank where there is a ranking', () => {
    expect(payoffs(`{ranking: [b], points: ${points}}`, ['a', 'b'])).toEqual([0, 0, 1, 1]);
  });
});

describe('without a reading', () => {
  it('every outcome ties', () => {
    const space = buildSpace(twoLevers([]));
    expect([...payoffsOf(space, undefined)]).toEqual([0, 0, 0, 0]);
  });
});
