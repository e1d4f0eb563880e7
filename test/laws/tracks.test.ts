import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptanceOf } from '../../src/analysis/bargaining/acceptance.js';
import { consentAt } from '../../src/analysis/bargaining/consent-at.js';
import { disagreementOf, gapOver } from '../../src/analysis/bargaining/gap.js';
import { linkageOf, linkageValue } from '../../src/analysis/bargaining/linkage.js';
import { noDealsOf, standingAt } from '../../src/analysis/bargaining/no-deal.js';
import { joined, type TrackGroup } from '../../src/analysis/bargaining/track-packages.js';
import { type Branch, tracksOn } from '../../src/analysis/bargaining/track-sequence.js';
import { tradeOf } from '../../src/analysis/bargaining/trades.js';
import { endsOf } from '../../src/analysis/stability/ends.js';
import { headlineConcept } from '../../src/analysis/stability/mixture.js';
import { type Verdicts, verdictsOf } from '../../src/analysis/stability/verdicts.js';
import type { Case } from '../../src/core/case.js';
import { buildModel, type Model } from '../../src/core/model.js';
import {
  add,
  compare,
  divide,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../src/core/rational.js';
import { type Utilities, utilityAt } from '../../src/core/utility.js';
import {
  naiveEgalitarian,
  naiveFallback,
  naiveKalaiSmorodinsky,
  naiveNash,
} from '../naive/naive-bargaining.js';
import { naiveRange } from '../naive/naive-deal-groups.js';
import { naiveAcceptable, naivePackages, naiveUnlinked, naiveZone } from '../naive/naive-tracks.js';
import { arbitraryCaseOf } from './arbitrary.js';

type Tracked = {
  readonly model: Model;
  readonly a: TrackGroup;
  readonly b: TrackGroup;
  readonly verdicts: Verdicts;
};

/** Parties and issues drawn by bits, at least one of each. */
const groupFrom = (model: Case, parties: number, issues: number): TrackGroup => {
  const picked = (bits: number, count: number) => {
    const found = Array.from({ length: count }, (_, at) => at).filter(
      (at) => Math.floor(bits / 2 ** at) % 2 === 1,
    );
    return found.length > 0 ? found : [bits % count];
  };
  return {
    parties: picked(parties, model.parties.length),
    issues: picked(issues, model.issues.length),
  };
};

/** Random cases, some with points for all or some parties, some with red lines and numbers. */
const arbitraryTracked: fc.Arbitrary<Tracked> = fc
  .record({
    theCase: arbitraryCaseOf(2, 4),
    bits: fc.array(fc.nat({ max: 63 }), { minLength: 4, maxLength: 4 }),
    scores: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 80, maxLength: 80 }),
    extras: fc.array(fc.nat({ max: 11 }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ theCase, bits, scores, extras }) => {
    let at = 0;
    const preferences = theCase.preferences.map(([reading], party) => {
      const extra = extras[party] as number;
      if (!reading || extra < 4) return reading ? [reading] : [];
      const issues = theCase.issues.map(({ levels }, issue) => ({
        issue,
        weight: rational(100n, 3n),
        scores: levels.map(() => {
          at += 1;
          return rational(BigInt(scores[at % scores.length] as number));
        }),
        why: undefined,
        from: [],
        path: ['points', party, issue],
      }));
      const line = reading.wants?.[0]?.[0]?.want;
      return [
        {
          ...reading,
          points: { issues, path: ['points', party] },
          redLines:
            extra >= 10 && line
              ? [{ line, text: '', label: undefined, why: undefined, from: [], path: [] }]
              : [],
          noDeal:
            extra === 9
              ? { value: rational(5n, 3n), why: undefined, from: [], path: [] }
              : extra === 8
                ? { value: 'today' as const, why: undefined, from: [], path: [] }
                : undefined,
        },
      ];
    });
    const model = buildModel({ ...theCase, preferences } as Case);
    const verdicts = verdictsOf(model, headlineConcept(model.case, 'firm', 'alone')) as Verdicts;
    return {
      model,
      verdicts,
      a: groupFrom(theCase, bits[0] as number, bits[1] as number),
      b: groupFrom(theCase, bits[2] as number, bits[3] as number),
    };
  });

const worldOf = ({ model, verdicts }: Tracked) =>
  tracksOn({
    model,
    today: model.space.today as number,
    endsAfter: (state) => endsOf(verdicts.steps, state),
    mostTies: 100,
  });

/** Where packages start from: the state, and the single outcomes that things go to. */
const startsOf = ({ verdicts }: Tracked, state: number) => [
  state,
  ...endsOf(verdicts.steps, state).flatMap((end) => (end.length === 1 ? end : [])),
];

