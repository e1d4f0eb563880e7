import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CoalitionKind,
  coalitionVerdicts,
  type Reach,
} from '../../src/analysis/stability/coalition.js';
import type { ConceptId } from '../../src/analysis/stability/concept.js';
import { conceptOf, concepts } from '../../src/analysis/stability/concepts.js';
import { largestConsistentSet } from '../../src/analysis/stability/consistent-set.js';
import { makersOf } from '../../src/analysis/stability/group-arcs.js';
import { chainOfDominance, groupMovesOf } from '../../src/analysis/stability/indirect-dominance.js';
import { anticipate, limitedMoveVerdict } from '../../src/analysis/stability/limited-move.js';
import { headlineConcept } from '../../src/analysis/stability/mixture.js';
import { farSighted, nonMyopicVerdict } from '../../src/analysis/stability/non-myopic.js';
import { withRepliesTogether } from '../../src/analysis/stability/replies-together.js';
import { stackelberg } from '../../src/analysis/stability/stackelberg.js';
import { mixtureOf } from '../../src/core/concept-ids.js';
import { buildModel, type Model, payoffAt } from '../../src/core/model.js';
import { naiveModel } from '../naive/naive-engine.js';
import {
  groupsWithin,
  naiveAnticipation,
  naiveCoalition,
  naiveConsistent,
  naiveDominates,
  naiveIsDeterredTogether,
} from '../naive/naive-groups.js';
import { arbitraryCase } from './arbitrary.js';

/** Reproducible: a failure prints its own seed and the smallest case. */
const runs = { numRuns: 150, seed: 20250427 };

const kinds: readonly CoalitionKind[] = ['cnash', 'cgmr', 'csmr', 'cseq'];
const reaches: readonly Reach[] = ['one joint move', 'legal sequence'];
const byReplies = ['gmr', 'smr', 'seq', 'sseq', 'firm'] as const;

const allStates = (model: Model) => Array.from({ length: model.states }, (_, state) => state);
const twoParties = arbitraryCase.filter(({ parties }) => parties.length === 2);

/** The improvements of a party from a state, without the engine's tables of them. */
const improvementsOf = (model: Model, party: number, state: number) =>
  model.moves
    .together([party], state)
    .filter((to) => payoffAt(model, party, to) > payoffAt(model, party, state));

/** For each party and state, whether every improvement is deterred. */
function verdictsOf(model: Model, concept: Pick<ReturnType<typeof conceptOf>, 'deterrence'>) {
  const deterrence = concept.deterrence(model);
  return model.payoffs.map((_, party) => {
    const { isDeterred } = deterrence(party);
    return allStates(model).map((state) =>
      improvementsOf(model, party, state).every((to) => isDeterred(state, to)),
    );
  });
}

function verdictsById(model: Model, id: ConceptId) {
  return verdictsOf(model, conceptOf(id));
}

function groupVerdicts(model: Model, kind: CoalitionKind, reach: Reach) {
  return new Map(
    (coalitionVerdicts(model, kind, reach) ?? []).map(({ group, stable }) => [
      group.join(' '),
      [...stable],
    ]),
  );
}

