import { describe, expect, it } from 'vitest';
import { caseOfText, stableFor } from '../../../test/small/small-cases.js';
import { buildModel } from '../../core/model.js';
import { uncontrolled } from '../../core/report.js';
import { conceptOf } from './concepts.js';
import { ownGame } from './own-games.js';
import { tableConceptOf } from './table-concepts.js';

/** The prisoner's dilemma; A may take B for one that always cooperates. */
const theCase = caseOfText(`
detente: 1
title: misread
parties: {A: A, B: B}
issues: {a: {lever: A}, b: {lever: B}}
preferences:
  A:
    clear: {ranking: [b and not a, a and b, {outcomes: not a and not b, strong: true}]}
    misled: {ranking: [b and not a, a and b, {outcomes: not a and not b, strong: true}], sees: {B: meek}}
  B:
    hard: {ranking: [a and not b, a and b, not a and not b]}
    meek: {wants: [b, a]}
`);
const [clear, misled] = [buildModel(theCase), buildModel(theCase, [1, 0])];

describe('a party that takes another to want something else', () => {
  it('stays or leaves by what it expects, and the other by what is so', () => {
    expect(stableFor(clear, 'seq')).toEqual([
      [0, 2, 3],
      [0, 1, 3],
    ]);
    // It sees nobody who would answer 3 → 2 by 2 → 0.
    expect(stableFor(misled, 'seq')).toEqual([
      [0, 2],
      [0, 1, 3],
    ]);
  });

  it('expects the replies of its own game', () => {
    const deterrence = conceptOf('seq').deterrence;
    expect(deterrence(clear)(0).reply(3, 2)).toEqual([{ party: 1, to: 0 }]);
    expect(deterrence(misled)(0).reply(3, 2)).toBeUndefined();
  });

  it('is judged in its own game by concepts that only make a table', () => {
    const table = (model: typeof clear) => tableConceptOf('weak-seq')?.stable(model)[0]?.[3];
    expect([table(clear), table(misled)]).toEqual([1, 0]);
  });
});

it('a party that sees others as they are has the model itself as its own game', () => {
  expect(ownGame(clear, 0)).toBe(clear);
  expect(ownGame(misled, 1)).toBe(misled);
  expect(ownGame(misled, 0).readings.map((reading) => reading?.id)).toEqual(['misled', 'meek']);
});

it('tables of an own game are kept apart from those of the case', () => {
  const names: string[] = [];
  const control = {
    ...uncontrolled,
    kept: { read: () => undefined, write: (name: string) => void names.push(name) },
  };
  const deterrence = conceptOf('seq').deterrence(buildModel(theCase, [1, 0]), control);
  deterrence(0);
  deterrence(1);
  expect(names.map((name) => name.startsWith('own game 0 '))).toEqual([true, false]);
});

it('the own game keeps the issues that are fixed', () => {
  const model = buildModel(theCase, [1, 0], [{ issue: 1, level: 1 }]);
  expect(ownGame(model, 0).states).toBe(2);
});
