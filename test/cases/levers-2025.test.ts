// Expected values: the sketch of this case, computed by a naive engine in Python and by the repository
// gmcr-py, which agreed on every set below. Neither shares code with this one.
import { expect, test } from 'vitest';
import { reachedBy } from '../../src/analysis/stability/steps.js';
import { listSets } from '../../src/analysis/uncertainty/assumption-set.js';
import { buildModel } from '../../src/core/model.js';
import { levelsOf, outcomeCount } from '../../src/core/space.js';
import { conditionOf } from '../../src/io/expression/condition-of.js';
import { evaluatorOf, firstColumn } from '../../src/questions/ensemble-evaluator.js';
import { stepsAlong, verdicts } from '../small/steps.js';
import {
  allReadingSets,
  caseAt,
  counts,
  equilibria,
  leverEquilibria,
  leversAt,
} from './answers.js';

const theCase = caseAt('./levers-2025.yaml');
const lever = (id: string) => theCase.issues.findIndex((issue) => issue.id === id);
const sorted = (sets: readonly string[]) => [...sets].sort();

test('nine levers and two rules leave 240 of 512 outcomes', () => {
  expect(outcomeCount(theCase)).toBe(512n);
  expect(buildModel(theCase).states).toBe(240);
});

test('the default readings have 3 Nash, 52 GMR, 16 SMR and 3 SEQ equilibria', () => {
  expect(counts(theCase, ['nash', 'gmr', 'smr', 'seq'])).toEqual({
    nash: 3,
    gmr: 52,
    smr: 16,
    seq: 3,
  });
});

test.each([
  [
    {},
    [
      'us_relief crimea freeze accept force',
      'aid_halt us_relief backfill',
      'aid_halt us_relief crimea backfill',
    ],
  ],
  [{ US: 'conditional' }, ['pressure', 'crimea pressure', 'us_relief crimea freeze accept force']],
  [{ RU: 'maximal' }, ['aid_halt us_relief backfill', 'aid_halt us_relief crimea backfill']],
  [{ US: 'conditional', RU: 'maximal' }, ['pressure', 'crimea pressure']],
  [
    { EU: 'crack' },
    ['us_relief crimea freeze accept eu_relief', 'aid_halt us_relief', 'aid_halt us_relief crimea'],
  ],
])('with the readings %o the Nash equilibria are those of the sketch', (readings, expected) => {
  expect(leverEquilibria(theCase, 'nash', readings)).toEqual(sorted(expected));
});

test('single improvements from today lead to one Nash equilibrium on the default readings', () => {
  const model = buildModel(theCase);
  const parties = model.payoffs.map((_, party) => party);
  const reached = reachedBy(stepsAlong(model.improvements), parties, model.space.today as number);
  expect(
    equilibria(model, 'nash')
      .filter((state) => reached.has(state))
      .map((state) => leversAt(model, state)),
  ).toEqual(['aid_halt us_relief backfill']);
});

test('over the 16 reading sets a ceasefire is an equilibrium in 12 by SEQ and in 8 by Nash, and reached in none', () => {
  const sets = allReadingSets(theCase);
  let bySeq = 0;
  let byNash = 0;
  let isReached = 0;
  for (const set of sets) {
    const model = buildModel(theCase, set);
    const isCeasefire = (state: number) => {
      const levels = levelsOf(model.space, state);
      return levels[lever('freeze')] === 1 && levels[lever('accept')] === 1;
    };
    const parties = model.payoffs.map((_, party) => party);
    const reached = reachedBy(stepsAlong(model.improvements), parties, model.space.today as number);
    const ceasefires = equilibria(model, 'seq').filter(isCeasefire);
    if (ceasefires.length > 0) bySeq += 1;
    if (equilibria(model, 'nash').some(isCeasefire)) byNash += 1;
    if (ceasefires.some((state) => reached.has(state))) isReached += 1;
  }
  expect({ sets: sets.length, bySeq, byNash, isReached }).toEqual({
    sets: 16,
    bySeq: 12,
    byNash: 8,
    isReached: 0,
  });
});

test('counted by an ensemble over the 16 sets, a ceasefire holds in 12 by SEQ and in 8 by Nash, and single improvements lead to none', () => {
  const { expression: when } = conditionOf('freeze and accept', theCase);
  if (!when) throw new Error('freeze and accept are levers');
  const count = (concept: 'seq' | 'nash') => {
    const evaluator = evaluatorOf(theCase, {
      readings: {},
      where: {},
      concept,
      replies: 'alone',
      headlines: [{ id: 'ceasefire', label: 'a ceasefire', when }],
      vary: ['reading'],
      given: null,
      draws: 0,
      precision: 0,
      seed: 1,
      chunk: null,
      choices: false,
    });
    const rows = listSets(evaluator.doubts).map(evaluator.evaluate);
    const countOf = (id: string) => {
      const column = firstColumn + evaluator.columns.findIndex((one) => one.id === id);
      return rows.filter((row) => ((row[column >> 3] as number) >> (column & 7)) & 1).length;
    };
    return {
      sets: rows.length,
      holds: countOf('holds:ceasefire'),
      leftAlone: countOf('left alone:ceasefire'),
      leftAloneForSome: countOf('left alone for some:ceasefire'),
    };
  };
  expect(count('seq')).toMatchObject({ sets: 16, holds: 12 });
  // Under Nash a step is any single improvement.
  expect(count('nash')).toEqual({ sets: 16, holds: 8, leftAlone: 0, leftAloneForSome: 0 });
});

test('in 5 of the 16 sets, all with Europe cracked, all four strictly prefer some SEQ ceasefire to where single improvements lead', () => {
  const crack = theCase.preferences[3]?.findIndex(({ id }) => id === 'crack');
  const found = allReadingSets(theCase).filter((set) => {
    const model = buildModel(theCase, set);
    // In each of the 16 sets single improvements from today have one end, an outcome.
    const [end, ...others] = verdicts(model, 'nash').from(model.space.today as number).ends;
    const [only, ...circle] = end ?? [];
    expect(others).toEqual([]);
    expect(circle).toEqual([]);
    return equilibria(model, 'seq').some((state) => {
      const levels = levelsOf(model.space, state);
      const isCeasefire = levels[lever('freeze')] === 1 && levels[lever('accept')] === 1;
      return (
        isCeasefire &&
        model.payoffs.every((payoff) => (payoff[state] ?? 0) > (payoff[only ?? -1] ?? 0))
      );
    });
  });
  expect(found).toHaveLength(5);
  expect(found.map((set) => set[3])).toEqual(Array(5).fill(crack));
});
