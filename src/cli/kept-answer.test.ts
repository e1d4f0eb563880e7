import { describe, expect, it } from 'vitest';
import type { Analysis, Case, Kept } from '../index.js';
import { canonicalJson, readCase } from '../index.js';
import { answerOf } from './kept-answer.js';
import type { ResultsCache } from './results-cache.js';
import type { Terminal } from './terminal.js';

const text = `detente: 1
title: A case
parties: {A: Ayland, B: Beeland}
issues:
  a: {by: A, levels: [low, high]}
preferences:
  A: {keen: {wants: [a = high]}, calm: {wants: [a = low]}}
`;

type Options = { readings: Record<string, string>; where: Record<string, string> };

/** A question that says how often it was worked out, and how long each time took. */
function setting(milliseconds: number) {
  const kept = new Map<string, unknown>();
  const tables = new Map<string, Int32Array>();
  let clock = 0;
  let runs = 0;
  let err = '';
  const cache: ResultsCache = {
    recall: (key) => kept.get(canonicalJson(key)),
    keep: (key, answer) => void kept.set(canonicalJson(key), answer),
    tables: (key): Kept => ({
      read: (name) => tables.get(`${canonicalJson(key)} ${name}`),
      write: (name, table) => void tables.set(`${canonicalJson(key)} ${name}`, table),
    }),
  };
  const terminal = {
    err: (said: string) => {
      err += said;
    },
    isInteractive: false,
    now: () => clock,
    openCache: () => cache,
  } as Partial<Terminal> as Terminal;
  const analysis: Analysis<Options, { readonly run: number }> = {
    name: 'counting',
    defaults: { readings: {}, where: {} },
    check: () => [],
    run: (_, options, control) => {
      runs += 1;
      clock += milliseconds;
      if (!control.kept?.read('table')) control.kept?.write('table', Int32Array.of(runs));
      const common = { seed: null, assumptions: [], convergence: null, limits: [] };
      return { analysis: 'counting', options, ...common, run: runs };
    },
  };
  const theCase = readCase(text).case as Case;
  const ask = (
    readings: Record<string, string> = {},
    over: { path?: string; useCache?: boolean } = {},
  ) =>
    answerOf(terminal, {
      path: 'case.yaml',
      caseHash: 'aa',
      theCase,
      analysis,
      options: { readings, where: {} },
      label: 'runs',
      useCache: true,
      ...over,
    }).run;
  return { ask, kept, tables, said: () => err };
}

describe('an answer that took long', () => {
  it('is given again without working it out, and said to be kept', () => {
    const { ask, said } = setting(301);
    expect([ask(), ask()]).toEqual([1, 1]);
    expect(said()).toBe(
      'from the results kept beside the case (.detente-cache); --no-cache works them out anew\n',
    );
  });

  it('is the same whether the first reading is named or not', () => {
    const { ask } = setting(301);
    expect([ask(), ask({ A: 'keen' }), ask({ A: 'calm' }), ask({ A: 'calm' })]).toEqual([
      1, 1, 2, 2,
    ]);
  });

  it('is not used or kept after --no-cache, or for standard input', () => {
    const { ask, kept, tables } = setting(301);
    expect([ask({}, { useCache: false }), ask({}, { path: '-' })]).toEqual([1, 2]);
    expect([kept.size, tables.size]).toEqual([0, 0]);
    expect([ask(), ask({}, { useCache: false }), ask()]).toEqual([3, 4, 3]);
  });
});

it('an answer that took no longer than 0.3 s about a small case is not kept', () => {
  const { ask, kept, tables, said } = setting(300);
  expect([ask(), ask()]).toEqual([1, 2]);
  expect([kept.size, tables.size, said()]).toEqual([0, 0, '']);
});

it('a table of another question about the same case and readings is used, and said to be', () => {
  const { ask, kept, said } = setting(301);
  ask();
  kept.clear();
  expect(said()).toBe('');
  ask({ A: 'keen' });
  expect(said()).toContain('from the results kept beside the case');
});
