import { describe, expect, it } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import { standing } from '../analysis/uncertainty/assumption-set.js';
import { allDoubtKinds } from '../analysis/uncertainty/doubts-of.js';
import { answerAt } from '../analysis/uncertainty/rows.js';
import type { Case } from '../core/case.js';
import { evaluatorOf, firstColumn, givenColumn } from './ensemble-evaluator.js';
import type { EnsembleOptions } from './ensemble-findings.js';

const defaults: EnsembleOptions = {
  readings: {},
  where: {},
  concept: 'firm',
  replies: 'alone',
  headlines: null,
  vary: allDoubtKinds,
  given: null,
  draws: 0,
  precision: 0,
  seed: 1,
  chunk: null,
  choices: false,
};

/** The ids of the columns that are true under a set; `impossible` or `not given` else. */
function yes(theCase: Case, set: readonly number[], options: Partial<EnsembleOptions> = {}) {
  const { columns, evaluate } = evaluatorOf(theCase, { ...defaults, ...options });
  const bits = evaluate(set);
  const rows = { columns: firstColumn + columns.length, bits };
  if (!answerAt(rows, 0, 0)) return bits.every((byte) => byte === 0) ? 'impossible' : 'wrong';
  if (!answerAt(rows, 0, givenColumn)) return bits[0] === 1 ? 'not given' : 'wrong';
  return columns.filter((_, at) => answerAt(rows, 0, firstColumn + at)).map(({ id }) => id);
}

const small = (text: string) => caseOfText(`detente: 1\ntitle: small\n${text}`);

/** Pia may act or not; whether she wants to is what two readings differ on. */
const alone = small(`
parties: {P: Pia}
issues: {x: {lever: P}, weather: {by: nobody, levels: [dry, wet]}}
today: {x: no, weather: dry}
preferences: {P: {keen: {wants: [x]}, shy: {wants: [not x]}}}
outcomes: {done: x}
scenarios: {storm: weather = wet, acted: x}
`);

describe('one party that may act', () => {
  it('acts in one reading and leaves things as they are in the other', () => {
    expect(yes(alone, [0])).toEqual([
      'holds:done',
      'left alone:done',
      'left alone for some:done',
      'scenario:acted',
    ]);
    expect(yes(alone, [1])).toEqual(['scenario:other', 'stays']);
  });

  it('gains nothing by acting at once over waiting until it does, and loses where it would not', () => {
    const choices = (set: readonly number[]) =>
      (yes(alone, set, { choices: true }) as readonly string[]).filter((id) => id.includes(':P:'));
    expect(choices([0])).toEqual([
      'best:P:wait',
      'no worse:P:wait',
      'best:P:x=yes',
      'no worse:P:x=yes',
    ]);
    expect(choices([1])).toEqual(['best:P:wait', 'no worse:P:wait']);
  });

  it('has no choice that is not its own to make', () => {
    const stood: Case = { ...alone, openToday: [{ issue: 0, levels: [0, 1], path: [] }] };
    const { doubts } = evaluatorOf(stood, defaults);
    expect(doubts.map(({ id }) => id)).toEqual(['P', 'today.x']);
    // It stands at yes already: only going back is a choice, and Pia, keen, would not.
    expect(
      (yes(stood, [0, 1], { choices: true }) as readonly string[]).filter((id) =>
        id.includes(':P:'),
      ),
    ).toEqual(['best:P:wait', 'no worse:P:wait']);
  });

  it('is not asked about in a set that is not given, or in which today breaks a rule', () => {
    const [acted] = alone.outcomes;
    if (!acted) throw new Error('an outcome is named');
    expect(yes(alone, [1], { given: acted })).toBe('not given');
    expect(yes(alone, [0], { given: acted })).toContain('holds:done');
    const ruled: Case = {
      ...alone,
      openToday: [{ issue: 0, levels: [0, 1], path: [] }],
      rules: [
        { never: acted.when, text: 'x', why: undefined, from: [], isInDoubt: true, path: [] },
      ],
    };
    // Doubts: reading, rule, today.
    expect(yes(ruled, [0, 0, 1])).toBe('impossible');
    expect(yes(ruled, [0, 1, 1])).toContain('stays');
    expect(yes(ruled, [0, 0, 0])).toEqual(['scenario:other', 'stays']);
  });

  it('has no doubt of a reading that is pinned, nor of an issue that is fixed', () => {
    const stood: Case = { ...alone, openToday: [{ issue: 0, levels: [0, 1], path: [] }] };
    const options = { readings: { P: 'shy' }, where: { x: 'yes' } };
    expect(evaluatorOf(stood, { ...defaults, ...options }).doubts).toEqual([]);
    expect(yes(stood, [], options)).toContain('stays');
  });
});

