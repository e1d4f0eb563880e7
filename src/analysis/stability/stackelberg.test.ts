import { describe, expect, it } from 'vitest';
import { chicken, modelOfText, prisonersDilemma } from '../../../test/small/small-cases.js';
import type { Model } from '../../core/model.js';
import { stackelberg } from './stackelberg.js';

const verdicts = (model: Model, leader: number, party: number) =>
  Array.from({ length: model.states }, (_, state) => stackelberg(model, leader)(party, state));

describe('Stackelberg stability', () => {
  it('of the dilemma: the follower would always defect, so only both defecting is stable for both', () => {
    expect(verdicts(prisonersDilemma, 0, 0)).toEqual(['stable', 'unstable', 'stable', 'stable']);
    expect(verdicts(prisonersDilemma, 0, 1)).toEqual(['stable', 'stable', 'unstable', 'unstable']);
  });

  it('of chicken: the leader stays only where the follower yields and it does not', () => {
    // Where A alone yields, A stops yielding, since B would answer by yielding.
    expect(verdicts(chicken, 0, 0)[1]).toBe('unstable');
    expect(verdicts(chicken, 0, 0)[2]).toBe('stable');
    expect(verdicts(chicken, 0, 1)[2]).toBe('stable');
  });

  it('announces a tie of the follower on which the leader depends', () => {
    const model = modelOfText(`
parties: {A: A, B: B}
issues:
  a: {lever: A}
  b: {by: B, levels: [none, one, two]}
today: {a: no, b: none}
preferences:
  A: {given: {ranking: [a = yes and b = one, a = no, a = yes and b = two]}}
  B: {given: {ranking: [a = yes and b != none, a = no]}}
`);
    expect(stackelberg(model, 0)(0, 0)).toBe('depends on ties');
  });
});
