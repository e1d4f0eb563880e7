import { describe, expect, it } from 'vitest';
import {
  chicken,
  equilibriaOf,
  gameOf,
  matchingPennies,
  modelOfText,
  prisonersDilemma,
  stableFor,
  threeStepReply,
} from '../../../test/small/small-cases.js';
import { improvementsFrom, type Model } from '../../core/model.js';
import { firm } from './firm.js';
import { replyMoves } from './least.js';

/** Where each state's firm improvements lead, for each party. */
const firmImprovements = (model: Model) =>
  model.payoffs.map((_, party) =>
    Array.from({ length: model.states }, (__, state) => [
      ...replyMoves(model, 'firm improvements')(party, state),
    ]),
  );

describe('a firm improvement', () => {
  it('is one after which the others’ improvements all leave its maker better off', () => {
    // Prisoner's dilemma: refusing what is refused already stays better than cooperating alone.
    const [a, b] = firmImprovements(prisonersDilemma);
    expect(a).toEqual([[], [0], [], []]);
    expect(b).toEqual([[], [], [0], []]);
  });

  it('is not one after which somebody brings its maker back to where it was', () => {
    const [a, b] = firmImprovements(matchingPennies);
    expect(a).toEqual([[], [], [], []]);
    expect(b).toEqual([[], [], [], []]);
  });
});

describe('firm stability', () => {
  it('holds mutual cooperation in the prisoner’s dilemma', () => {
    expect(equilibriaOf(prisonersDilemma, 'firm')).toEqual([0, 3]);
  });

  it('holds in chicken where exactly one yields', () => {
    expect(equilibriaOf(chicken, 'firm')).toEqual([1, 2]);
  });

  it('holds nowhere in matching pennies, where SEQ holds everywhere', () => {
    expect(stableFor(matchingPennies, 'firm')).toEqual([
      [0, 3],
      [1, 2],
    ]);
    expect(equilibriaOf(matchingPennies, 'seq')).toEqual([0, 1, 2, 3]);
  });

  it('does not count a reply whose first step its maker would be deterred from', () => {
    // B's 5 → 7 is answered by C's 7 → 3, B's worst state, so A's 4 → 5 meets no firm reply.
    expect(stableFor(threeStepReply, 'seq')[0]).toContain(4);
    expect(stableFor(threeStepReply, 'firm')[0]).not.toContain(4);
    expect(firmImprovements(threeStepReply)[1]?.[5]).not.toContain(7);
  });

  it('judges a step by the least its maker can end with, not by the next move alone', () => {
    // B's answer to A suits B at once; it is C's answer to that which B would regret.
    const text = (c: string) => `
parties: {A: A, B: B, C: C}
issues: {a: {lever: A}, b: {lever: B}, c: {lever: C}}
today: {a: no, b: no, c: no}
wants:
  A: [not b, a]
  B: [not c, b iff a]
  C: [${c}]
`;
    const answered = modelOfText(text('c iff b'));
    expect(firm.deterrence(answered)(0).isDeterred(0, 1)).toBe(false);
    const unanswered = modelOfText(text('not c'));
    expect(firm.deterrence(unanswered)(0).isDeterred(0, 1)).toBe(true);
    expect(firm.deterrence(unanswered)(0).reply(0, 1)).toEqual([{ party: 1, to: 3 }]);
  });

  it('filters once: an answer that keeps a step from being firm need not be firm itself', () => {
    // B's answer to A suits B until C moves; C would regret that, since A then turns on C.
    const model = modelOfText(`
parties: {A: A, B: B, C: C}
issues: {a: {lever: A}, b: {lever: B}, c: {lever: C}}
today: {a: no, b: no, c: no}
wants:
  A: [not b, not (a and c), a]
  B: [not c, b iff a]
  C: [not (c and not a), c iff b]
`);
    const [, b, c] = firmImprovements(model);
    expect(improvementsFrom(model, 2, 3)).toEqual([7]);
    expect(c?.[3]).toEqual([]);
    expect(improvementsFrom(model, 1, 1)).toEqual([3]);
    expect(b?.[1]).toEqual([]);
    expect(firm.deterrence(model)(0).isDeterred(0, 1)).toBe(false);
  });

  it('one party alone goes to its best; with everything tied all is stable', () => {
    expect(stableFor(gameOf([[1, 0]]), 'firm')).toEqual([[1]]);
    expect(stableFor(gameOf([[[0, 1, 2, 3]], [[0, 1, 2, 3]]]), 'firm')).toEqual([
      [0, 1, 2, 3],
      [0, 1, 2, 3],
    ]);
  });
});
