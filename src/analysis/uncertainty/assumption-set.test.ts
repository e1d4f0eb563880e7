import { describe, expect, it } from 'vitest';
import { openCase } from '../../../test/small/open-case.js';
import { add, formatRational, rational, zero } from '../../core/rational.js';
import {
  conditionsOf,
  countSets,
  isMet,
  listSets,
  settled,
  standing,
  weightOf,
} from './assumption-set.js';
import { doubtsOf } from './doubts-of.js';

/** A (hard 3/4: two wants, an order; soft 1/4: an order), a rule, today. */
const doubts = doubtsOf(openCase(), { vary: ['reading', 'want', 'order', 'rule', 'today'] });

describe('assumption sets', () => {
  it('the standing set has everything as the file has it', () => {
    expect(standing(doubts)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(standing([])).toEqual([]);
  });

  it('a doubt under a reading acts only where that reading is in force', () => {
    const acting = (set: readonly number[]) =>
      doubts.flatMap(({ id }, at) => (isMet(conditionsOf(doubts)[at], set) ? [id] : []));
    const always = ['rule.2', 'today.war'];
    expect(acting(standing(doubts))).toEqual([
      'A',
      'A.hard.1',
      'A.hard.5',
      'A.hard.3-4',
      ...always,
    ]);
    expect(acting([1, 0, 0, 0, 0, 0, 0])).toEqual(['A', 'A.soft.1-2', ...always]);
  });

  it('without a doubt of the reading what hangs on it always acts', () => {
    const pinned = doubtsOf(openCase(), { vary: ['want', 'reading'], pinned: [0] });
    expect(pinned.map((_, at) => isMet(conditionsOf(pinned)[at], [1, 1]))).toEqual([true, true]);
    expect(countSets(pinned)).toBe(4n);
  });

  it('settling puts what does not act back to what the file has', () => {
    expect(settled(doubts, [1, 1, 1, 1, 1, 1, 0])).toEqual([1, 0, 0, 0, 1, 1, 0]);
    expect(settled(doubts, [0, 1, 0, 1, 1, 0, 1])).toEqual([0, 1, 0, 1, 0, 0, 1]);
  });

  it('there are (2·2·2 + 2)·2·2 = 40 sets, each listed once, standing first, in order', () => {
    expect(countSets(doubts)).toBe(40n);
    const sets = listSets(doubts);
    expect(new Set(sets.map((set) => set.join())).size).toBe(40);
    expect(sets[0]).toEqual(standing(doubts));
    expect(sets[1]).toEqual([0, 0, 0, 0, 0, 0, 1]);
    expect(sets.at(-1)).toEqual([1, 0, 0, 0, 1, 1, 1]);
    expect(sets.map((set) => set.join())).toEqual(sets.map((set) => set.join()).toSorted());
    for (const set of sets) expect(settled(doubts, set)).toEqual(set);
  });

  it('a number in a range cannot be counted or listed', () => {
    const all = doubtsOf(openCase());
    expect(countSets(all)).toBeUndefined();
    expect(() => listSets(all)).toThrow('too many values to be listed');
  });

  it('without doubts there is one set, of weight one', () => {
    expect([countSets([]), listSets([]), weightOf([], [])]).toEqual([1n, [[]], rational(1n)]);
  });

  it('weights are declared, else equal, and are taken of acting doubts alone', () => {
    const told = (set: readonly number[]) => formatRational(weightOf(doubts, set));
    // 3/4 of hard, over eight cases of what hangs on it, over four of the rest.
    expect(told(standing(doubts))).toBe(formatRational(rational(3n, 128n)));
    expect(told([1, 0, 0, 0, 1, 0, 0])).toBe(formatRational(rational(1n, 32n)));
    expect(listSets(doubts).reduce((sum, set) => add(sum, weightOf(doubts, set)), zero)).toEqual(
      rational(1n),
    );
    expect(() => weightOf(doubts, [2, 0, 0, 0, 0, 0, 0])).toThrow('the doubt A has no case 2');
  });
});
