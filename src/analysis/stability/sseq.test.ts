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
import { sseq } from './sseq.js';

describe('symmetric sequential stability', () => {
  it('holds mutual cooperation: the answer in kind cannot be escaped', () => {
    expect(equilibriaOf(prisonersDilemma, 'sseq')).toEqual([0, 3]);
  });

  it('holds in chicken where exactly one yields, as SEQ does', () => {
    expect(equilibriaOf(chicken, 'sseq')).toEqual([1, 2]);
  });

  it('holds nowhere in matching pennies, where SEQ holds everywhere', () => {
    expect(stableFor(matchingPennies, 'sseq')).toEqual([
      [0, 3],
      [1, 2],
    ]);
  });

  it('does not hold what SEQ holds by a reply that one more move undoes', () => {
    // The three-step reply ends at 1, from where A moves to 0, its second best.
    expect(stableFor(threeStepReply, 'seq')[0]).toContain(4);
    expect(stableFor(threeStepReply, 'sseq')[0]).not.toContain(4);
  });

  it('an escape to a state no better than the start is none', () => {
    const b = [2, 3, [0, 1]];
    expect(
      sseq
        .deterrence(gameOf([[1, [0, 2], 3], b]))(0)
        .isDeterred(0, 1),
    ).toBe(true);
    expect(
      sseq
        .deterrence(gameOf([[1, 2, 0, 3], b]))(0)
        .isDeterred(0, 1),
    ).toBe(false);
  });

  it('a reply that would not help its maker is none, although SMR counts it', () => {
    const model = gameOf([[1, [0, 2], 3], [[0, 1, 2, 3]]]);
    expect(stableFor(model, 'smr')[0]).toContain(0);
    expect(stableFor(model, 'sseq')[0]).not.toContain(0);
  });
});
