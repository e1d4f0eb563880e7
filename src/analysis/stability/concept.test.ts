import { describe, expect, it } from 'vitest';
import { chicken, gameOf, matchingPennies } from '../../../test/small/small-cases.js';
import { stableStates } from './concept.js';
import { conceptOf, concepts } from './concepts.js';
import { nash } from './nash.js';

describe('the table of a concept', () => {
  it('has 1 where every improvement is deterred, also where there is none', () => {
    const deterrence = {
      least: undefined,
      isDeterred: (_: number, to: number) => to === 2,
      reply: () => undefined,
    };
    // In chicken A improves 0 → 1, which is not deterred here, and 3 → 2, which is.
    expect([...(stableStates(chicken, 0, deterrence) ?? [])]).toEqual([0, 1, 1, 1]);
  });

  it('is abandoned when the work is stopped, at any state', () => {
    // Where there is no K, every state is asked about.
    const deterrence = { ...nash.deterrence(chicken)(0), least: undefined };
    expect(stableStates(chicken, 0, deterrence, () => true)).toBeUndefined();
    let asked = 0;
    const later = () => {
      asked += 1;
      return asked > 3;
    };
    expect(stableStates(chicken, 0, deterrence, later)).toBeUndefined();
  });

  it('of a state with one deterred and one undeterred improvement is 0', () => {
    const model = gameOf([
      [1, 3, 5, 7, 0, 2, 4, 6].filter((state) => state < 4),
      [
        [0, 1],
        [2, 3],
      ],
    ]);
    const deterrence = { least: undefined, isDeterred: () => false, reply: () => undefined };
    expect([...(stableStates(model, 0, deterrence) ?? [])]).toEqual([0, 1, 0, 1]);
  });
});

describe('the concepts', () => {
  it('are told apart by id, and each states its definition, formula and source', () => {
    expect(concepts.map(({ id }) => id)).toEqual([
      'nash',
      'gmr',
      'smr',
      'seq',
      'sseq',
      'sim',
      'firm',
    ]);
    for (const { name, definition, formula, source } of concepts) {
      expect(name).not.toBe('');
      expect(definition).toMatch(/^[A-Z].*\.$/);
      expect(formula).not.toBe('');
      expect(source).not.toBe('');
    }
  });

  it('are found by id, and none other is', () => {
    for (const concept of concepts) expect(conceptOf(concept.id)).toBe(concept);
    expect(() => conceptOf('other' as never)).toThrow('there is no concept other');
  });

  it('tell a reply exactly where they say that one deters, sequences only', () => {
    for (const concept of concepts) {
      for (const model of [chicken, matchingPennies]) {
        const deterrence = concept.deterrence(model)(0);
        const [from, to] = model === chicken ? [3, 2] : [1, 0];
        const isTold = deterrence.reply(from, to) !== undefined;
        if (concept.id === 'sim') expect(isTold).toBe(false);
        else expect(isTold, concept.id).toBe(deterrence.isDeterred(from, to));
      }
    }
  });
});
