import { describe, expect, it } from 'vitest';
import {
  chicken,
  equilibriaOf,
  gameOf,
  matchingPennies,
  modelOfText,
  prisonersDilemma,
  stableFor,
} from '../../../test/small/small-cases.js';
import { smr } from './smr.js';

describe('symmetric metarationality', () => {
  it('holds both states of the prisoner’s dilemma that GMR holds: punishment is not escaped', () => {
    expect(equilibriaOf(prisonersDilemma, 'smr')).toEqual([0, 3]);
  });

  it('holds three states of chicken: from neither yielding the escape is below both yielding', () => {
    expect(equilibriaOf(chicken, 'smr')).toEqual([1, 2, 3]);
  });

  it('holds nowhere in matching pennies: every mismatch can be undone by one more move', () => {
    expect(stableFor(matchingPennies, 'smr')).toEqual([
      [0, 3],
      [1, 2],
    ]);
    expect(smr.deterrence(matchingPennies)(0).reply(1, 0)).toBeUndefined();
  });

  it('an escape to a state no better than the start is none', () => {
    // A: 1 best; the reply 1 → 3 can be turned into 2, which ties with the start 0.
    const model = gameOf([[1, [0, 2], 3], [[0, 1, 2, 3]]]);
    expect(smr.deterrence(model)(0).isDeterred(0, 1)).toBe(true);
    const better = gameOf([[1, 2, 0, 3], [[0, 1, 2, 3]]]);
    expect(smr.deterrence(better)(0).isDeterred(0, 1)).toBe(false);
  });

  it('considers one move out of the reply, not two', () => {
    // A goes from l0 to l1; B answers; from there only l3, two moves on, is better than the start.
    const text = (moves: string) => `
parties: {A: A, B: B}
issues:
  x: {levels: [l0, l1, l2, l3], moves: [{by: A, from: l0, to: l1}, ${moves}]}
  b: {lever: B}
today: {x: l0, b: no}
preferences: {A: {only: {ranking: [x = l1 and not b, x = l3 and b]}}}
`;
    const chain = '{by: A, from: l1, to: l2}, {by: A, from: l2, to: l3}';
    expect(
      smr
        .deterrence(modelOfText(text(chain)))(0)
        .isDeterred(0, 1),
    ).toBe(true);
    const leap = `${chain}, {by: A, from: l1, to: l3}`;
    expect(
      smr
        .deterrence(modelOfText(text(leap)))(0)
        .isDeterred(0, 1),
    ).toBe(false);
  });
});
