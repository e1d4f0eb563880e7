import fc from 'fast-check';
import type { AssumptionSet, Doubt } from '../../src/analysis/uncertainty/doubt.js';
import { readingDoubt, ruleDoubt, todayDoubt, wantDoubt } from '../small/doubts.js';

function orderDoubt(party: number, reading: number, length: number): Doubt {
  const orders =
    length === 2
      ? [
          [0, 1],
          [1, 0],
        ]
      : [
          [0, 1, 2],
          [0, 2, 1],
          [1, 0, 2],
          [1, 2, 0],
          [2, 0, 1],
          [2, 1, 0],
        ];
  return {
    id: `P${party}.r${reading}.5-${4 + length}`,
    about: { kind: 'order', party, reading, list: 'wants', first: 4, orders },
    cases: orders.map((order) => order.map((offset) => offset + 5).join('-')),
    weights: undefined,
  };
}

const arbitraryReading = fc.record({
  wants: fc.integer({ min: 0, max: 2 }),
  order: fc.constantFrom(0, 0, 2, 3),
});

const arbitraryParty = fc.record({
  readings: fc.array(arbitraryReading, { minLength: 1, maxLength: 3 }),
  weights: fc.option(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 })),
});

/** Doubts in their order: of up to two parties, up to two rules, up to one issue today. */
export const arbitraryDoubts: fc.Arbitrary<readonly Doubt[]> = fc
  .record({
    parties: fc.array(arbitraryParty, { maxLength: 2 }),
    rules: fc.integer({ min: 0, max: 2 }),
    today: fc.constantFrom(0, 2, 3),
  })
  .map(({ parties, rules, today }) => [
    ...parties.flatMap(({ readings, weights }, party) => [
      ...(readings.length > 1
        ? [readingDoubt(party, readings.length, weights?.slice(0, readings.length))]
        : []),
      ...readings.flatMap(({ wants, order }, reading) => [
        ...Array.from({ length: wants }, (_, group) => wantDoubt(party, reading, group)),
        ...(order > 0 ? [orderDoubt(party, reading, order)] : []),
      ]),
    ]),
    ...Array.from({ length: rules }, (_, rule) => ruleDoubt(rule)),
    ...(today > 0 ? [todayDoubt(0, today)] : []),
  ])
  // The slow oracle looks at every combination, acting or not.
  .filter((doubts) => doubts.reduce((product, { cases }) => product * cases.length, 1) <= 800);

/** Some cases of doubts: by place, each with a case modulo the cases that its doubt has. */
const arbitraryLiterals = fc.array(
  fc.record({ at: fc.nat(20), chosen: fc.nat(5), isSo: fc.boolean() }),
  { minLength: 2, maxLength: 5 },
);

/** An answer: at least so many of some cases are taken; so that it may need several changes. */
const arbitraryAnswer = arbitraryLiterals.chain((literals) =>
  fc.record({
    literals: fc.constant(literals),
    least: fc.integer({ min: 1, max: literals.length }),
  }),
);

/** Doubts, and answers under each set: first whether it is possible, which it mostly is. */
export const arbitraryQuestion = fc
  .record({
    doubts: arbitraryDoubts,
    impossible: fc.option(arbitraryLiterals),
    answers: fc.array(arbitraryAnswer, { minLength: 2, maxLength: 3 }),
  })
  .map(({ doubts, impossible, answers }) => {
    const isSo = (set: AssumptionSet, { literals, least }: (typeof answers)[number]) =>
      literals.filter(({ at, chosen, isSo }) => {
        const place = doubts.length > 0 ? at % doubts.length : 0;
        const cases = doubts[place]?.cases.length ?? 1;
        return ((set[place] ?? 0) === chosen % cases) === isSo;
      }).length >= least;
    return {
      doubts,
      answersOf: (set: AssumptionSet): readonly boolean[] => [
        impossible === null || !isSo(set, { literals: impossible, least: impossible.length }),
        ...answers.map((answer) => isSo(set, answer)),
      ],
    };
  });
