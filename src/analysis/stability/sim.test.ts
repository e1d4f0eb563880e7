import { describe, expect, it } from 'vitest';
import {
  chicken,
  equilibriaOf,
  gameOf,
  matchingPennies,
  modelOfText,
  prisonersDilemma,
  stableFor,
} from '../../../test/small/small-cases.js';
import { sim } from './sim.js';

const isDeterred = (text: string, to: number) =>
  sim.deterrence(modelOfText(text))(0).isDeterred(0, to);

describe('simultaneous stability', () => {
  it('holds mutual cooperation: if both stop at once, both are worse off', () => {
    expect(equilibriaOf(prisonersDilemma, 'sim')).toEqual([0, 3]);
  });

  it('holds both yielding in chicken: if both stop yielding at once, they collide', () => {
    expect(equilibriaOf(chicken, 'sim')).toEqual([1, 2, 3]);
  });

  it('holds nowhere in matching pennies: the other has nothing to gain by moving at that moment', () => {
    expect(stableFor(matchingPennies, 'sim')).toEqual([
      [0, 3],
      [1, 2],
    ]);
  });

  it('tells no reply: moves at the same moment are no sequence', () => {
    expect(sim.deterrence(chicken)(0).isDeterred(3, 2)).toBe(true);
    expect(sim.deterrence(chicken)(0).reply(3, 2)).toBeUndefined();
  });

  it('counts improvements from the state itself, not from where the party has gone', () => {
    // B would answer at 1 by going to 3, but at 0 it is content.
    const model = gameOf([
      [1, 0, 2, 3],
      [3, 0, 2, 1],
    ]);
    expect(stableFor(model, 'seq')[0]).toContain(0);
    expect(stableFor(model, 'sim')[0]).not.toContain(0);
  });

  it('ending exactly where it started deters', () => {
    const [tied] = stableFor(
      gameOf([
        [1, [0, 3], 2],
        [
          [2, 3],
          [0, 1],
        ],
      ]),
      'sim',
    );
    expect(tied).toContain(0);
  });
});

describe('with three parties', () => {
  const game = (worst: number) =>
    gameOf([
      [[1, 3, 5, 7].filter((state) => state !== worst), [0, 2, 4, 6], [worst]],
      [
        [2, 3, 6, 7],
        [0, 1, 4, 5],
      ],
      [
        [4, 5, 6, 7],
        [0, 1, 2, 3],
      ],
    ]);

  it('two others moving at once may deter where neither does alone', () => {
    expect(stableFor(game(7), 'sim')[0]).toContain(0);
  });

  it('one of them may deter alone while the other stays', () => {
    expect(stableFor(game(3), 'sim')[0]).toContain(0);
    expect(stableFor(game(5), 'sim')[0]).toContain(0);
  });

  it('others without an improvement join nothing', () => {
    const content = gameOf([
      [[1, 3, 5], [0, 2, 4, 6], [7]],
      [
        [2, 3, 6, 7],
        [0, 1, 4, 5],
      ],
      [[0, 1, 2, 3, 4, 5, 6, 7]],
    ]);
    expect(stableFor(content, 'sim')[0]).not.toContain(0);
  });
});

describe('moves on the same issue', () => {
  const own = `
parties: {A: A, B: B, C: C}
issues: {x: {by: [A, B, C], levels: [l0, l1, l2]}, y: {lever: B}}
today: {x: l0, y: no}
preferences: {A: {only: {ranking: [x = l1 and not y, x = l0 and not y]}}}
`;

  it('as the party’s own do not combine', () => {
    const text = own.replace(/preferences: {/, 'preferences: {B: {only: {ranking: [x = l2]}}, ');
    expect(isDeterred(text, 1)).toBe(false);
  });

  it('do combine on another issue', () => {
    const text = own.replace(/preferences: {/, 'preferences: {B: {only: {ranking: [y]}}, ');
    // B's improvements from today are those with y = yes; the one that keeps x combines.
    expect(isDeterred(text, 1)).toBe(true);
  });

  it('of two others do not combine with each other', () => {
    // B brings x to l1 and y to yes, C brings x to l2; never x to l2 and y to yes.
    const text = (bad: string) => `
parties: {A: A, B: B, C: C}
issues: {a: {lever: A}, x: {by: [B, C], levels: [l0, l1, l2]}, y: {lever: B}}
today: {a: no, x: l0, y: no}
preferences:
  A: {only: {ranking: [a and not (${bad}), not a]}}
  B: {only: {ranking: [x = l1 and y]}}
  C: {only: {ranking: [x = l2]}}
`;
    expect(isDeterred(text('x = l2 and y'), 1)).toBe(false);
    expect(isDeterred(text('x = l1 and y'), 1)).toBe(true);
    expect(isDeterred(text('x = l2'), 1)).toBe(true);
  });

  it('to an infeasible outcome deter nothing', () => {
    const text = (rules: string) => `
parties: {A: A, B: B}
issues: {a: {lever: A}, b: {lever: B}}
${rules}
today: {a: no, b: no}
wants: {A: [not (a and b), a], B: [b]}
`;
    expect(isDeterred(text(''), 1)).toBe(true);
    expect(isDeterred(text('rules: [{never: a and b}]'), 1)).toBe(false);
  });
});
