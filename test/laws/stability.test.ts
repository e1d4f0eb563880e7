import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConceptId, stableStates } from '../../src/analysis/stability/concept.js';
import { conceptOf, concepts } from '../../src/analysis/stability/concepts.js';
import { endsOf } from '../../src/analysis/stability/ends.js';
import { jointImprovementsFrom } from '../../src/analysis/stability/joint-improvements.js';
import { reasonFor } from '../../src/analysis/stability/reasons.js';
import { stepsOf } from '../../src/analysis/stability/steps.js';
import type { Case, Control, Issue } from '../../src/core/case.js';
import { type Consent, mapParties } from '../../src/core/consent.js';
import type { Expression } from '../../src/core/expression.js';
import { buildModel, type Model, payoffAt } from '../../src/core/model.js';
import { type Arcs, targetsOf } from '../../src/core/moves.js';
import { levelsOf, stateWith } from '../../src/core/space.js';
import { naiveIsDeterred, naiveModel } from '../naive/naive-engine.js';
import { arbitraryCase, arbitraryConstituents, is } from './arbitrary.js';

/** Reproducible: a failure prints its own seed and the smallest case. */
const runs = { numRuns: 250, seed: 20250427 };

function verdicts(model: Model, id: ConceptId): readonly Uint8Array[] {
  const deterrence = conceptOf(id).deterrence(model);
  return model.payoffs.map(
    (_, party) => stableStates(model, party, deterrence(party)) as Uint8Array,
  );
}

const allStates = (model: Model) => Array.from({ length: model.states }, (_, state) => state);

/** Half of them with constituents of some parties. */
const withConstituents = arbitraryCase.chain((theCase) =>
  fc.option(arbitraryConstituents(theCase.parties.length), { freq: 1, nil: [] }).map(
    (trees): Case => ({
      ...theCase,
      parties: theCase.parties.map((party, at) => ({ ...party, consent: trees[at] })),
    }),
  ),
);

describe('the engine and a second reading of the definitions agree on', () => {
  it('states, unilateral moves and joint moves', () => {
    fc.assert(
      fc.property(withConstituents, (theCase) => {
        const model = buildModel(theCase);
        const naive = naiveModel(theCase, model.payoffs);
        expect(allStates(model).map((state) => levelsOf(model.space, state))).toEqual(naive.states);
        const everyone = naive.parties;
        for (const state of allStates(model)) {
          for (const party of naive.parties) {
            const reached = allStates(model).filter((to) => naive.canMove(party, state, to));
            expect([...targetsOf(model.moves.alone[party] as Arcs, state)]).toEqual(reached);
            expect(model.moves.from(party, state)).toEqual(reached);
            expect(allStates(model).filter((to) => model.moves.canMove(party, state, to))).toEqual(
              reached,
            );
          }
          expect(model.moves.together(everyone, state)).toEqual(
            allStates(model).filter((to) => naive.canMoveTogether(everyone, state, to)),
          );
        }
      }),
      runs,
    );
  });

  it('which improvements are deterred, under every concept with replies', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const model = buildModel(theCase);
        const naive = naiveModel(theCase, model.payoffs);
        for (const id of ['nash', 'gmr', 'smr', 'seq', 'sseq', 'firm'] as const) {
          const deterrence = conceptOf(id).deterrence(model);
          for (const party of naive.parties) {
            for (const state of allStates(model)) {
              for (const to of targetsOf(model.improvements[party] as Arcs, state)) {
                expect(
                  deterrence(party).isDeterred(state, to),
                  `${id} ${party} ${state} ${to}`,
                ).toBe(naiveIsDeterred(naive, id, party, state, to));
              }
            }
          }
        }
      }),
      { ...runs, numRuns: 60 },
    );
  }, 60_000);
});

