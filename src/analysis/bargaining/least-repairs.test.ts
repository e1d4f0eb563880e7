import { describe, expect, it } from 'vitest';
import { leastRepairs } from './least-repairs.js';

const good = (...rows: readonly (readonly number[])[]) =>
  rows.map((levels, state) => ({ state, levels }));

describe('the least repairs of a proposal', () => {
  it('of one that is good already are no change at all', () => {
    const { repairs, isWhole } = leastRepairs([0, 0], good([0, 0], [1, 0], [1, 1]), 9);
    expect(repairs).toEqual([{ state: 0, changes: 0 }]);
    expect(isWhole).toBe(true);
  });

  it('leave out a set of changes of which a part would do', () => {
    // From 000: 100 does; 110 contains it; 011 does not contain it and is least although it is longer.
    const { repairs } = leastRepairs([0, 0, 0], good([1, 0, 0], [1, 1, 0], [0, 1, 1]), 9);
    expect(repairs).toEqual([
      { state: 0, changes: 1 },
      { state: 2, changes: 2 },
    ]);
  });

  it('keep a set that brings an issue to another level than a part of it would', () => {
    const { repairs } = leastRepairs([0, 0], good([1, 0], [2, 1]), 9);
    expect(repairs.map(({ state }) => state)).toEqual([0, 1]);
  });

  it('are none where nothing is good', () => {
    expect(leastRepairs([0], [], 9)).toEqual({ repairs: [], isWhole: true });
  });

  it('are cut at a number, and say so', () => {
    expect(leastRepairs([0, 0], good([1, 0], [0, 1]), 1)).toEqual({
      repairs: [{ state: 0, changes: 1 }],
      isWhole: false,
    });
    expect(leastRepairs([0, 0], good([1, 0], [1, 1]), 1).isWhole).toBe(true);
  });
});
