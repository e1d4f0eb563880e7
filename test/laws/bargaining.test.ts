import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aboveNoDeal,
  fallbackBargaining,
} from '../../src/analysis/bargaining/fallback-bargaining.js';
import { listProblem } from '../../src/analysis/bargaining/list-problem.js';
import { listedBargaining, listedProblem } from '../../src/analysis/bargaining/listed.js';
import { paretoFrontier } from '../../src/analysis/bargaining/pareto.js';
import type {
  Bargaining,
  Point,
  Problem,
  Solution,
} from '../../src/analysis/bargaining/problem.js';
import { rankUtilities, type Utilities } from '../../src/core/utility.js';
import { add, multiply, type Rational, rational } from '../../src/numeric/rational.js';
import {
  type Amounts,
  type NaiveOptimum,
  naiveDominates,
  naiveEgalitarian,
  naiveFallback,
  naiveFrontier,
  naiveKalaiSmorodinsky,
  naiveNash,
  naiveRational,
  naiveUtilitarian,
} from '../naive/naive-bargaining.js';
import { arbitraryBargaining, everyOutcome } from './arbitrary-bargaining.js';

const runs = { numRuns: 300, seed: 20250427 };

function listed(problem: Problem): Bargaining<readonly number[]> {
  const bargaining = listedProblem(problem);
  if (!bargaining) throw new Error('the problem is too large to list');
  return bargaining;
}

/** Columns of a list of fractions, whatever their denominators. */
function columnsOf(amounts: Amounts, parties: number): readonly Utilities[] {
  return Array.from({ length: parties }, (_, party) => {
    const values = amounts.map((row) => row[party] as Rational);
    const denominator = values.reduce((product, { d }) => product * rational(product, d).d, 1n);
    return { numerators: values.map(({ n, d }) => (n * denominator) / d), denominator };
  });
}

/** Points as plain text: amounts in lowest terms, how many outcomes, the first of them. */
function pointTexts<Where>(points: readonly Point<Where>[], denominators: readonly bigint[]) {
  return points.map(({ amounts, count, outcomes }) => {
    const texts = amounts.map((n, party) => {
      const amount = rational(n, denominators[party] as bigint);
      return `${amount.n}/${amount.d}`;
    });
    return `${texts.join(' ')} × ${count}: ${JSON.stringify(outcomes)}`;
  });
}

/** The same from a list of places. */
function expectedTexts(
  amounts: Amounts,
  choices: readonly (readonly number[])[],
  places: readonly number[],
) {
  const points = new Map<string, { row: readonly Rational[]; places: number[] }>();
  for (const place of places) {
    const row = amounts[place] as readonly Rational[];
    const key = row.map(({ n, d }) => `${n}/${d}`).join(' ');
    const point = points.get(key);
    if (point) point.places.push(place);
    else points.set(key, { row, places: [place] });
  }
  const later = (a: readonly Rational[], b: readonly Rational[]) => {
    const at = a.findIndex(({ n, d }, party) => n * b[party]!.d !== b[party]!.n * d);
    return at < 0 ? 0 : a[at]!.n * b[at]!.d > b[at]!.n * a[at]!.d ? -1 : 1;
  };
  return [...points]
    .sort(([, a], [, b]) => later(a.row, b.row))
    .map(
      ([key, { places: at }]) =>
        `${key} × ${at.length}: ${JSON.stringify(at.slice(0, 5).map((place) => choices[place]))}`,
    );
}