describe('a second reading of the definitions agrees on', () => {
  it.each(kinds.flatMap((kind) => reaches.map((reach) => [kind, reach] as const)))(
    '%s by %s, for every group',
    (kind, reach) => {
      fc.assert(
        fc.property(arbitraryCase, (theCase) => {
          const model = buildModel(theCase);
          const naive = naiveModel(theCase, model.payoffs);
          const isStable = naiveCoalition(naive, kind, reach);
          const found = groupVerdicts(model, kind, reach);
          expect(found.size).toBe(2 ** naive.parties.length - 1);
          for (const group of groupsWithin(naive.parties)) {
            expect(found.get(group.join(' ')), `group ${group}`).toEqual(
              allStates(model).map((state) => (isStable(group, state) ? 1 : 0)),
            );
          }
        }),
        { ...runs, numRuns: 30 },
      );
    },
    60_000,
  );

  it.each(byReplies)(
    '%s with replies together',
    (id) => {
      fc.assert(
        fc.property(arbitraryCase, (theCase) => {
          const model = buildModel(theCase);
          const isDeterred = naiveIsDeterredTogether(naiveModel(theCase, model.payoffs), id);
          const deterrence = withRepliesTogether(conceptOf(id)).deterrence(model);
          for (const party of model.payoffs.keys()) {
            for (const state of allStates(model)) {
              for (const to of improvementsOf(model, party, state)) {
                expect(
                  deterrence(party).isDeterred(state, to),
                  `${id} ${party} ${state} ${to}`,
                ).toBe(isDeterred(party, state, to));
              }
            }
          }
        }),
        { ...runs, numRuns: 30 },
      );
    },
    60_000,
  );

  it('what two parties anticipate up to four moves ahead, ties tried one by one', () => {
    let compared = 0;
    fc.assert(
      fc.property(twoParties, fc.integer({ min: 1, max: 4 }), (theCase, horizon) => {
        const model = buildModel(theCase);
        const naive = naiveModel(theCase, model.payoffs);
        const found = anticipate(model, horizon);
        for (const party of [0, 1]) {
          for (const state of allStates(model).slice(0, 6)) {
            const ends = naiveAnticipation(naive, horizon, party, state, 2000);
            if (!ends) continue;
            compared += 1;
            expect(found[party]?.[state]).toEqual([...ends].sort((a, b) => a - b));
          }
        }
      }),
      { ...runs, numRuns: 30 },
    );
    expect(compared).toBeGreaterThan(150);
  }, 60_000);

  it('which outcome indirectly dominates which, and the largest consistent set', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const model = buildModel(theCase);
        const naive = naiveModel(theCase, model.payoffs);
        const moves = groupMovesOf(model);
        for (const from of allStates(model).slice(0, 4)) {
          for (const end of allStates(model)) {
            if (from === end) continue;
            const chain = chainOfDominance(model, moves, from, end);
            expect(chain !== undefined, `${from} ${end}`).toBe(naiveDominates(naive, from, end));
            let at = from;
            for (const { group, to } of chain ?? []) {
              expect(
                group.length === 1
                  ? naive.canMove(group[0] as number, at, to)
                  : naive.canMoveTogether(group, at, to),
              ).toBe(true);
              for (const party of group) {
                expect(naive.payoff(party, end)).toBeGreaterThan(naive.payoff(party, at));
              }
              at = to;
            }
          }
        }
      }),
      { ...runs, numRuns: 30 },
    );
  }, 60_000);

  it('the largest consistent set: it stays as it is, and no larger one does', () => {
    fc.assert(
      fc.property(
        arbitraryCase.filter((theCase) => buildModel(theCase).states <= 12),
        (theCase) => {
          const model = buildModel(theCase);
          const naive = naiveModel(theCase, model.payoffs);
          const set = largestConsistentSet(model) ?? [];
          expect(set.length).toBeGreaterThan(0);
          expect(naiveConsistent(naive, set)).toEqual(set);
          let larger: readonly number[] = allStates(model);
          for (let next = naiveConsistent(naive, larger); next.length < larger.length; ) {
            larger = next;
            next = naiveConsistent(naive, larger);
          }
          expect(set).toEqual(larger);
        },
      ),
      { ...runs, numRuns: 25 },
    );
  }, 60_000);
});

