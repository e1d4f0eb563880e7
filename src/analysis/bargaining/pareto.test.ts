import { describe, expect, it } from 'vitest';
import { paretoFrontier } from './pareto.js';

/** The frontier of outcomes given one row each. */
function frontierOf(rows: readonly (readonly number[])[], places = rows.map((_, place) => place)) {
  const parties = rows[0]?.length ?? 1;
  const scales = Array.from({ length: parties }, (_, party) =>
    Float64Array.from(rows, (row) => row[party] as number),
  );
  return [...(paretoFrontier(scales, Int32Array.from(places)) ?? [])];
}

describe('the Pareto frontier', () => {
  it('leaves out an outcome that another equals for one party and beats for the other', () => {
    const rows = [
      [2, 1],
      [2, 3],
      [4, 0],
      [1, 3],
    ];
    expect(frontierOf(rows)).toEqual([1, 2]);
  });

  it('keeps equal outcomes together and leaves them out together', () => {
    const rows = [
      [1, 1, 5],
      [3, 3, 3],
      [1, 1, 5],
      [2, 2, 2],
      [2, 2, 2],
    ];
    expect(frontierOf(rows)).toEqual([0, 1, 2]);
  });

  it('of one party is all that give it most', () => {
    expect(frontierOf([[1], [4], [-3], [4]])).toEqual([1, 3]);
  });

  it('knows only the outcomes that take part', () => {
    const rows = [
      [1, 1],
      [9, 9],
      [0, 2],
    ];
    expect(frontierOf(rows, [0, 2])).toEqual([0, 2]);
  });

  it('of one outcome is that outcome, and of none is empty', () => {
    expect(frontierOf([[0, 0]])).toEqual([0]);
    expect(frontierOf([])).toEqual([]);
  });

  it('of outcomes that nobody tells apart is all of them', () => {
    expect(frontierOf(Array.from({ length: 40 }, () => [7, 7, 7, 7]))).toHaveLength(40);
  });

  it('is asked for one scale at least', () => {
    expect(() => paretoFrontier([], Int32Array.of(0))).toThrow(RangeError);
  });
});