describe('on every small problem', () => {
  it('the list holds the feasible outcomes in order with their exact amounts', () => {
    fc.assert(
      fc.property(arbitraryBargaining, ({ problem }) => {
        const { choices, amounts } = everyOutcome(problem);
        const list = listProblem(problem)!;
        expect(list.size).toBe(choices.length);
        expect(choices.map((_, place) => list.outcomeAt(place))).toEqual(choices);
        list.columns.forEach(({ numerators, denominator }, party) => {
          const found = Array.from(numerators as ArrayLike<number | bigint>, (numerator) =>
            rational(BigInt(numerator), denominator),
          );
          expect(found).toEqual(amounts.map((row) => row[party]));
        });
      }),
      runs,
    );
  });

  it('the frontier is what no outcome dominates, equal outcomes together', () => {
    fc.assert(
      fc.property(arbitraryBargaining, ({ problem, disagreement }) => {
        const { choices, amounts } = everyOutcome(problem);
        const bargaining = listed(problem);
        const check = (atLeast: readonly Rational[] | undefined) => {
          const found = bargaining.frontier(atLeast)!;
          const expected = naiveFrontier(amounts).filter(
            (place) => !atLeast || naiveRational(amounts, atLeast).includes(place),
          );
          expect(pointTexts(found.points, bargaining.denominators)).toEqual(
            expectedTexts(amounts, choices, expected),
          );
          expect(found.outcomes).toBe(BigInt(expected.length));
        };
        check(disagreement);
        check(undefined);
        check(disagreement);
      }),
      runs,
    );
  });

  it.each(['before the frontier is known', 'once the frontier is known'])(
    'the solutions are those of the definitions, %s',
    (when) => {
      fc.assert(
        fc.property(arbitraryBargaining, ({ problem, disagreement: d }) => {
          const { choices, amounts } = everyOutcome(problem);
          const bargaining = listed(problem);
          if (when === 'once the frontier is known') bargaining.frontier();
          const found = bargaining.solutions(d);
          const same = (solution: Solution<readonly number[]>, expected: NaiveOptimum) => {
            expect(pointTexts(solution.points, bargaining.denominators)).toEqual(
              expectedTexts(amounts, choices, expected.places),
            );
            expect(solution.count).toBe(BigInt(expected.places.length));
            expect(solution.value).toEqual(expected.value);
          };
          const all = amounts.map((_, place) => place);
          const rationalPlaces = naiveRational(amounts, d);
          const normalised = naiveKalaiSmorodinsky(amounts, d);
          same(found.nash, naiveNash(amounts, d));
          same(found.kalaiSmorodinsky, normalised);
          same(found.egalitarian, naiveEgalitarian(amounts, d));
          same(found.utilitarian, naiveUtilitarian(amounts, all));
          same(found.utilitarianRational, naiveUtilitarian(amounts, rationalPlaces));
          expect(found.kalaiSmorodinsky.leftOut).toEqual(normalised.leftOut);
          expect(found.nash.none).toBe(
            rationalPlaces.length === 0
              ? 'no outcome is rational'
              : found.nash.points.length === 0
                ? 'no outcome is above no deal for all'
                : undefined,
          );
        }),
        runs,
      );
    },
  );

  it('whatever is left out of the frontier is dominated by a member of it', () => {
    fc.assert(
      fc.property(arbitraryBargaining, ({ problem }) => {
        const { amounts } = everyOutcome(problem);
        const columns = columnsOf(amounts, problem.parties.length);
        const places = Int32Array.from(amounts.keys());
        const members = paretoFrontier(columns.map(rankUtilities), places)!;
        for (const place of places) {
          const row = amounts[place]!;
          const isMember = members.includes(place);
          expect(members.some((member) => naiveDominates(amounts[member]!, row))).toBe(!isMember);
        }
      }),
      runs,
    );
  });
});

