import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jointImprovementsFrom } from '../../src/analysis/stability/joint-improvements.js';
import { offersFrom } from '../../src/analysis/stability/offers.js';
import { lastingSideDealsFrom } from '../../src/analysis/stability/side-deals.js';
import { canSign, unsignedGroups } from '../../src/analysis/stability/unsigned.js';
import type { Case } from '../../src/core/case.js';
import { compileExpression, type Expression } from '../../src/core/expression.js';
import { buildModel, payoffAt } from '../../src/core/model.js';
import { uncontrolled } from '../../src/core/report.js';
import { buildSpace, levelsOf } from '../../src/core/space.js';
import { explain } from '../../src/questions/explain.js';
import { naiveModel } from '../naive/naive-engine.js';
import { caseOfText, modelOfText } from '../small/small-cases.js';
import { verdicts } from '../small/steps.js';
import { arbitraryCase, arbitraryCondition } from './arbitrary.js';

const runs = { numRuns: 150, seed: 20250427 };

/** A case and a condition on its issues. */
const caseAndCondition = arbitraryCase.chain((theCase) =>
  fc.tuple(
    fc.constant(theCase),
    arbitraryCondition(theCase.issues.map(({ levels }) => levels.length)),
  ),
);

/** The last party: a group's first member is then seldom the one that does not see. */
const theCaseLast = (theCase: Case) => theCase.parties.length - 1;

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
          at === theCaseLast(given) ? { ...party, unaware: [{ when, text: '', path: [] }] } : party,
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
          const mayGo = (to: number) =>
            party !== theCaseLast(given) || !(unseen[state] || unseen[to]);
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

it('joint improvements, and who would sign, are made of the moves that groups have', () => {
  let compared = 0;
  fc.assert(
    fc.property(caseAndCondition, fc.boolean(), ([given, when], isMerged) => {
      const theCase: Case = isMerged
        ? coalescing(given, when)
        : {
            ...given,
            parties: given.parties.map((party, at) =>
              at === theCaseLast(given)
                ? { ...party, unaware: [{ when, text: '', path: [] }] }
                : party,
            ),
          };
      const model = buildModel(theCase);
      for (let from = 0; from < model.states; from += 1) {
        const expected = model.groups.flatMap((group) =>
          model.moves.together(group, from).flatMap((to) => {
            const isBetter = group.every(
              (party) => payoffAt(model, party, to) > payoffAt(model, party, from),
            );
            const isAlsoSingle = group.some((party) => model.moves.from(party, from).includes(to));
            return isBetter ? [{ group, to, isAlsoSingle }] : [];
          }),
        );
        expect(jointImprovementsFrom(model, from)).toEqual(expected);
        compared += expected.length;
        for (const group of model.groups) {
          const reached = new Set(model.moves.together(group, from));
          for (let to = 0; to < model.states; to += 1) {
            expect(canSign(model, group, from, to)).toBe(reached.has(to));
          }
        }
      }
    }),
    { ...runs, numRuns: 100 },
  );
  expect(compared).toBeGreaterThan(300);
}, 60_000);

it('nothing is on offer that a signer does not see as possible', () => {
  const model = modelOfText(`
parties: {A: A, B: {name: B, unaware: [t = deal]}}
issues:
  t: {agree: [A, B], levels: [none, deal]}
  x: {by: B, levels: [n, y]}
today: {t: none, x: n}
wants: {A: [t = deal], B: [t = deal, x = n]}
`);
  const { rests, steps } = verdicts(model);
  expect(offersFrom(model, rests().only, 0)).toEqual([]);
  expect(lastingSideDealsFrom(model, steps, 0)).toEqual([]);
  expect(unsignedGroups(model, 0, 1)).toEqual([]);
});

it('what can be signed from any of the outcomes that count as one is on offer from it', () => {
  const model = modelOfText(`
parties: {A: A, B: B}
issues:
  x: {moves: [{by: A, from: p, to: r}, {by: B, from: q, to: s}], levels: [p, q, r, s]}
  y: {agree: [A, B], levels: [none, deal]}
today: {x: q, y: none}
coalesce: [{when: "x in [p, q] and y = none", why: alike, from: judgement}]
wants: {A: [x = r, y = deal], B: [x = r, y = deal]}
`);
  const signed = model.space.stateOf(2 + 4);
  expect(
    offersFrom(model, verdicts(model).rests().only, model.space.today ?? 0).map(
      ({ state }) => state,
    ),
  ).toContain(signed);
});

it('a margin in points is taken in the game as the party sees it', () => {
  const theCase = caseOfText(`
detente: 1
title: margin in an own game
parties: {A: A, B: B}
issues: {a: {by: A, levels: [n, y]}, b: {by: B, levels: [n, y]}}
today: {a: n, b: n}
preferences:
  A:
    r: {label: r, wants: [b = n, a = y], points: {a: {levels: {n: 0, y: 1}}, b: {levels: {n: 10, y: 0}}}, sees: {B: feared}}
  B:
    real: {label: real, wants: [b = n]}
    feared: {label: feared, wants: ["if a = y then b = y", b = n]}
`);
  const options = { ...explain.defaults, concept: 'seq' as const, parties: ['A'], state: 0 };
  const margin = explain.run(theCase, options, uncontrolled).margins.A;
  // Staying gives 10; moving would be answered, as A sees B, and leave it 1.
  expect(margin?.points).toMatchObject({ margin: '0', leaving: { margin: '9' } });
});
