import { describe, expect, it } from 'vitest';
import { modelOfText, prisonersDilemma } from '../../../test/small/small-cases.js';
import type { Model } from '../../core/model.js';
import { type Arcs, targetsOf } from '../../core/moves.js';
import { jointImprovementsFrom } from './joint-improvements.js';
import { chainsFrom, losersOf } from './passing.js';

const chains = (model: Model, start: number, most = Number.POSITIVE_INFINITY) =>
  chainsFrom(
    model.parties,
    (party, state) => targetsOf(model.improvements[party] as Arcs, state),
    (state) => jointImprovementsFrom(model, state),
    start,
    most,
  );

/** The Patron pays alone, but only for a pact, which the Recipient likes better than being paid. */
const payment = modelOfText(`
parties: {P: Patron, R: Recipient}
issues:
  price: {by: P, levels: [unpaid, paid], irreversible: true}
  pact: {agree: [P, R], levels: [none, signed], leave: none}
today: {price: unpaid, pact: none}
wants:
  P: [pact, price iff pact]
  R: [not price, pact]
`);

describe('chains of single and joint improvements', () => {
  it('touch the start and what each link leads to, shortest first', () => {
    const found = chains(prisonersDilemma, 0);
    expect(found.touched.slice(0, 2)).toEqual([0, 3]);
    expect([...found.touched].sort()).toEqual([0, 1, 2, 3]);
    expect(found.chainTo(0)).toEqual([]);
    expect(found.chainTo(3)).toEqual([{ group: [0, 1], to: 3 }]);
    // From both cooperating, state 3, each alone improves: B by 1, A by 2.
    expect(found.chainTo(1)).toEqual([
      { group: [0, 1], to: 3 },
      { group: [1], to: 1 },
    ]);
    expect(found.isComplete).toBe(true);
  });

  it('prefer a single move to a joint one, where both lead there at once', () => {
    const model = modelOfText(`
parties: {P: P, Q: Q}
issues: {a: {lever: P}}
today: {a: no}
wants: {P: [a], Q: [a]}
`);
    expect(chains(model, 0).chainTo(1)).toEqual([{ group: [0], to: 1 }]);
  });

  it('say that they were cut, and still lead to what was touched', () => {
    const cut = chains(prisonersDilemma, 0, 1);
    expect(cut.touched).toEqual([0, 3]);
    expect(cut.isComplete).toBe(false);
  });

  it('touch the start alone where nothing is better for anyone', () => {
    const still = modelOfText('parties: {P: P}\nissues: {a: {lever: P}}\ntoday: {a: no}');
    expect(chains(still, 0)).toMatchObject({ touched: [0], isComplete: true });
  });
});

describe('signers who end below', () => {
  // States: price + 2·pact. P: 2·pact + (price iff pact); R: 2·(not price) + pact.
  const found = chains(payment, 0);

  it('are those worse off than where they started, at the end of the whole chain', () => {
    expect(found.chainTo(3)).toEqual([
      { group: [0, 1], to: 2 },
      { group: [0], to: 3 },
    ]);
    expect(losersOf(payment, found.chainTo(3), 0, [[0]])).toEqual({
      signers: [0, 1],
      belowStart: [1],
      belowEnds: [[1]],
    });
  });

  it('are none where all who signed are better off', () => {
    expect(losersOf(payment, found.chainTo(2), 0, [[0]])).toEqual({
      signers: [0, 1],
      belowStart: [],
      belowEnds: [[]],
    });
  });

  it('are counted against each end as a whole, a circle by its worst', () => {
    // R: state 2 is 3, 0 is 2, 3 is 1, 1 is 0. Below 0 and 2, not below a circle with 1 in it.
    const ends = [[2], [0, 1], [0, 2]];
    expect(losersOf(payment, found.chainTo(3), 0, ends).belowEnds).toEqual([[1], [], [1]]);
  });

  it('are none on a chain that nobody signed', () => {
    expect(losersOf(payment, [], 0, [[2]])).toEqual({
      signers: [],
      belowStart: [],
      belowEnds: [[]],
    });
  });
});
