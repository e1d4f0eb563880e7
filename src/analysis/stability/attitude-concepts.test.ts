import { describe, expect, it } from 'vitest';
import { equilibriaOf, modelOfText } from '../../../test/small/small-cases.js';
import { attitudeOf } from './attitude-concepts.js';
import { tableConceptOf } from './table-concepts.js';

const stableForA = (model: ReturnType<typeof modelOfText>, id: string) => [
  ...(tableConceptOf(id)?.stable(model)[0] ?? []),
];
/** A, who does not care, can do what B does not want. */
const indifferent = (attitudes: string) =>
  modelOfText(`
parties: {A: {name: A, attitudes: ${attitudes}}, B: B}
issues: {a: {lever: A}, b: {lever: B}}
wants: {B: [not a]}
`);

describe('attitudes', () => {
  it('positive to another: a move that does not hurt it tempts', () => {
    const model = indifferent('{B: positive}');
    // States 0 and 2 are without a, 1 and 3 with it.
    expect(stableForA(model, 'relational-nash')).toEqual([1, 0, 1, 0]);
  });

  it('negative to another: a move that does not help it tempts', () => {
    const model = indifferent('{B: negative}');
    expect(stableForA(model, 'relational-nash')).toEqual([0, 1, 0, 1]);
  });

  it('positive to one and negative to another at once leaves the moves that suit both', () => {
    const model = modelOfText(`
parties: {A: {name: A, attitudes: {B: positive, C: negative}}, B: B, C: C}
issues: {x: {by: A, levels: [l0, l1, l2]}}
wants: {B: [x = l1], C: [x = l1, x = l2]}
`);
    // Both like l1; from l2 only l0 hurts C, and B likes l0 as well as l2.
    expect(stableForA(model, 'relational-nash')).toEqual([1, 1, 0]);
  });

  it('discrete ones differ from the ordinary concepts with ties: a move to an equal outcome tempts', () => {
    const model = indifferent('{A: positive}');
    expect(stableForA(model, 'relational-nash')).toEqual([0, 0, 0, 0]);
    expect(equilibriaOf(model, 'nash')).toEqual([0, 1, 2, 3]);
  });

  it('deter by an end where the party started', () => {
    // A goes from l0 to l1 and B brings it back: no better, although l0 is as good as itself.
    const model = modelOfText(`
parties: {A: {name: A, attitudes: {B: neutral}}, B: B}
issues: {x: {by: [A, B], levels: [l0, l1]}}
wants: {A: [x = l1], B: [x = l0]}
`);
    for (const shape of ['gmr', 'seq']) {
      expect(stableForA(model, `relational-${shape}`)).toEqual([1, 1]);
    }
    // It could go to l1 once more.
    expect(stableForA(model, 'relational-smr')).toEqual([0, 1]);
  });

  it('are positive to itself and neutral to others where the case does not say', () => {
    const model = indifferent('{B: negative}');
    expect(attitudeOf(model, 0, 0)).toBe('positive');
    expect(attitudeOf(model, 0, 1)).toBe('negative');
    expect(attitudeOf(model, 1, 0)).toBe('neutral');
  });

  it('do not apply where the case gives none', () => {
    const model = modelOfText('parties: {A: A}\nissues: {a: {lever: A}}\nwants: {A: [a]}');
    expect(tableConceptOf('relational-nash')?.applies(model)).toMatch(/no party attitudes/);
  });
});
