import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stableStates } from '../../src/analysis/stability/concept.js';
import { conceptOf } from '../../src/analysis/stability/concepts.js';
import { hasErrors } from '../../src/core/diagnostic.js';
import { buildModel, type Model } from '../../src/core/model.js';
import { type Arcs, targetsOf } from '../../src/core/moves.js';
import { levelsOf } from '../../src/core/space.js';
import { readCase } from '../../src/io/case-file/read-case.js';
import { importGmcr } from '../../src/io/gmcr/import-gmcr.js';

/** What another program and a brute force make of a file; states by ordinal from 1. */
type Expected = {
  readonly options: readonly { readonly name: string; readonly owner: number }[];
  readonly dms: readonly string[];
  readonly stateCount: number;
  readonly states: readonly { readonly decimal: number; readonly yn: string }[];
  readonly preferences: readonly {
    readonly payoffs: readonly number[];
    readonly ranking: readonly (number | readonly number[])[];
  }[];
  readonly reachability: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly definition: {
    readonly stability: Readonly<Record<ConceptName, readonly (readonly number[])[]>>;
    readonly equilibria: Readonly<Record<ConceptName, readonly number[]>>;
  };
};
const conceptNames = ['nash', 'gmr', 'smr', 'seq', 'sseq', 'sim'] as const;
type ConceptName = (typeof conceptNames)[number];

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'gmcr');
const fileOf = (name: string) => join(folder, name);
const isThere = (...names: readonly string[]) => names.every((name) => existsSync(fileOf(name)));

function modelOf(text: string): Model {
  const { caseText, diagnostics } = importGmcr(text);
  expect(diagnostics).toEqual([]);
  const reading = readCase(caseText ?? '');
  expect(reading.diagnostics.filter((found) => hasErrors([found]))).toEqual([]);
  if (!reading.case) expect.fail('the imported case has flaws');
  return buildModel(reading.case);
}

/** States from best to worst, ties together, by ordinal. */
function rankingOf(payoffs: Int32Array): number[][] {
  return [...new Set(payoffs)]
    .sort((a, b) => b - a)
    .map((payoff) => [...payoffs].flatMap((other, state) => (other === payoff ? [state + 1] : [])));
}

describe.each(['Prisoners', 'SyriaIraq', 'Elmira', 'SI_misp'])('%s', (name) => {
  const [given, results] = [`${name}.gmcr`, `${name}.expected.json`];
  if (!isThere(given, results)) {
    test.skip(`wants ../shared/data/gmcr/${given} and ${results}`, () => {});
    return;
  }
  const expected = JSON.parse(readFileSync(fileOf(results), 'utf8')) as Expected;
  const model = modelOf(readFileSync(fileOf(given), 'utf8'));
  const parties = model.case.parties.map((_, party) => party);

  test('has the same parties, options and states in the same order', () => {
    expect(model.case.parties.map((party) => party.name)).toEqual(expected.dms);
    expect(model.case.issues.map(({ label, control }) => ({ name: label, control }))).toEqual(
      expected.options.map((option) => ({
        name: option.name,
        control: { kind: 'by', parties: [option.owner] },
      })),
    );
    expect(model.states).toBe(expected.stateCount);
    expect([...model.space.numbers]).toEqual(expected.states.map(({ decimal }) => decimal));
    expect(
      expected.states.map((_, state) =>
        levelsOf(model.space, state)
          .map((level) => (level === 1 ? 'Y' : 'N'))
          .join(''),
      ),
    ).toEqual(expected.states.map(({ yn }) => yn));
  });

  test.each(parties)('party %i has the same order of states', (party) => {
    const theirs = expected.preferences[party];
    const ours = rankingOf(model.payoffs[party] as Int32Array);
    expect(ours).toEqual(
      theirs?.ranking.map((tied) =>
        typeof tied === 'number' ? [tied] : [...tied].sort((a, b) => a - b),
      ),
    );
    expect(ours).toEqual(rankingOf(Int32Array.from(theirs?.payoffs ?? [])));
  });

  test.each(parties)('party %i has the same moves', (party) => {
    const ours = expected.states.map((_, state) =>
      [...targetsOf(model.moves.alone[party] as Arcs, state)].map((target) => target + 1),
    );
    expect(ours).toEqual(expected.reachability[expected.dms[party] ?? '']);
  });

  test.each(conceptNames)('every cell and the equilibria of %s are the same', (concept) => {
    const deterrence = conceptOf(concept).deterrence(model);
    const table = parties.map((party) => [
      ...(stableStates(model, party, deterrence(party)) as Uint8Array),
    ]);
    expect(table).toEqual(expected.definition.stability[concept]);
    const equilibria = expected.states.flatMap((_, state) =>
      table.every((row) => row[state] === 1) ? [state + 1] : [],
    );
    expect(equilibria).toEqual(expected.definition.equilibria[concept]);
  });
});
