import { describe, expect, it } from 'vitest';
import { modelOfText } from '../../../test/small/small-cases.js';
import { strengthsOf } from '../../core/strength.js';
import { tableConceptOf } from './table-concepts.js';

/** The prisoner's dilemma, state 3 both cooperate, 0 neither; A's ranking is given. */
const dilemma = (ranking: string) =>
  modelOfText(`
parties: {A: A, B: B}
issues: {a: {lever: A}, b: {lever: B}}
today: {a: no, b: no}
preferences:
  A: {given: {ranking: [${ranking}]}}
  B: {given: {ranking: [a and not b, a and b, not a and not b]}}
`);
const great = 'b and not a, {outcomes: a and b, strong: true}, not a and not b';
const small = 'b and not a, a and b, {outcomes: not a and not b, strong: true}';
const stableForA = (model: ReturnType<typeof dilemma>, id: string) => [
  ...(tableConceptOf(id)?.stable(model)[0] ?? []),
];

describe('strength of preference', () => {
  it('makes mutual cooperation strong where mutual defection is greatly worse', () => {
    const model = dilemma(great);
    // 3 → 2 meets 2 → 0, and from there A could only go on to 1.
    for (const id of ['gmr', 'smr', 'seq']) {
      expect(stableForA(model, `strong-${id}`)).toEqual([1, 0, 1, 1]);
      expect(stableForA(model, `weak-${id}`)).toEqual([0, 0, 0, 0]);
    }
  });

  it('makes it weak where the reply costs little', () => {
    const model = dilemma(small);
    for (const id of ['gmr', 'smr', 'seq']) {
      expect(stableForA(model, `strong-${id}`)).toEqual([1, 0, 1, 0]);
      expect(stableForA(model, `weak-${id}`)).toEqual([0, 0, 0, 1]);
    }
  });

  it('asks of SMR that every further move, too, ends greatly worse', () => {
    // From 0 A can go on to 1, which is no worse than a little: GMR is strong, SMR is not.
    const model = dilemma('b and not a, {outcomes: a, strong: true}');
    expect(stableForA(model, 'strong-gmr')[3]).toBe(1);
    expect(stableForA(model, 'strong-smr')[3]).toBe(0);
    expect(stableForA(model, 'weak-smr')[3]).toBe(1);
  });

  it('does not apply where nothing is marked strong', () => {
    const model = dilemma('b and not a, a and b, not a and not b');
    expect(tableConceptOf('strong-seq')?.applies(model)).toMatch(/marked strong/);
    expect(tableConceptOf('strong-seq')?.applies(dilemma(great))).toBeUndefined();
  });
});

describe('classes of strength', () => {
  it('of a ranking count the strong entries at or after the claim', () => {
    const model = dilemma(great);
    expect([...strengthsOf(model.space, model.readings[0])]).toEqual([0, 0, 1, 1]);
  });

  it('of wants are the ranks by the strong wants alone', () => {
    const model = modelOfText(`
parties: {A: A}
issues: {a: {lever: A}, b: {lever: A}, c: {lever: A}}
wants: {A: [[{want: a, strong: true}, {want: b, strong: true}], c]}
`);
    expect([...strengthsOf(model.space, model.readings[0])]).toEqual([0, 1, 1, 2, 0, 1, 1, 2]);
  });

  it('of points, or without a reading, are all one', () => {
    const model = modelOfText(`
parties: {A: A, B: B}
issues: {a: {lever: A}}
preferences: {A: {given: {points: {a: {levels: {no: 0, yes: 9}}}}}}
`);
    expect([...strengthsOf(model.space, model.readings[0])]).toEqual([0, 0]);
    expect([...strengthsOf(model.space, model.readings[1])]).toEqual([0, 0]);
  });
});