describe('two parties that can agree', () => {
  const pair = `
parties: {A: A, B: B}
issues: {pact: {agree: [A, B], levels: [none, signed]}}
wants: {A: [pact = signed], B: [pact = signed]}
outcomes: {deal: pact = signed}
proposals: {text: {by: A, terms: {pact: signed}}}
`;

  it('have on offer what both want, and it is agreed', () => {
    expect(yes(small(`${pair}today: {pact: none}\n`), [])).toEqual([
      'holds:deal',
      'on offer:deal',
      'agreed:deal',
      'holds:text',
      'on offer:text',
      'agreed:text',
      'stays',
      'deal',
    ]);
  });

  it('are asked only what has an answer where there is no today', () => {
    const domain = small(pair);
    const { limits } = evaluatorOf(domain, { ...defaults, choices: true });
    expect(limits.map((limit) => limit.split(':')[0])).toEqual([
      'The case has no today',
      'What each party could do was not asked',
    ]);
    expect(yes(domain, [])).toEqual([
      'holds:deal',
      'agreed:deal',
      'holds:text',
      'agreed:text',
      'deal',
    ]);
  });

  it('have no proposals among the columns where an id would stand for two things', () => {
    const doubled = small(pair.replace('{deal:', '{text:').concat('today: {pact: none}\n'));
    const { columns } = evaluatorOf(doubled, defaults);
    expect(columns.filter(({ readout }) => readout === 'holds')).toHaveLength(1);
  });
});

it('of two scenarios that overlap the first listed counts, which is said', () => {
  const text = `
parties: {P: Pia}
issues: {x: {lever: P}, y: {lever: P}}
today: {x: no, y: no}
wants: {P: [x and y]}
scenarios: {first: x, second: y, other: x and y}
`;
  const { limits, evaluate, doubts } = evaluatorOf(small(text), defaults);
  expect(limits).toEqual([
    'The scenario other was left out: its id stands for what no scenario tells.',
    'The scenarios "first" and "second" overlap: the first listed counts.',
  ]);
  expect(evaluate(standing(doubts))).toBeInstanceOf(Uint8Array);
  expect(yes(small(text), [])).toEqual(['scenario:first']);
});

it('ends in two scenarios depend on who moves first', () => {
  // Whoever moves first settles it: each wants that one of the two acts, and rather itself.
  const race = small(`
parties: {P: Pia, Q: Quentin}
issues: {x: {lever: P}, y: {lever: Q}}
today: {x: no, y: no}
rules: [{never: x and y}]
wants: {P: [x or y], Q: [x or y]}
scenarios: {by_pia: x, by_quentin: y}
`);
  expect(yes(race, [])).toEqual(['scenario:depends']);
});

it('above twelve parties what needs groups is left out', () => {
  const ids = Array.from({ length: 13 }, (_, at) => `P${at}`);
  const many = small(`
parties: {${ids.map((id) => `${id}: ${id}`).join(', ')}}
issues: {x: {lever: P0}}
today: {x: no}
wants: {${ids.map((id) => `${id}: [x]`).join(', ')}}
outcomes: {done: x}
`);
  const { columns, limits } = evaluatorOf(many, defaults);
  expect(columns.map(({ id }) => id)).toEqual([
    'holds:done',
    'left alone:done',
    'left alone for some:done',
    'stays',
    'circle',
  ]);
  expect(limits).toEqual([
    'The case has 13 parties, above the 12 whose groups are listed: what is on offer and what is agreed were not asked.',
  ]);
});

describe('sets in which all parties have the same order are told apart', () => {
  /** The ids that are true in one of two sets alone, asked of one evaluator. */
  function difference(theCase: Case, options: Partial<EnsembleOptions> = {}) {
    const { columns, evaluate } = evaluatorOf(theCase, { ...defaults, ...options });
    const [one, two] = [evaluate([0]), evaluate([1])];
    const bit = (row: Uint8Array, at: number) => ((row[at >> 3] ?? 0) >> (at & 7)) & 1;
    return columns
      .filter((_, at) => bit(one, firstColumn + at) !== bit(two, firstColumn + at))
      .map(({ id }) => id);
  }

  it('by a red line', () => {
    const theCase = small(`
parties: {A: A, B: B}
issues: {pact: {agree: [A, B], levels: [none, signed]}}
today: {pact: none}
preferences:
  A: {free: {wants: [pact = signed]}, bound: {wants: [pact = signed], red_lines: [pact = signed]}}
  B: {stated: {wants: [pact = signed]}}
`);
    expect(difference(theCase)).toEqual(['deal']);
  });

  it('by an amount without a deal, where there is no today', () => {
    const points = 'points: {price: {weight: 100, levels: {low: 0, high: 10}}}';
    const theCase = small(`
parties: {A: A, B: B}
issues: {price: {agree: [A, B], levels: [low, high]}}
preferences:
  A:
    poor: {wants: [price = high], ${points}, no_deal: {value: 5, from: judgement}}
    rich: {wants: [price = high], ${points}, no_deal: {value: 50, from: judgement}}
  B: {stated: {wants: [price = low]}}
`);
    expect(difference(theCase)).toEqual(['deal']);
  });

  it('by what a party takes another to want', () => {
    const theCase = small(`
parties: {A: A, B: B}
issues: {a: {lever: A}, b: {lever: B}}
today: {a: no, b: no}
preferences:
  A: {wary: {wants: [not b, a], sees: {B: spiteful}}, bold: {wants: [not b, a]}}
  B: {calm: {wants: [not b]}, spiteful: {wants: [b iff a]}}
`);
    expect(difference(theCase, { readings: { B: 'calm' } })).toEqual(['stays']);
  });
});