describe('solutions of the same problem told in another way', () => {
  type Named = 'nash' | 'kalaiSmorodinsky' | 'egalitarian' | 'utilitarian' | 'utilitarianRational';
  const all: readonly Named[] = [
    'nash',
    'kalaiSmorodinsky',
    'egalitarian',
    'utilitarian',
    'utilitarianRational',
  ];
  const placesBy = (amounts: Amounts, d: readonly Rational[], keep?: Uint8Array) => {
    const bargaining = listedBargaining(columnsOf(amounts, d.length), { keep });
    const solutions = bargaining.solutions(d);
    return (name: Named) =>
      solutions[name].points
        .map(({ outcomes, count }) => ({ outcomes, count }))
        .sort((a, b) => (a.outcomes[0] as number) - (b.outcomes[0] as number));
  };
  const stretch = (amounts: Amounts, change: (amount: Rational, party: number) => Rational) =>
    amounts.map((row) => row.map(change));

  it('Nash and Kalai–Smorodinsky ignore each party’s unit and zero', () => {
    fc.assert(
      fc.property(arbitraryBargaining, ({ problem, disagreement }) => {
        const { amounts } = everyOutcome(problem);
        const change = (amount: Rational, party: number) =>
          add(
            multiply(rational(BigInt(party + 2), 3n), amount),
            rational(BigInt(5 * party - 3), 7n),
          );
        const told = placesBy(amounts, disagreement);
        const changed = placesBy(stretch(amounts, change), disagreement.map(change));
        for (const name of ['nash', 'kalaiSmorodinsky'] as const)
          expect(changed(name)).toEqual(told(name));
      }),
      runs,
    );
  });

  it('the egalitarian and utilitarian ignore a common unit, not one party’s own', () => {
    const rows = [
      [3, 1],
      [2, 2],
    ].map((row) => row.map((amount) => rational(BigInt(amount))));
    const d = [rational(0n), rational(0n)];
    const doubled = placesBy(
      stretch(rows, (amount, party) => (party === 1 ? multiply(amount, rational(4n)) : amount)),
      d,
    );
    expect(placesBy(rows, d)('egalitarian')).toEqual([{ outcomes: [1], count: 1n }]);
    expect(doubled('egalitarian')).toEqual([{ outcomes: [0], count: 1n }]);
    expect(placesBy(rows, d)('utilitarian')[0]?.count).toBe(1n);
    expect(doubled('utilitarian')).toEqual([{ outcomes: [1], count: 1n }]);
    fc.assert(
      fc.property(arbitraryBargaining, ({ problem, disagreement }) => {
        const { amounts } = everyOutcome(problem);
        const change = (amount: Rational) => multiply(amount, rational(7n, 3n));
        const told = placesBy(amounts, disagreement);
        const changed = placesBy(stretch(amounts, change), disagreement.map(change));
        for (const name of all) expect(changed(name)).toEqual(told(name));
      }),
      runs,
    );
  });

  it('renumbering parties and outcomes renumbers the answer', () => {
    fc.assert(
      fc.property(arbitraryBargaining, ({ problem, disagreement }) => {
        const { amounts } = everyOutcome(problem);
        const solve = (rows: Amounts, d: readonly Rational[]) =>
          listedBargaining(columnsOf(rows, d.length)).solutions(d);
        const told = solve(amounts, disagreement);
        const turned = solve(
          amounts.map((row) => [...row].reverse()).reverse(),
          [...disagreement].reverse(),
        );
        const texts = (points: readonly Point<number>[], isTurned: boolean) =>
          points
            .map(({ amounts: row, count }) => `${isTurned ? [...row].reverse() : row} × ${count}`)
            .sort();
        for (const name of all)
          expect(texts(turned[name].points, true)).toEqual(texts(told[name].points, false));
        const last = disagreement.length - 1;
        expect(turned.kalaiSmorodinsky.leftOut.map((party) => last - party).reverse()).toEqual(
          told.kalaiSmorodinsky.leftOut,
        );
      }),
      runs,
    );
  });

  it('an outcome that does not take part changes nothing', () => {
    fc.assert(
      fc.property(arbitraryBargaining, ({ problem, disagreement }) => {
        const { amounts } = everyOutcome(problem);
        const best = disagreement.map(() => rational(10n ** 25n));
        const keep = Uint8Array.from([...amounts.map(() => 1), 0]);
        const told = placesBy(amounts, disagreement);
        const changed = placesBy([...amounts, best], disagreement, keep);
        for (const name of all) expect(changed(name)).toEqual(told(name));
      }),
      runs,
    );
  });
});

