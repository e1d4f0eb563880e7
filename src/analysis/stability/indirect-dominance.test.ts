import { describe, expect, it } from 'vitest';
import { chicken, gameOf, modelOfText, prisonersDilemma } from '../../../test/small/small-cases.js';
import { largestConsistentSet } from './consistent-set.js';
import { dominating } from './indirect-dominance.js';

describe('indirect dominance', () => {
  it('of both defecting in the dilemma: both cooperating, by one joint move', () => {
    expect(dominating(prisonersDilemma, 0)).toEqual([
      { state: 3, chain: [{ group: [0, 1], to: 3 }] },
    ]);
  });

  it('of neither yielding in chicken: one yields for the sake of the end, whatever comes between', () => {
    expect(dominating(chicken, 0)?.map(({ state }) => state)).toEqual([1, 2, 3]);
  });

  it('lets a mover lose on the way: it compares the end with where it moves', () => {
    // Today 0; A opens to 1, the worst for A, because B then goes on to 3, the best for both.
    const model = modelOfText(`
parties: {A: A, B: B}
issues:
  a: {lever: A}
  b: {levels: [shut, open], moves: [{by: B, from: shut, to: open, when: a}]}
today: {a: no, b: shut}
preferences:
  A: {given: {ranking: [a and b = open, not a, a and b = shut]}}
  B: {given: {ranking: [a and b = open, not a, a and b = shut]}}
`);
    expect(dominating(model, 0)).toEqual([
      {
        state: 3,
        chain: [
          { group: [0], to: 1 },
          { group: [1], to: 3 },
        ],
      },
    ]);
  });

  it('of an outcome that is best for every party there is none', () => {
    expect(
      dominating(
        gameOf([
          [3, 2, 1, 0],
          [3, 2, 1, 0],
        ]),
        3,
      ),
    ).toEqual([]);
  });

  it('a party that is indifferent to the end does not move', () => {
    expect(dominating(gameOf([[[0, 1, 2, 3]], [[0, 1, 2, 3]]]), 0)).toEqual([]);
  });

  it('stops when told to', () => {
    expect(dominating(chicken, 0, () => true)).toBeUndefined();
  });
});

describe('the largest consistent set', () => {
  it('of the dilemma is both cooperating: from there every move could end there again', () => {
    // From 0 the pair moves to 3 and nothing that dominates 3 deters it. From 3 a single defection
    // could lead on to 0, and from 0 back to 3, no better for the mover than where it stood.
    expect(largestConsistentSet(prisonersDilemma)).toEqual([3]);
  });

  it('of an indifferent pair is everything', () => {
    expect(largestConsistentSet(gameOf([[[0, 1, 2, 3]], [[0, 1, 2, 3]]]))).toEqual([0, 1, 2, 3]);
  });

  it('of one party is what it likes best', () => {
    expect(largestConsistentSet(gameOf([[1, 0]]))).toEqual([1]);
  });

  it('stops when told to', () => {
    expect(largestConsistentSet(chicken, () => true)).toBeUndefined();
  });
});