describe('for every party', () => {
  const implications: readonly (readonly [ConceptId, ConceptId])[] = [
    ['nash', 'firm'],
    ['firm', 'seq'],
    ['seq', 'gmr'],
    ['nash', 'sseq'],
    ['sseq', 'seq'],
    ['sseq', 'smr'],
    ['nash', 'smr'],
    ['smr', 'gmr'],
    ['nash', 'sim'],
  ];
  it.each(implications)('%s implies %s', (stronger, weaker) => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const model = buildModel(theCase);
        const strong = verdicts(model, stronger);
        const weak = verdicts(model, weaker);
        strong.forEach((stable, party) => {
          stable.forEach((one, state) => {
            if (one === 1) expect(weak[party]?.[state]).toBe(1);
          });
        });
      }),
      runs,
    );
  });
});

describe('steps and ends', () => {
  it.each(concepts.map(({ id }) => id))(
    'under %s a state without a step is an equilibrium',
    (id) => {
      fc.assert(
        fc.property(arbitraryCase, (theCase) => {
          const model = buildModel(theCase);
          const steps = stepsOf(model, conceptOf(id).deterrence(model));
          const stable = verdicts(model, id);
          for (const state of allStates(model)) {
            const moves = stable.some((_, party) => steps.from(party, state).length > 0);
            expect(stable.every((table) => table[state] === 1)).toBe(!moves);
          }
        }),
        { ...runs, numRuns: 80 },
      );
    },
  );

  it('a one-state end is a firm equilibrium, and no step leaves an end', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const model = buildModel(theCase);
        const steps = stepsOf(model, conceptOf('firm').deterrence(model));
        const firm = verdicts(model, 'firm');
        const ends = endsOf(steps, model.space.today ?? 0);
        expect(ends.length).toBeGreaterThan(0);
        for (const end of ends) {
          for (const state of end) {
            for (const party of model.payoffs.keys()) {
              for (const to of steps.from(party, state)) expect(end).toContain(to);
            }
          }
          if (end.length === 1) {
            expect(firm.every((table) => table[end[0] as number] === 1)).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it('every reply named as a reason is legal and leaves the mover no better off', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const model = buildModel(theCase);
        const naive = naiveModel(theCase, model.payoffs);
        for (const id of ['gmr', 'smr', 'seq', 'sseq', 'firm'] as const) {
          const deterrence = conceptOf(id).deterrence(model);
          for (const party of naive.parties) {
            for (const state of allStates(model)) {
              for (const exit of reasonFor(model, deterrence(party), party, state).exits) {
                if (!exit.isDeterred) continue;
                let at = exit.to;
                let last = party;
                for (const step of exit.reply) {
                  expect(step.party).not.toBe(last);
                  expect(step.party).not.toBe(party);
                  expect(naive.canMove(step.party, at, step.to)).toBe(true);
                  if (id !== 'gmr' && id !== 'smr') {
                    expect(naive.payoff(step.party, step.to)).toBeGreaterThan(
                      naive.payoff(step.party, at),
                    );
                  }
                  at = step.to;
                  last = step.party;
                }
                expect(exit.reply.length).toBeGreaterThan(0);
                expect(payoffAt(model, party, at)).toBeLessThanOrEqual(
                  payoffAt(model, party, state),
                );
              }
            }
          }
        }
      }),
      { ...runs, numRuns: 100 },
    );
  });
});

