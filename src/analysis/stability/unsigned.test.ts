import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCase } from '../../../test/laws/arbitrary.js';
import { naiveModel } from '../../../test/naive/naive-engine.js';
import { modelOfText, prisonersDilemma } from '../../../test/small/small-cases.js';
import { buildModel } from '../../core/model.js';
import { firm } from './firm.js';
import { offersFrom } from './offers.js';
import { canSign, unsignedGroups } from './unsigned.js';
import { type Verdicts, verdictsOf } from './verdicts.js';

const three = modelOfText(`
parties: {P: P, Q: Q, R: R}
issues:
  pact: {agree: [P, Q], levels: [none, signed], leave: none}
  road: {lever: R}
today: {pact: none, road: no}
preferences:
  P: {only: {wants: [pact]}}
  Q: {only: {wants: [road], red_lines: [pact and road]}}
  R: {only: {wants: [not road]}}
`);

describe('who would not sign', () => {
  it('are the members who gain nothing, equal or worse, and those with a red line there', () => {
    // States: pact + 2·road. Q is indifferent to the pact alone; R loses by the road.
    expect(unsignedGroups(three, 0, 1)).toEqual([{ group: [0, 1], unwilling: [1], crossing: [] }]);
    expect(unsignedGroups(three, 0, 3)).toEqual([
      { group: [0, 1, 2], unwilling: [2], crossing: [1] },
    ]);
  });

  it('are told for a party that could go there alone, whose red lines do not count', () => {
    expect(unsignedGroups(three, 0, 2)).toEqual([{ group: [2], unwilling: [2], crossing: [] }]);
    // Q and R together could too, but R needs nobody.
    expect(unsignedGroups(prisonersDilemma, 3, 1)).toEqual([
      { group: [1], unwilling: [], crossing: [] },
    ]);
  });

  it('are nobody where the whole group gains and no red line is crossed', () => {
    expect(unsignedGroups(prisonersDilemma, 0, 3)).toEqual([
      { group: [0, 1], unwilling: [], crossing: [] },
    ]);
  });

  it('are not told where no group can go there, or where one is there already', () => {
    expect(unsignedGroups(three, 1, 0)).toEqual([]);
    expect(unsignedGroups(three, 2, 2)).toEqual([]);
  });

  it('are told for each smallest group, smaller groups first', () => {
    const either = modelOfText(`
parties: {P: P, Q: Q, R: R}
issues: {a: {by: [P, R], levels: [no_, yes_]}, b: {by: [Q, R], levels: [no_, yes_]}}
today: {a: no_, b: no_}
`);
    expect(unsignedGroups(either, 0, 3).map(({ group }) => group)).toEqual([[2], [0, 1]]);
  });
});

describe('on random cases', () => {
  it('smallest groups are those of a second reading of the rules, and none that is on offer', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const model = buildModel(theCase);
        const naive = naiveModel(theCase, model.payoffs);
        const from = model.space.today ?? 0;
        const { rests, isEquilibrium } = verdictsOf(model, firm) as Verdicts;
        const offered = new Set(offersFrom(model, rests().only, from).map(({ state }) => state));
        const all: number[][] = [[]];
        for (const party of naive.parties) {
          for (const group of [...all]) all.push([...group, party]);
        }
        naive.states.forEach((_, to) => {
          const can = (group: readonly number[]) =>
            group.length === 1
              ? naive.canMove(group[0] as number, from, to)
              : naive.canMoveTogether(group, from, to);
          const able = all.filter((group) => group.length > 0 && can(group));
          const smallest = able.filter(
            (group) =>
              !able.some(
                (other) => other.length < group.length && other.every((one) => group.includes(one)),
              ),
          );
          const found = unsignedGroups(model, from, to);
          const asSets = (groups: readonly (readonly number[])[]) =>
            groups.map((group) => group.join(' ')).sort();
          expect(asSets(found.map(({ group }) => group))).toEqual(asSets(smallest));
          for (const { group, unwilling } of found) {
            expect(group.length === 1 || canSign(model, group, from, to)).toBe(true);
            expect(unwilling).toEqual(
              group.filter((party) => naive.payoff(party, to) <= naive.payoff(party, from)),
            );
          }
          const isHeld = isEquilibrium[to] === 1;
          if (isHeld && !offered.has(to) && to !== from) {
            for (const { group, unwilling, crossing } of found) {
              expect(group.length === 1 || unwilling.length + crossing.length > 0).toBe(true);
            }
          }
        });
      }),
      { numRuns: 150, seed: 20250427 },
    );
  });
});
