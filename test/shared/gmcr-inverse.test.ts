import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ConceptId } from '../../src/analysis/stability/concept.js';
import { isLeft, waysOut } from '../../src/analysis/stability/ways-out.js';
import { buildModel, type Model } from '../../src/core/model.js';
import { importGmcr } from '../../src/io/gmcr/import-gmcr.js';
import { caseOfText } from '../small/small-cases.js';

/** Counts of joint rankings; each party's is permuted over a span of places, the rest as it is. */
type Inverse = {
  readonly desiredState: number;
  readonly varyRanges: readonly (readonly [number, number])[];
  readonly rankingsTried: number;
  readonly definitionCounts: Readonly<Partial<Record<'Nash' | 'GMR' | 'SMR' | 'SEQ', number>>>;
};

type Expected = {
  readonly preferences: readonly { readonly ranking: readonly (number | readonly number[])[] }[];
  readonly inverse: readonly Inverse[];
};

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'gmcr');

/** States by ordinal from 1, best first, ties together. */
type Ranking = readonly (readonly number[])[];

function permutations(items: Ranking): readonly Ranking[] {
  if (items.length < 2) return [items];
  return items.flatMap((first, at) =>
    permutations(items.toSpliced(at, 1)).map((rest) => [first, ...rest]),
  );
}

/** The rankings of one party that are tried. */
function varied(ranking: Ranking, [from, to]: readonly [number, number]) {
  return permutations(ranking.slice(from, to)).map((span) => [
    ...ranking.slice(0, from),
    ...span,
    ...ranking.slice(to),
  ]);
}

/** Which of the rankings make the state stable for the party, the others as in the model. */
function staying(
  model: Model,
  concept: ConceptId,
  party: number,
  state: number,
  rankings: readonly Ranking[],
): number {
  const ways = waysOut(model, concept, party, state) ?? expect.fail('no closed form');
  return rankings.filter((ranking) => {
    const place = placeIn(ranking);
    return !isLeft(ways, (one) => place(one) < place(state));
  }).length;
}

/** Where a state, numbered from 0, stands in a ranking. */
function placeIn(ranking: Ranking): (state: number) => number {
  return (state) => ranking.findIndex((tied) => tied.includes(state + 1));
}

describe.each(['Prisoners', 'SyriaIraq', 'Elmira'])('inverse counts of %s', (name) => {
  const given = join(folder, `${name}.gmcr`);
  const results = join(folder, `${name}.expected.json`);
  if (!existsSync(given) || !existsSync(results)) {
    test.skip(`want ../shared/data/gmcr/${name}.gmcr and ${name}.expected.json`, () => {});
    return;
  }
  const expected = JSON.parse(readFileSync(results, 'utf8')) as Expected;
  const model = buildModel(caseOfText(importGmcr(readFileSync(given, 'utf8')).caseText ?? ''));
  const parties = model.payoffs.map((_, party) => party);
  const rankingsOf = (party: number, { varyRanges }: Inverse) =>
    varied(
      (expected.preferences[party]?.ranking ?? []).map((entry) => [entry].flat()),
      varyRanges[party] ?? [0, 0],
    );

  test.each(expected.inverse)('multiply over the parties: state $desiredState', (asked) => {
    const state = asked.desiredState - 1;
    for (const [concept, key] of [
      ['nash', 'Nash'],
      ['gmr', 'GMR'],
      ['smr', 'SMR'],
    ] as const) {
      const counts = parties.map((party) =>
        staying(model, concept, party, state, rankingsOf(party, asked)),
      );
      expect(
        counts.reduce((product, count) => product * count, 1),
        key,
      ).toBe(asked.definitionCounts[key]);
    }
  });

  const small = expected.inverse.filter(
    ({ definitionCounts }) => definitionCounts.SEQ !== undefined,
  );
  if (model.parties !== 2 || small.length === 0) return;
  test.each(small)('under SEQ follow the other’s ranking: state $desiredState', (asked) => {
    const state = asked.desiredState - 1;
    // Two parties: each verdict by the closed form, for every ranking of the other.
    const verdicts = parties.map((party) => {
      const other = 1 - party;
      return rankingsOf(other, asked).map((ranking) => {
        const place = placeIn(ranking);
        const payoffs = Int32Array.from(model.payoffs[other] ?? [], (_, one) => -place(one));
        // Nothing derived from the model as it was may be taken over.
        const derive = <Table>(_: string, make: () => Table) => make();
        const changed = { ...model, derive, payoffs: model.payoffs.with(other, payoffs) };
        const ways = waysOut(changed, 'seq', party, state) ?? [];
        return rankingsOf(party, asked).map((own) => {
          const place = placeIn(own);
          return !isLeft(ways, (one) => place(one) < place(state));
        });
      });
    });
    let both = 0;
    rankingsOf(0, asked).forEach((_, first) => {
      rankingsOf(1, asked).forEach((__, second) => {
        if (verdicts[0]?.[second]?.[first] && verdicts[1]?.[first]?.[second]) both += 1;
      });
    });
    expect(both).toBe(asked.definitionCounts.SEQ);
  });
});
