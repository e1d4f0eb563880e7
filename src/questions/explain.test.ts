import { describe, expect, it } from 'vitest';
import { caseOfText, prisonersDilemma } from '../../test/small/small-cases.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { conditionOf } from '../io/expression/condition-of.js';
import { type ExplainOptions, explain, findOutcome } from './explain.js';

const ask = (of: Case, options: Partial<ExplainOptions>) =>
  explain.run(of, { ...explain.defaults, ...options }, uncontrolled);

const text = (more: string, today = 'today: {a: no, b: no, c: no}') =>
  caseOfText(`
detente: 1
title: small
parties: {P: P, Q: Q}
issues: {a: {lever: P}, b: {lever: Q}, c: {lever: Q}}
${today}
${more}
`);

describe('an outcome explained', () => {
  const theCase = text(`
preferences:
  P: {only: {wants: [not b, [a, c]]}}
  Q: {only: {ranking: [a and b, not a]}}
outcomes: {quiet: {when: not a and not b}}
`);
  const report = ask(theCase, { state: 1 });

  it('has every party’s reason and whether it would hold', () => {
    expect(report.reasons.map(({ party, verdict }) => [party, verdict])).toEqual([
      ['P', 'would not move'],
      ['Q', 'leaves'],
    ]);
    expect(report.holds).toBe(false);
  });

  it('tells of each want whether it is met, inner lists together, and of each ranking entry', () => {
    expect(report.wants).toEqual({
      P: [
        [{ path: ['preferences', 'P', 'only', 'wants', 0], isMet: true }],
        [
          { path: ['preferences', 'P', 'only', 'wants', 1, 0], isMet: true },
          { path: ['preferences', 'P', 'only', 'wants', 1, 1], isMet: false },
        ],
      ],
      Q: [
        [{ path: ['preferences', 'Q', 'only', 'ranking', 0], isMet: false }],
        [{ path: ['preferences', 'Q', 'only', 'ranking', 1], isMet: false }],
      ],
    });
  });

  it('places it on each party’s own ladder, beside today and the best there is', () => {
    expect(report.payoffs).toEqual({
      P: { here: 4, today: 3, best: 5 },
      Q: { here: 0, today: 1, best: 2 },
    });
  });

  it('has the levels of every outcome that it mentions: itself, today, exits, replies, names', () => {
    expect(report.levels['1']).toEqual([1, 0, 0]);
    expect(report.levels['0']).toEqual([0, 0, 0]);
    for (const { exits } of report.reasons) {
      for (const { to, reply } of exits) {
        expect(report.levels[String(to)]).toBeDefined();
        for (const step of reply) expect(report.levels[String(step.to)]).toBeDefined();
      }
    }
    expect(report.names).toEqual([{ id: 'quiet', label: 'quiet', states: 2, nearest: 0 }]);
  });

  it('says by which concept it was judged, and what was taken as given', () => {
    expect(report.concept).toMatchObject({ id: 'firm', name: 'firm' });
    const nash = ask(theCase, { concept: 'nash', state: 0 });
    expect(nash.concept).toMatchObject({ id: 'nash', name: 'Nash' });
    expect(nash.concept.definition).not.toBe(report.concept.definition);
    expect(nash.assumptions).toEqual(['P is read as: only.', 'Q is read as: only.']);
    expect(nash.options.readings).toEqual({ P: 'only', Q: 'only' });
  });

  it('for one party only is judged by all the same', () => {
    const one = ask(theCase, { state: 1, parties: ['P'] });
    expect(one.reasons.map(({ party }) => party)).toEqual(['P']);
    expect(Object.keys(one.wants)).toEqual(['P']);
    expect(Object.keys(one.payoffs)).toEqual(['P']);
    expect(one.holds).toBe(false);
  });

  it('holds by one concept and not by another', () => {
    expect(ask(prisonersDilemma.case, { state: 3 }).holds).toBe(true);
    expect(ask(prisonersDilemma.case, { state: 3, concept: 'nash' }).holds).toBe(false);
  });

  it('of a party without preferences has no wants and one rung', () => {
    const bare = ask(text(''), { state: 0 });
    expect(bare.wants).toEqual({ P: [], Q: [] });
    expect(bare.payoffs.P).toEqual({ here: 0, today: 0, best: 0 });
    expect(bare.holds).toBe(true);
  });

  it('in a case without a today has none to compare with', () => {
    const bare = ask(text('wants: {P: [a]}', ''), { state: 1 });
    expect(bare.today).toBeNull();
    expect(bare.payoffs.P).toEqual({ here: 1, today: null, best: 1 });
  });

  it('is refused for a party that is not in the case', () => {
    const wrong = { ...explain.defaults, parties: ['Q', 'R'], where: { z: 'no' } };
    expect(explain.check(theCase, wrong).map(({ what }) => what)).toEqual([
      'there is no issue "z" to fix',
      'there is no party "R" to explain',
    ]);
    expect(explain.check(theCase, explain.defaults)).toEqual([]);
  });

  it('is refused for a state that there is not', () => {
    expect(() => ask(theCase, { state: 8 })).toThrow(RangeError);
    expect(() => ask(text(''), { state: 8 })).toThrow(RangeError);
  });
});

describe('the outcome meant', () => {
  const theCase = text('rules: [{never: a and b and c}]');
  const find = (of: Case, condition?: string, where: Record<string, string> = {}) => {
    const expression = condition === undefined ? undefined : conditionOf(condition, of).expression;
    return findOutcome(of, { readings: {}, where }, expression);
  };

  it('is the one nearest to today of those that satisfy the condition, with their number', () => {
    expect(find(theCase, 'b or c')).toEqual({ nearest: 2, count: 5 });
    expect(find(theCase, 'a and c')).toEqual({ nearest: 5, count: 1 });
  });

  it('is today where no condition is given', () => {
    expect(find(theCase)).toEqual({ nearest: 0, count: 1 });
  });

  it('is looked for among the outcomes that are left with issues fixed', () => {
    expect(find(theCase, 'b or c', { a: 'yes', b: 'yes' })).toEqual({ nearest: 0, count: 1 });
  });

  it('is none where nothing feasible satisfies it, or where there is no today to fall back on', () => {
    expect(find(theCase, 'a and b and c')).toBeUndefined();
    expect(find(text('', ''))).toBeUndefined();
    expect(find(text('', ''), 'b')).toEqual({ nearest: 2, count: 4 });
  });
});