describe('coalition concepts', () => {
  const inclusions: readonly (readonly [CoalitionKind, CoalitionKind])[] = [
    ['cnash', 'csmr'],
    ['csmr', 'cgmr'],
    ['cnash', 'cseq'],
    ['cseq', 'cgmr'],
  ];
  it.each(inclusions)('%s implies %s for every group', (stronger, weaker) => {
    fc.assert(
      fc.property(arbitraryCase, fc.constantFrom(...reaches), (theCase, reach) => {
        const model = buildModel(theCase);
        // By legal sequences only where moves are transitive: else two moves of one party in a row,
        // the last of one group and the first of the next, may be no legal sequence of single moves.
        fc.pre(
          stronger !== 'cseq' || reach === 'one joint move' || model.moves.rights.isTransitive,
        );
        const weak = groupVerdicts(model, weaker, reach);
        for (const [group, stable] of groupVerdicts(model, stronger, reach)) {
          stable.forEach((one, state) => {
            if (one === 1) expect(weak.get(group)?.[state]).toBe(1);
          });
        }
      }),
      runs,
    );
  });

  it.each(kinds)('%s of all parties together is cnash: nobody is left to reply', (kind) => {
    fc.assert(
      fc.property(arbitraryCase, fc.constantFrom(...reaches), (theCase, reach) => {
        const model = buildModel(theCase);
        const everyone = theCase.parties.map((_, party) => party).join(' ');
        expect(groupVerdicts(model, kind, reach).get(everyone)).toEqual(
          groupVerdicts(model, 'cnash', reach).get(everyone),
        );
      }),
      runs,
    );
  });

  const single: readonly (readonly [CoalitionKind, ConceptId])[] = [
    ['cnash', 'nash'],
    ['cgmr', 'gmr'],
    ['csmr', 'smr'],
    ['cseq', 'seq'],
  ];
  it.each(single)('%s of one of two parties is %s', (kind, id) => {
    fc.assert(
      fc.property(twoParties, fc.constantFrom(...reaches), (theCase, reach) => {
        const model = buildModel(theCase);
        const found = groupVerdicts(model, kind, reach);
        const expected = verdictsById(model, id);
        for (const party of [0, 1]) {
          expect(found.get(String(party))).toEqual(expected[party]?.map(Number));
        }
      }),
      runs,
    );
  });

  it('cnash and, by legal sequences, cgmr and csmr of one of any parties are the single concepts', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const model = buildModel(theCase);
        for (const [kind, id] of single.slice(0, 3)) {
          const found = groupVerdicts(model, kind, 'legal sequence');
          verdictsById(model, id).forEach((stable, party) => {
            expect(found.get(String(party))).toEqual(stable.map(Number));
          });
        }
      }),
      runs,
    );
  });

  it('cgmr, csmr and cseq of one party by joint moves are those with replies together', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const model = buildModel(theCase);
        for (const [kind, id] of single.slice(1)) {
          const found = groupVerdicts(model, kind, 'one joint move');
          verdictsOf(model, withRepliesTogether(conceptOf(id))).forEach((stable, party) => {
            expect(found.get(String(party))).toEqual(stable.map(Number));
          });
        }
      }),
      runs,
    );
  });
});

describe('replies together', () => {
  it('deter at least what replies by single parties deter, under every concept but firm', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const model = buildModel(theCase);
        for (const id of ['nash', 'gmr', 'smr', 'seq', 'sseq', 'sim'] as const) {
          const together = verdictsOf(model, withRepliesTogether(conceptOf(id)));
          verdictsById(model, id).forEach((stable, party) => {
            stable.forEach((one, state) => {
              if (one) expect(together[party]?.[state]).toBe(true);
            });
          });
        }
      }),
      runs,
    );
  });

  it('change nothing between two parties', () => {
    fc.assert(
      fc.property(twoParties, (theCase) => {
        const model = buildModel(theCase);
        for (const concept of concepts) {
          expect(verdictsOf(model, withRepliesTogether(concept)), concept.id).toEqual(
            verdictsOf(model, concept),
          );
        }
      }),
      runs,
    );
  });

  it('keep Nash within firm and firm within SEQ', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const model = buildModel(theCase);
        const nash = verdictsById(model, 'nash');
        const firm = verdictsOf(model, withRepliesTogether(conceptOf('firm')));
        const seq = verdictsOf(model, withRepliesTogether(conceptOf('seq')));
        firm.forEach((stable, party) => {
          stable.forEach((one, state) => {
            if (nash[party]?.[state]) expect(one).toBe(true);
            if (one) expect(seq[party]?.[state]).toBe(true);
          });
        });
      }),
      runs,
    );
  });

  it('name as a reason moves that the groups can make and that leave the mover no better off', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.constantFrom(...byReplies), (theCase, id) => {
        const model = buildModel(theCase);
        const naive = naiveModel(theCase, model.payoffs);
        const deterrence = withRepliesTogether(conceptOf(id)).deterrence(model);
        for (const party of model.payoffs.keys()) {
          const { isDeterred, reply } = deterrence(party);
          for (const state of allStates(model)) {
            for (const to of improvementsOf(model, party, state)) {
              const steps = reply(state, to);
              expect(steps !== undefined).toBe(isDeterred(state, to));
              let at = to;
              let last: readonly number[] = [];
              for (const step of steps ?? []) {
                const group = makersOf(step);
                expect(group).not.toContain(party);
                expect(group).not.toEqual(last);
                expect(
                  group.length === 1
                    ? naive.canMove(step.party, at, step.to)
                    : naive.canMoveTogether(group, at, step.to),
                ).toBe(true);
                at = step.to;
                last = group;
              }
              if (steps) {
                expect(payoffAt(model, party, at)).toBeLessThanOrEqual(
                  payoffAt(model, party, state),
                );
              }
            }
          }
        }
      }),
      runs,
    );
  });
});

