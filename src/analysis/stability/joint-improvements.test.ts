import { describe, expect, it } from 'vitest';
import { chicken, gameOf, modelOfText, prisonersDilemma } from '../../../test/small/small-cases.js';
import { jointImprovementsFrom } from './joint-improvements.js';

describe('a joint improvement', () => {
  it('is a joint move that is better for every member', () => {
    expect(jointImprovementsFrom(prisonersDilemma, 0)).toEqual([
      { group: [0, 1], to: 3, isAlsoSingle: false },
    ]);
    expect(jointImprovementsFrom(prisonersDilemma, 3)).toEqual([]);
  });

  it('is none if a member is only as well off as before', () => {
    expect(jointImprovementsFrom(gameOf([[3, [0, 1, 2]], [[0, 1, 2, 3]]]), 0)).toEqual([]);
  });

  it('is told apart where a member could make the move alone', () => {
    // In chicken from a collision each could yield alone, which both prefer; both yielding needs both.
    expect(jointImprovementsFrom(chicken, 0)).toEqual([
      { group: [0, 1], to: 1, isAlsoSingle: true },
      { group: [0, 1], to: 2, isAlsoSingle: true },
      { group: [0, 1], to: 3, isAlsoSingle: false },
    ]);
  });

  it('is listed for every group, smaller ones first', () => {
    const all = [7, [0, 1, 2, 3, 4, 5, 6]];
    const pair = [
      [3, 7],
      [0, 1, 2, 4, 5, 6],
    ];
    expect(
      jointImprovementsFrom(gameOf([pair, pair, all]), 0).map(({ group, to }) => [group, to]),
    ).toEqual([
      [[0, 1], 3],
      [[0, 1, 2], 7],
    ]);
  });

  it('is none for one party alone', () => {
    expect(jointImprovementsFrom(gameOf([[1, 0]]), 0)).toEqual([]);
  });

  it('signs an agreement together with the members’ own levers', () => {
    const model = modelOfText(`
parties: {P: P, Q: Q}
issues: {a: {lever: P}, pact: {agree: [P, Q], levels: [none, signed]}}
today: {a: no, pact: none}
wants: {P: [pact, not a], Q: [a and pact]}
`);
    expect(jointImprovementsFrom(model, 0)).toEqual([
      { group: [0, 1], to: 3, isAlsoSingle: false },
    ]);
  });
});
