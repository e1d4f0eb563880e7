import { describe, expect, it } from 'vitest';
import { gameOf, modelOfText, threeStepReply } from '../../../test/small/small-cases.js';
import { replyEnds } from './reply-ends.js';

const sorted = (ends: readonly number[]) => [...ends].sort((a, b) => a - b);

describe('the ends of replies', () => {
  it('include those of replies in which a party moves twice with another in between', () => {
    // A has gone to 5. B could go on to 7, C then to 3, and only then B
    // to 1, from where C goes back to 5.
    const ends = replyEnds(threeStepReply.improvements, 8, 0);
    expect(sorted(ends(5))).toEqual([1, 3, 5, 7]);
  });

  it('leave out what a party could only reach by moving twice in a row', () => {
    const text = (who: string) => `
parties: {A: A, B: B, C: C}
issues:
  x: {levels: [l0, l1, l2], moves: [{by: B, from: l0, to: l1}, {by: ${who}, from: l1, to: l2}]}
`;
    const ends = (who: string) => replyEnds(modelOfText(text(who)).moves.alone, 3, 0)(0);
    expect(sorted(ends('B'))).toEqual([1]);
    expect(sorted(ends('C'))).toEqual([1, 2]);
  });

  it('let the first mover go on where a second one has come by as well', () => {
    // l1 is reached by B and by C; only B goes on from there, and may after C.
    const model = modelOfText(`
parties: {A: A, B: B, C: C}
issues:
  x: {levels: [l0, l1, l2], moves: [{by: [B, C], from: l0, to: l1}, {by: B, from: l1, to: l2}]}
`);
    expect(sorted(replyEnds(model.moves.alone, 3, 0)(0))).toEqual([1, 2]);
  });

  it('include the start only where a reply comes back to it, and nothing where nobody can move', () => {
    const two = gameOf([[0], [0]]);
    expect(sorted(replyEnds(two.moves.alone, 4, 0)(0))).toEqual([2]);
    const three = gameOf([[0], [0], [0]]);
    expect(sorted(replyEnds(three.moves.alone, 8, 0)(0))).toEqual([0, 2, 4, 6]);
    expect(replyEnds(gameOf([[0]]).moves.alone, 2, 0)(0)).toEqual([]);
  });

  it('are the same when asked again from another start', () => {
    const ends = replyEnds(threeStepReply.improvements, 8, 0);
    ends(0);
    expect(sorted(ends(5))).toEqual([1, 3, 5, 7]);
  });
});