describe('among thousands of outcomes', () => {
  /** The frontier by comparing every outcome with every other until one dominates it. */
  const frontierByForce = (scales: readonly Float64Array[]) =>
    Array.from(scales[0]!.keys()).filter((x) => {
      const row = scales.map((scale) => scale[x]!);
      return !scales[0]!.some(
        (_, y) =>
          scales.every((scale, party) => scale[y]! >= row[party]!) &&
          scales.some((scale, party) => scale[y]! > row[party]!),
      );
    });

  it.each([
    { parties: 1, top: 50 },
    { parties: 2, top: 10 },
    { parties: 2, top: 100_000 },
    { parties: 3, top: 12 },
    { parties: 4, top: 1000 },
    { parties: 6, top: 4 },
    { parties: 7, top: 100 },
  ])('the frontier of $parties parties with amounts below $top is the same by force', (given) => {
    for (const seed of [1, 2, 3]) {
      const values = fc.sample(fc.nat({ max: given.top - 1 }), {
        numRuns: given.parties * 4500,
        seed,
      });
      const scales = Array.from({ length: given.parties }, (_, party) =>
        Float64Array.from(values.slice(party * 4500, (party + 1) * 4500)),
      );
      const places = Int32Array.from({ length: 4500 }, (_, place) => place);
      expect([...paretoFrontier(scales, places)!]).toEqual(frontierByForce(scales));
    }
  });

  it('a frontier that all outcomes stand on is found whole', () => {
    const first = Float64Array.from({ length: 20_000 }, (_, place) => place >> 1);
    const second = first.map((amount) => -amount);
    const places = Int32Array.from(first.keys());
    expect(paretoFrontier([first, second], places)).toEqual(places);
    expect(paretoFrontier([first, first], places)).toEqual(Int32Array.of(19_998, 19_999));
  });

  it('a search that is stopped gives no frontier', () => {
    const column = {
      numerators: Float64Array.from({ length: 9000 }, (_, n) => n),
      denominator: 1n,
    };
    const control = { progress: () => {}, stopped: () => true };
    expect(listedBargaining([column], { control }).frontier()).toBeUndefined();
    expect(listedBargaining([column]).frontier()?.outcomes).toBe(1n);
  });
});

describe('fallback bargaining', () => {
  const arbitraryOrders = fc
    .record({
      parties: fc.integer({ min: 1, max: 5 }),
      outcomes: fc.integer({ min: 0, max: 12 }),
      noDeal: fc.integer({ min: -1, max: 2 }),
    })
    .chain(({ parties, outcomes, noDeal }) =>
      fc.record({
        payoffs: fc.array(
          fc.array(fc.nat({ max: 5 }), { minLength: outcomes, maxLength: outcomes }),
          { minLength: parties, maxLength: parties },
        ),
        noDeal: fc.constant(Array.from({ length: parties }, () => noDeal)),
      }),
    );

  it('is what its definition says on every small problem, and efficient', () => {
    fc.assert(
      fc.property(arbitraryOrders, ({ payoffs, noDeal }) => {
        const scales = payoffs.map((payoff) => Int32Array.from(payoff));
        const isCandidate = aboveNoDeal(scales, noDeal);
        const candidates = payoffs[0]!
          .map((_, place) => place)
          .filter((place) => payoffs.every((payoff, p) => payoff[place]! > noDeal[p]!));
        expect([...isCandidate.keys()].filter((place) => isCandidate[place])).toEqual(candidates);
        const { places } = fallbackBargaining(scales, isCandidate);
        expect([...places]).toEqual(naiveFallback(payoffs, candidates));
        const frontier = paretoFrontier(scales, Int32Array.from(candidates))!;
        for (const place of places) expect(frontier).toContain(place);
      }),
      runs,
    );
  });
});
