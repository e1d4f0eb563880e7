import { describe, expect, it } from 'vitest';
import { modelOfText } from '../../../test/small/small-cases.js';
import { tableConcepts } from './table-concepts.js';
import { tableFamilies } from './table-families.js';

const model = modelOfText(`
parties: {A: A, B: B}
issues: {a: {lever: A}, b: {lever: B}}
wants: {A: [{want: a, unknown: true}], B: [b]}
`);
const familyOf = (key: string) => tableFamilies.find((family) => family.key === key);

describe('families of table concepts', () => {
  it('give every table concept by what stands before and after the colon', () => {
    for (const { id } of tableConcepts) {
      const [key = '', argument] = id.split(':');
      expect(familyOf(key)?.of(model.case, argument)).toMatchObject({ id });
    }
    expect(familyOf('seq')?.usage).toBe('seq:a|b|c|d');
    expect(familyOf('strong-gmr')?.usage).toBe('strong-gmr');
    expect(new Set(tableFamilies.map(({ key }) => key)).size).toBe(tableFamilies.length);
  });

  it('say in words what is wrong with what stands after it', () => {
    expect(familyOf('seq')?.of(model.case, 'e')).toEqual({
      refusal: 'seq is asked for with a type: seq:a, seq:b, seq:c, seq:d',
    });
    expect(familyOf('strong-gmr')?.of(model.case, 'a')).toEqual({
      refusal: 'strong-gmr is asked for by that name alone',
    });
  });

  it('make the table and the states stable for all', () => {
    const found = familyOf('nash')?.of(model.case, 'b');
    if (!found || 'refusal' in found) expect.fail('nash:b is not there');
    expect(found.tooLarge(model)).toBeUndefined();
    expect(found.table(model, () => true)).toBeUndefined();
    const table = found.table(model, () => false);
    expect(table?.rows.map(({ stable }) => [...stable])).toEqual([
      [1, 1, 1, 1],
      [0, 0, 1, 1],
    ]);
    expect(table?.states).toEqual([2, 3]);
  });
});