/** Everything that renumbering must carry along, keyed by levels in the order of the original case. */
function fingerprint(
  model: Model,
  back: {
    readonly parties: readonly number[];
    readonly levels: (levels: readonly number[]) => readonly number[];
  },
): ReadonlyMap<string, string> {
  const name = (state: number) => back.levels(levelsOf(model.space, state)).join(' ');
  const tables = concepts.map(({ id }) => verdicts(model, id));
  const steps = stepsOf(model, conceptOf('firm').deterrence(model));
  const ends = endsOf(steps, model.space.today ?? 0)
    .map((end) => end.map(name).sort().join(' | '))
    .sort();
  const at = (party: number) => back.parties.indexOf(party);
  const lines = allStates(model).map((state): [string, string] => [
    name(state),
    JSON.stringify({
      payoffs: back.parties.map((_, party) => payoffAt(model, at(party), state)),
      verdicts: tables.map((table) => back.parties.map((_, party) => table[at(party)]?.[state])),
      joint: jointImprovementsFrom(model, state)
        .map(
          ({ group, to, isAlsoSingle }) =>
            `${group.map((party) => back.parties[party]).sort()} ${name(to)} ${isAlsoSingle}`,
        )
        .sort(),
      ends,
    }),
  ]);
  return new Map(lines.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const identity = (theCase: Case) => ({
  parties: theCase.parties.map((_, party) => party),
  levels: (levels: readonly number[]) => levels,
});

function mapExpression(
  node: Expression,
  issueOf: (issue: number) => number,
  levelOf: (issue: number, level: number) => number,
): Expression {
  const go = (one: Expression) => mapExpression(one, issueOf, levelOf);
  switch (node.kind) {
    case 'comparison':
      return { ...node, issue: issueOf(node.issue), level: levelOf(node.issue, node.level) };
    case 'not':
      return { ...node, operand: go(node.operand) };
    case 'and':
    case 'or':
      return { ...node, operands: node.operands.map(go) };
    case 'iff':
      return { ...node, left: go(node.left), right: go(node.right) };
    default:
      throw new Error(`the generator makes no ${node.kind}`);
  }
}

function mapCase(
  theCase: Case,
  order: readonly number[],
  partyOf: (party: number) => number,
  levelOf: (issue: number, level: number) => number,
): Case {
  const issueOf = (issue: number) => order.indexOf(issue);
  const expression = (node: Expression) => mapExpression(node, issueOf, levelOf);
  const consent = (own: Consent) =>
    mapParties(own, (party) => ({ kind: 'party', party: partyOf(party) }));
  const control = (own: Control, issue: number): Control => {
    const parties = (list: readonly number[]) => list.map(partyOf);
    if (own.kind === 'by') return { ...own, parties: parties(own.parties) };
    if (own.kind === 'agree') {
      return {
        ...own,
        parties: parties(own.parties),
        consent: own.consent && consent(own.consent),
        leave: {
          ...own.leave,
          alone: own.leave.alone.map(({ party, to }) => ({
            party: partyOf(party),
            to: levelOf(issue, to),
          })),
        },
      };
    }
    if (own.kind === 'moves') {
      return {
        ...own,
        moves: own.moves.map((move) => ({
          parties: parties(move.parties),
          from: move.from.map((level) => levelOf(issue, level)),
          to: move.to.map((level) => levelOf(issue, level)),
          when: move.when && expression(move.when),
        })),
      };
    }
    return own;
  };
  const issue = (own: Issue, at: number): Issue => ({
    ...own,
    control: control(own.control, at),
    blocked: own.blocked.map((block) => ({
      parties: block.parties.map(partyOf),
      when: block.when && expression(block.when),
      to: block.to.map((level) => levelOf(at, level)),
    })),
  });
  const byNewParty = <Item>(list: readonly Item[]) =>
    list.map((_, party) => list[list.findIndex((__, old) => partyOf(old) === party)] as Item);
  return {
    ...theCase,
    parties: byNewParty(
      theCase.parties.map((party) => ({
        ...party,
        consent: party.consent && consent(party.consent),
      })),
    ),
    consent: theCase.consent && consent(theCase.consent),
    issues: order.map((old) => issue(theCase.issues[old] as Issue, old)),
    today: theCase.today && order.map((old) => levelOf(old, theCase.today?.[old] as number)),
    rules: theCase.rules.map((rule) => ({ ...rule, never: expression(rule.never) })),
    preferences: byNewParty(
      theCase.preferences.map((readings) =>
        readings.map((reading) => ({
          ...reading,
          wants: reading.wants?.map((group) =>
            group.map((want) => ({ ...want, want: expression(want.want) })),
          ),
        })),
      ),
    ),
  };
}

describe('renumbering', () => {
  it('parties renumbers the answer', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.integer({ min: 1, max: 3 }), (theCase, shift) => {
        const n = theCase.parties.length;
        const partyOf = (party: number) => (party + shift) % n;
        const order = theCase.issues.map((_, issue) => issue);
        const turned = mapCase(theCase, order, partyOf, (_, level) => level);
        const back = {
          parties:
            order.length === 0
              ? []
              : theCase.parties.map((_, party) => (party - (shift % n) + n) % n),
          levels: (levels: readonly number[]) => levels,
        };
        expect(fingerprint(buildModel(turned), back)).toEqual(
          fingerprint(buildModel(theCase), identity(theCase)),
        );
      }),
      { ...runs, numRuns: 100 },
    );
  });

  it('issues renumbers the answer', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const order = theCase.issues.map((_, issue) => issue).reverse();
        const turned = mapCase(
          theCase,
          order,
          (party) => party,
          (_, level) => level,
        );
        const back = {
          ...identity(theCase),
          levels: (levels: readonly number[]) =>
            order.map((_, issue) => levels[order.indexOf(issue)] as number),
        };
        expect(fingerprint(buildModel(turned), back)).toEqual(
          fingerprint(buildModel(theCase), identity(theCase)),
        );
      }),
      { ...runs, numRuns: 100 },
    );
  });

  it('levels renumbers the answer, where the order of levels gives no rights', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        // An agreement's first level means no agreement, and a one-way issue needs its order.
        const isFree = theCase.issues.map(
          ({ control, irreversible }) => control.kind !== 'agree' && irreversible === undefined,
        );
        const count = theCase.issues.map(({ levels }) => levels.length);
        const levelOf = (issue: number, level: number) =>
          isFree[issue] ? (count[issue] as number) - 1 - level : level;
        const order = theCase.issues.map((_, issue) => issue);
        const turned = mapCase(theCase, order, (party) => party, levelOf);
        const back = {
          ...identity(theCase),
          levels: (levels: readonly number[]) =>
            levels.map((level, issue) => levelOf(issue, level)),
        };
        expect(fingerprint(buildModel(turned), back)).toEqual(
          fingerprint(buildModel(theCase), identity(theCase)),
        );
      }),
      { ...runs, numRuns: 100 },
    );
  });
});

