import { describe, expect, it } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import type { Case } from '../core/case.js';
import { type CaseOptions, checkCaseOptions, readingSetOf, settingsOf } from './case-options.js';

const theCase = caseOfText(`
detente: 1
title: small
parties: {P: P, Q: Q}
issues:
  a: {lever: P}
  x: {by: Q, levels: [low, high]}
rules: [{never: a and x = high, why: for the test}]
today: {a: no, x: low}
preferences:
  P:
    mild: {wants: [a]}
    harsh: {wants: [not a]}
`);

const options = (more: Partial<CaseOptions>): CaseOptions => ({ readings: {}, where: {}, ...more });
const told = (of: Case, more: Partial<CaseOptions>) =>
  checkCaseOptions(of, options(more)).map(({ code, severity, what, details, help }) => ({
    code,
    severity,
    what,
    details,
    help,
  }));

describe('options that fit the case', () => {
  it('are not refused', () => {
    expect(told(theCase, {})).toEqual([]);
    expect(told(theCase, { readings: { P: 'harsh' }, where: { x: 'low' } })).toEqual([]);
  });

  it('put the named reading in force, the first where none is named, −1 where there is none', () => {
    expect(readingSetOf(theCase, options({}))).toEqual([0, -1]);
    expect(readingSetOf(theCase, options({ readings: { P: 'harsh' } }))).toEqual([1, -1]);
  });

  it('are not mistaken for the properties that every object has', () => {
    const odd = caseOfText(`
detente: 1
title: small
parties: {constructor: C, toString: T}
issues: {valueOf: {lever: constructor}}
today: {valueOf: no}
wants: {constructor: [valueOf], toString: [valueOf]}
`);
    expect(readingSetOf(odd, options({}))).toEqual([0, 0]);
  });

  it('fix the named issues at the named levels', () => {
    expect(settingsOf(theCase, options({ where: { x: 'high', a: 'no' } }))).toEqual([
      { issue: 1, level: 1 },
      { issue: 0, level: 0 },
    ]);
    expect(settingsOf(theCase, options({}))).toEqual([]);
  });
});

describe('a refusal names', () => {
  it('a party that is not in the case', () => {
    expect(told(theCase, { readings: { R: 'mild' } })).toEqual([
      {
        code: 'DET211',
        severity: 'error',
        what: 'there is no party "R" to read',
        details: ['parties: P, Q'],
        help: 'name a party by its id, as in the case file',
      },
    ]);
  });

  it('a reading that the party does not have', () => {
    expect(told(theCase, { readings: { P: 'wild' } })).toEqual([
      {
        code: 'DET206',
        severity: 'error',
        what: 'P has no reading "wild"',
        details: ['readings of P: mild, harsh'],
        help: 'choose one of the readings that the case file gives the party',
      },
    ]);
  });

  it('a party without readings as having none', () => {
    expect(told(theCase, { readings: { Q: 'mild' } })[0]?.details).toEqual(['readings of Q: none']);
  });

  it('an issue that is not in the case', () => {
    expect(told(theCase, { where: { y: 'low' } })).toEqual([
      {
        code: 'DET217',
        severity: 'error',
        what: 'there is no issue "y" to fix',
        details: ['issues: a, x'],
        help: 'name an issue by its id, as in the case file',
      },
    ]);
  });

  it('a level that the issue does not have', () => {
    expect(told(theCase, { where: { x: 'middle' } })).toEqual([
      {
        code: 'DET204',
        severity: 'error',
        what: '"x" has no level "middle"',
        details: ['levels of "x": low, high'],
        help: 'choose one of these levels',
      },
    ]);
  });

  it('the rule by which today becomes infeasible', () => {
    expect(told(theCase, { where: { a: 'yes', x: 'high' } })).toEqual([
      {
        code: 'DET402',
        severity: 'error',
        what: 'with these issues fixed, today is an outcome that a rule forbids',
        details: ['rule: never a and x = high'],
        help: 'fix further issues so that today stays possible',
      },
    ]);
    expect(told(theCase, { where: { x: 'high' } })).toEqual([]);
  });

  it('all that is wrong in one pass', () => {
    const wrong = { readings: { R: 'mild', P: 'wild' }, where: { y: 'low', x: 'middle' } };
    expect(told(theCase, wrong).map(({ what }) => what)).toEqual([
      'there is no party "R" to read',
      'P has no reading "wild"',
      'there is no issue "y" to fix',
      '"x" has no level "middle"',
    ]);
  });
});

