import { describe, expect, it } from 'vitest';
import { openCase } from '../../../test/small/open-case.js';
import type { Case, Reading } from '../../core/case.js';
import { formatRational, type Rational } from '../../core/rational.js';
import { applierOf, applySet } from './apply-set.js';
import { standing } from './assumption-set.js';
import { doubtsOf } from './doubts-of.js';

const open = openCase();
const doubts = doubtsOf(open);

/** The case with the doubts named at the cases given, all else standing. */
function applied(taken: Readonly<Record<string, number>>, pinned?: readonly number[]) {
  const all = pinned ? doubtsOf(open, { pinned }) : doubts;
  for (const id of Object.keys(taken)) expect(all.map((doubt) => doubt.id)).toContain(id);
  return applySet(
    open,
    all,
    all.map(({ id }) => taken[id] ?? 0),
    pinned,
  );
}

const wantsOf = (theCase: Case) =>
  theCase.preferences[0]?.[0]?.wants?.map((group) => group.map(({ text }) => text));

describe('a case under an assumption set', () => {
  it('under the standing set is the case itself', () => {
    expect(applied({}).case).toBe(open);
    expect(applied({}).readings).toEqual([0, 0]);
    expect(applySet(open, [], []).case).toBe(open);
  });

  it('a reading taken changes what is in force and nothing of the case', () => {
    expect(applied({ A: 1 }).case).toBe(open);
    expect(applied({ A: 1 }).readings).toEqual([1, 0]);
  });

  it('a want struck is gone, from an inner list or by itself', () => {
    expect(wantsOf(applied({ 'A.hard.1': 1 }).case)).toEqual([
      ['b'],
      ['war = low'],
      ['a or b'],
      ['not b'],
    ]);
    expect(wantsOf(applied({ 'A.hard.5': 1 }).case)).toEqual([
      ['a', 'b'],
      ['war = low'],
      ['a or b'],
    ]);
  });

  it('neighbours are put in order before wants are struck', () => {
    expect(wantsOf(applied({ 'A.hard.1': 1, 'A.hard.3-4': 1, 'A.hard.5': 1 }).case)).toEqual([
      ['b'],
      ['a or b'],
      ['war = low'],
    ]);
    const allLow: Case = {
      ...open,
      preferences: open.preferences.map((readings) =>
        readings.map((reading) => ({
          ...reading,
          ranges: [],
          wants: reading.wants
            ?.slice(1, 3)
            .map((group) => group.map((want) => ({ ...want, confidence: 'low' as const }))),
        })),
      ),
    };
    const own = doubtsOf(allLow, { vary: ['want', 'order'] });
    expect(own.map(({ id }) => id)).toEqual(['A.hard.1', 'A.hard.2', 'A.hard.1-2']);
    expect(wantsOf(applySet(allLow, own, [1, 0, 1]).case)).toEqual([['a or b']]);
    expect(wantsOf(applySet(allLow, own, [0, 0, 1]).case)).toEqual([['a or b'], ['war = low']]);
    expect(wantsOf(applySet(allLow, own, [1, 1, 1]).case)).toEqual([]);
  });

  it('two runs of a ranking are put in order each by itself', () => {
    const [, soft] = open.preferences[0] ?? [];
    const entries = soft?.ranking ?? [];
    const ranking = [...entries, ...entries].map((entry, at) => ({
      ...entry,
      text: `${at + 1}`,
      isUnsure: at !== 2,
    }));
    const longer: Case = { ...open, preferences: [[{ ...(soft as Reading), ranking }], []] };
    const own = doubtsOf(longer, { vary: ['order'] });
    expect(own.map(({ id }) => id)).toEqual(['A.soft.1-2', 'A.soft.4-6']);
    const told = (set: readonly number[]) =>
      applySet(longer, own, set)
        .case.preferences[0]?.[0]?.ranking?.map(({ text }) => text)
        .join('');
    expect([told([1, 0]), told([0, 3]), told([1, 5])]).toEqual(['213456', '123564', '213654']);
  });

  it('numbers stand at their step from the low end, 1, to the high, 1,001', () => {
    const numbers = (k: number) => {
      const { preferences } = applied({
        'A.hard.5.worth': k,
        'A.hard.no_deal': k,
        'B.only.points.b': k,
        'B.only.points.b.yes': k,
      }).case;
      const [hard, only] = [preferences[0]?.[0], preferences[1]?.[0]];
      return [
        hard?.wants?.[3]?.[0]?.worth,
        hard?.noDeal?.value,
        only?.points?.issues[0]?.weight,
        only?.points?.issues[0]?.scores[0],
        only?.points?.issues[0]?.scores[1],
      ].map((value) => formatRational(value as Rational));
    };
    expect(numbers(1)).toEqual(['1', '0', '50', '0', '8']);
    expect(numbers(2)).toEqual(['1.002', '0.014', '50.02', '0', '8.004']);
    expect(numbers(501)).toEqual(['2', '7', '60', '0', '10']);
    expect(numbers(1001)).toEqual(['3', '14', '70', '0', '12']);
    expect(numbers(0)).toEqual(['2', '7', '60', '0', '10']);
  });

  it('a number of a want is put at it wherever the want comes to stand', () => {
    const { case: changed } = applied({ 'A.hard.5.worth': 1001, 'A.hard.1': 1, 'A.hard.3-4': 1 });
    const told = changed.preferences[0]?.[0]?.wants?.at(-1)?.[0];
    expect([told?.text, formatRational(told?.worth as Rational)]).toEqual(['not b', '3']);
  });

  it('a rule lifted is gone, and an open issue stands where it is taken to', () => {
    const { case: changed } = applied({ 'rule.2': 1, 'today.war': 1 });
    expect(changed.rules).toEqual([open.rules[0]]);
    expect([changed.today, changed.openToday]).toEqual([[0, 0, 2], []]);
  });

  it('what is left alone keeps its identity', () => {
    const struck = applied({ 'A.hard.1': 1 }).case;
    expect(struck.preferences[0]?.[1]).toBe(open.preferences[0]?.[1]);
    expect(struck.preferences[1]).toBe(open.preferences[1]);
    expect([struck.rules, struck.today]).toEqual([open.rules, open.today]);
    expect(struck.rules).toBe(open.rules);
    const lifted = applied({ 'rule.2': 1 }).case;
    expect(lifted.preferences).toBe(open.preferences);
    expect(lifted.today).toBe(open.today);
    expect(lifted.rules[0]).toBe(open.rules[0]);
  });

  it('what hangs on a reading that is not in force changes nothing', () => {
    expect(applied({ A: 1, 'A.hard.1': 1, 'A.hard.no_deal': 9 }).case).toBe(open);
  });

  it('a pinned reading is in force, and what hangs on it acts', () => {
    const { case: changed, readings } = applied({ 'A.soft.1-2': 1 }, [1]);
    expect(readings).toEqual([1, 0]);
    expect(changed.preferences[0]?.[1]?.ranking?.map(({ text }) => text)).toEqual([
      'a',
      'b',
      'war = low',
    ]);
    expect(applySet({ ...open, preferences: [[], []] }, [], []).readings).toEqual([-1, -1]);
  });

  it('sets that change a reading alike share it, where it has no number in a range', () => {
    const vary = ['reading', 'want', 'order', 'rule'] as const;
    const few = doubtsOf(open, { vary });
    const apply = applierOf(open, few);
    const at = (rule: number): Reading | undefined =>
      apply([0, 1, 0, 1, 0, rule]).case.preferences[0]?.[0];
    expect(at(0)).toBe(at(1));
    expect(at(0)).not.toBe(apply([0, 1, 1, 1, 0, 0]).case.preferences[0]?.[0]);
  });

  it('a set that does not fit the doubts is refused', () => {
    expect(() => applySet(open, doubts, [0])).toThrow('a set of 1 for 11 doubts');
    expect(() => applySet(open, doubts, standing(doubts).with(0, 2))).toThrow('A has no case 2');
    expect(() => applySet(open, doubts, standing(doubts).with(4, 1002))).toThrow('no case 1002');
  });
});
