import { describe, expect, it } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import { villages } from '../../test/small/villages.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { deals } from '../questions/deals.js';
import { packageJudge } from '../questions/judge-package.js';
import { dealPlot, mostFrontierMarks } from './deal-plot.js';
import { dealTable } from './deal-table.js';

/**
 * Two sell to each other. State = price + 4 · aid. Amounts of A: 1, 10, 7, 2, 0, 9, 6, 1; of B: 0, 1, 6,
 * 9, 2, 3, 8, 11. No deal is today, (1, 0). All six deals are on the frontier; with aid A takes it back.
 */
const trade = (more = '', points = true) =>
  caseOfText(`
detente: 1
title: A trade
parties: {A: Ann, B: Bob}
issues:
  price: {label: the price, agree: [A, B], levels: [none, low, fair, high]}
  aid: {label: aid, lever: A}
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
${
  points
    ? `      points:
        price: {levels: {none: 0, low: 1, fair: 6, high: 9}}
        aid: {levels: {no: 0, yes: 2}}
      no_deal: today`
    : '      ranking: [price = high, price = fair, price = low]'
}
${more}`);

function plotOf(theCase: Case, hasFacts = true) {
  const report = deals.run(theCase, deals.defaults, uncontrolled);
  const judge = packageJudge(theCase, deals.defaults, uncontrolled);
  return dealPlot(theCase, report, hasFacts ? judge?.factsOf : undefined);
}