const unionOf = (lists: readonly (readonly number[])[]) =>
  [...new Set(lists.flat())].sort((a, b) => a - b);

const runs = { numRuns: 300, seed: 20250427 };

describe('a track', () => {
  it('has the packages and the zone of its definition, from every state', () => {
    fc.assert(
      fc.property(arbitraryTracked, fc.nat(), (tracked, pick) => {
        const { model, a } = tracked;
        const start = pick % model.states;
        const tracks = worldOf(tracked);
        const { zone } = tracks.solve(a, start);
        const noDeals = tracks.noDealsAt(start);
        const union = (states: (from: number) => readonly number[]) =>
          unionOf(startsOf(tracked, start).map(states));
        expect(zone.packages).toEqual(union((from) => naivePackages(model, a, from)));
        expect(zone.acceptable).toEqual(union((from) => naiveAcceptable(model, a, from, noDeals)));
        expect(zone.zone).toEqual(union((from) => naiveZone(model, a, from, noDeals)));
        for (const state of zone.packages) {
          // Somebody refuses exactly what is not acceptable, unless one of several owners suffices.
          if (zone.refusing(state).length === 0) expect(zone.acceptable).toContain(state);
          expect(startsOf(tracked, start)).toContain(zone.startOf(state));
        }
      }),
      runs,
    );
  });

  it('has the solutions of their definitions over its zone', () => {
    fc.assert(
      fc.property(arbitraryTracked, (tracked) => {
        const { model, a } = tracked;
        const today = model.space.today as number;
        const { zone, solutions } = worldOf(tracked).solve(a, today);
        zone.noDeals.forEach((noDeal, at) => {
          const found = solutions[at];
          const candidates = zone.zone.filter((state) =>
            a.parties.every((party) => standingAt(model, noDeal, party, state) === 'above'),
          );
          const payoffs = a.parties.map((party) => Array.from(model.payoffs[party] as Int32Array));
          expect(found?.fallback).toEqual(naiveFallback(payoffs, candidates));
          const lacking = a.parties.filter((party) => !model.utilities[party]);
          expect(found?.lacking).toEqual(lacking);
          if (lacking.length > 0) return;
          const amounts = zone.zone.map((state) =>
            a.parties.map((party) => utilityAt(model.utilities[party] as Utilities, state)),
          );
          const d = a.parties.map((party) => disagreementOf(model, noDeal, party) as Rational);
          const states = (places: readonly number[]) => places.map((place) => zone.zone[place]);
          expect(found?.kalaiSmorodinsky).toEqual(states(naiveKalaiSmorodinsky(amounts, d).places));
          expect(found?.nash).toEqual(states(naiveNash(amounts, d).places));
        });
      }),
      runs,
    );
  });

  it('has the gap of its definition, which no change of units alters', () => {
    fc.assert(
      fc.property(arbitraryTracked, (tracked) => {
        const { model, a } = tracked;
        const today = model.space.today as number;
        const [noDeal] = noDealsOf(model, endsOf(tracked.verdicts.steps, today));
        if (!noDeal) return;
        const states = Array.from({ length: model.states }, (_, state) => state);
        const found = gapOver(model, a.parties, states, noDeal);
        const amount = (party: number, state: number) =>
          utilityAt(model.utilities[party] as Utilities, state);
        const d = a.parties.map((party) => disagreementOf(model, noDeal, party));
        const ranges = a.parties.map((party) =>
          model.utilities[party] ? naiveRange({ model, amount }, party) : undefined,
        );
        const counting = a.parties.flatMap((_, at) => (ranges[at]?.n === 0n ? [] : [at]));
        const left = states.filter((state) => !noDeal.end.includes(state));
        if (d.includes(undefined) || counting.length === 0) {
          expect(found.gap).toBeUndefined();
          return;
        }
        // The least gain made greatest, where every party's unit is its own range.
        const inRange = (amount: Rational, at: number) => divide(amount, ranges[at] as Rational);
        const { places, value } = naiveEgalitarian(
          left.map((state) =>
            counting.map((at) => inRange(amount(a.parties[at] as number, state), at)),
          ),
          counting.map((at) => inRange(d[at] as Rational, at)),
        );
        expect(found.gap).toEqual(value && subtract(zero, value));
        expect(found.states).toEqual(places.map((place) => left[place]));
      }),
      runs,
    );
  });

  it('asks a party what acceptance asks it', () => {
    fc.assert(
      fc.property(arbitraryTracked, ({ model, verdicts }) => {
        for (const noDeal of noDealsOf(model, endsOf(verdicts.steps, model.space.today ?? 0))) {
          const { consents } = acceptanceOf(model, noDeal);
          consents.forEach((table, party) => {
            table.forEach((is, state) => {
              expect(consentAt(model, noDeal)(party, state)).toBe(is === 1);
            });
          });
        }
      }),
      { numRuns: 60, seed: 20250427 },
    );
  });
});

