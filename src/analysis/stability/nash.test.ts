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
import { nash } from './nash.js';

describe('Nash stability', () => {
  it('a state with no unilateral improvement is Nash stable, any other is not', () => {
    // In the prisoner's dilemma not cooperating is better whatever the other does.
    expect(stableFor(prisonersDilemma, 'nash')).toEqual([
      [0, 2],
      [0, 1],
    ]);
  });

  it('holds in the prisoner’s dilemma only where neither cooperates', () => {
    expect(equilibriaOf(prisonersDilemma, 'nash')).toEqual([0]);
  });

  it('holds in chicken where exactly one yields', () => {
    expect(equilibriaOf(chicken, 'nash')).toEqual([1, 2]);
  });

  it('holds nowhere in matching pennies', () => {
    expect(stableFor(matchingPennies, 'nash')).toEqual([
      [0, 3],
      [1, 2],
    ]);
    expect(equilibriaOf(matchingPennies, 'nash')).toEqual([]);
  });

  it('a move to an equally ranked state is no improvement', () => {
    expect(stableFor(gameOf([[[0, 1]]]), 'nash')).toEqual([[0, 1]]);
  });

  it('one party alone goes to its best', () => {
    expect(stableFor(gameOf([[1, 0]]), 'nash')).toEqual([[1]]);
  });

  it('a party that cannot move is stable everywhere, however it ranks', () => {
    const model = modelOfText(`
parties: {P: P, Q: Q}
issues: {a: {lever: P}}
today: {a: no}
wants: {Q: [a]}
`);
    expect(stableFor(model, 'nash')).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it('nothing deters an improvement, and no reply is told', () => {
    const deterrence = nash.deterrence(chicken)(0);
    expect(deterrence.isDeterred(3, 2)).toBe(false);
    expect(deterrence.reply(3, 2)).toBeUndefined();
  });
});