describe('an infeasible outcome', () => {
  it('that is added changes nothing', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.nat(), (theCase, pick) => {
        const at = pick % theCase.issues.length;
        const grown: Case = {
          ...theCase,
          issues: theCase.issues.map((issue, index) =>
            index === at
              ? {
                  ...issue,
                  levels: [
                    ...issue.levels,
                    {
                      id: 'extra',
                      label: 'extra',
                      says: undefined,
                      act: undefined,
                      note: undefined,
                      from: [],
                    },
                  ],
                }
              : issue,
          ),
          rules: [
            ...theCase.rules,
            {
              never: is(at, theCase.issues[at]?.levels.length as number),
              text: '',
              why: undefined,
              from: [],
              isInDoubt: false,
              path: ['rules', 99],
            },
          ],
        };
        expect(fingerprint(buildModel(grown), identity(grown))).toEqual(
          fingerprint(buildModel(theCase), identity(theCase)),
        );
      }),
      { ...runs, numRuns: 100 },
    );
  });

  it('is the end of no move', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const { space, moves } = buildModel(theCase);
        for (const arcs of moves.alone) {
          for (const target of arcs.targets) {
            expect(stateWith(space, levelsOf(space, target))).toBe(target);
          }
        }
      }),
      { ...runs, numRuns: 50 },
    );
  });
});