describe('a case with too many outcomes', () => {
  const levers = (count: number, today: boolean, threes = 0) => {
    const ids = Array.from({ length: count }, (_, at) => `a${at + 1}`);
    const wide = Array.from({ length: threes }, (_, at) => `x${at + 1}`);
    return caseOfText(`
detente: 1
title: large
parties: {P: P}
issues: {${[...ids.map((id) => `${id}: {lever: P}`), ...wide.map((id) => `${id}: {by: P, levels: [l, m, h]}`)].join(', ')}}
${today ? `today: {${ids.map((id) => `${id}: no`).join(', ')}}` : ''}
`);
  };

  it('is accepted up to 2^24, where no party has a move of its own', () => {
    const pacts = Array.from({ length: 24 }, (_, at) => `a${at}: {agree: [P, Q], levels: [l, h]}`);
    const still = caseOfText(
      `detente: 1\ntitle: large\nparties: {P: P, Q: Q}\nissues: {${pacts.join(', ')}}`,
    );
    expect(told(still, {})).toEqual([]);
  });

  it('is refused above, with the count and what to do', () => {
    const [first, ...others] = told(levers(25, false), {});
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      code: 'DET406',
      severity: 'error',
      what: 'the issues give 33,554,432 outcomes, above the 16,777,216 that can be listed; nothing was computed',
      help: 'fix some issues at a level, for example --where "a1 = no", or split the case in two',
    });
    expect(first?.details?.[0]).toMatch(/^25 issues: a1, a2, .*, a25$/);
  });

  it('tells a very large count in round figures', () => {
    expect(told(levers(41, false), {})[0]?.what).toMatch(/^the issues give 2\.2e12 outcomes/);
    // 2^17 × 3^27 = 9.995… × 10^17.
    expect(told(levers(17, false, 27), {})[0]?.what).toMatch(/^the issues give 1\.0e18 outcomes/);
    expect(told(levers(39, false), {})[0]?.what).toMatch(/^the issues give 549,755,813,888 /);
  });
});

describe('a case with too many moves', () => {
  /** Issues that each of the parties decides alone. */
  const shared = (issues: number, parties: number, rules = '') => {
    const ids = Array.from({ length: issues }, (_, at) => `a${at + 1}`);
    const names = Array.from({ length: parties }, (_, at) => `P${at + 1}`);
    return caseOfText(`
detente: 1
title: large
parties: {${names.map((id) => `${id}: ${id}`).join(', ')}}
issues: {${ids.map((id) => `${id}: {by: [${names.join(', ')}], levels: [low, high]}`).join(', ')}}
today: {${ids.map((id) => `${id}: low`).join(', ')}}
${rules}
`);
  };

  it('is accepted up to 2^17 moves from one outcome, and refused above with the number', () => {
    expect(told(shared(17, 1), {})).toEqual([]);
    const [first, ...others] = told(shared(18, 1), {});
    expect(others).toEqual([]);
    expect(first).toMatchObject({ code: 'DET406', severity: 'error' });
    expect(first?.what).toContain('262,143 moves from one outcome');
    expect(first?.what).toMatch(/; nothing was computed$/);
    expect(first?.details?.join()).toContain('131,072');
    expect(first?.help).toContain('--where');
  });

  it('is accepted up to 2^25 outcomes times parties where rights chain', () => {
    const pacts = (parties: readonly string[]) =>
      caseOfText(`detente: 1
title: large
parties: {${parties.map((id) => `${id}: ${id}`).join(', ')}}
issues: {${Array.from({ length: 24 }, (_, at) => `a${at}: {agree: [P, Q], levels: [l, h]}`).join(', ')}}
`);
    expect(told(pacts(['P', 'Q']), {})).toEqual([]);
    const [refused] = told(pacts(['P', 'Q', 'R']), {});
    expect(refused?.code).toBe('DET406');
    expect(refused?.what).toContain('16,777,216 possible outcomes for 3 parties');
    expect(refused?.details?.join()).toContain('33,554,432 outcomes times parties');
  });

  it('is accepted up to 2^25 moves where explicit moves keep rights from chaining', () => {
    const chained = (levers: number) =>
      caseOfText(`detente: 1
title: large
parties: {P: P, Q: Q}
issues:
  x: {levels: [l, m, h], moves: [{by: P, from: l, to: m}, {by: P, from: m, to: h}]}
${Array.from({ length: levers }, (_, at) => `  a${at}: {by: [P, Q], levels: [l, h]}`).join('\n')}
today: {x: l${Array.from({ length: levers }, (_, at) => `, a${at}: l`).join('')}}
`);
    // 3 · 2^10 outcomes and (2 · 2^10 − 1) + (2^10 − 1) moves from each; four times both with one more.
    expect(told(chained(10), {})).toEqual([]);
    const [refused] = told(chained(11), {});
    expect(refused?.what).toContain('6,144 possible outcomes');
    expect(refused?.what).toContain('37,736,448 moves');
    expect(refused?.details?.join()).toContain('33,554,432 moves');
  });

  it('is accepted again once enough issues are fixed', () => {
    const where = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at + 1}`, 'high']));
    expect(told(shared(25, 1), { where: where(8) })).toEqual([]);
    expect(told(shared(25, 1), { where: where(7) }).map(({ code }) => code)).toEqual(['DET406']);
  });
});

describe('a case without any outcome left', () => {
  it('is refused, with the rules', () => {
    const bare = caseOfText(`
detente: 1
title: small
parties: {P: P}
issues: {a: {lever: P}, b: {lever: P}}
rules: [{never: a and b}, {never: a and not b}]
`);
    expect(told(bare, { where: { b: 'yes' } })).toEqual([]);
    expect(told(bare, { where: { a: 'yes' } })).toEqual([
      {
        code: 'DET401',
        severity: 'error',
        what: 'no possible outcome has these levels',
        details: ['rule: never a and b', 'rule: never a and not b'],
        help: 'fix fewer issues, or fix them at other levels',
      },
    ]);
  });
});
