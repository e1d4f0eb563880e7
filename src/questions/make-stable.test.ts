import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { conditionOf } from '../io/expression/condition-of.js';
import { fittingOutcomes, makeStable } from './make-stable.js';
import type { MakeStableOptions } from './make-stable-findings.js';

const caseAt = (path: string) =>
  caseOfText(readFileSync(new URL(`../../cases/${path}`, import.meta.url), 'utf8'));

function ask(theCase: Case, text: string, options: Partial<MakeStableOptions> = {}) {
  const { expression } = conditionOf(text, theCase);
  if (!expression) return expect.fail(`cannot read ${text}`);
  const found = fittingOutcomes(theCase, makeStable.defaults, expression);
  if (!found) return expect.fail(`nothing fits ${text}`);
  const asked = { state: found.nearest, fitting: found.states, ...options };
  return makeStable.run(theCase, { ...makeStable.defaults, ...asked }, uncontrolled);
}

const villages = caseAt('examples/two-villages.yaml');
const quietSouth = caseOfText(
  readFileSync(new URL('../../cases/examples/two-villages.yaml', import.meta.url), 'utf8').replace(
    /( {4}- \{want: pump = shared[^\n]*\n {4}- \{want: treaty = quotas[^\n]*a favour[^\n]*\n)( {4}- \{want: road = blocked[^\n]*\n)/,
    '$2$1',
  ),
);

describe('what would make an outcome hold', () => {
  it('counts Syria’s rankings: 240, 384, 384 and 300 of 720, Iraq’s fixed', () => {
    const syriaIraq = caseAt('published/hipel-2014/case.yaml');
    for (const [concept, count] of [
      ['nash', '240'],
      ['seq', '384'],
      ['gmr', '384'],
      ['smr', '300'],
    ] as const) {
      const report = ask(syriaIraq, 's2', { concept, parties: ['Syria'] });
      expect(report.answers.map(({ party, rankings }) => [party, rankings])).toEqual([
        ['Syria', expect.objectContaining({ count, of: '720', limit: null })],
      ]);
      // Its ranking lists every state by itself: orders of entries are rankings.
      expect(report.answers[0]?.orders?.holding).toBe(count);
      expect(report.combination).toBeNull();
    }
  });

  it('multiplies counts under Nash, GMR and SMR, and under no other concept', () => {
    const syriaIraq = caseAt('published/hipel-2014/case.yaml');
    expect(ask(syriaIraq, 's2', { concept: 'nash' })).toMatchObject({
      isIndependent: true,
      jointShare: '1/6',
    });
    for (const concept of ['seq', 'sseq', 'sim', 'firm'] as const) {
      expect(ask(syriaIraq, 's2', { concept })).toMatchObject({
        isIndependent: false,
        jointShare: null,
      });
    }
  });

  it('finds nothing to change where it holds, and says how many orders would do', () => {
    const report = ask(villages, 'full_deal');
    expect(report).toMatchObject({
      holds: true,
      staying: ['North', 'South'],
      leaving: [],
      combination: null,
      deadEnd: null,
    });
    expect(report.answers.map(({ orders }) => [orders?.holding, orders?.of])).toEqual([
      ['3', '6'],
      ['4', '6'],
    ]);
  });

  it('gives the nearest order of the party that would leave, checked for all', () => {
    const report = ask(quietSouth, 'full_deal');
    expect(report).toMatchObject({ holds: false, leaving: ['South'] });
    expect(report.combination).toEqual({ orders: { South: [1, 0, 2] }, swaps: 1 });
    expect(report.answers[1]?.orders).toMatchObject({
      nearest: { swaps: 1, orders: [[1, 0, 2]], more: 0, isFewest: true, isAll: true },
      struck: [['wants', 'South', 0]],
    });
  });

  it('names the way out that stays open under every order', () => {
    const report = ask(villages, 'pump = shared');
    const north = report.answers[0];
    expect(north?.orders).toMatchObject({ holding: '0', nearest: null, moves: [] });
    expect(north?.orders?.alwaysLeft).toEqual([report.today]);
    expect(report.combination).toBeNull();
  });

  it('tells how many of the outcomes that fit would hold as things stand', () => {
    expect(ask(villages, 'pump = shared').fitting).toEqual({
      outcomes: 4,
      holding: 2,
      nearest: 0,
    });
  });

  it('asks of every party’s order with the others’ changes in place', () => {
    // Each would leave for its own lever; both must put the other’s first.
    const both = caseOfText(`
detente: 1
title: small
parties: {P: P, Q: Q}
issues: {a: {lever: P}, b: {lever: Q}}
today: {a: no, b: no}
wants: {P: [a, not a], Q: [b, not b]}
`);
    const report = ask(both, 'not a and not b', { concept: 'nash' });
    expect(report.combination).toEqual({ orders: { P: [1, 0], Q: [1, 0] }, swaps: 2 });
    expect(report.answers.map(({ holds }) => holds)).toEqual([false, false]);
  });

  it('offers no orders for points, and says so', () => {
    const scored = caseOfText(`
detente: 1
title: small
parties: {P: P}
issues: {a: {lever: P}}
today: {a: no}
preferences: {P: {one: {points: {a: {levels: {no: 0, yes: 1}}}}}}
`);
    const report = ask(scored, 'not a');
    expect(report.answers[0]?.orders).toBeNull();
    expect(report.limits).toEqual([
      'P is read by points alone: orders of its wants are not offered, and neither are other points.',
    ]);
  });

  it('says what the work allowed left out, and is the same with enough of it', () => {
    const whole = ask(quietSouth, 'full_deal');
    const { options, ...findings } = ask(quietSouth, 'full_deal', { work: 1e8 });
    expect(options.work).toBe(1e8);
    expect({ ...findings, options: whole.options }).toEqual(whole);

    const none = ask(quietSouth, 'full_deal', { work: 0 });
    expect(none.combination).toBeNull();
    expect(none.answers[1]).toMatchObject({
      holds: false,
      rankings: { limit: 'the work allowed for this question was used up' },
      orders: { holding: '0', leaving: '0', undecided: '6', nearest: null, moves: [] },
    });
    expect(none.limits).toEqual([
      'Northfield: 6 of the 6 orders were not worked out; they are left out of both counts.',
      'Southam: 6 of the 6 orders were not worked out; they are left out of both counts.',
      'Southam: the work allowed was used up before every near order was looked at; one that would do may have been missed.',
      'Changes of several parties together: the work allowed was used up; a set of orders may have been missed.',
    ]);
  });

  it('never miscounts, whatever the work allowed', () => {
    const whole = ask(quietSouth, 'full_deal').answers[1]?.orders ?? expect.fail('no orders');
    for (let work = 1_000; work < 1e8; work *= 3) {
      const orders =
        ask(quietSouth, 'full_deal', { work }).answers[1]?.orders ?? expect.fail('no orders');
      expect(Number(orders.holding) + Number(orders.leaving) + Number(orders.undecided)).toBe(6);
      expect(Number(orders.holding)).toBeLessThanOrEqual(Number(whole.holding));
      expect(Number(orders.leaving)).toBeLessThanOrEqual(Number(whole.leaving));
    }
  });

  it('tells its progress, which never goes back', () => {
    const told: number[] = [];
    makeStable.run(
      quietSouth,
      { ...makeStable.defaults, work: 1e6 },
      { progress: (done) => told.push(done), stopped: () => false },
    );
    expect(told.length).toBeGreaterThan(4);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('refuses a party that the case does not have', () => {
    const problems = makeStable.check(villages, { ...makeStable.defaults, parties: ['West'] });
    expect(problems.map(({ code, what }) => [code, what])).toEqual([
      ['DET211', 'there is no party "West" to ask about'],
    ]);
  });
});