describe('two parties looking ahead', () => {
  it('one move ahead is Nash', () => {
    fc.assert(
      fc.property(twoParties, (theCase) => {
        const model = buildModel(theCase);
        const anticipation = anticipate(model, 1);
        verdictsById(model, 'nash').forEach((stable, party) => {
          expect(
            allStates(model).map((state) => limitedMoveVerdict(anticipation, party, state)),
          ).toEqual(stable.map((one) => (one ? 'stable' : 'unstable')));
        });
      }),
      runs,
    );
  });

  it('very far ahead a verdict is that of every horizon from some one on', () => {
    fc.assert(
      fc.property(twoParties, (theCase) => {
        const model = buildModel(theCase);
        const recurrence = farSighted(model);
        if (!recurrence) return;
        const { from, cycle } = recurrence;
        const later = Array.from({ length: cycle.length + 2 }, (_, more) =>
          anticipate(model, from + more),
        );
        for (const party of [0, 1]) {
          for (const state of allStates(model)) {
            const always = later.every(
              (anticipation) => limitedMoveVerdict(anticipation, party, state) === 'stable',
            );
            expect(nonMyopicVerdict(recurrence, party, state) === 'stable').toBe(always);
          }
        }
      }),
      { ...runs, numRuns: 30 },
    );
  });

  it('Stackelberg is two moves ahead for the leader and Nash for the follower', () => {
    fc.assert(
      fc.property(twoParties, fc.constantFrom(0, 1), (theCase, leader) => {
        const model = buildModel(theCase);
        const verdict = stackelberg(model, leader);
        const two = anticipate(model, 2);
        const nash = verdictsById(model, 'nash')[1 - leader];
        for (const state of allStates(model)) {
          expect(verdict(leader, state)).toBe(limitedMoveVerdict(two, leader, state));
          expect(verdict(1 - leader, state)).toBe(nash?.[state] ? 'stable' : 'unstable');
        }
      }),
      runs,
    );
  });
});

describe('a concept for each party', () => {
  it('judges each party by its own', () => {
    const one = fc.constantFrom(...concepts.map(({ id }) => id));
    fc.assert(
      fc.property(
        arbitraryCase,
        fc.array(one, { minLength: 4, maxLength: 4 }),
        (theCase, chosen) => {
          const model = buildModel(theCase);
          const own = Object.fromEntries(
            theCase.parties.map(({ id }, party) => [id, chosen[party] ?? 'firm']),
          );
          const mixed = verdictsOf(model, headlineConcept(theCase, mixtureOf(theCase, own)));
          mixed.forEach((stable, party) => {
            expect(stable).toEqual(verdictsById(model, chosen[party] ?? 'firm')[party]);
          });
        },
      ),
      { ...runs, numRuns: 80 },
    );
  });
});
