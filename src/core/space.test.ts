import { describe, expect, it } from 'vitest';
import { caseOf, is, issueOf } from '../../test/laws/arbitrary.js';
import type { Case, Control } from './case.js';
import {
  buildSpace,
  fixedLevels,
  levelAt,
  levelsOf,
  mostListedOutcomes,
  outcomeCount,
  readLevels,
  type Space,
  statesWhere,
  stateWith,
  todayLevels,
  truthTable,
} from './space.js';

const free: Control = { kind: 'by', parties: [0] };
const context: Control = { kind: 'nobody' };

function draft(
  levels: readonly number[],
  more: {
    readonly today?: readonly number[] | undefined;
    readonly rules?: Case['rules'];
    readonly context?: number;
  } = {},
): Case {
  const issues = levels.map((count, at) =>
    issueOf(`i${at}`, count, at === more.context ? context : free),
  );
  return {
    ...caseOf({ parties: ['P'], issues, today: more.today, wants: [[]] }),
    rules: more.rules ?? [],
  };
}

const rule = (never: ReturnType<typeof is>): Case['rules'][number] => ({
  never,
  text: '',
  isInDoubt: false,
  why: undefined,
  from: [],
  path: ['rules', 0],
});
const all = (space: Space) =>
  Array.from({ length: space.size }, (_, state) => levelsOf(space, state));

describe('outcomes', () => {
  it('are numbered with the first issue fastest', () => {
    const space = buildSpace(draft([2, 3]));
    expect(space.strides).toEqual([1, 2]);
    expect(all(space)).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
      [0, 2],
      [1, 2],
    ]);
    expect([...space.numbers]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('that a rule forbids are no states; the others keep their order without a gap', () => {
    const space = buildSpace(draft([2, 2], { rules: [rule(is(0, 1)), rule(is(0, 1))] }));
    expect(space.size).toBe(2);
    expect([...space.numbers]).toEqual([0, 2]);
    expect([0, 1, 2, 3, 4].map(space.stateOf)).toEqual([0, -1, 1, -1, -1]);
    expect(all(space)).toEqual([
      [0, 0],
      [0, 1],
    ]);
  });

  it('may all be forbidden, which leaves no state', () => {
    const space = buildSpace(draft([2], { today: [0], rules: [rule(is(0, 0)), rule(is(0, 1))] }));
    expect(space.size).toBe(0);
    expect(space.today).toBe(-1);
  });

  it('of a case without issues are one: the empty outcome', () => {
    const space = buildSpace(draft([], { today: [] }));
    expect(outcomeCount(draft([]))).toBe(1n);
    expect(all(space)).toEqual([[]]);
    expect(space.today).toBe(0);
  });
});

describe('context', () => {
  const theCase = draft([2, 3, 2], { today: [1, 2, 0], context: 1 });

  it('makes no outcomes and keeps the level it has today', () => {
    const space = buildSpace(theCase);
    expect(space.fixed).toEqual([-1, 2, -1]);
    expect(space.radices).toEqual([2, 1, 2]);
    expect(all(space)).toEqual([
      [0, 2, 0],
      [1, 2, 0],
      [0, 2, 1],
      [1, 2, 1],
    ]);
    expect(space.today).toBe(1);
  });

  it('is read by rules although it does not vary', () => {
    expect(buildSpace({ ...theCase, rules: [rule(is(1, 2))] }).size).toBe(0);
    expect(buildSpace({ ...theCase, rules: [rule(is(1, 1))] }).size).toBe(4);
  });

  it('takes the level of a setting instead of that of today', () => {
    const settings = [{ issue: 1, level: 0 }];
    expect(fixedLevels(theCase, settings)).toEqual([-1, 0, -1]);
    expect(all(buildSpace(theCase, settings))).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [0, 0, 1],
      [1, 0, 1],
    ]);
  });
});

describe('a setting', () => {
  const theCase = draft([2, 3], { today: [1, 2] });

  it('fixes an issue, and today takes its level', () => {
    const space = buildSpace(theCase, [{ issue: 1, level: 1 }]);
    expect(outcomeCount(theCase, [{ issue: 1, level: 1 }])).toBe(2n);
    expect(todayLevels(theCase, [{ issue: 1, level: 1 }])).toEqual([1, 1]);
    expect(all(space)).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(levelsOf(space, space.today as number)).toEqual([1, 1]);
  });

  it('on every issue leaves one outcome', () => {
    const space = buildSpace(theCase, [
      { issue: 0, level: 0 },
      { issue: 1, level: 2 },
    ]);
    expect(all(space)).toEqual([[0, 2]]);
    expect(space.today).toBe(0);
  });

  it('outside the case is refused', () => {
    expect(() => buildSpace(theCase, [{ issue: 2, level: 0 }])).toThrow(RangeError);
    expect(() => buildSpace(theCase, [{ issue: 1, level: 3 }])).toThrow(
      'buildSpace: there is no level 3 of issue 1',
    );
    expect(() => buildSpace(theCase, [{ issue: 1, level: -1 }])).toThrow(RangeError);
  });
});

