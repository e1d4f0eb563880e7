import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countSets,
  listSets,
  settled,
  standing,
  weightOf,
} from '../../src/analysis/uncertainty/assumption-set.js';
import type { AssumptionSet, Doubt } from '../../src/analysis/uncertainty/doubt.js';
import { drawerOf, drawSet } from '../../src/analysis/uncertainty/draw-set.js';
import { interactionsOf } from '../../src/analysis/uncertainty/interactions.js';
import { answersIn, packRow } from '../../src/analysis/uncertainty/rows.js';
import { sharesOf, standardError } from '../../src/analysis/uncertainty/shares.js';
import { smallestFlips } from '../../src/analysis/uncertainty/smallest-flips.js';
import { tallyOf } from '../../src/analysis/uncertainty/tally.js';
import { tornadoesOf } from '../../src/analysis/uncertainty/tornado.js';
import { add, multiply, one, type Rational, rational, zero } from '../../src/core/rational.js';
import {
  acts,
  everyWorld,
  naiveBar,
  naiveFlips,
  naiveInteraction,
  naiveShare,
  type World,
  weightWhere,
} from '../naive/naive-uncertainty.js';
import { drawnSample, listedSample, readingDoubt } from '../small/doubts.js';
import { arbitraryDoubts, arbitraryQuestion } from './arbitrary-doubts.js';

const runs = { numRuns: 100, seed: 20250505 };
const always = () => true;
const key = (set: AssumptionSet) => set.join();
const number = ({ n, d }: Rational) => Number(n) / Number(d);

/** Sets drawn, each a world of weight one: what the oracle makes of draws. */
const drawnWorlds = (sets: readonly AssumptionSet[]): readonly World[] =>
  sets.map((set) => ({ set, weight: one }));

describe('assumption sets', () => {
  it('are those that every combination of cases settles to, with the weights of these', () => {
    fc.assert(
      fc.property(arbitraryDoubts, (doubts) => {
        const worlds = everyWorld(doubts);
        const sets = listSets(doubts);
        expect(BigInt(sets.length)).toBe(countSets(doubts));
        expect(new Set(sets.map(key)).size).toBe(sets.length);
        expect(new Set(sets.map(key))).toEqual(new Set(worlds.map(({ set }) => key(set))));
        expect(sets[0]).toEqual(standing(doubts));
        for (const set of sets) {
          expect(settled(doubts, set)).toEqual(set);
          expect(weightOf(doubts, set)).toEqual(
            weightWhere(worlds, (other) => key(other) === key(set)),
          );
        }
        expect(sets.reduce((sum, set) => add(sum, weightOf(doubts, set)), zero)).toEqual(one);
      }),
      { ...runs, numRuns: 40 },
    );
  });

  it('are one without doubts, and every share is then all or nothing', () => {
    expect(listSets([])).toEqual([[]]);
    const shares = sharesOf(tallyOf(listedSample([], () => [true, true, false])));
    expect(shares.map(({ share }) => share)).toEqual([one, one, zero]);
  });
});

describe('drawn sets', () => {
  it('are settled and among those listed, whatever else is drawn and in any order', () => {
    fc.assert(
      fc.property(arbitraryDoubts, fc.nat(), (doubts, seed) => {
        const listed = new Set(listSets(doubts).map(key));
        const draw = drawerOf(doubts, seed);
        const sets = Array.from({ length: 60 }, (_, at) => draw(at));
        for (const set of sets) {
          expect(settled(doubts, set)).toEqual(set);
          expect(listed.has(key(set))).toBe(true);
        }
        const again = [...sets.keys()].reverse().map((at) => drawSet(doubts, seed, at));
        expect(again.reverse()).toEqual(sets);
        const more = drawerOf([...doubts, readingDoubt(9, 3, [1, 2, 3])], seed);
        expect(sets.map((_, at) => more(at).slice(0, -1))).toEqual(sets);
      }),
      runs,
    );
  });

  it('come as often as they weigh: on 50 questions every share within four standard errors', () => {
    const draws = 2000;
    let compared = 0;
    for (const [seed, { doubts, answersOf }] of fc
      .sample(arbitraryQuestion, { seed: runs.seed, numRuns: 50 })
      .entries()) {
      const exact = tallyOf(listedSample(doubts, answersOf));
      const draw = drawerOf(doubts, seed);
      const sets = Array.from({ length: draws }, (_, at) => draw(at));
      const drawn = sharesOf(tallyOf(drawnSample(doubts, sets, answersOf)));
      for (const [column, { share }] of sharesOf(exact).entries()) {
        const found = drawn[column];
        if (!share || !found?.share || found.error === undefined) continue;
        compared += 1;
        expect(Math.abs(number(share) - number(found.share))).toBeLessThan(4 * found.error);
      }
      for (const [at, { cases }] of doubts.entries()) {
        for (const chosen of cases.keys()) {
          const taken = (set: AssumptionSet) => set[at] === chosen;
          const weight = number(naiveShare(everyWorld(doubts), always, taken) as Rational);
          const count = sets.filter(taken).length;
          compared += 1;
          expect(Math.abs(count / draws - weight)).toBeLessThan(4 * standardError(count, draws));
        }
      }
    }
    expect(compared).toBeGreaterThan(500);
  });
});

