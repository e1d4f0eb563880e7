import { describe, expect, it } from 'vitest';
import { stepsTo } from './order-change.js';

/** Does what the steps say, one after the other, to the present order. */
function followed(steps: ReturnType<typeof stepsTo>, n: number): readonly number[] {
  return steps.reduce<readonly number[]>(
    (order, { place, side, of }) => {
      const rest = order.filter((one) => one !== place);
      return rest.toSpliced(rest.indexOf(of) + (side === 'below' ? 1 : 0), 0, place);
    },
    Array.from({ length: n }, (_, at) => at),
  );
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first, at) =>
    permutations(items.toSpliced(at, 1)).map((rest) => [first, ...rest]),
  );
}

describe('an order in words', () => {
  it('is one want put above another where two neighbours change places', () => {
    expect(stepsTo([1, 0, 2])).toEqual([{ place: 1, side: 'above', of: 0 }]);
  });

  it('is one want put below another where only that want moves, down', () => {
    expect(stepsTo([1, 2, 0])).toEqual([{ place: 0, side: 'below', of: 2 }]);
  });

  it('takes several steps, in turn, where no single want moves', () => {
    expect(stepsTo([2, 1, 0])).toEqual([
      { place: 2, side: 'above', of: 0 },
      { place: 1, side: 'above', of: 0 },
    ]);
  });

  it('needs no step for the present order', () => {
    expect(stepsTo([0, 1, 2])).toEqual([]);
    expect(stepsTo([])).toEqual([]);
  });

  it('comes about when its steps are followed', () => {
    for (const order of permutations([0, 1, 2, 3, 4])) {
      expect(followed(stepsTo(order), 5)).toEqual(order);
    }
  });
});
