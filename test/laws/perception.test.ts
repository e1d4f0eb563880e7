import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Case } from '../../src/core/case.js';
import { compileExpression, type Expression } from '../../src/core/expression.js';
import { buildModel } from '../../src/core/model.js';
import { buildSpace, levelsOf } from '../../src/core/space.js';
import { naiveModel } from '../naive/naive-engine.js';
import { arbitraryCase, arbitraryCondition } from './arbitrary.js';

const runs = { numRuns: 150, seed: 20250427 };

/** A case and a condition on its issues. */
const caseAndCondition = arbitraryCase.chain((theCase) =>
  fc.tuple(
    fc.constant(theCase),
    arbitraryCondition(theCase.issues.map(({ levels }) => levels.length)),
  ),
);

const coalescing = (theCase: Case, when: Expression): Case => ({
  ...theCase,
  coalesce: [{ when, text: '', why: undefined, from: [], path: ['coalesce', 0] }],
});

it('a party that does not see outcomes has every move but those out of them and into them', () => {
  fc.assert(
    fc.property(caseAndCondition, ([given, when]) => {
      const theCase: Case = {
        ...given,
        parties: given.parties.map((party, at) =>
          at === 0 ? { ...party, unaware: [{ when, text: '', path: [] }] } : party,
        ),
      };
      const model = buildModel(theCase);
      const naive = naiveModel(given, model.payoffs);
      const isUnseen = compileExpression(when, theCase);
      const unseen = naive.states.map((levels) => isUnseen(levels));
      expect(model.moves.rights.isTransitive).toBe(false);
      const everyone = naive.parties;
      naive.states.forEach((_, state) => {
        for (const party of naive.parties) {
          const mayGo = (to: number) => party !== 0 || !(unseen[state] || unseen[to]);
          const expected = naive.states.flatMap((__, to) =>
            naive.canMove(party, state, to) && mayGo(to) ? [to] : [],
          );
          expect(model.moves.from(party, state)).toEqual(expected);
          naive.states.forEach((__, to) => {
            expect(model.moves.canMove(party, state, to)).toBe(expected.includes(to));
          });
        }
        expect(model.moves.together(everyone, state)).toEqual(
          naive.states.flatMap((__, to) =>
            naive.canMoveTogether(everyone, state, to) && !unseen[state] && !unseen[to] ? [to] : [],
          ),
        );
      });
    }),
    runs,
  );
}, 60_000);

it('outcomes that count as one are entered and left wherever one of them can be', () => {
  fc.assert(
    fc.property(caseAndCondition, ([given, when]) => {
      const model = buildModel(coalescing(given, when));
      const naive = naiveModel(given, buildModel(given).payoffs);
      const isOne = compileExpression(when, given);
      const group = naive.states.flatMap((levels, state) => (isOne(levels) ? [state] : []));
      const today = buildSpace(given).today ?? -1;
      const shown = group.includes(today) ? today : group[0];
      // For each of our states the states of the plain case that it stands for.
      const classes = naive.states.flatMap((_, state) =>
        group.includes(state) ? (state === shown ? [group] : []) : [[state]],
      );
      expect(model.states).toBe(classes.length);
      expect(model.space.isCoalesced).toBe(group.length > 1);
      classes.forEach((members, state) => {
        const first = members.length > 1 ? (shown as number) : (members[0] as number);
        expect(levelsOf(model.space, state)).toEqual(naive.states[first]);
        for (const party of naive.parties) {
          expect(model.moves.from(party, state)).toEqual(
            classes.flatMap((ends, to) =>
              to !== state && members.some((a) => ends.some((b) => naive.canMove(party, a, b)))
                ? [to]
                : [],
            ),
          );
        }
      });
      expect(model.space.today).toBe(classes.findIndex((members) => members.includes(today)));
    }),
    runs,
  );
}, 60_000);

it('counting one outcome as one changes nothing', () => {
  fc.assert(
    fc.property(arbitraryCase, (theCase) => {
      const { issues, today = [] } = theCase;
      const span = { start: 0, end: 0 };
      const operands = issues.map(
        (_, issue): Expression => ({
          kind: 'comparison',
          issue,
          operator: '=',
          level: today[issue] as number,
          span,
        }),
      );
      const space = buildSpace(coalescing(theCase, { kind: 'and', operands, span }));
      expect(space.isCoalesced).toBe(false);
      expect([...space.numbers]).toEqual([...buildSpace(theCase).numbers]);
    }),
    runs,
  );
});
