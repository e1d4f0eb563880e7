import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { uncontrolled } from '../core/report.js';
import { readCase } from '../io/case-file/read-case.js';
import { deals } from './deals.js';
import type { DealsOptions } from './deals-findings.js';
import { packageJudge } from './judge-package.js';

function ask(text: string, options: Partial<DealsOptions> = {}) {
  const { case: theCase, diagnostics } = readCase(text);
  if (!theCase) throw new Error(diagnostics.map(({ what }) => what).join('; '));
  const asked = { ...deals.defaults, ...options };
  expect(deals.check(theCase, asked)).toEqual([]);
  return deals.run(theCase, asked, uncontrolled);
}

const example = (name: string) =>
  readFileSync(new URL(`../../cases/examples/${name}.yaml`, import.meta.url), 'utf8');

/** Two sell to each other; each can break off at any time. Points: 10 each for a trade at a fair price. */
const trade = (extra = '') => `
detente: 1
title: A trade
parties: {A: Ann, B: Bob}
issues:
  price: {agree: [A, B], levels: [none, low, fair, high]}
  aid: {lever: A}
today: {price: none, aid: no}
preferences:
  A:
    one:
      points:
        price: {levels: {none: 0, low: 9, fair: 6, high: 1}}
        aid: {levels: {no: 1, yes: 0}}
      no_deal: today
  B:
    one:
      points:
        price: {levels: {none: 0, low: 1, fair: 6, high: 9}}
        aid: {levels: {no: 0, yes: 2}}
      no_deal: today
${extra}`;

describe('what could be agreed', () => {
  it('is every package that all who must sign like at least as much as no deal', () => {
    // Outcomes: price + 4 · aid. Today 0. Aid alone (4) is no deal: A could give it by itself.
    const report = ask(trade());
    expect(report.today).toBe(0);
    expect(report.noDeal.map(({ states }) => states)).toEqual([[0]]);
    expect(report.counts).toEqual({
      deals: 6,
      acceptable: 6,
      acceptableToAll: 6,
      selfEnforcing: 3,
      both: 3,
    });
    // With aid A could take it back, and B would not leave the price for that.
    expect(report.headline).toEqual([1, 2, 3]);
    expect(
      report.deals.map(({ state, breakers }) => [state, breakers.map(({ party }) => party)]),
    ).toEqual([
      [1, []],
      [2, []],
      [3, []],
      [5, ['A']],
      [6, ['A']],
      [7, ['A']],
    ]);
  });

  it('has a frontier and solutions in exact points', () => {
    // A: 1 10 7 2 | 0 9 6 1; B: 0 1 6 9 | 2 3 8 11. No deal (1, 0).
    const { frontier, solutions } = ask(trade());
    expect(frontier).toMatchObject({
      points: [
        [10, 1],
        [9, 3],
        [7, 6],
        [6, 8],
        [2, 9],
        [1, 11],
      ],
      count: 6,
      individuallyRational: 6,
      states: [1, 5, 2, 6, 3, 7],
    });
    // Gains: (9,1) 9, (8,3) 24, (6,6) 36, (5,8) 40, (1,9) 9, (0,11) 0.
    expect(solutions?.nash).toMatchObject({
      utilities: [[6, 8]],
      count: 1,
      value: 40,
      states: [6],
    });
    // Normalised by (9, 11): the least is 6/11, 5/9 and so on; 5/9 is the greatest least.
    expect(solutions?.kalaiSmorodinsky).toMatchObject({ utilities: [[6, 8]], value: '5/9' });
    expect(solutions?.egalitarian).toMatchObject({ utilities: [[7, 6]], value: 6 });
    expect(solutions?.utilitarian).toMatchObject({ utilities: [[6, 8]], value: 14 });
  });

  it('leaves out what crosses a red line of a party that must sign, and says who is short', () => {
    const lined = trade().replace(
      'no_deal: today\n  B:',
      'red_lines: [price != none]\n      no_deal: today\n  B:',
    );
    const report = ask(lined);
    expect(report.counts?.acceptable).toBe(0);
    expect(report.emptyZones).toHaveLength(1);
    expect(report.emptyZones[0]?.fewest[0]?.unwilling).toMatchObject([
      { party: 'A', crossed: ['price != none'], by: null },
    ]);
    expect(report.solutions?.nash).toMatchObject({
      count: 0,
      none: 'no outcome is above no deal for all',
    });
  });

  it('compares a number for no deal in points, whatever today is', () => {
    const asking = trade().replace(
      'no_deal: today\n  B:',
      'no_deal: {value: 6.5, why: a guess, from: judgement}\n  B:',
    );
    const report = ask(asking);
    // A has at least 6.5 at low and fair, with aid at low only.
    expect(report.counts?.acceptable).toBe(3);
    expect(report.noDeal[0]?.parties.A).toEqual({
      kind: 'number',
      worst: 6.5,
      best: 6.5,
      why: 'a guess',
      from: ['judgement'],
    });
  });
});

