import { describe, expect, it } from 'vitest';
import {
  chicken,
  gameOf,
  matchingPennies,
  modelOfText,
  prisonersDilemma,
  threeStepReply,
} from '../../../test/small/small-cases.js';
import type { Model } from '../../core/model.js';
import {
  anticipate,
  anticipateFurther,
  anticipateNothing,
  limitedMoveVerdict,
} from './limited-move.js';
import { farSighted, nonMyopicVerdict } from './non-myopic.js';

function stableAt(model: Model, horizon: number): readonly number[] {
  const anticipation = anticipate(model, horizon);
  return [0, 1, 2, 3].filter((state) =>
    [0, 1].every((party) => limitedMoveVerdict(anticipation, party, state) === 'stable'),
  );
}

function stableFarAhead(model: Model): readonly number[] {
  const recurrence = farSighted(model);
  if (!recurrence) throw new Error('no recurrence');
  return [0, 1, 2, 3].filter((state) =>
    [0, 1].every((party) => nonMyopicVerdict(recurrence, party, state) === 'stable'),
  );
}

describe('limited-move stability', () => {
  it('holds both defecting one move ahead, and both cooperating too from two moves on', () => {
    expect(stableAt(prisonersDilemma, 1)).toEqual([0]);
    for (const horizon of [2, 3, 4, 9]) expect(stableAt(prisonersDilemma, horizon)).toEqual([0, 3]);
  });

  it('holds in chicken first where one yields, then nowhere, then only where both do', () => {
    expect(stableAt(chicken, 1)).toEqual([1, 2]);
    expect(stableAt(chicken, 2)).toEqual([]);
    for (const horizon of [3, 4, 5, 8]) expect(stableAt(chicken, horizon)).toEqual([3]);
  });

  it('anticipates by hand in the dilemma: from one cooperating, the other answers, and both defect', () => {
    // A at state 1 (A alone cooperates) defects; B then stays at 0.
    expect(anticipate(prisonersDilemma, 2)[0]).toEqual([[0], [0], [2], [3]]);
  });

  it('at depth 0 every state is its own end', () => {
    expect(anticipateNothing(chicken)).toEqual([
      [[0], [1], [2], [3]],
      [[0], [1], [2], [3]],
    ]);
  });

  it('a move to an end that is equally good is not made', () => {
    const model = gameOf([[[0, 1, 2, 3]], [[0, 1, 2, 3]]]);
    for (const horizon of [1, 2, 5]) expect(stableAt(model, horizon)).toEqual([0, 1, 2, 3]);
  });

  it('a tie of the other party that decides is announced, and one that does not is not', () => {
    const tied = tiedAnswers('[(a = yes and b = one), (a = no), (a = yes and b = two)]');
    const anticipation = anticipate(tied, 2);
    expect(limitedMoveVerdict(anticipation, 0, 0)).toBe('depends on ties');
    const indifferent = tiedAnswers('[(a = yes and b != none), (a = no)]');
    expect(limitedMoveVerdict(anticipate(indifferent, 2), 0, 0)).toBe('unstable');
    const worse = tiedAnswers('[(a = no), (a = yes and b = two)]');
    expect(limitedMoveVerdict(anticipate(worse, 2), 0, 0)).toBe('stable');
  });

  it('is not worked out for three parties', () => {
    expect(() => anticipateFurther(threeStepReply, anticipateNothing(threeStepReply))).toThrow(
      RangeError,
    );
  });
});

describe('non-myopic stability', () => {
  it('holds both defecting and both cooperating in the dilemma, and both yielding in chicken', () => {
    expect(stableFarAhead(prisonersDilemma)).toEqual([0, 3]);
    expect(stableFarAhead(chicken)).toEqual([3]);
  });

  it('settles from two moves ahead on in the dilemma', () => {
    expect(farSighted(prisonersDilemma)?.from).toBe(2);
    expect(farSighted(prisonersDilemma)?.cycle).toHaveLength(1);
  });

  it('asks for every horizon of the cycle where anticipations never settle', () => {
    const recurrence = farSighted(matchingPennies);
    expect(recurrence?.cycle.length).toBeGreaterThan(1);
    expect(stableFarAhead(matchingPennies)).toEqual([]);
  });

  it('gives up when told to stop', () => {
    expect(farSighted(chicken, () => true)).toBeUndefined();
  });
});

/** A can say yes; B can then choose one or two, which it likes equally, better than none. */
function tiedAnswers(ranking: string): Model {
  return modelOfText(`
parties: {A: A, B: B}
issues:
  a: {lever: A}
  b: {by: B, levels: [none, one, two]}
today: {a: no, b: none}
preferences:
  A: {given: {ranking: ${ranking}}}
  B: {given: {ranking: [a = yes and b != none, a = no]}}
`);
}
