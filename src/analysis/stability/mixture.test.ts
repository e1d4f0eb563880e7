import { describe, expect, it } from 'vitest';
import { matchingPennies, prisonersDilemma } from '../../../test/small/small-cases.js';
import { conceptFor, conceptIds, isMixture, mixtureOf } from '../../core/concept-ids.js';
import { concepts } from './concepts.js';
import { headlineConcept } from './mixture.js';

describe('a concept for each party', () => {
  it('names every party in the order of the case, firm where nothing was chosen', () => {
    expect(mixtureOf(prisonersDilemma.case, { B: 'nash' })).toBe('A=firm,B=nash');
    expect(isMixture('A=firm,B=nash')).toBe(true);
    expect(isMixture('firm')).toBe(false);
  });

  it('gives a party its own, or what all have', () => {
    expect(conceptFor('A=firm,B=nash', 'B')).toBe('nash');
    expect(conceptFor('seq', 'B')).toBe('seq');
    expect(() => conceptFor('A=firm', 'B')).toThrow('gives no concept to B');
  });

  it('left out takes the concept of the case file before firm', () => {
    const { case: theCase } = prisonersDilemma;
    const parties = theCase.parties.map((party) => ({ ...party, concept: 'sim' as const }));
    expect(mixtureOf({ ...theCase, parties }, { A: 'seq' })).toBe('A=seq,B=sim');
  });

  it('can be any of the concepts that have steps', () => {
    expect(concepts.map(({ id }) => id)).toEqual(conceptIds);
  });

  it('judges by hand: in the dilemma B reckons with a reply and A does not', () => {
    const { deterrence, definition } = headlineConcept(prisonersDilemma.case, 'A=nash,B=seq');
    const byParty = deterrence(prisonersDilemma);
    // Both cooperate at 3; A could defect to 2, B to 1.
    expect(byParty(0).isDeterred(3, 2)).toBe(false);
    expect(byParty(1).isDeterred(3, 1)).toBe(true);
    expect(byParty(1).reply(3, 1)).toEqual([{ party: 0, to: 0 }]);
    expect(definition).toMatch(/^A by Nash: .* B by SEQ: /);
  });

  it('says what counts as a reply to each party by its own concept alone', () => {
    const byParty = headlineConcept(matchingPennies.case, 'A=seq,B=firm').deterrence(
      matchingPennies,
    );
    expect(byParty(0).isDeterred(1, 0)).toBe(true);
    expect(byParty(1).isDeterred(0, 2)).toBe(false);
  });

  it('refuses an id that leaves a party out', () => {
    expect(() => headlineConcept(prisonersDilemma.case, 'A=nash')).toThrow(RangeError);
  });
});
