import { describe, expect, it } from 'vitest';
import { modelOfText } from '../../../test/small/small-cases.js';
import { acceptanceOf } from './acceptance.js';
import { blockersOf } from './blockers.js';
import { noDealsOf } from './no-deal.js';

/** A and B may sign; C and D hold a lever each. Bit 0 is the pact, 1 C's lever, 2 D's. */
const model = modelOfText(`
parties: {A: A, B: B, C: C, D: D}
issues: {pact: {agree: [A, B], levels: [none, some]}, c: {lever: C}, d: {lever: D}}
today: {pact: none, c: no, d: no}
wants:
  A: [not c, pact]
  B: [pact, not d]
  C: [not pact]
  D: [not pact, not d]
`);

function at(state: number, end: readonly number[] = [0]) {
  const [noDeal] = noDealsOf(model, [end]);
  if (!noDeal) throw new Error('there is a no deal');
  return blockersOf(model, noDeal, acceptanceOf(model, noDeal), state);
}

describe('who stands in the way', () => {
  it('is nobody at no deal itself', () => {
    expect(at(0)).toEqual({ signers: [], blockers: [], harmed: [] });
  });

  it('harmed are those not asked and worse off; who can undo it at no cost is told with the move', () => {
    // C's lever costs C nothing and takes from A its first want; D's would cost D.
    expect(at(1)).toEqual({
      signers: [0, 1],
      blockers: [],
      harmed: [
        {
          party: 2,
          isBelowNoDeal: true,
          isBelowToday: true,
          undo: { to: 3, signers: [0] },
        },
        { party: 3, isBelowNoDeal: true, isBelowToday: true, undo: undefined },
      ],
    });
  });

  it('blocks whose consent cannot be done without and who would not give it', () => {
    // The pact ends: A and B may each end it alone, so neither is needed.
    expect(at(0, [1])).toMatchObject({ signers: [0, 1], blockers: [] });
    // With C's lever pulled A would not sign; a signer already worse off is not put there by a move.
    expect(at(3)).toMatchObject({
      signers: [0, 1, 2],
      blockers: [0, 2],
      harmed: [{ party: 3, undo: undefined }],
    });
  });

  it('worse off than today and not than no deal is told apart', () => {
    // No deal is the pact: C and D are no worse off with it, but worse than today.
    expect(at(1, [1]).harmed.map(({ party, isBelowNoDeal }) => [party, isBelowNoDeal])).toEqual([
      [2, false],
      [3, false],
    ]);
  });

  it('of a group that settles something by itself only members sign', () => {
    const [noDeal] = noDealsOf(model, [[0]]);
    if (!noDeal) throw new Error('there is a no deal');
    const found = blockersOf(model, noDeal, acceptanceOf(model, noDeal), 1, {
      from: 1,
      group: [0],
    });
    expect(found.signers).toEqual([]);
    expect(found.harmed.map(({ party }) => party)).toEqual([2, 3]);
  });
});
