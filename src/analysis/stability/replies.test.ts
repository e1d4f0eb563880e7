import { describe, expect, it } from 'vitest';
import { gameOf, modelOfText, stableFor, threeStepReply } from '../../../test/small/small-cases.js';
import type { Model } from '../../core/model.js';
import { gmr } from './gmr.js';
import { replyMoves } from './least.js';
import { searchReplies } from './replies.js';
import { seq } from './seq.js';

/** Every state in which a reply can end, whether or not its moves help their makers. */
function endsOfReplies(model: Model, mover: number, start: number): readonly number[] {
  const ends = new Set<number>();
  searchReplies(model, model.moves.from, mover, start, (end) => {
    ends.add(end);
    return false;
  });
  return [...ends].sort((a, b) => a - b);
}

/** B moves x from l0 to l1 and from l1 to l2, never in one go; A's lever is worth nothing at l2. */
const chain = (others: string, issues = '', wants = '') => `
parties: {A: A, B: B${others}}
issues:
  a: {lever: A}
  x: {levels: [l0, l1, l2], moves: [{by: B, from: l0, to: l1}, {by: B, from: l1, to: l2}]}
${issues}
today: {a: no, x: l0${issues === '' ? '' : ', c: no'}}
wants:
  A: [x != l2, a]
  B: [x >= l1, x >= l2]
${wants}
`;

describe('a reply that is shown', () => {
  it('is, among the shortest, one that its maker would rather choose', () => {
    // At both-sharing under quotas, North could answer a blocked road by locking the pump with or
    // without leaving the treaty; it prefers to keep the treaty, though leaving comes first by number.
    const model = modelOfText(`
parties: {N: N, S: S}
issues:
  pump: {by: N, levels: [shared, locked]}
  road: {by: S, levels: [open, blocked]}
  treaty: {agree: [N, S], levels: [none, quotas]}
today: {pump: locked, road: blocked, treaty: none}
wants:
  N: [road = open, pump = locked, treaty = quotas]
  S: [pump = shared, treaty = quotas, road = blocked]
`);
    expect(seq.deterrence(model)(1).reply(4, 6)).toEqual([{ party: 0, to: 7 }]);
    const first = searchReplies(
      model,
      replyMoves(model, 'improvements'),
      1,
      6,
      (end) => end === 3 || end === 7,
    );
    expect(first).toEqual([{ party: 0, to: 7 }]);
  });
});

describe('a reply', () => {
  it('has no party moving twice in a row, where that changes the verdict', () => {
    // B alone brings x to l1, which is harmless; l2 would take a second move at once.
    const model = modelOfText(chain(''));
    expect(endsOfReplies(model, 0, 1)).toEqual([3]);
    expect(gmr.deterrence(model)(0).isDeterred(0, 1)).toBe(false);
    expect(stableFor(model, 'seq')[0]).not.toContain(0);
  });

  it('lets the party move again once another has moved in between', () => {
    const model = modelOfText(chain(', C: C', '  c: {lever: C}', '  C: [c]'));
    expect(gmr.deterrence(model)(0).reply(0, 1)).toEqual([
      { party: 1, to: 3 },
      { party: 2, to: 9 },
      { party: 1, to: 11 },
    ]);
    expect(stableFor(model, 'seq')[0]).toContain(0);
  });

  it('is continued from a state by one party although another came there first and could not', () => {
    // B and C can both bring x to l1; only after C did so may B bring it to l2.
    const model = modelOfText(`
parties: {A: A, B: B, C: C}
issues:
  a: {lever: A}
  x: {levels: [l0, l1, l2], moves: [{by: [B, C], from: l0, to: l1}, {by: B, from: l1, to: l2}]}
today: {a: no, x: l0}
wants: {A: [x != l2, a]}
`);
    expect(gmr.deterrence(model)(0).reply(0, 1)).toEqual([
      { party: 2, to: 3 },
      { party: 1, to: 5 },
    ]);
  });

  it('never has a move of the party it answers', () => {
    // From 1 party A could go back to 0; B and C can reach all states with a = yes and no other.
    const model = gameOf([
      [[0, 1, 2, 3, 4, 5, 6, 7]],
      [[0, 1, 2, 3, 4, 5, 6, 7]],
      [[0, 1, 2, 3, 4, 5, 6, 7]],
    ]);
    expect(endsOfReplies(model, 0, 1)).toEqual([1, 3, 5, 7]);
  });

  it('is at least one move', () => {
    const alone = gameOf([[1, 0]]);
    expect(endsOfReplies(alone, 0, 1)).toEqual([]);
  });

  it('is the shortest that is accepted; without one there is none', () => {
    const improvements = replyMoves(threeStepReply, 'improvements');
    expect(searchReplies(threeStepReply, improvements, 0, 5, (end) => end === 3)).toEqual([
      { party: 1, to: 7 },
      { party: 2, to: 3 },
    ]);
    expect(searchReplies(threeStepReply, improvements, 0, 5, (end) => end === 0)).toBeUndefined();
  });
});
