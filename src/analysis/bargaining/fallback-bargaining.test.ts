import { describe, expect, it } from 'vitest';
import { aboveNoDeal, fallbackBargaining } from './fallback-bargaining.js';

const scales = (...payoffs: readonly number[][]) =>
  payoffs.map((payoff) => Int32Array.from(payoff));
const all = (count: number) => new Uint8Array(count).fill(1);

describe('fallback bargaining', () => {
  it('meets in the middle of two opposed orders', () => {
    // Depths (1, 3), (2, 2), (3, 1): both fall back to their second choice.
    const { places, depth } = fallbackBargaining(scales([2, 1, 0], [0, 1, 2]), all(3));
    expect([...places]).toEqual([1]);
    expect(depth).toBe(2);
  });

  it('settles a tie of the greatest depth by the next', () => {
    // Depths (3, 1), (1, 3), (2, 4), (4, 2): outcomes 0 and 1 tie, both with depths 3 and 1.
    const two = fallbackBargaining(scales([1, 3, 2, 0], [3, 1, 0, 2]), all(4));
    expect([...two.places]).toEqual([0, 1]);
    // Depths (2, 2, 1), (2, 2, 2), (3, 3, 3): the third party settles it.
    const three = fallbackBargaining(scales([1, 1, 0], [1, 1, 0], [2, 1, 0]), all(3));
    expect([...three.places]).toEqual([0]);
    expect(three.depth).toBe(2);
  });

  it('counts outcomes liked equally as one step as deep as all of them', () => {
    // The first party likes 0, 1 and 2 equally: depth 3 each. The second ranks them 1, 2, 3.
    const { places, depth } = fallbackBargaining(scales([5, 5, 5], [3, 2, 1]), all(3));
    expect([...places]).toEqual([0]);
    expect(depth).toBe(3);
  });

  it('counts candidates only', () => {
    // Without 3, which no party could be held to, the first party's depths are 1, 2, 3.
    const payoffs = scales([2, 1, 0, 9], [0, 1, 2, -1]);
    const isCandidate = aboveNoDeal(payoffs, [-1, -1]);
    expect([...isCandidate]).toEqual([1, 1, 1, 0]);
    expect([...fallbackBargaining(payoffs, isCandidate).places]).toEqual([1]);
  });

  it('leaves out what a party likes no better than no deal', () => {
    expect([...aboveNoDeal(scales([2, 1, 3], [2, 3, 2]), [1, 1])]).toEqual([1, 0, 1]);
  });

  it('of one party is what it likes best', () => {
    expect([...fallbackBargaining(scales([4, 9, 9]), all(3)).places]).toEqual([1, 2]);
  });

  it('without a candidate is empty', () => {
    const { places, depth } = fallbackBargaining(scales([1, 2], [2, 1]), new Uint8Array(2));
    expect(places).toHaveLength(0);
    expect(depth).toBeUndefined();
  });
});
