import { describe, expect, it } from 'vitest';
import { type ConceptId, stableStates } from '../../src/analysis/stability/concept.js';
import { conceptOf } from '../../src/analysis/stability/concepts.js';
import { endsOf } from '../../src/analysis/stability/ends.js';
import { jointImprovementsFrom } from '../../src/analysis/stability/joint-improvements.js';
import { offersFrom } from '../../src/analysis/stability/offers.js';
import { chainsFrom, losersOf } from '../../src/analysis/stability/passing.js';
import { withRepliesTogether } from '../../src/analysis/stability/replies-together.js';
import { lastingSideDealsFrom } from '../../src/analysis/stability/side-deals.js';
import { reachedBy } from '../../src/analysis/stability/steps.js';
import { verdictsOf } from '../../src/analysis/stability/verdicts.js';
import { buildModel, type Model } from '../../src/core/model.js';
import { type Arcs, targetsOf } from '../../src/core/moves.js';
import { uncontrolled } from '../../src/core/report.js';
import { rightsOf } from '../../src/core/rights.js';
import { levelsOf } from '../../src/core/space.js';
import { readCase } from '../../src/io/case-file/read-case.js';
import { deals } from '../../src/questions/deals.js';
import { holds } from '../../src/questions/holds.js';
import { packageJudge } from '../../src/questions/judge-package.js';
import { stepsAlong, verdicts } from '../small/steps.js';
import { sharedJson } from './shared-data.js';

type Deal = { readonly group: readonly string[]; readonly to: number };
type Offered = {
  readonly from?: number;
  readonly to: number;
  readonly by: readonly { readonly group: readonly string[]; readonly sign: number }[];
};
type Worked = {
  readonly name: string;
  readonly case: string;
  readonly states: readonly Record<string, string>[];
  readonly today: number;
  readonly rights: Record<string, Record<string, readonly (readonly [string, string])[]>>;
  readonly moves: Record<string, readonly (readonly number[])[]>;
  readonly payoffs: Record<string, readonly number[]>;
  readonly stability: Record<string, Record<string, readonly number[]>>;
  readonly equilibria: Record<string, readonly number[]>;
  readonly equilibriaRepliesTogether: Record<string, readonly number[]>;
  readonly undeterredSteps: Record<string, readonly (readonly number[])[]>;
  readonly jointImprovements: readonly (readonly (Deal & { oneMemberCouldDoItAlone: boolean })[])[];
  readonly lastingSideDeals: readonly (readonly Deal[])[];
  readonly reachedByImprovements: readonly number[];
  readonly endsByImprovements: readonly (readonly number[])[];
  readonly reachedByImprovementsAndJointImprovements: readonly number[];
  readonly reachedByUndeterredSteps: readonly number[];
  readonly ends: readonly (readonly number[])[];
  readonly onOfferFromToday: readonly Offered[];
  readonly onOfferFromNoDeal: readonly Offered[];
  readonly selfEnforcing: readonly number[];
  readonly headline: readonly number[];
};

const files = [
  '01-two-villages',
  '02-treaty-levels',
  '03-hollow-reply',
  '04-passing-point',
  '05-ends-and-side-deals',
];
const read = files.map(
  (file) => sharedJson(`semantics/${file}.json`) as { cases: Worked[] } | undefined,
);
const cases = read.flatMap((file) => file?.cases ?? []);

function modelOf(text: string): Model {
  const { case: theCase, diagnostics } = readCase(text);
  if (!theCase) throw new Error(diagnostics.map(({ what }) => what).join('; '));
  return buildModel(theCase);
}

const sorted = (list: Iterable<number>) => [...list].sort((a, b) => a - b);
const rows = (model: Model, arcs: Arcs) =>
  Array.from({ length: model.states }, (_, state) => sorted(targetsOf(arcs, state)));