describe('deals as a picture', () => {
  it('has each outcome once, with all that it is, in the parties’ own points', () => {
    const { marks, axes, isOrdinal } = plotOf(
      trade('proposals: {offer: {label: the offer, by: A, terms: {price: low}}}'),
    );
    expect(isOrdinal).toBe(false);
    expect(axes.map(({ title }) => title)).toEqual([
      'Ann: its own points, higher is better',
      'Bob: its own points, higher is better',
    ]);
    expect(
      marks.map(({ state, kinds, standing, values }) => [
        state,
        kinds.join('+'),
        standing,
        `${values.A?.says} ${values.B?.says}`,
      ]),
    ).toEqual([
      [0, 'no deal+today', 'neither', '1 0'],
      [1, 'proposal+deal+frontier', 'both', '10 1'],
      [6, 'solution+deal+frontier', 'willing', '6 8'],
      [2, 'solution+deal+frontier', 'both', '7 6'],
      [3, 'deal+frontier', 'both', '2 9'],
      [5, 'deal+frontier', 'willing', '9 3'],
      [7, 'deal+frontier', 'willing', '1 11'],
    ]);
  });

  it('says in words what a mark is', () => {
    const { marks } = plotOf(trade());
    // Gains over no deal: (5, 8) has the greatest product and sum, and of 9 and 11 the greatest least
    // share, 5/9; (6, 6) has the greatest least gain.
    expect(marks.find(({ state }) => state === 6)).toMatchObject({
      label: 'Nash · Kalai–Smorodinsky · greatest sum',
      name: 'The price is fair and the answer on aid is yes',
      what: 'Nash solution; Kalai–Smorodinsky solution; utilitarian solution; on the frontier; better than no deal for all who would sign, but would not hold',
    });
    expect(marks.find(({ state }) => state === 2)?.label).toContain('equal gains');
  });

  it('draws no deal as a line for each party', () => {
    const { axes } = plotOf(trade());
    expect(
      axes.map(({ noDeal }) => noDeal.map(({ label, from, to }) => [label, from.at, to.at])),
    ).toEqual([[['no deal', 1, 1]], [['no deal', 0, 0]]]);
    expect(axes.map(({ least, most }) => [least.at, most.at])).toEqual([
      [1, 10],
      [0, 11],
    ]);
  });

  it('uses ranks of each party’s own order where one at the table has no points', () => {
    const { axes, isOrdinal, marks } = plotOf(trade('', false));
    expect(isOrdinal).toBe(true);
    expect(axes[0]?.title).toBe('Ann: rank in its own order, higher is better');
    // Ann: 0 (state 4), 1 (0 and 7), 2 (3), 6 (6), 7 (2), 9 (5), 10 (1): ranks 0 … 6.
    const today = marks.find(({ kinds }) => kinds.includes('today'));
    expect([today?.values.A?.at, today?.values.B?.at]).toEqual([1, 0]);
    expect(marks.find(({ state }) => state === 1)?.values.A?.at).toBe(6);
    expect(axes.map(({ noDeal }) => noDeal.map(({ from }) => from.at))).toEqual([[1], [0]]);
  });

  it('leaves a value out where it is not known, rather than guess one', () => {
    const { marks } = plotOf(trade('', false), false);
    const today = marks.find(({ kinds }) => kinds.includes('today'));
    expect(today?.values).toEqual({});
    expect(marks.filter(({ kinds }) => kinds.includes('frontier')).length).toBeGreaterThan(0);
    for (const mark of marks.filter(({ kinds }) => kinds.includes('frontier'))) {
      expect(Object.keys(mark.values)).toEqual(['A', 'B']);
    }
  });

  it('draws a circle as a band from its worst to its best', () => {
    const pennies = caseOfText(`
detente: 1
title: t
parties: {P: P, R: R}
issues: {a: {lever: P}, b: {lever: R}, c: {agree: [P, R], levels: [none, signed]}}
today: {a: no, b: no, c: none}
wants: {P: [c = signed, {want: a iff b, worth: 3}], R: [c = signed, {want: "not (a iff b)", worth: 2}]}
`);
    const { axes, marks } = plotOf(pennies);
    expect(axes.map(({ noDeal }) => noDeal.map(({ from, to }) => [from.at, to.at]))).toEqual([
      [[0, 3]],
      [[0, 2]],
    ]);
    expect(marks.some(({ kinds }) => kinds.includes('no deal'))).toBe(false);
  });

  it('keeps ties apart: outcomes with the same amounts are marks of their own', () => {
    const { marks } = plotOf(
      caseOfText(`
detente: 1
title: t
parties: {P: P, R: R}
issues: {a: {agree: [P, R], levels: [none, left, right]}}
today: {a: none}
preferences:
  P: {one: {points: {a: {levels: {none: 0, left: 1, right: 1}}}}}
  R: {one: {points: {a: {levels: {none: 0, left: 1, right: 1}}}}}
`),
    );
    expect(marks.map(({ state }) => state).sort()).toEqual([0, 1, 2]);
    expect(new Set(marks.map(({ key }) => key)).size).toBe(3);
  });

  it('draws a long frontier as marks and dots, each point once', () => {
    const levels = Array.from({ length: 25 }, (_, at) => at);
    const ids = levels.map((at) => `l${at}`).join(', ');
    const scores = (of: (at: number) => number) =>
      `{levels: {${levels.map((at) => `l${at}: ${of(at)}`).join(', ')}}}`;
    const { marks, dots } = plotOf(
      caseOfText(`
detente: 1
title: t
parties: {P: P, R: R}
issues: {a: {agree: [P, R], levels: [${ids}]}, b: {agree: [P, R], levels: [${ids}]}}
preferences:
  P:
    one:
      points: {a: ${scores((at) => 25 * at)}, b: ${scores((at) => at)}}
      no_deal: {value: 0, from: judgement}
  R:
    one:
      points: {a: ${scores((at) => 25 * (24 - at))}, b: ${scores((at) => 24 - at)}}
      no_deal: {value: 0, from: judgement}
`),
    );
    expect(dots.length).toBeGreaterThan(0);
    expect(marks.filter(({ label }) => label.includes('greatest sum'))).toHaveLength(12);
    expect(marks.find(({ label }) => label.includes('greatest sum'))?.what).toContain(
      'one of 625 outcomes that attain it',
    );
    expect(marks.length + dots.length).toBe(625);
    const told = [...marks.map(({ values }) => values.P?.at), ...dots.map(([own]) => own?.at)];
    expect(new Set(told).size).toBe(625);
  });

  it('has every mark in its table, below what no deal is', () => {
    const plot = plotOf(villages);
    const { table, dots } = dealTable(plot);
    expect(dots).toBe(0);
    expect(plot.marks.length).toBeLessThanOrEqual(mostFrontierMarks + 10);
    const lines = new Set(plot.axes.flatMap(({ noDeal }) => noDeal.map(({ label }) => label)));
    expect(table.rows).toHaveLength(lines.size + plot.marks.length);
    for (const row of table.rows) expect(row).toHaveLength(table.header.length);
  });
});