describe('today', () => {
  it('is −1 where a rule forbids it', () => {
    expect(buildSpace(draft([2, 2], { today: [1, 0], rules: [rule(is(0, 1))] })).today).toBe(-1);
  });

  it('is the state, not the outcome number, where rules remove earlier outcomes', () => {
    expect(buildSpace(draft([2, 2], { today: [0, 1], rules: [rule(is(0, 1))] })).today).toBe(1);
  });

  it('is undefined in a case without one', () => {
    expect(buildSpace(draft([2])).today).toBeUndefined();
    expect(todayLevels(draft([2]), [{ issue: 0, level: 1 }])).toBeUndefined();
  });
});

describe('a level is found', () => {
  const space = buildSpace(draft([2, 3, 2], { today: [0, 1, 0], context: 1 }));

  it('one by one and all at once alike', () => {
    expect([0, 1, 2].map((issue) => levelAt(space, 3, issue))).toEqual([1, 1, 1]);
    expect([...readLevels(space, 3, new Uint8Array(3))]).toEqual([1, 1, 1]);
  });

  it('only of a state and an issue that there are', () => {
    expect(() => levelAt(space, 4, 0)).toThrow('levelAt: there is no state 4');
    expect(() => levelAt(space, 0, 3)).toThrow('levelAt: there is no issue 3');
  });

  it('and leads back to its state, unless it contradicts what is fixed', () => {
    for (let state = 0; state < space.size; state += 1) {
      expect(stateWith(space, levelsOf(space, state))).toBe(state);
    }
    expect(stateWith(space, [0, 0, 0])).toBe(-1);
    const ruled = buildSpace(draft([2, 2], { rules: [rule(is(0, 1))] }));
    expect(stateWith(ruled, [1, 0])).toBe(-1);
    expect(stateWith(ruled, [0, 1])).toBe(1);
  });
});

describe('more outcomes than can be listed', () => {
  const levers = (count: number) => draft(Array.from({ length: count }, () => 2));

  it('are more than 2^24 = 16,777,216', () => {
    expect(mostListedOutcomes).toBe(16_777_216);
    expect(outcomeCount(levers(24))).toBe(16_777_216n);
  });

  it('are counted exactly however many, and refused before anything is listed', () => {
    expect(outcomeCount(levers(25))).toBe(33_554_432n);
    expect(() => buildSpace(levers(25))).toThrow('buildSpace: 33554432 outcomes, above 16777216');
    expect(outcomeCount(levers(100))).toBe(1_267_650_600_228_229_401_496_703_205_376n);
    expect(() => buildSpace(levers(100))).toThrow(RangeError);
  });

  it('are listed again once settings fix enough issues', () => {
    const settings = Array.from({ length: 20 }, (_, issue) => ({ issue, level: 1 }));
    expect(outcomeCount(levers(25), settings)).toBe(32n);
    expect(buildSpace(levers(25), settings).size).toBe(32);
  });
});

describe('outcomes that count as one', () => {
  const alike = (...whens: readonly ReturnType<typeof is>[]): Case['coalesce'] =>
    whens.map((when, at) => ({ when, text: '', why: undefined, from: [], path: ['coalesce', at] }));
  const merged = (today: readonly number[] | undefined, ...whens: ReturnType<typeof is>[]) =>
    buildSpace({ ...draft([2, 3], { today }), coalesce: alike(...whens) });

  it('are shown as the first of them, and found under every number', () => {
    const space = merged([0, 2], is(1, 1));
    expect(space.isCoalesced).toBe(true);
    expect(all(space)).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect([space.stateOf(2), space.stateOf(3)]).toEqual([2, 2]);
    expect(space.outcomesOf(2)).toEqual([2, 3]);
    expect(space.outcomesOf(3)).toEqual([4]);
    expect(space.today).toBe(3);
  });

  it('are shown as today where it is among them', () => {
    const space = merged([1, 1], is(1, 1));
    expect(levelsOf(space, space.today ?? -1)).toEqual([1, 1]);
    expect(stateWith(space, [0, 1])).toBe(space.today);
  });

  it('belong to the first entry that names them', () => {
    const space = merged(undefined, is(0, 0), is(1, 0));
    // Three with the first issue at 0; of the first level of the second only one is left.
    expect(all(space)).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
  });

  it('are where a condition is met if one of them meets it', () => {
    const space = merged(undefined, is(1, 1));
    expect(statesWhere(space, is(0, 1))).toEqual([1, 2, 4]);
    expect([...truthTable(space, is(0, 1))]).toEqual([0, 1, 0, 0, 1]);
  });

  it('leave a space as it is where fewer than two do', () => {
    const space = buildSpace({ ...draft([2, 2]), coalesce: alike(is(1, 0)) }, [
      { issue: 0, level: 1 },
    ]);
    expect(space.isCoalesced).toBe(false);
    expect(space.size).toBe(2);
  });
});
