import { describe, expect, it } from 'vitest';
import { gameOf, modelOfText } from '../../../test/small/small-cases.js';
import type { Model } from '../../core/model.js';
import { groupReach, type Response, settledBy } from './group-reach.js';

/** S has a lever; A wants its own lever equal to B's, B wants it different. S is bit 0, A 1, B 2. */
const pennies = modelOfText(`
parties: {S: S, A: A, B: B}
issues: {s: {lever: S}, a: {lever: A}, b: {lever: B}}
today: {s: no, a: no, b: no}
wants: {S: [s], A: [a iff b], B: [not (a iff b)]}
`);

/** A and B may sign; either may leave; C has three levels, of which it likes the last two alike. */
const signed = modelOfText(`
parties: {A: A, B: B, C: C}
issues:
  pact: {agree: [A, B], levels: [none, old, new]}
  c: {by: C, levels: [none, some, more]}
today: {pact: old, c: none}
wants: {A: [pact = new], B: [pact = none], C: ["if pact = new then c >= some"]}
`);

function rows(model: Model, group: readonly number[], response: Response) {
  const reach = groupReach(model, group, response);
  if (!reach) throw new Error('there are few');
  const { packages, offsets, ends, circling } = reach;
  return {
    rows: Array.from(packages, (state, place) => [
      state,
      [...ends.subarray(offsets[place], offsets[place + 1])],
    ]),
    circling,
  };
}

describe('what the consent of a group brings about', () => {
  it('is today for nobody, and everything that may be changed for all', () => {
    expect([...settledBy(signed, [])]).toEqual([1]);
    expect([...settledBy(signed, [0, 1, 2])]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('takes every signer to agree on another level, and one to leave', () => {
    expect([...settledBy(signed, [0])]).toEqual([0, 1]);
    expect([...settledBy(signed, [0, 1])]).toEqual([0, 1, 2]);
    expect([...settledBy(signed, [1, 2])]).toEqual([0, 1, 3, 4, 6, 7]);
  });

  it('without a today is nothing, unless the group can settle every issue', () => {
    const domain = modelOfText(`
parties: {A: A, B: B}
issues: {pact: {agree: [A, B], levels: [x, y]}, own: {by: A, levels: [l, m]}}
wants: {A: [pact = x], B: [pact = y]}
`);
    expect([...settledBy(domain, [0])]).toEqual([]);
    expect([...settledBy(domain, [0, 1])]).toEqual([0, 1, 2, 3]);
  });
});

describe('where a package may end', () => {
  it('stays where it is with the others at today’s levels, and where there are no others', () => {
    expect(rows(pennies, [0], 'today').rows).toEqual([
      [0, [0]],
      [1, [1]],
    ]);
    const [single] = [gameOf([[1, 0]])];
    expect(rows(single as Model, [0], 'worst').rows).toEqual([
      [0, [0]],
      [1, [1]],
    ]);
  });

  it('goes round a circle where answers never come to rest: all of it counts', () => {
    // From 0: A stays, B to 4; A to 6, B to 2; A to 0, B to 4, where a round began before.
    expect(rows(pennies, [0], 'reply')).toEqual({
      rows: [
        [0, [0, 2, 4, 6]],
        [1, [1, 3, 5, 7]],
      ],
      circling: [0, 1],
    });
  });

  it('of equally good answers is the lowest, and staying where no answer is better', () => {
    // Only pact = new makes C move, to `some` (5) and not to `more` (8).
    expect(rows(signed, [0, 1], 'reply')).toEqual({
      rows: [
        [0, [0]],
        [1, [1]],
        [2, [5]],
      ],
      circling: [],
    });
  });

  it('is anywhere that the others can go together, where the worst counts', () => {
    // B alone leaves, C chooses; A has brought about nothing or the end of the pact.
    expect(rows(signed, [0], 'worst').rows).toEqual([
      [0, [0, 3, 6]],
      [1, [0, 1, 3, 4, 6, 7]],
    ]);
  });

  it('is not given above a limit', () => {
    expect(groupReach(signed, [0], 'worst', undefined, undefined, 8)).toBeUndefined();
    expect(groupReach(signed, [0], 'worst', undefined, undefined, 9)).toBeDefined();
  });
});
