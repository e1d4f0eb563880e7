import { describe, expect, it } from 'vitest';
import { modelOfText } from '../../../test/small/small-cases.js';
import { formatRational } from '../../core/rational.js';
import { acceptanceOf } from './acceptance.js';
import { type GroupReach, groupReach } from './group-reach.js';
import { standardsOf } from './group-standards.js';
import { groupGap, groupSolutions, groupZone } from './group-zone.js';
import { noDealsOf } from './no-deal.js';

/** A and B may sign; Z gets 7 whatever happens; N has no points. States 0 none, 1 low, 2 high. */
const text = (redLine = '', noDealOfB = '') => `
parties: {A: A, B: B, Z: Z, N: N}
issues: {pact: {agree: [A, B], levels: [none, low, high]}}
today: {pact: none}
preferences:
  A: {given: {points: {pact: {levels: {none: 0, low: 60, high: 100}}}${redLine}}}
  B: {given: {points: {pact: {levels: {none: 50, low: 60, high: 0}}}${noDealOfB}}}
  Z: {given: {points: {pact: {levels: {none: 7, low: 7, high: 7}}}}}
  N: {given: {wants: [pact = high]}}
`;

function settings(source: string) {
  const model = modelOfText(source);
  const [noDeal] = noDealsOf(model, [[0]]);
  if (!noDeal) throw new Error('there is a no deal');
  const standards = standardsOf(model, noDeal, acceptanceOf(model, noDeal));
  const reach = (group: readonly number[]) => groupReach(model, group, 'today') as GroupReach;
  return { standards, reach };
}

function gapOf(source: string, group: readonly number[]) {
  const { standards, reach } = settings(source);
  const own = reach(group);
  const { gap, places, leftOut, lacking } = groupGap(standards, own);
  return {
    gap: gap && formatRational(gap),
    states: Array.from(places, (place) => own.packages[place]),
    leftOut,
    lacking,
  };
}

describe('the zone of a group', () => {
  it('holds what every member takes and one gains by; no deal is not in it', () => {
    const { standards, reach } = settings(text());
    expect([...groupZone(standards, reach([0, 1])).places]).toEqual([1]);
    expect([...groupZone(standards, reach([0, 1, 2])).places]).toEqual([1]);
    // Nobody and Z can only leave things as they are.
    for (const group of [[], [2]]) {
      expect([...groupZone(standards, reach(group)).places]).toEqual([]);
    }
  });

  it('does not hold no deal where a member that goes by a number would gain there', () => {
    // At 40 B would have 50 by staying as they are: nothing that A and B need settle.
    const { standards, reach } = settings(text('', ', no_deal: {value: 40, from: judgement}'));
    expect([...groupZone(standards, reach([0, 1])).places]).toEqual([1]);
    expect([...groupZone(standards, reach([1])).places]).toEqual([]);
  });

  it('is empty where a red line of a member is crossed', () => {
    const { standards, reach } = settings(text(', red_lines: [pact = low]'));
    expect([...groupZone(standards, reach([0, 1])).places]).toEqual([]);
  });

  it('has solutions in points, else in orders, naming who lacks points', () => {
    const { standards, reach } = settings(text());
    const pair = reach([0, 1]);
    const solutions = groupSolutions(standards, pair, groupZone(standards, pair));
    if (solutions?.kind !== 'points') throw new Error('both have points');
    expect(solutions.nash.points).toMatchObject([{ amounts: [60n, 60n], outcomes: [1] }]);
    const all = reach([0, 1, 3]);
    expect(groupSolutions(standards, all, groupZone(standards, all))).toEqual({
      kind: 'orders',
      lacking: [3],
      frontier: Int32Array.of(1),
      // N likes low no better than no deal, so it is not fallen back to.
      fallback: new Int32Array(0),
    });
    const nobody = reach([]);
    expect(groupSolutions(standards, nobody, groupZone(standards, nobody))).toBeUndefined();
  });
});

describe('the gap of a group', () => {
  it('is the least greatest shortfall in shares of ranges', () => {
    // Low: A gains 60 of 100, B 10 of 60. High: A gains all, B loses 50 of 60.
    expect(gapOf(text(), [0, 1])).toEqual({
      gap: '-1/6',
      states: [1],
      leftOut: [],
      lacking: [],
    });
  });

  it('is positive where the zone is empty: how far from a settlement', () => {
    // B wants 75: low leaves it 15 of 60 short.
    expect(gapOf(text('', ', no_deal: {value: 75, from: judgement}'), [0, 1])).toMatchObject({
      gap: '0.25',
      states: [1],
    });
    // With low forbidden by a red line only high is left.
    expect(gapOf(text(', red_lines: [pact = low]'), [0, 1])).toMatchObject({
      gap: '5/6',
      states: [2],
    });
  });

  it('leaves out a member of zero range, and is none where no other is left', () => {
    expect(gapOf(text(), [0, 1, 2])).toMatchObject({ gap: '-1/6', leftOut: [2] });
    expect(gapOf(text(), [2])).toEqual({ gap: undefined, states: [], leftOut: [2], lacking: [] });
  });

  it('is none without points of a member, without members, and without a package', () => {
    expect(gapOf(text(), [0, 1, 3])).toMatchObject({ gap: undefined, lacking: [3] });
    expect(gapOf(text(), [])).toMatchObject({ gap: undefined, lacking: [] });
    expect(gapOf(text(), [0])).toMatchObject({ gap: undefined, states: [] });
  });
});
