import { describe, expect, it } from 'vitest';
import { gameOf, modelOfText } from '../../../test/small/small-cases.js';
import type { ConceptId } from './concept.js';
import { conceptOf } from './concepts.js';
import { makersOf } from './group-arcs.js';
import { tooLargeForGroups, withRepliesTogether } from './replies-together.js';

/** R may leave a ceasefire; E and U can answer only by an agreement of theirs. */
const byAgreement = modelOfText(`
parties: {R: Rayland, E: Eeland, U: Uland}
issues:
  ceasefire: {agree: [R, U], levels: [none, signed]}
  force: {agree: [E, U], levels: [undone, sent]}
today: {ceasefire: signed, force: undone}
wants:
  R: [not force, not ceasefire]
  E: [force iff not ceasefire]
  U: [ceasefire, force iff not ceasefire]
`);

const together = (id: ConceptId) => withRepliesTogether(conceptOf(id));

describe('replies together', () => {
  it('deter a party that no single reply deters, by an agreement of the others', () => {
    // State 1 is the ceasefire without a force; R leaves to 0, E and U sign the force: state 2.
    for (const id of ['gmr', 'smr', 'seq', 'sseq'] as const) {
      expect(conceptOf(id).deterrence(byAgreement)(0).isDeterred(1, 0), id).toBe(false);
      const { isDeterred, reply } = together(id).deterrence(byAgreement)(0);
      expect(isDeterred(1, 0), id).toBe(true);
      expect(
        reply(1, 0)?.map((step) => ({ makers: makersOf(step), to: step.to })),
        id,
      ).toEqual([{ makers: [1, 2], to: 2 }]);
    }
  });

  it('are filtered under firm by what others could answer together in turn', () => {
    // From 2, R and U would both gain by the ceasefire without the force, 1, and R leaves it for 0:
    // E is back where it started, so signing the force is not firm, although it is an improvement.
    expect(together('firm').deterrence(byAgreement)(0).isDeterred(1, 0)).toBe(false);
  });

  it('leave Nash and SIM as they are', () => {
    expect(together('nash')).toBe(conceptOf('nash'));
    expect(together('sim')).toBe(conceptOf('sim'));
  });

  it('may undo a firm reply, whose maker a joint answer would deter', () => {
    // A goes from 3 to 2; C answers with 6. One at a time only A can go on, to 7, still better for C
    // than 2. A and B together would go from 6 to 5, which is worse for C than 2: C would not answer.
    const model = gameOf([
      [2, 5, 7, 3, 0, 4, 6, 1],
      [7, 0, 2, 1, 5, 6, 4, 3],
      [6, 7, 1, 4, 2, 0, 5, 3],
    ]);
    expect(conceptOf('firm').deterrence(model)(0).isDeterred(3, 2)).toBe(true);
    expect(together('firm').deterrence(model)(0).isDeterred(3, 2)).toBe(false);
    expect(together('seq').deterrence(model)(0).isDeterred(3, 2)).toBe(true);
  });

  it('a joint improvement that leaves one member equally well off is no reply under SEQ', () => {
    const model = gameOf([
      [1, 0, [2, 3, 4, 5, 6, 7]],
      [7, [0, 1, 2, 3, 4, 5, 6]],
      [[0, 1, 2, 3, 4, 5, 6, 7]],
    ]);
    expect(together('seq').deterrence(model)(0).isDeterred(0, 1)).toBe(false);
    expect(together('gmr').deterrence(model)(0).isDeterred(0, 1)).toBe(true);
  });

  it('are not worked out beyond a size that is said', () => {
    expect(tooLargeForGroups(4, 4096)).toBeUndefined();
    expect(tooLargeForGroups(4, 4097)).toMatch(/4097 outcomes and 15 groups/);
    expect(tooLargeForGroups(6, 2048)).toMatch(/63 groups/);
  });
});
