import { describe, expect, it } from 'vitest';
import { chicken, matchingPennies, prisonersDilemma } from '../../../test/small/small-cases.js';
import { stepRows, stepsAlong } from '../../../test/small/steps.js';
import { arcsFrom } from '../../core/moves.js';
import { firm } from './firm.js';
import { nash } from './nash.js';
import { reachedBy, shortestSteps, stepsOf } from './steps.js';

/** Arcs of one party from a list of targets per state. */
const arcs = (...targets: (readonly number[])[]) =>
  arcsFrom(targets.length, (state) => targets[state] ?? []);

describe('a step', () => {
  it('is an improvement that nothing deters under the concept', () => {
    // Leaving mutual cooperation, 3 → 2 and 3 → 1, would be answered; leaving it alone would not.
    expect(stepRows(stepsOf(prisonersDilemma, firm.deterrence(prisonersDilemma)))).toEqual([
      [[], [0], [], []],
      [[], [], [0], []],
    ]);
  });

  it('under Nash is any improvement', () => {
    expect(stepRows(stepsOf(prisonersDilemma, nash.deterrence(prisonersDilemma)))).toEqual(
      stepRows(stepsAlong(prisonersDilemma.improvements)),
    );
  });

  it('is what the deterrence given lets stand, asked for once a party', () => {
    const asked: number[] = [];
    const steps = stepsOf(prisonersDilemma, (party) => {
      asked.push(party);
      return {
        least: undefined,
        isDeterred: (_, to) => to === (party === 0 ? 2 : 0),
        reply: () => [],
      };
    });
    expect(asked).toEqual([0, 1]);
    expect(stepRows(stepsAlong(prisonersDilemma.improvements))).toEqual([
      [[], [0], [], [2]],
      [[], [], [0], [1]],
    ]);
    expect(stepRows(steps)).toEqual([
      [[], [0], [], []],
      [[], [], [], [1]],
    ]);
  });

  it('in matching pennies is any improvement, since no reply is firm', () => {
    expect(stepRows(stepsOf(matchingPennies, firm.deterrence(matchingPennies)))).toEqual([
      [[], [0], [3], []],
      [[2], [], [], [1]],
    ]);
  });
});

describe('what steps reach', () => {
  it('is the start and what chains of the named parties’ steps lead to', () => {
    const steps = stepsOf(chicken, firm.deterrence(chicken));
    expect([...reachedBy(steps, [0, 1], 3)].sort()).toEqual([1, 2, 3]);
    expect([...reachedBy(steps, [0], 3)].sort()).toEqual([2, 3]);
    expect([...reachedBy(steps, [], 3)]).toEqual([3]);
  });

  it('does not run on for ever round a circle', () => {
    expect(
      [...reachedBy(stepsOf(matchingPennies, firm.deterrence(matchingPennies)), [0, 1], 0)].sort(),
    ).toEqual([0, 1, 2, 3]);
  });
});

describe('a shortest chain of steps', () => {
  const a = arcs([1], [], [3], []);
  const b = arcs([2], [3], [], []);

  it('names each mover and where it leads', () => {
    expect(shortestSteps(stepsAlong([a, b]), 0, [2])).toEqual([{ party: 1, to: 2 }]);
  });

  it('of several equally short is the one whose first mover stands first in the case', () => {
    expect(shortestSteps(stepsAlong([a, b]), 0, [3])).toEqual([
      { party: 0, to: 1 },
      { party: 1, to: 3 },
    ]);
    expect(shortestSteps(stepsAlong([b, a]), 0, [3])).toEqual([
      { party: 0, to: 2 },
      { party: 1, to: 3 },
    ]);
  });

  it('leads to the nearest of several ends', () => {
    expect(shortestSteps(stepsAlong([a, b]), 0, [3, 2])).toEqual([{ party: 1, to: 2 }]);
  });

  it('is empty where the start is an end already, or no end can be reached', () => {
    expect(shortestSteps(stepsAlong([a, b]), 3, [3])).toEqual([]);
    expect(shortestSteps(stepsAlong([a, b]), 3, [0])).toEqual([]);
    expect(shortestSteps(stepsAlong([]), 0, [1])).toEqual([]);
  });
});