describe('what nobody can bring about', () => {
  const dam = `
detente: 1
title: A dam
parties: {A: Ann, B: Bob}
issues:
  dam: {agree: [A, B], irreversible: true, levels: [none, half, full]}
  tax: {by: A, levels: [low, high]}
today: {dam: half, tax: low}
preferences:
  A: {one: {points: {dam: {levels: {none: 90, half: 10, full: 20}}, tax: {levels: {low: 5, high: 0}}}}}
  B: {one: {points: {dam: {levels: {none: 90, half: 10, full: 20}}, tax: {levels: {low: 0, high: 0}}}}}
`;

  it('is no deal, no solution and not on the frontier', () => {
    const report = ask(dam);
    // The dam cannot be taken down again: full with either tax are the deals.
    expect(report.counts?.deals).toBe(2);
    expect(report.frontier?.points).toEqual([[25, 20]]);
    expect(report.solutions?.nash.outcomes).toEqual([{ dam: 'full', tax: 'low' }]);
    expect(report.deals.find(({ isEfficient }) => isEfficient)?.state).toBe(2);
  });
});

describe('no deal on a circle', () => {
  const circle = `
detente: 1
title: A chase
parties: {A: Ann, B: Bob}
issues:
  a: {lever: A}
  b: {lever: B}
  pact: {agree: [A, B], levels: [none, signed]}
today: {a: no, b: no, pact: none}
preferences:
  A: {one: {points: {a: {levels: {no: 0, yes: 0}}, pact: {levels: {none: 0, signed: 4}}}, wants: [{want: a iff b, worth: 3}, pact = signed]}}
  B: {one: {points: {b: {levels: {no: 0, yes: 0}}, pact: {levels: {none: 0, signed: 4}}}, wants: [{want: not (a iff b), worth: 3}, pact = signed]}}
`;

  it('is a range for each party: solutions against the best of it and against the worst', () => {
    const report = ask(circle);
    expect(report.noDeal.map(({ states }) => states)).toEqual([[0, 1, 2, 3]]);
    expect(report.noDeal[0]?.parties.A).toMatchObject({ worst: 0, best: 3 });
    expect(
      report.solutionsByNoDeal.map(({ range, disagreement }) => [range, disagreement]),
    ).toEqual([
      ['sure', [3, 3]],
      ['possible', [0, 0]],
    ]);
  });
});

describe('a proposal', () => {
  const proposed = trade(`
proposals:
  dear: {label: the dear one, by: B, terms: {price: high, aid: yes}}
`).replace('no_deal: today\n  B:', 'no_deal: {value: 6.5, from: judgement}\n  B:');

  it('is told who is below no deal, by how much, and on which issue it loses', () => {
    const [proposal] = ask(proposed).proposals;
    expect(proposal).toMatchObject({
      id: 'dear',
      forms: 1,
      rule: null,
      short: [{ party: 'A', by: 5.5, issues: [{ issue: 'aid', lost: 1 }] }],
      dominatedBy: { count: 0, nearest: null },
    });
  });

  it('is repaired by every least set of changes, with who gives and who gets', () => {
    const [proposal] = ask(proposed, { repair: 'dear', near: 'dear' }).proposals;
    const sets = (
      repairs: readonly { readonly changes: readonly { issue: string; to: string }[] }[],
    ) => repairs.map(({ changes }) => changes.map(({ issue, to }) => `${issue} ${to}`).join(', '));
    // Acceptable to A (6.5 or more): low with or without aid, fair without.
    expect(sets(proposal?.repairs?.acceptable ?? [])).toEqual(['price low', 'price fair, aid no']);
    expect(sets(proposal?.repairs?.both ?? [])).toEqual([
      'price low, aid no',
      'price fair, aid no',
    ]);
    expect(proposal?.repairs?.acceptable[0]).toMatchObject({
      isSelfEnforcing: false,
      gives: [{ party: 'B' }],
      gets: [{ party: 'A' }],
    });
    expect(proposal?.near).toEqual([
      { state: 1, changes: 2 },
      { state: 2, changes: 2 },
    ]);
  });

  it('that a rule forbids says which', () => {
    const [proposal] = ask(
      proposed.replace('today:', 'rules: [{never: price = high and aid}]\ntoday:'),
    ).proposals;
    expect(proposal).toMatchObject({ forms: 0, rule: 'price = high and aid', verdict: null });
  });
});

