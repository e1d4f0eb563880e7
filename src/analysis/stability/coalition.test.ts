import { describe, expect, it } from 'vitest';
import { chicken, gameOf, modelOfText, prisonersDilemma } from '../../../test/small/small-cases.js';
import type { Model } from '../../core/model.js';
import { type CoalitionKind, coalitionVerdicts, type Reach } from './coalition.js';

/** The states that are stable for one group, by its members. */
function stableFor(model: Model, kind: CoalitionKind, reach: Reach, group: readonly number[]) {
  const row = coalitionVerdicts(model, kind, reach)?.find(
    (one) => String(one.group) === String(group),
  );
  return [...(row?.stable ?? [])].flatMap((one, state) => (one === 1 ? [state] : []));
}

function equilibria(model: Model, kind: CoalitionKind, reach: Reach) {
  const rows = coalitionVerdicts(model, kind, reach) ?? [];
  return Array.from({ length: model.states }, (_, state) => state).filter((state) =>
    rows.every(({ stable }) => stable[state] === 1),
  );
}

const reaches = ['one joint move', 'legal sequence'] as const;

describe('coalition stability', () => {
  it.each(reaches)('in the dilemma the pair leaves the state where both defect (%s)', (reach) => {
    expect(stableFor(prisonersDilemma, 'cnash', reach, [0, 1])).toEqual([1, 2, 3]);
    expect(equilibria(prisonersDilemma, 'cnash', reach)).toEqual([]);
    // Both cooperating: each alone is answered by the other, and the pair has nothing better.
    expect(equilibria(prisonersDilemma, 'cgmr', reach)).toEqual([3]);
    expect(equilibria(prisonersDilemma, 'cseq', reach)).toEqual([3]);
  });

  it.each(reaches)(
    'in chicken the pair does not disturb where exactly one yields (%s)',
    (reach) => {
      expect(equilibria(chicken, 'cnash', reach)).toEqual([1, 2]);
      expect(equilibria(chicken, 'csmr', reach)).toEqual([1, 2, 3]);
    },
  );

  it('an agreement is one joint move away, and no sequence of single moves reaches it', () => {
    const treaty = modelOfText(`
parties: {A: A, B: B}
issues:
  treaty: {agree: [A, B], levels: [none, signed], leave: none}
today: {treaty: none}
wants: {A: [treaty = signed], B: [treaty = signed]}
`);
    expect(equilibria(treaty, 'cnash', 'one joint move')).toEqual([1]);
    expect(equilibria(treaty, 'cnash', 'legal sequence')).toEqual([0, 1]);
  });

  it('a forbidden outcome between stops a sequence and not a joint move', () => {
    // From neither to both; either alone is forbidden.
    const bridge = modelOfText(`
parties: {A: A, B: B}
issues: {a: {lever: A}, b: {lever: B}}
today: {a: no, b: no}
rules:
  - never: a and not b
  - never: b and not a
wants: {A: [a], B: [b]}
`);
    expect(equilibria(bridge, 'cnash', 'one joint move')).toEqual([1]);
    expect(equilibria(bridge, 'cnash', 'legal sequence')).toEqual([0, 1]);
  });

  it('a member that is indifferent has no improvement, so its group has none', () => {
    const model = gameOf([[3, 2, 1, 0], [[0, 1, 2, 3]]]);
    expect(stableFor(model, 'cnash', 'one joint move', [0, 1])).toEqual([0, 1, 2, 3]);
    expect(stableFor(model, 'cnash', 'one joint move', [0])).toEqual([1, 3]);
  });

  it('one party alone is a group, and nobody is left to reply to it', () => {
    const model = gameOf([[1, 0]]);
    for (const kind of ['cnash', 'cgmr', 'csmr', 'cseq'] as const) {
      expect(equilibria(model, kind, 'one joint move')).toEqual([1]);
    }
  });

  it('gives up when told to stop', () => {
    expect(coalitionVerdicts(chicken, 'cnash', 'one joint move', () => true)).toBeUndefined();
  });
});