const byText = <Item>(items: readonly Item[]) =>
  [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const looseChains = (model: Model, start: number) =>
  chainsFrom(
    model.parties,
    (party, state) => targetsOf(model.improvements[party] as Arcs, state),
    (state) => jointImprovementsFrom(model, state),
    start,
    Number.POSITIVE_INFINITY,
  );

describe.skipIf(cases.length === 0)('the passing point', () => {
  const worked = cases.find(({ name }) => name === 'passing point') as Worked;

  it('is touched by a chain whose signer ends below today and below no deal', () => {
    const model = modelOf(worked.case);
    const chain = looseChains(model, worked.today).chainTo(10);
    const [patron, recipient] = [0, 1];
    expect(chain).toEqual([
      { group: [patron], to: 1 },
      { group: [patron, recipient], to: 10 },
    ]);
    expect(losersOf(model, chain, worked.today, worked.ends)).toEqual({
      signers: [patron, recipient],
      belowStart: [recipient],
      belowEnds: [[recipient]],
    });
  });
});

describe.skipIf(cases.length === 0)('the shared small cases, worked by hand', () => {
  it('are ten', () => expect(cases).toHaveLength(10));

  describe.each(cases)('$name', (worked) => {
    const model = modelOf(worked.case);
    const ids = model.case.parties.map(({ id }) => id);
    const named = <Value>(of: (party: number) => Value) =>
      Object.fromEntries(ids.map((id, party) => [id, of(party)]));
    const all = Array.from({ length: model.states }, (_, state) => state);
    const { steps, rests: restsOf } = verdicts(model);
    const rests = restsOf().only;
    const everyone = ids.map((_, party) => party);

    it('has the states, in order, and today', () => {
      expect(
        all.map((state) => {
          const levels = levelsOf(model.space, state);
          return Object.fromEntries(
            model.case.issues.map((issue, at) => [issue.id, issue.levels[levels[at] ?? -1]?.id]),
          );
        }),
      ).toEqual(worked.states);
      expect(model.space.today).toBe(worked.today);
    });

    it('gives each party its rights on each issue, and no other', () => {
      const rights = rightsOf(model.case);
      const found = named((party) =>
        Object.fromEntries(
          model.case.issues.flatMap((issue, at) => {
            const pairs = issue.levels.flatMap((from, level) => {
              const levels = model.case.issues.map((_, other) => (other === at ? level : 0));
              return rights.alone(party, at, levels).map((to) => [from.id, issue.levels[to]?.id]);
            });
            return pairs.length > 0 ? [[issue.id, byText(pairs)]] : [];
          }),
        ),
      );
      const expected = Object.fromEntries(
        ids.map((id) => [
          id,
          Object.fromEntries(
            Object.entries(worked.rights[id] ?? {}).map(([issue, pairs]) => [issue, byText(pairs)]),
          ),
        ]),
      );
      expect(found).toEqual(expected);
    });

    it('has the unilateral moves and payoffs', () => {
      expect(named((party) => rows(model, model.moves.alone[party] as Arcs))).toEqual(
        Object.fromEntries(
          Object.entries(worked.moves).map(([id, lists]) => [
            id,
            lists.map((list) => sorted(list)),
          ]),
        ),
      );
      expect(named((party) => [...(model.payoffs[party] ?? [])])).toEqual(worked.payoffs);
    });

    it('agrees on every verdict and equilibrium of every concept', () => {
      for (const [id, table] of Object.entries(worked.stability)) {
        const deterrence = conceptOf(id as ConceptId).deterrence(model);
        const found = named((party) => [...(stableStates(model, party, deterrence(party)) ?? [])]);
        expect(found, id).toEqual(table);
        expect(
          all.filter((state) => Object.values(found).every((stable) => stable[state] === 1)),
          id,
        ).toEqual(worked.equilibria[id]);
      }
    });

    it('agrees on the equilibria when groups of the others may reply together', () => {
      expect(Object.keys(worked.equilibriaRepliesTogether)).toEqual(['gmr', 'smr', 'seq', 'sseq']);
      for (const [id, expected] of Object.entries(worked.equilibriaRepliesTogether)) {
        const { isEquilibrium } =
          verdictsOf(model, withRepliesTogether(conceptOf(id as ConceptId))) ?? {};
        expect(
          all.filter((state) => isEquilibrium?.[state] === 1),
          id,
        ).toEqual(expected);
      }
    });

    it('agrees on steps, what they reach and where they end', () => {
      expect(named((party) => all.map((state) => sorted(steps.from(party, state))))).toEqual(
        Object.fromEntries(
          Object.entries(worked.undeterredSteps).map(([id, lists]) => [id, lists.map(sorted)]),
        ),
      );
      expect(sorted(reachedBy(steps, everyone, worked.today))).toEqual(
        worked.reachedByUndeterredSteps,
      );
      expect(endsOf(steps, worked.today)).toEqual(worked.ends);
      expect(sorted(reachedBy(stepsAlong(model.improvements), everyone, worked.today))).toEqual(
        worked.reachedByImprovements,
      );
      expect(endsOf(stepsAlong(model.improvements), worked.today)).toEqual(
        worked.endsByImprovements,
      );
    });

    it('agrees on joint improvements and lasting side deals from every state', () => {
      const group = (parties: readonly number[]) => parties.map((party) => ids[party]);
      all.forEach((state) => {
        expect(
          byText(
            jointImprovementsFrom(model, state).map((joint) => ({
              group: group(joint.group),
              to: joint.to,
              oneMemberCouldDoItAlone: joint.isAlsoSingle,
            })),
          ),
          `joint improvements from ${state}`,
        ).toEqual(byText(worked.jointImprovements[state] ?? []));
        expect(
          byText(
            lastingSideDealsFrom(model, steps, state).map((deal) => ({
              group: group(deal.group),
              to: deal.to,
            })),
          ),
          `side deals from ${state}`,
        ).toEqual(byText(worked.lastingSideDeals[state] ?? []));
      });
    });

    it('agrees on what is on offer from today and from where things go', () => {
      const flat = (offered: readonly Offered[], from: number | undefined) =>
        byText(
          offered.flatMap(({ from: own, to, by }) =>
            by.map(({ group, sign }) => ({ from: own ?? from, state: to, group, sign })),
          ),
        );
      const found = (from: number) =>
        offersFrom(model, rests, from).map(({ state, group, sign }) => ({
          from,
          state,
          group: group.map((party) => ids[party]),
          sign,
        }));
      expect(byText(found(worked.today))).toEqual(flat(worked.onOfferFromToday, worked.today));
      expect(byText(worked.ends.flat().flatMap(found))).toEqual(
        flat(worked.onOfferFromNoDeal, undefined),
      );
    });

    it('agrees on what the loose rule reaches, by single and joint improvements', () => {
      const chains = looseChains(model, worked.today);
      expect(chains.isComplete).toBe(true);
      expect(sorted(chains.touched)).toEqual(worked.reachedByImprovementsAndJointImprovements);
    });

    it('is told by the question as by its parts', () => {
      const report = holds.run(model.case, holds.defaults, uncontrolled);
      expect(report.ends).toEqual(worked.ends);
      expect(report.equilibria.firm).toEqual(worked.selfEnforcing);
      expect(
        report.verdicts.filter(({ offers }) => offers.length > 0).map(({ state }) => state),
      ).toEqual(worked.headline);
      expect(report.today).toBe(worked.today);
    });

    it('has these no deals, and this headline of deals with both marks', () => {
      const report = deals.run(model.case, deals.defaults, uncontrolled);
      expect(report.noDeal.map(({ states }) => states)).toEqual(worked.ends);
      expect(report.headline).toEqual(worked.headline);
      // What is on offer from no deal is acceptable where no deal is one outcome.
      const [end, ...others] = worked.ends;
      if (end?.length === 1 && others.length === 0) {
        const judge = packageJudge(model.case, deals.defaults, uncontrolled);
        for (const { to } of worked.onOfferFromNoDeal) {
          const { verdict } = judge?.judge(levelsOf(model.space, to)) ?? {};
          expect(verdict).toMatchObject({ isDeal: true, isAcceptable: true });
        }
      }
      for (const { state, isSelfEnforcing, isOnOffer } of report.deals) {
        expect(isSelfEnforcing).toBe(worked.selfEnforcing.includes(state));
        const offered = [...worked.onOfferFromToday, ...worked.onOfferFromNoDeal];
        expect(isOnOffer).toBe(offered.some(({ to }) => to === state));
      }
    });
  });
});