describe('shares', () => {
  it('are those of every combination weighed one by one', () => {
    fc.assert(
      fc.property(arbitraryQuestion, ({ doubts, answersOf }) => {
        const worlds = everyWorld(doubts);
        const counts = (set: AssumptionSet) => answersOf(set)[0] === true;
        const shares = sharesOf(tallyOf(listedSample(doubts, answersOf)));
        for (const [column, { share }] of shares.entries()) {
          expect(share).toEqual(
            naiveShare(worlds, counts, (set) => answersOf(set)[column] === true),
          );
        }
        const given = sharesOf(tallyOf(listedSample(doubts, answersOf), 1));
        for (const [column, { share }] of given.entries()) {
          expect(share).toEqual(
            naiveShare(
              worlds,
              (set) => counts(set) && answersOf(set)[1] === true,
              (set) => answersOf(set)[column] === true,
            ),
          );
        }
      }),
      runs,
    );
  });

  it('move linearly as a declared weight moves, while every set is possible', () => {
    let moved = 0;
    fc.assert(
      fc.property(arbitraryQuestion, ({ doubts, answersOf }) => {
        const at = doubts.findIndex(
          ({ cases, about }) => about.kind === 'reading' && cases.length === 2,
        );
        if (at < 0) return;
        const sharesAt = (weight: Rational) => {
          const declared = [weight, add(one, multiply(rational(-1n), weight))];
          const changed = doubts.with(at, { ...(doubts[at] as Doubt), weights: declared });
          const sample = listedSample(changed, (set) => [true, ...answersOf(set).slice(1)]);
          return sharesOf(tallyOf(sample)).map(({ share }) => share as Rational);
        };
        const [low, middle, high] = [rational(1n, 7n), rational(2n, 5n), rational(23n, 35n)].map(
          sharesAt,
        );
        for (const [column, share] of (middle ?? []).entries()) {
          const [before, after] = [low?.[column] as Rational, high?.[column] as Rational];
          expect(add(share, share)).toEqual(add(before, after));
          if (before.n * after.d !== after.n * before.d) moved += 1;
        }
      }),
      runs,
    );
    expect(moved).toBeGreaterThan(10);
  });

  it('and draws are the same where equal weights are declared as where none are', () => {
    fc.assert(
      fc.property(arbitraryQuestion, ({ doubts, answersOf }) => {
        const withWeights = (isDeclared: boolean) =>
          doubts.map((doubt) => {
            const equal = rational(1n, BigInt(doubt.cases.length));
            return { ...doubt, weights: isDeclared ? doubt.cases.map(() => equal) : undefined };
          });
        const [declared, plain] = [withWeights(true), withWeights(false)];
        expect(sharesOf(tallyOf(listedSample(declared, answersOf)))).toEqual(
          sharesOf(tallyOf(listedSample(plain, answersOf))),
        );
        for (let draw = 0; draw < 20; draw += 1) {
          expect(drawSet(declared, 4, draw)).toEqual(drawSet(plain, 4, draw));
        }
      }),
      runs,
    );
  });
});

/** A question listed, and drawn, each with the worlds that the oracle looks at. */
function bothWays(doubts: readonly Doubt[], answersOf: (set: AssumptionSet) => readonly boolean[]) {
  const draw = drawerOf(doubts, 11);
  const sets = Array.from({ length: 150 }, (_, at) => draw(at));
  return [
    { tally: tallyOf(listedSample(doubts, answersOf)), worlds: everyWorld(doubts) },
    { tally: tallyOf(drawnSample(doubts, sets, answersOf)), worlds: drawnWorlds(sets) },
  ];
}

describe('tornadoes', () => {
  it('are those worked out term by term, of listed sets and of draws', () => {
    fc.assert(
      fc.property(arbitraryQuestion, ({ doubts, answersOf }) => {
        for (const { tally, worlds } of bothWays(doubts, answersOf)) {
          const counts = (set: AssumptionSet) => answersOf(set)[0] === true;
          const answer = (set: AssumptionSet) => answersOf(set)[1] === true;
          const [bars = []] = tornadoesOf(tally, [1]);
          expect(bars.map(({ doubt }) => doubt)).toEqual([...doubts.keys()]);
          for (const { doubt, cases, swing, information } of bars) {
            expect({ shares: cases.map(({ share }) => share), swing, information }).toEqual(
              naiveBar(doubts, worlds, counts, answer, doubt),
            );
          }
        }
      }),
      { ...runs, numRuns: 60 },
    );
  });

  it('shares by case, weighed, add up to the share wherever the doubt acts', () => {
    fc.assert(
      fc.property(arbitraryQuestion, ({ doubts, answersOf }) => {
        const sample = listedSample(doubts, answersOf);
        const tally = tallyOf(sample);
        const [, whole] = sharesOf(tally);
        const isPossible = sample.sets.every((set) => answersOf(set)[0]);
        for (const { doubt, cases } of tornadoesOf(tally, [1])[0] ?? []) {
          const isAlways = sample.sets.every((set) => acts(doubts, set, doubt));
          if (!isAlways || !isPossible) continue;
          const sum = cases.reduce((total, { share }, chosen) => {
            const { weights, cases: own } = doubts[doubt] as Doubt;
            const weight = weights?.[chosen] ?? rational(1n, BigInt(own.length));
            return add(total, multiply(weight, share as Rational));
          }, zero);
          expect(sum).toEqual(whole?.share);
        }
      }),
      runs,
    );
  });
});

