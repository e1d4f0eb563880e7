import { describe, expect, it } from 'vitest';
import { modelOfText } from '../../test/small/small-cases.js';
import { firstDifference } from './difference.js';

/** A model of one party on levers a, b, c; states 1 = a, 2 = b, 4 = c. */
const modelWith = (reading: string) =>
  modelOfText(`
parties: {P: P}
issues: {a: {lever: P}, b: {lever: P}, c: {lever: P}}
today: {a: no, b: no, c: no}
preferences: {P: {only: ${reading}}}
`);
const path = (list: string, ...places: number[]) => ['preferences', 'P', 'only', list, ...places];

describe('the first difference by wants', () => {
  const model = modelWith('{wants: [a, [b, c], b]}');

  it('is the most important want met at one outcome and not at the other', () => {
    expect(firstDifference(model, 0, 2, 1)).toEqual({
      by: 'wants',
      place: 0,
      gained: [path('wants', 0)],
      lost: [],
    });
  });

  it('names what is lost the other way round', () => {
    expect(firstDifference(model, 0, 1, 2)).toEqual({
      by: 'wants',
      place: 0,
      gained: [],
      lost: [path('wants', 0)],
    });
  });

  it('of an inner list names all that are gained and lost together', () => {
    expect(firstDifference(model, 0, 0, 6)).toMatchObject({
      place: 1,
      gained: [path('wants', 1, 0), path('wants', 1, 1)],
      lost: [],
    });
  });

  it('passes over an inner list where as many are lost as gained', () => {
    expect(firstDifference(model, 0, 4, 2)).toMatchObject({
      place: 2,
      gained: [path('wants', 2)],
    });
  });

  it('tells both sides where an inner list gains more than it loses', () => {
    const three = modelWith('{wants: [[a, b, c]]}');
    expect(firstDifference(three, 0, 1, 6)).toMatchObject({
      gained: [path('wants', 0, 1), path('wants', 0, 2)],
      lost: [path('wants', 0, 0)],
    });
  });
});

describe('the first difference by a ranking', () => {
  const model = modelWith('{ranking: [a and b, c]}');

  it('is the pair of entries that claim the two outcomes', () => {
    expect(firstDifference(model, 0, 3, 4)).toEqual({
      by: 'ranking',
      before: path('ranking', 0),
      after: path('ranking', 1),
    });
  });

  it('has null for what no entry claims', () => {
    expect(firstDifference(model, 0, 0, 7)).toEqual({
      by: 'ranking',
      before: null,
      after: path('ranking', 0),
    });
  });
});

describe('the first difference by points', () => {
  it('is the two exact amounts', () => {
    const model = modelWith(
      '{points: {a: {weight: 1/3, levels: {"no": 0, "yes": 100}}, b: {levels: {"no": 0, "yes": 0.5}}}}',
    );
    expect(firstDifference(model, 0, 1, 3)).toEqual({ by: 'points', before: '1/3', after: '5/6' });
    expect(firstDifference(model, 0, 2, 0)).toEqual({ by: 'points', before: '0.5', after: '0' });
  });
});

describe('there is no difference', () => {
  it('between outcomes that tie, nor between an outcome and itself', () => {
    const model = modelWith('{wants: [a]}');
    expect(firstDifference(model, 0, 1, 3)).toBeUndefined();
    expect(firstDifference(model, 0, 1, 1)).toBeUndefined();
  });

  it('for a party without a reading', () => {
    const model = modelOfText('parties: {P: P}\nissues: {a: {lever: P}}\ntoday: {a: no}');
    expect(firstDifference(model, 0, 0, 1)).toBeUndefined();
  });
});
