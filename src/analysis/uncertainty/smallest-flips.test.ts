import { describe, expect, it } from 'vitest';
import {
  listedSample,
  numberDoubt,
  readingDoubt,
  ruleDoubt,
  todayDoubt,
  wantDoubt,
} from '../../../test/small/doubts.js';
import type { AssumptionSet, Doubt } from './doubt.js';
import { answersIn, packRow } from './rows.js';
import { type FlipLimits, smallestFlips } from './smallest-flips.js';

/** Two readings, a want under the second, a rule, today at three levels. */
const doubts: readonly Doubt[] = [
  readingDoubt(0, 2),
  wantDoubt(0, 1, 0),
  ruleDoubt(0),
  todayDoubt(0, 3),
];
const unlimited = { changes: 99, evaluations: 9999 };

function search(
  answers: (set: AssumptionSet) => readonly boolean[],
  limits: FlipLimits = unlimited,
  about = doubts,
  given?: number,
) {
  let calls = 0;
  const seen = new Set<string>();
  const columns = answers(about.map(() => 0)).length;
  const found = smallestFlips(
    about,
    (set) => {
      calls += 1;
      seen.add(set.join());
      return packRow(answers(set));
    },
    Array.from({ length: columns - 1 }, (_, at) => at + 1),
    limits,
    given,
  );
  expect(found.evaluations).toBe(calls);
  expect(seen.size).toBe(calls);
  return {
    ...found,
    told: found.flips.map(({ lists }) =>
      lists.map((list) => list.map(({ doubt, chosen }) => `${doubt}=${chosen}`).join(' ')),
    ),
  };
}

describe('smallest flips', () => {
  it('are every shortest list of changes, in the order of doubts and cases', () => {
    const { told, searched, ended } = search((set) => [
      true,
      set[2] === 0 && set[3] !== 2,
      !(set[2] === 1 && set[3] === 1),
      set[0] === 1 || set[3] === 2,
    ]);
    expect(told).toEqual([['2=1', '3=2'], ['2=1 3=1'], ['0=1', '3=2']]);
    expect([searched, ended]).toEqual([2, 'all found']);
  });

  it('a doubt that begins to act begins at its first case', () => {
    const { told } = search((set) => [true, set[1] === 1, set[0] === 1 && set[1] === 0]);
    expect(told).toEqual([['0=1 1=1'], ['0=1']]);
  });

  it('an impossible set is none, nor one outside what is given', () => {
    const answers = (set: AssumptionSet) => [
      set[2] === 0,
      set[2] === 1 || set[3] === 2,
      (set[3] as number) < 2,
    ];
    expect(search(answers).told).toEqual([['3=2'], ['3=2']]);
    expect(search(answers, unlimited, doubts, 2).told).toEqual([[], []]);
    expect(search(answers, unlimited, doubts, 2)).toMatchObject({
      ended: 'every set',
      searched: 4,
    });
  });

  it('where the standing set does not count there is nothing to turn', () => {
    const { flips, evaluations } = search((set) => [set[2] === 1, true]);
    expect(flips).toEqual([{ column: 1, standing: undefined, lists: [] }]);
    expect(evaluations).toBe(1);
  });

  it('that are not there are looked for in every set', () => {
    const { told, searched, ended, evaluations } = search(() => [true, true]);
    // Reading or want twice: (1 + 2)·2·3 = 18 sets; four changes at once are the most.
    expect([told, searched, ended, evaluations]).toEqual([[[]], 4, 'every set', 18]);
    expect(search(() => [true, true], unlimited, [])).toMatchObject({
      told: [[]],
      searched: 0,
      ended: 'every set',
      evaluations: 1,
    });
  });

  it('a limit is kept, and told; a length is tried whole or not at all', () => {
    const both = (set: AssumptionSet) => [true, set[2] === 1 && set[3] === 1];
    // One change: 1 + 1 + 2 = 4 sets; two: 1 + 1 + 2 + 2 = 6.
    expect(search(both, { changes: 1, evaluations: 99 })).toMatchObject({
      told: [[]],
      searched: 1,
      ended: 'changes',
      evaluations: 5,
    });
    expect(search(both, { changes: 9, evaluations: 10 })).toMatchObject({
      told: [[]],
      searched: 1,
      ended: 'evaluations',
      evaluations: 5,
    });
    expect(search(both, { changes: 9, evaluations: 11 })).toMatchObject({
      told: [['2=1 3=1']],
      searched: 2,
      ended: 'all found',
      evaluations: 11,
    });
  });

  it('a number is taken to its two ends', () => {
    const { told } = search((set) => [true, (set[0] as number) > 900, set[0] === 1], unlimited, [
      numberDoubt(0, 0),
    ]);
    expect(told).toEqual([['0=1001'], ['0=1']]);
  });

  it('are the same from a table of all sets', () => {
    const sample = listedSample(doubts, (set) => [true, set[1] === 1 && set[2] === 1]);
    const table = smallestFlips(doubts, answersIn(sample), [1], unlimited);
    expect(table.flips[0]?.lists).toEqual([
      [
        { doubt: 0, chosen: 1 },
        { doubt: 1, chosen: 1 },
        { doubt: 2, chosen: 1 },
      ],
    ]);
  });

  it('a column that is not there is refused', () => {
    expect(() => smallestFlips(doubts, () => packRow([true]), [8], unlimited)).toThrow('column 8');
  });
});
