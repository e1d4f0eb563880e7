import { describe, expect, it } from 'vitest';
import { chicken, matchingPennies, prisonersDilemma } from '../../../test/small/small-cases.js';
import { stepsAlong } from '../../../test/small/steps.js';
import { arcsFrom } from '../../core/moves.js';
import { endsOf } from './ends.js';
import { firm } from './firm.js';
import { stepsOf } from './steps.js';

/** The ends from a start over one party's arcs, given as a list of targets per state. */
const ends = (start: number, ...targets: (readonly number[])[]) =>
  endsOf(stepsAlong([arcsFrom(targets.length, (state) => targets[state] ?? [])]), start);

describe('where things go if left alone', () => {
  it('is where they are, if no step leaves', () => {
    expect(endsOf(stepsOf(prisonersDilemma, firm.deterrence(prisonersDilemma)), 3)).toEqual([[3]]);
    expect(endsOf(stepsAlong([]), 5)).toEqual([[5]]);
  });

  it('is the one outcome that the steps lead to', () => {
    expect(endsOf(stepsOf(prisonersDilemma, firm.deterrence(prisonersDilemma)), 1)).toEqual([[0]]);
  });

  it('may be several outcomes: who moves first decides', () => {
    expect(endsOf(stepsOf(chicken, firm.deterrence(chicken)), 0)).toEqual([[1], [2]]);
    expect(endsOf(stepsOf(chicken, firm.deterrence(chicken)), 3)).toEqual([[1], [2]]);
  });

  it('may be a circle', () => {
    expect(endsOf(stepsOf(matchingPennies, firm.deterrence(matchingPennies)), 0)).toEqual([
      [0, 1, 2, 3],
    ]);
  });

  it('is not a circle that some step leaves', () => {
    expect(ends(0, [1], [0, 2], [])).toEqual([[2]]);
  });

  it('may be a circle and an outcome beside it', () => {
    // 0 leads to the circle 3 → 4 → 3 and to 1, and 1 on to 2.
    expect(ends(0, [3, 1], [2], [], [4], [3])).toEqual([[2], [3, 4]]);
  });

  it('counts an end once however many ways lead to it', () => {
    expect(ends(0, [1, 2], [3], [3], [])).toEqual([[3]]);
  });

  it('leaves out what the start does not lead to', () => {
    expect(ends(1, [2], [3], [0], [])).toEqual([[3]]);
  });

  it('joins circles that share an outcome', () => {
    expect(ends(2, [1], [0, 2], [1, 3], [2])).toEqual([[0, 1, 2, 3]]);
  });

  it('takes the steps of all parties together', () => {
    const a = arcsFrom(3, (state) => (state === 0 ? [1] : []));
    const b = arcsFrom(3, (state) => (state === 1 ? [2] : []));
    expect(endsOf(stepsAlong([a, b]), 0)).toEqual([[2]]);
    expect(endsOf(stepsAlong([a]), 0)).toEqual([[1]]);
  });
});

describe('a chain of 5,000 outcomes', () => {
  const last = 4_999;
  const chain = (closing: readonly number[]) => [
    arcsFrom(last + 1, (state) => (state === last ? closing : [state + 1])),
  ];

  it('is followed to its end', () => {
    expect(endsOf(stepsAlong(chain([])), 0)).toEqual([[last]]);
  });

  it('that closes on itself is one circle', () => {
    const [circle, ...others] = endsOf(stepsAlong(chain([0])), 0);
    expect(others).toEqual([]);
    expect(circle).toEqual(Array.from({ length: last + 1 }, (_, state) => state));
  });
});
