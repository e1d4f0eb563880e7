import { describe, expect, it } from 'vitest';
import { modelOfText } from '../../../test/small/small-cases.js';
import { comparisonOf } from '../../core/unknown-preference.js';
import { tableConceptOf } from './table-concepts.js';

const types = ['a', 'b', 'c', 'd'];
/** For each type whether a state is stable for the first party. */
const byType = (model: ReturnType<typeof modelOfText>, shape: string, state: number) =>
  types.map((type) => tableConceptOf(`${shape}:${type}`)?.stable(model)[0]?.[state]);

describe('unknown preference', () => {
  it('is left for under a and c, and stayed with under b and d', () => {
    const model = modelOfText(`
parties: {A: A}
issues: {a: {lever: A}}
wants: {A: [{want: a, unknown: true}]}
`);
    for (const shape of ['nash', 'gmr', 'smr', 'seq']) {
      expect(byType(model, shape, 0)).toEqual([0, 1, 0, 1]);
      expect(byType(model, shape, 1)).toEqual([0, 1, 0, 1]);
    }
  });

  const answered = (wantsOfB: string) =>
    modelOfText(`
parties: {A: A, B: B}
issues: {a: {lever: A}, b: {lever: B}}
wants: {A: [{want: b, unknown: true}, a]${wantsOfB}}
`);

  it('deters under c and d only', () => {
    // A improves 0 → 1; B could go on to 3, which A cannot compare with 0; nor 2, A's further move.
    const model = answered('');
    expect(byType(model, 'nash', 0)).toEqual([0, 0, 0, 0]);
    expect(byType(model, 'gmr', 0)).toEqual([0, 0, 1, 1]);
    expect(byType(model, 'smr', 0)).toEqual([0, 0, 1, 1]);
  });

  it('makes a reply of SEQ where its maker cannot compare either', () => {
    expect(byType(answered(''), 'seq', 0)).toEqual([0, 0, 0, 0]);
    const model = answered(', B: [{want: b, unknown: true}]');
    expect(byType(model, 'seq', 0)).toEqual([0, 0, 1, 1]);
  });

  it('does not apply where nothing is marked unknown', () => {
    const model = modelOfText('parties: {A: A}\nissues: {a: {lever: A}}\nwants: {A: [a]}');
    expect(tableConceptOf('nash:a')?.applies(model)).toMatch(/marked unknown/);
    expect(tableConceptOf('nash:a')?.applies(answered(''))).toBeUndefined();
  });
});

describe('the comparison of two outcomes', () => {
  const model = modelOfText(`
parties: {A: A}
issues: {a: {lever: A}, b: {lever: A}, c: {lever: A}}
wants: {A: [a, {want: b, unknown: true}, c]}
`);
  const compare = comparisonOf(model.space, model.readings[0]);

  it('goes by the first want that tells them apart', () => {
    // Bit 0 is a, bit 1 is b, bit 2 is c.
    expect(compare(1, 6)).toBe('better');
    expect(compare(6, 1)).toBe('worse');
    expect(compare(2, 4)).toBe('unknown');
    expect(compare(4, 2)).toBe('unknown');
    expect(compare(4, 0)).toBe('better');
    expect(compare(6, 2)).toBe('better');
    expect(compare(5, 5)).toBe('equal');
  });

  it('is not transitive: 4 U 2 and 2 U 0, yet 4 is better than 0', () => {
    expect([compare(4, 2), compare(2, 0), compare(4, 0)]).toEqual(['unknown', 'unknown', 'better']);
  });

  it('leaves the unknown want out of the payoffs', () => {
    expect([...(model.payoffs[0] ?? [])]).toEqual([0, 2, 0, 2, 1, 3, 1, 3]);
  });
});