describe('a package', () => {
  it('is judged as the whole answer judges it', () => {
    const { case: theCase } = readCase(trade());
    if (!theCase) throw new Error('flawed');
    const judge = packageJudge(theCase, deals.defaults, uncontrolled);
    const report = deals.run(theCase, deals.defaults, uncontrolled);
    for (const verdict of report.deals) {
      const levels = report.levels[verdict.state] ?? [];
      expect(judge?.judge(levels).verdict).toEqual(verdict);
    }
    expect(() => judge?.judge([0])).toThrow(RangeError);
  });
});

describe('a case whose outcomes are too many to look at', () => {
  const issues = Array.from({ length: 21 }, (_, at) => `i${at}`);
  const points = (own: (at: number) => string) =>
    issues.map((id, at) => `${id}: {levels: ${own(at)}}`).join(', ');
  const large = (line = '') => `
detente: 1
title: Many issues
parties: {A: Ann, B: Bob, C: Cat}
issues:
${issues.map((id) => `  ${id}: {agree: [A, B], levels: [a, b]}`).join('\n')}
  z: {by: C, levels: [a, b]}
preferences:
  A: {r: {points: {${points((at) => `{a: 0, b: ${20 - at}}`)}}, no_deal: {value: 3, from: judgement}${line}}}
  B: {r: {points: {${points((at) => `{a: ${at}, b: 0}`)}}, no_deal: {value: 3, from: judgement}}}
  C: {r: {points: {z: {levels: {a: 5, b: 1}}}, no_deal: {value: 5, from: judgement}}}
`;

  it('has at the table only parties whose consent an issue that varies can use', () => {
    expect(ask(large()).table).toEqual(['A', 'B', 'C']);
    const report = ask(large(), { where: { z: 'a' } });
    expect(report.table).toEqual(['A', 'B']);
    // With C counted, who cannot gain, there would be none.
    expect(report.solutions?.nash).toMatchObject({ count: 2, none: null });
  });

  it('gives no solutions that pass over a red line which cannot be tabulated', () => {
    const report = ask(
      large(`, red_lines: ["at least 11 of (${issues.map((id) => `${id} = b`).join(', ')})"]`),
    );
    expect(report.frontier).not.toBeNull();
    expect(report.solutions).toBeNull();
    expect(report.limits.at(-1)).toMatch(/^Solutions were not computed: “at least 11 of/);
  });
});

it('says that offers are not looked for above twelve parties', () => {
  const ids = [...'ABCDEFGHIJKLM'];
  const report = ask(`
detente: 1
title: Thirteen
parties: {${ids.map((id) => `${id}: P${id}`).join(', ')}}
issues: {pact: {agree: [A, B], levels: [none, signed]}}
today: {pact: none}
wants: {A: [pact = signed], B: [pact = signed]}
`);
  expect(report.headline).toEqual([1]);
  expect(report.limits[0]).toMatch(
    /^Offers were not looked for: the case has 13 parties, above 12/,
  );
});

describe('the example cases', () => {
  it('Camp David: the deal of 1978 has both marks and is every solution at once', () => {
    const report = ask(example('camp-david-1978'));
    const deal = report.deals.find(({ state }) => state === report.solutions?.nash.states[0]);
    expect(report.solutions?.nash.outcomes).toEqual([
      { sinai: 'all_left', treaty: 'separate', framework: 'autonomy', us_role: 'pays' },
    ]);
    expect(deal).toMatchObject({ isAcceptable: true, isSelfEnforcing: true, isOnOffer: true });
  });

  it('every deal with both marks is on offer or can be told why not', () => {
    for (const name of ['two-villages', 'camp-david-1978', 'germany-2017']) {
      const report = ask(example(name));
      const told = new Set(report.deals.map(({ state }) => state));
      for (const state of report.headline) expect(told.has(state)).toBe(true);
    }
  });
});
