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
import { gmr } from './gmr.js';

describe('general metarationality', () => {
  it('holds in the prisoner’s dilemma where both cooperate, too', () => {
    // Whoever stops is answered in kind, which is worse for it than cooperation.
    expect(equilibriaOf(prisonersDilemma, 'gmr')).toEqual([0, 3]);
    // One who cooperates alone leaves for mutual refusal, which the other cannot make worse.
    expect(stableFor(prisonersDilemma, 'gmr')).toEqual([
      [0, 2, 3],
      [0, 1, 3],
    ]);
  });

  it('lets a reply hurt its maker: in chicken both yielding holds', () => {
    expect(equilibriaOf(chicken, 'gmr')).toEqual([1, 2, 3]);
    expect(gmr.deterrence(chicken)(0).reply(3, 2)).toEqual([{ party: 1, to: 0 }]);
  });

  it('a reply that leaves the party exactly where it started deters', () => {
    // From mismatch 1, A matches at 0 and B makes the mismatch 2: equally ranked with 1.
    expect(equilibriaOf(matchingPennies, 'gmr')).toEqual([0, 1, 2, 3]);
    const betterByOne = gameOf([[0, 3, 2, 1], [[0, 1, 2, 3]]]);
    expect(gmr.deterrence(betterByOne)(0).isDeterred(1, 0)).toBe(false);
  });

  it('takes the shortest reply, even where its maker loses by it', () => {
    // Against 4 → 5 the last party can go 5 → 1 at once, to its second worst state.
    expect(gmr.deterrence(threeStepReply)(0).reply(4, 5)).toEqual([{ party: 2, to: 1 }]);
  });

  it('a party alone is answered by nobody', () => {
    const alone = gameOf([[1, 0]]);
    expect(stableFor(alone, 'gmr')).toEqual([[1]]);
    expect(gmr.deterrence(alone)(0).reply(0, 1)).toBeUndefined();
  });

  it('a reply is a move: staying put after the improvement is none', () => {
    // B has no lever to answer with, whatever it thinks of A's move.
    const model = gameOf([
      [
        [1, 3],
        [0, 2],
      ],
      [
        [0, 2],
        [1, 3],
      ],
    ]);
    expect(stableFor(model, 'gmr')[0]).toEqual([1, 3]);
  });
});