it('interactions are those of every four shares of listed sets', () => {
  let some = 0;
  fc.assert(
    fc.property(arbitraryQuestion, ({ doubts, answersOf }) => {
      const [listed] = bothWays(doubts, answersOf);
      if (!listed) return;
      const counts = (set: AssumptionSet) => answersOf(set)[0] === true;
      const { found } = interactionsOf(listed.tally, [2, 1]);
      const wanted = [2, 1].flatMap((column) =>
        doubts.flatMap((one, first) =>
          doubts.flatMap((two, second) => {
            const best =
              second > first &&
              naiveInteraction(
                doubts,
                listed.worlds,
                counts,
                (set) => answersOf(set)[column] === true,
                first,
                second,
              );
            if (!best) return [];
            const [a, aa, b, bb] = best.cases.map(
              (chosen, at) => (at < 2 ? one : two).cases[chosen] as string,
            );
            return [
              {
                column,
                doubts: [first, second],
                cases: [
                  [a, aa],
                  [b, bb],
                ],
                effect: best.effect,
                error: undefined,
              },
            ];
          }),
        ),
      );
      const size = ({ effect }: { effect: Rational }) => Math.abs(number(effect));
      expect(new Set(found)).toEqual(new Set(wanted));
      expect(found.map(size)).toEqual(found.map(size).toSorted((x, y) => y - x));
      some += found.length;
    }),
    { ...runs, numRuns: 60 },
  );
  expect(some).toBeGreaterThan(50);
});

it('interactions of draws are those of the same rows counted exactly, where beyond their error', () => {
  let [beyond, within] = [0, 0];
  fc.assert(
    fc.property(arbitraryQuestion, ({ doubts, answersOf }) => {
      const [, drawn] = bothWays(doubts, answersOf);
      if (!drawn || doubts.some(({ cases }) => cases.length > 2)) return;
      const counts = (set: AssumptionSet) => answersOf(set)[0] === true;
      const answer = (set: AssumptionSet) => answersOf(set)[1] === true;
      const { found } = interactionsOf(drawn.tally, [1]);
      for (const [first] of doubts.entries()) {
        for (let second = first + 1; second < doubts.length; second += 1) {
          const own = found.find(({ doubts: [a, b] }) => a === first && b === second);
          const exact = naiveInteraction(doubts, drawn.worlds, counts, answer, first, second);
          const cell = (a: number, b: number) => {
            const rows = drawn.worlds.filter(
              ({ set }) =>
                counts(set) &&
                acts(doubts, set, first) &&
                acts(doubts, set, second) &&
                set[first] === a &&
                set[second] === b,
            );
            return standardError(rows.filter(({ set }) => answer(set)).length, rows.length);
          };
          const error = Math.sqrt(
            [cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1)].reduce((sum, e) => sum + e * e, 0),
          );
          const isBeyond = exact && Math.abs(number(exact.effect)) > 2 * error;
          expect(own?.effect).toEqual(isBeyond ? exact.effect : undefined);
          if (isBeyond) beyond += 1;
          else if (exact) within += 1;
          if (own) expect(own.error).toBeCloseTo(error, 12);
        }
      }
    }),
    runs,
  );
  expect(beyond).toBeGreaterThan(10);
  expect(within).toBeGreaterThan(10);
});

it('smallest flips are the sets with the other answer and the fewest changes', () => {
  const lengths = new Set<number>();
  fc.assert(
    fc.property(arbitraryQuestion, ({ doubts, answersOf }) => {
      const worlds = everyWorld(doubts);
      const counts = (set: AssumptionSet) => answersOf(set)[0] === true;
      const limits = { changes: doubts.length, evaluations: 10_000 };
      const search = smallestFlips(doubts, (set) => packRow(answersOf(set)), [1, 2], limits);
      for (const { column, lists } of search.flips) {
        const sets = lists.map((list) => {
          lengths.add(list.length);
          const set = [...standing(doubts)];
          for (const { doubt, chosen } of list) set[doubt] = chosen;
          return key(set);
        });
        const wanted = naiveFlips(worlds, counts, (set) => answersOf(set)[column] === true);
        expect(new Set(sets).size).toBe(sets.length);
        expect(new Set(sets)).toEqual(new Set(wanted.map(key)));
      }
      const table = answersIn(listedSample(doubts, answersOf));
      expect(smallestFlips(doubts, table, [1, 2], limits)).toEqual(search);
    }),
    runs,
  );
  expect([...lengths].toSorted()).toEqual(expect.arrayContaining([1, 2, 3]));
});
