import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stableStates } from '../../src/analysis/stability/concept.js';
import { conceptOf } from '../../src/analysis/stability/concepts.js';
import { ordinaryRelations, relationalStable } from '../../src/analysis/stability/relational.js';
import { tableConceptOf } from '../../src/analysis/stability/table-concepts.js';
import type { Attitude, Case, Want } from '../../src/core/case.js';
import { buildModel, type Model } from '../../src/core/model.js';
import { naiveModel } from '../naive/naive-engine.js';
import { naiveOpinion, naiveRelationalIsStable } from '../naive/naive-relational.js';
import { arbitraryCase, arbitraryCondition, is } from './arbitrary.js';

const runs = { numRuns: 80, seed: 20250427 };

const table = (model: Model, id: string) =>
  (tableConceptOf(id)?.stable(model) ?? []).map((row) => [...row]);
const ordinary = (model: Model, id: 'nash' | 'gmr' | 'smr' | 'seq' | 'sseq') => {
  const deterrence = conceptOf(id).deterrence(model);
  return model.payoffs.map((_, party) => [
    ...(stableStates(model, party, deterrence(party)) as Uint8Array),
  ]);
};

/** The wants of a case, the first groups of each party marked strong. */
function withStrong(theCase: Case, strong: readonly number[]): Case {
  return withWants(theCase, (group, at, party) =>
    group.map((want) => ({ ...want, isStrong: at < (strong[party] ?? 0) })),
  );
}

/** The wants of a case, those alone in their group marked unknown where the bits say so. */
function withUnknown(theCase: Case, bits: readonly number[]): Case {
  return withWants(theCase, (group, at, party) =>
    group.map((want) => ({
      ...want,
      isUnknown: group.length === 1 && ((bits[party] ?? 0) >> at) % 2 === 1,
    })),
  );
}

function withWants(
  theCase: Case,
  change: (group: readonly Want[], at: number, party: number) => readonly Want[],
): Case {
  return {
    ...theCase,
    preferences: theCase.preferences.map((readings, party) =>
      readings.map((reading) => ({
        ...reading,
        wants: reading.wants?.map((group, at) => change(group, at, party)),
      })),
    ),
  };
}

/** More wants at the end, one for each level of each issue, so that no two outcomes tie. */
function withoutTies(theCase: Case): Case {
  const path = ['wants'];
  const last = theCase.issues.flatMap(({ levels }, issue) => levels.map((_, at) => is(issue, at)));
  return {
    ...theCase,
    preferences: theCase.preferences.map((readings) =>
      readings.map((reading) => {
        const [first] = reading.wants?.flat() ?? [];
        const blank = { text: '', label: undefined, why: undefined, from: [], path };
        const more = last.map((want): readonly Want[] => [
          {
            ...blank,
            confidence: undefined,
            worth: undefined,
            ...first,
            want,
            isStrong: false,
            isUnknown: false,
            isUnsure: false,
          },
        ]);
        return { ...reading, wants: [...(reading.wants ?? []), ...more] };
      }),
    ),
  };
}

function withAttitudes(theCase: Case, attitude: (party: number, other: number) => Attitude): Case {
  return {
    ...theCase,
    parties: theCase.parties.map((one, party) => ({
      ...one,
      attitudes: theCase.parties.map((_, other) => ({
        party: other,
        attitude: attitude(party, other),
      })),
    })),
  };
}

const numbers = (most: number) => fc.array(fc.nat({ max: most }), { minLength: 4, maxLength: 4 });
const isWithin = (inner: readonly number[][], outer: readonly number[][]) =>
  inner.every((row, party) => row.every((cell, state) => cell <= (outer[party]?.[state] ?? 0)));

/** A case, plain or changed by a condition, so that its moves may be transitive or not. */
const caseAndCondition = arbitraryCase.chain((theCase) =>
  fc.tuple(
    fc.constant(theCase),
    arbitraryCondition(theCase.issues.map(({ levels }) => levels.length)),
    fc.constantFrom('plain', 'coalesced', 'unaware'),
  ),
);

describe('with one complete order each', () => {
  it('pairwise relations give the ordinary concepts, also where moves are not transitive', () => {
    fc.assert(
      fc.property(caseAndCondition, ([given, when, kind]) => {
        const model = buildModel(
          kind === 'plain'
            ? given
            : kind === 'coalesced'
              ? { ...given, coalesce: [{ when, text: '', why: undefined, from: [], path: [] }] }
              : {
                  ...given,
                  parties: given.parties.map((party, at) =>
                    at === 0 ? { ...party, unaware: [{ when, text: '', path: [] }] } : party,
                  ),
                },
        );
        for (const shape of ['nash', 'gmr', 'smr', 'seq', 'sseq'] as const) {
          const rows = relationalStable(model, ordinaryRelations(model), shape);
          expect(
            rows.map((row) => [...row]),
            shape,
          ).toEqual(ordinary(model, shape));
        }
      }),
      { ...runs, numRuns: 600 },
    );
  }, 60_000);

  it('the four types of unknown preference do not differ', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const model = buildModel(theCase);
        for (const shape of ['nash', 'gmr', 'smr', 'seq'] as const) {
          for (const type of ['a', 'b', 'c', 'd']) {
            expect(table(model, `${shape}:${type}`)).toEqual(ordinary(model, shape));
          }
        }
      }),
      runs,
    );
  }, 60_000);
});

