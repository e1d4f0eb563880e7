import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcFlood, movesInto } from '../../src/analysis/stability/arc-flood.js';
import { byPayoff } from '../../src/analysis/stability/cells.js';
import { type ConceptId, stableStates } from '../../src/analysis/stability/concept.js';
import { conceptOf } from '../../src/analysis/stability/concepts.js';
import { endsOf } from '../../src/analysis/stability/ends.js';
import { leastAfterReplies, replyBounds } from '../../src/analysis/stability/least.js';
import { reachedBy, shortestSteps } from '../../src/analysis/stability/steps.js';
import { verdictsOf } from '../../src/analysis/stability/verdicts.js';
import type { Case } from '../../src/core/case.js';
import { buildModel, type Model } from '../../src/core/model.js';
import { type Arcs, targetsOf } from '../../src/core/moves.js';
import { directDeterrence, directlyStable } from '../naive/direct-engine.js';
import { arbitraryCaseOf } from './arbitrary.js';

/**
 * How many random cases: 2,000, or the number in DETENTE_DEEP for a deep run, for which DETENTE_SEED
 * may choose others. `npm run test:deep` takes 100,000.
 */
const numRuns = Number(process.env.DETENTE_DEEP ?? 2000);
const seed = Number(process.env.DETENTE_SEED ?? 20250427);

const withReplies = ['nash', 'gmr', 'smr', 'seq', 'sseq', 'firm'] as const;
const cases = arbitraryCaseOf(2, 6);

function isEquilibrium(model: Model, id: ConceptId): Uint8Array {
  const byParty = model.payoffs.map((_, party) =>
    directlyStable(model, party, directDeterrence(model, id)(party)),
  );
  return Uint8Array.from({ length: model.states }, (_, state) =>
    byParty.every((stable) => stable[state] === 1) ? 1 : 0,
  );
}

/** Every verdict, and every improvement that is deterred, by both engines. */
function expectAgreement(theCase: Case): Model {
  const model = buildModel(theCase);
  for (const id of withReplies) {
    const deterrence = conceptOf(id).deterrence(model);
    const direct = directDeterrence(model, id);
    for (let party = 0; party < model.parties; party += 1) {
      const own = deterrence(party);
      const oracle = direct(party);
      expect(stableStates(model, party, own), `${id} ${party}`).toEqual(
        directlyStable(model, party, oracle),
      );
      for (let state = 0; state < model.states; state += 1) {
        for (const to of targetsOf(model.improvements[party] as Arcs, state)) {
          if (own.isDeterred(state, to) !== oracle.isDeterred(state, to)) {
            expect.fail(`${id}: party ${party} from ${state} to ${to}`);
          }
        }
      }
    }
  }
  return model;
}

describe(`on ${numRuns} random cases of two to six parties`, () => {
  it('the floods and the direct engine give the same verdicts', () => {
    const seen = { cells: 0, moves: 0, sixParties: 0, infeasible: 0 };
    fc.assert(
      fc.property(cases, (theCase) => {
        const model = expectAgreement(theCase);
        if (model.moves.rights.isTransitive) seen.cells += 1;
        else seen.moves += 1;
        if (model.parties === 6) seen.sixParties += 1;
        if (model.states < model.space.total) seen.infeasible += 1;
      }),
      { numRuns, seed },
    );
    // The cases are of every kind, or the agreement says little.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(numRuns / 10);
  }, 3_600_000);
});

describe('with transitive rights', () => {
  it('the flood over cells and the flood over moves label every state alike', () => {
    let compared = 0;
    fc.assert(
      fc.property(cases, (theCase) => {
        const model = buildModel(theCase);
        if (!model.moves.rights.isTransitive) return;
        compared += 1;
        const all = model.payoffs.map((_, party) => party);
        for (const kind of ['moves', 'improvements', 'firm improvements'] as const) {
          for (const party of all) {
            expect(leastAfterReplies(model, kind, 'there', party)).toEqual(
              arcFlood(
                model,
                movesInto(model),
                all.filter((other) => other !== party),
                replyBounds(model, kind, { progress: () => {}, stopped: () => false }),
                byPayoff(model, party),
                model.payoffs[party] as Int32Array,
                true,
              ),
            );
          }
        }
      }),
      { numRuns: 300, seed },
    );
    expect(compared).toBeGreaterThan(30);
  });
});

describe('where steps lead and end', () => {
  it.each([...withReplies, 'sim'] as const)(
    'under %s is what following them one by one gives',
    (id) => {
      fc.assert(
        fc.property(cases, (theCase) => {
          const model = buildModel(theCase);
          const found = verdictsOf(model, conceptOf(id));
          if (!found) throw new Error('nobody stopped the work');
          expect(found.isEquilibrium).toEqual(isEquilibrium(model, id));
          for (let state = 0; state < model.states; state += 1) {
            const ends = endsOf(found.steps, state);
            const [end, ...more] = ends;
            const isOne = more.length === 0 && end?.length === 1;
            expect(found.rests().only[state], `state ${state}`).toBe(isOne ? end[0] : -1);
            const { tree, ends: again } = found.from(state);
            expect(again).toEqual(ends);
            expect(new Set(tree.reached)).toEqual(
              reachedBy(found.steps, [...model.payoffs.keys()], state),
            );
            for (const to of tree.reached) {
              expect(tree.pathTo(to)).toEqual(shortestSteps(found.steps, state, [to]));
            }
          }
        }),
        { numRuns: 60, seed },
      );
    },
  );
});
