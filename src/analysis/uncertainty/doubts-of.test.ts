import { describe, expect, it } from 'vitest';
import { openCase } from '../../../test/small/open-case.js';
import type { Case, Reading } from '../../core/case.js';
import { formatRational } from '../../core/rational.js';
import type { Doubt } from './doubt.js';
import { doubtsOf } from './doubts-of.js';

const ids = (doubts: readonly Doubt[]) => doubts.map(({ id }) => id);
const cases = (doubts: readonly Doubt[]) =>
  Object.fromEntries(doubts.map((doubt) => [doubt.id, doubt.cases]));

/** The open case with the first reading of A changed. */
function withHard(change: (hard: Reading) => Reading): Case {
  const open = openCase();
  return {
    ...open,
    preferences: open.preferences.map((readings, party) =>
      party === 0 ? readings.with(0, change(readings[0] as Reading)) : readings,
    ),
  };
}

describe('doubts of a case', () => {
  it('come party by party, each reading followed by what hangs on it, then rules and today', () => {
    expect(ids(doubtsOf(openCase()))).toEqual([
      'A',
      'A.hard.1',
      'A.hard.5',
      'A.hard.3-4',
      'A.hard.5.worth',
      'A.hard.no_deal',
      'A.soft.1-2',
      'B.only.points.b',
      'B.only.points.b.yes',
      'rule.2',
      'today.war',
    ]);
  });

  it('name their cases, what the file has by itself first', () => {
    expect(cases(doubtsOf(openCase()))).toMatchObject({
      A: ['hard', 'soft'],
      'A.hard.1': ['held', 'struck'],
      'A.hard.3-4': ['3-4', '4-3'],
      'A.hard.no_deal': [],
      'rule.2': ['applies', 'lifted'],
      'today.war': ['low', 'high'],
    });
  });

  it('have the weights that the file declares, and only readings have any', () => {
    const told = doubtsOf(openCase()).map(({ weights }) => weights?.map(formatRational));
    expect(told[0]).toEqual(['0.75', '0.25']);
    expect(told.slice(1).every((weights) => weights === undefined)).toBe(true);
  });

  it('a case that leaves nothing open has none', () => {
    const open = openCase();
    const sure: Case = {
      ...open,
      rules: [],
      openToday: [],
      preferences: [[], [{ ...(open.preferences[1]?.[0] as Reading), ranges: [] }]],
    };
    expect(doubtsOf(sure)).toEqual([]);
  });

  it('a pinned party has no doubt of its reading, and those of that reading alone', () => {
    const left = ids(doubtsOf(openCase(), { pinned: [1, undefined] }));
    expect(left.slice(0, 2)).toEqual(['A.soft.1-2', 'B.only.points.b']);
    expect(() => doubtsOf(openCase(), { pinned: [2] })).toThrow('party 0 (A) has no reading 2');
    expect(doubtsOf({ ...openCase(), preferences: [[], []] }, { pinned: [-1, -1] })).toHaveLength(
      2,
    );
  });

  it('readings that are not varied leave the doubts of the first, or of the pinned one', () => {
    expect(ids(doubtsOf(openCase(), { vary: ['order'] }))).toEqual(['A.hard.3-4']);
    expect(ids(doubtsOf(openCase(), { vary: ['order'], pinned: [1] }))).toEqual(['A.soft.1-2']);
    expect(ids(doubtsOf(openCase(), { vary: ['order', 'reading'] }))).toEqual([
      'A',
      'A.hard.3-4',
      'A.soft.1-2',
    ]);
    expect(doubtsOf(openCase(), { vary: [] })).toEqual([]);
  });

  it('three neighbours have six orders, lexicographic', () => {
    const three = withHard((hard) => ({
      ...hard,
      wants: hard.wants?.map((group, at) => group.map((want) => ({ ...want, isUnsure: at > 0 }))),
    }));
    expect(cases(doubtsOf(three, { vary: ['order'] }))).toEqual({
      'A.hard.3-5': ['3-4-5', '3-5-4', '4-3-5', '4-5-3', '5-3-4', '5-4-3'],
    });
  });

  it('one unsure want by itself is no doubt, nor one across the end of the strong ones', () => {
    const marked = (unsure: readonly number[], strong: number) =>
      withHard((hard) => ({
        ...hard,
        wants: hard.wants
          ?.flat()
          .map((want, at) => [{ ...want, isUnsure: unsure.includes(at), isStrong: at < strong }]),
      }));
    const told = (unsure: readonly number[], strong: number) =>
      ids(doubtsOf(marked(unsure, strong), { vary: ['order'] }));
    expect(told([0, 2, 4], 0)).toEqual([]);
    expect(told([0, 1, 3, 4], 0)).toEqual(['A.hard.1-2', 'A.hard.4-5']);
    expect(told([1, 2, 3, 4], 3)).toEqual(['A.hard.2-3', 'A.hard.4-5']);
    expect(told([1, 2], 2)).toEqual([]);
  });

  it('entries of a ranking are parted where strong ones begin or end', () => {
    const open = openCase();
    const soft = open.preferences[0]?.[1] as Reading;
    const told = (...strong: readonly number[]) =>
      ids(
        doubtsOf(
          {
            ...open,
            preferences: [
              [
                {
                  ...soft,
                  ranking: soft.ranking?.map((entry, at) => ({
                    ...entry,
                    isUnsure: true,
                    isStrong: strong.includes(at),
                  })),
                },
              ],
              [],
            ],
          },
          { vary: ['order'] },
        ),
      );
    expect([told(), told(0), told(1), told(0, 1), told(0, 1, 2)]).toEqual([
      ['A.soft.1-3'],
      ['A.soft.2-3'],
      [],
      ['A.soft.1-2'],
      ['A.soft.1-3'],
    ]);
  });

  it('more than six neighbours are refused', () => {
    const many = (count: number) =>
      withHard((hard) => ({
        ...hard,
        wants: Array.from({ length: count }, () => [
          { ...(hard.wants?.[1]?.[0] as NonNullable<Reading['wants']>[0][0]), isUnsure: true },
        ]),
      }));
    expect(doubtsOf(many(6), { vary: ['order'] })[0]?.cases).toHaveLength(720);
    expect(() => doubtsOf(many(7))).toThrow('7 neighbours of A.hard are marked unsure, from 1 on');
  });
});
