import { describe, expect, it } from 'vitest';
import {
  chicken,
  equilibriaOf,
  gameOf,
  matchingPennies,
  prisonersDilemma,
  stableFor,
  threeStepReply,
} from '../../../test/small/small-cases.js';
import { seq } from './seq.js';

describe('sequential stability', () => {
  it('holds mutual cooperation: answering in kind is better for the one who answers', () => {
    expect(equilibriaOf(prisonersDilemma, 'seq')).toEqual([0, 3]);
    expect(seq.deterrence(prisonersDilemma)(0).reply(3, 2)).toEqual([{ party: 1, to: 0 }]);
  });

  it('does not hold both yielding in chicken: nobody would answer by a collision', () => {
    expect(equilibriaOf(chicken, 'seq')).toEqual([1, 2]);
    expect(seq.deterrence(chicken)(0).isDeterred(3, 2)).toBe(false);
  });

  it('holds all four states of matching pennies', () => {
    expect(stableFor(matchingPennies, 'seq')).toEqual([
      [0, 1, 2, 3],
      [0, 1, 2, 3],
    ]);
  });

  it('finds a reply in which a party moves twice with another in between', () => {
    // A's one improvement 4 → 5 meets B 5 → 7, C 7 → 3, B 3 → 1, each better for its maker; 1 is A's
    // worst state. A reply of one or two steps does not deter.
    const deterrence = seq.deterrence(threeStepReply)(0);
    expect(deterrence.isDeterred(4, 5)).toBe(true);
    expect(deterrence.reply(4, 5)).toEqual([
      { party: 1, to: 7 },
      { party: 2, to: 3 },
      { party: 1, to: 1 },
    ]);
    expect(stableFor(threeStepReply, 'seq')[0]).toContain(4);
  });

  it('a step that leaves its maker as well off as before is no improvement and no reply', () => {
    const indifferent = gameOf([[1, 0, 2, 3], [[0, 1, 2, 3]]]);
    expect(seq.deterrence(indifferent)(0).isDeterred(0, 1)).toBe(false);
    const eager = gameOf([
      [1, 0, 2, 3],
      [3, [0, 1, 2]],
    ]);
    expect(seq.deterrence(eager)(0).isDeterred(0, 1)).toBe(true);
  });

  it('one party alone, or one that cannot move, is judged as under Nash', () => {
    expect(stableFor(gameOf([[1, 0]]), 'seq')).toEqual([[1]]);
  });
});