describe('two tracks', () => {
  it('leave to linking what no pair of packages makes up', () => {
    fc.assert(
      fc.property(arbitraryTracked, (tracked) => {
        const { model, a, b } = tracked;
        const today = model.space.today as number;
        const tracks = worldOf(tracked);
        const linked = linkageOf(tracks, a, b);
        const noDeals = tracks.noDealsAt(today);
        const starts = startsOf(tracked, today);
        const pairs = unionOf(
          starts.map((from) =>
            naiveUnlinked(
              model,
              from,
              naiveAcceptable(model, a, from, noDeals),
              naiveAcceptable(model, b, from, noDeals),
            ),
          ),
        );
        expect(linked.unlinked).toEqual(pairs);
        const joint = unionOf(starts.map((from) => naiveZone(model, joined(a, b), from, noDeals)));
        expect(linked.onlyLinked).toEqual(joint.filter((state) => !pairs.includes(state)));
        // The order in which they are named does not matter.
        expect(linkageOf(tracks, b, a).onlyLinked).toEqual(linked.onlyLinked);
        // Linking a track with itself has nothing to add.
        expect(linkageOf(tracks, a, a).onlyLinked).toEqual([]);
        const [noDeal] = tracks.noDealsAt(today);
        const value = noDeal && linkageValue(tracks, a, b, linked.joint, noDeal);
        // What both have, and nothing linked, is worth no more than the better of pairs.
        if (value) {
          expect(compare(value.together, zero)).toBeGreaterThanOrEqual(0);
          expect(compare(value.first, value.together)).toBeLessThanOrEqual(0);
          expect(compare(value.second, value.together)).toBeLessThanOrEqual(0);
        }
      }),
      runs,
    );
  });

  it('go one after the other as their definition says, in both readings', () => {
    fc.assert(
      fc.property(arbitraryTracked, (tracked) => {
        const { model, a, b } = tracked;
        const today = model.space.today as number;
        const tracks = worldOf(tracked);
        const second = (first: number | undefined): readonly Branch[] => {
          const from = first ?? today;
          const { outcomes } = tracks.solve(b, from);
          const each: readonly (number | undefined)[] =
            outcomes.length > 0 ? outcomes : [undefined];
          return each.map((one) => ({
            first,
            second: one,
            state: one ?? from,
            ends: endsOf(tracked.verdicts.steps, one ?? from),
          }));
        };
        const { outcomes, zone } = tracks.solve(a, today);
        for (const state of outcomes) expect(zone.zone).toContain(state);
        const come = tracks.inSequence(a, b, 'asTheyCome');
        expect(come.branches).toEqual(
          outcomes.length > 0 ? outcomes.flatMap(second) : second(undefined),
        );
        expect(come.stopped).toEqual([]);
        const foreseen = tracks.inSequence(a, b, 'foreseeing');
        const signed = outcomes.filter(
          (state) => !foreseen.stopped.some((one) => one.state === state),
        );
        expect(foreseen.branches).toEqual(
          signed.length > 0 ? signed.flatMap(second) : second(undefined),
        );
        for (const { state, by } of foreseen.stopped) {
          expect(by.length).toBeGreaterThan(0);
          // Each of them would be worse off, or have a red line crossed, at some end after both.
          for (const party of by) {
            expect(
              second(state).some(({ ends }) =>
                ends
                  .flat()
                  .some((end) =>
                    tracks.noDealsAt(today).some((noDeal) => !consentAt(model, noDeal)(party, end)),
                  ),
              ),
            ).toBe(true);
          }
        }
      }),
      runs,
    );
  });
});

describe('a trade', () => {
  it('adds up to the change of utility', () => {
    fc.assert(
      fc.property(arbitraryTracked, fc.nat(), fc.nat(), ({ model }, one, other) => {
        const [from, to] = [one % model.states, other % model.states];
        model.utilities.forEach((utilities, party) => {
          if (!utilities) return;
          const { issues, gained, lost } = tradeOf(model, party, from, to);
          const sum = [
            ...issues.map(({ change }) => change),
            ...gained.map(({ worth }) => worth ?? zero),
            ...lost.map(({ worth }) => subtract(zero, worth ?? zero)),
          ].reduce(add, zero);
          expect(sum).toEqual(subtract(utilityAt(utilities, to), utilityAt(utilities, from)));
        });
      }),
      runs,
    );
  });
});