describe('strength of preference', () => {
  it('agrees with a second reading, and strong and weak make up the whole', () => {
    fc.assert(
      fc.property(arbitraryCase, numbers(3), (given, strong) => {
        const theCase = withStrong(given, strong);
        const model = buildModel(theCase);
        const naive = naiveModel(theCase, model.payoffs);
        const opinion = (party: number, a: number, b: number) =>
          naiveOpinion(theCase, party, naive.states[a] ?? [], naive.states[b] ?? []);
        const relations = {
          tempts: (party: number, a: number, b: number) => opinion(party, a, b).sign > 0,
          answers: (party: number, a: number, b: number) => opinion(party, a, b).sign > 0,
          isBad: (party: number, a: number, b: number) => {
            const { sign, isGreat } = opinion(party, a, b);
            return sign < 0 && isGreat;
          },
        };
        for (const shape of ['gmr', 'smr', 'seq'] as const) {
          const own = table(model, `strong-${shape}`);
          expect(own, shape).toEqual(
            naive.parties.map((party) =>
              naive.states.map((_, state) =>
                Number(naiveRelationalIsStable(naive, relations, shape, party, state)),
              ),
            ),
          );
          const weak = table(model, `weak-${shape}`);
          expect(
            own.map((row, party) => row.map((cell, at) => cell + (weak[party]?.[at] ?? 0))),
          ).toEqual(ordinary(model, shape));
        }
        expect(isWithin(table(model, 'strong-smr'), table(model, 'strong-gmr'))).toBe(true);
        expect(isWithin(table(model, 'strong-seq'), table(model, 'strong-gmr'))).toBe(true);
      }),
      runs,
    );
  }, 60_000);

  it('with no strong want only states without an improvement are strong', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const model = buildModel(theCase);
        expect(table(model, 'strong-gmr')).toEqual(ordinary(model, 'nash'));
      }),
      runs,
    );
  });
});

describe('unknown preference', () => {
  it('agrees with a second reading', () => {
    fc.assert(
      fc.property(arbitraryCase, numbers(31), (given, bits) => {
        const theCase = withUnknown(given, bits);
        const model = buildModel(theCase);
        const naive = naiveModel(theCase, model.payoffs);
        const like = (party: number, a: number, b: number) => {
          const { sign, isUnknown } = naiveOpinion(
            theCase,
            party,
            naive.states[a] ?? [],
            naive.states[b] ?? [],
          );
          return isUnknown ? 'U' : sign > 0 ? '+' : sign < 0 ? '-' : '=';
        };
        for (const [type, leaves, fears] of [
          ['a', '+U', '-='],
          ['b', '+', '-='],
          ['c', '+U', '-=U'],
          ['d', '+', '-=U'],
        ] as const) {
          const relations = {
            tempts: (party: number, a: number, b: number) => leaves.includes(like(party, a, b)),
            answers: (party: number, a: number, b: number) => '+U'.includes(like(party, a, b)),
            isBad: (party: number, a: number, b: number) => fears.includes(like(party, a, b)),
          };
          for (const shape of ['nash', 'gmr', 'smr', 'seq'] as const) {
            expect(table(model, `${shape}:${type}`), `${shape}:${type}`).toEqual(
              naive.parties.map((party) =>
                naive.states.map((_, state) =>
                  Number(naiveRelationalIsStable(naive, relations, shape, party, state)),
                ),
              ),
            );
          }
        }
      }),
      { ...runs, numRuns: 40 },
    );
  }, 120_000);

  it('a party that is drawn stays less often, one that is wary more often', () => {
    fc.assert(
      fc.property(arbitraryCase, numbers(31), (given, bits) => {
        const model = buildModel(withUnknown(given, bits));
        for (const shape of ['nash', 'gmr', 'smr', 'seq']) {
          const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((type) => table(model, `${shape}:${type}`));
          for (const [inner = [], outer = []] of [
            [a, b],
            [a, c],
            [b, d],
            [c, d],
          ]) {
            expect(isWithin(inner, outer)).toBe(true);
          }
        }
      }),
      runs,
    );
  }, 60_000);
});

describe('attitudes', () => {
  const discrete = (party: number, other: number): Attitude =>
    party === other ? 'positive' : 'neutral';

  // Inohara and Hipel (2009), propositions on discrete and on totally neutral attitudes.
  it('discrete ones with complete antisymmetric preferences give the ordinary concepts', () => {
    fc.assert(
      fc.property(arbitraryCase, (given) => {
        const model = buildModel(withAttitudes(withoutTies(given), discrete));
        for (const shape of ['nash', 'gmr', 'smr', 'seq'] as const) {
          expect(table(model, `relational-${shape}`), shape).toEqual(ordinary(model, shape));
        }
      }),
      runs,
    );
  }, 60_000);

  it('totally neutral ones make Nash equal SMR, and GMR equal SEQ', () => {
    fc.assert(
      fc.property(arbitraryCase, (given) => {
        const model = buildModel(withAttitudes(given, () => 'neutral'));
        const of = (shape: string) => table(model, `relational-${shape}`);
        expect(of('smr')).toEqual(of('nash'));
        expect(of('seq')).toEqual(of('gmr'));
      }),
      runs,
    );
  }, 60_000);

  it('of any kind: Nash within SMR and SEQ, both within GMR', () => {
    const words: readonly Attitude[] = ['positive', 'neutral', 'negative'];
    const matrix = fc.array(fc.constantFrom(...words), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(arbitraryCase, matrix, (given, drawn) => {
        const model = buildModel(
          withAttitudes(given, (party, other) => drawn[party * 4 + other] ?? 'neutral'),
        );
        const of = (shape: string) => table(model, `relational-${shape}`);
        for (const inner of ['smr', 'seq']) {
          expect(isWithin(of('nash'), of(inner))).toBe(true);
          expect(isWithin(of(inner), of('gmr'))).toBe(true);
        }
      }),
      runs,
    );
  }, 60_000);
});
