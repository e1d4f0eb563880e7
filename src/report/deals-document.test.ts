import { describe, expect, it } from 'vitest';
import { circle, domain, noPact, pact } from '../../test/small/deal-cases.js';
import { caseOfText } from '../../test/small/small-cases.js';
import { villages } from '../../test/small/villages.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { deals } from '../questions/deals.js';
import type { DealsOptions } from '../questions/deals-findings.js';
import { dealsDocument } from './deals-document.js';
import { type DealsReport, isSomethingAgreeable } from './deals-words.js';
import { plainText } from './document.js';

const stamp = { hash: '0123456789abcdef', version: '0.1.0' };

function run(theCase: Case, options: Partial<DealsOptions> = {}): DealsReport {
  return deals.run(theCase, { ...deals.defaults, ...options }, uncontrolled);
}

function linesOf(theCase: Case, report: DealsReport): readonly string[] {
  return dealsDocument(theCase, report, stamp).blocks.flatMap((block) => {
    if (block.kind === 'heading') return [`# ${block.text}`];
    if (block.kind === 'paragraph') return [plainText(block.content)];
    if (block.kind === 'list') return block.items.map(({ content }) => plainText(content));
    if (block.kind === 'table') {
      return [
        block.header.join(' | '),
        ...block.rows.map((row) => row.map((cell) => plainText(cell)).join(' | ')),
      ];
    }
    return [];
  });
}

const lines = (theCase: Case, options: Partial<DealsOptions> = {}) =>
  linesOf(theCase, run(theCase, options));

/** What stands under a heading, up to the next one. */
function under(told: readonly string[], heading: string): readonly string[] {
  const from = told.indexOf(`# ${heading}`);
  const rest = told.slice(from + 1);
  const end = rest.findIndex((line) => line.startsWith('# '));
  return from === -1 ? [] : rest.slice(0, end === -1 ? undefined : end);
}

describe('no deal in an answer on deals', () => {
  it('comes first, with who goes by a number, why and from which source', () => {
    const told = lines(pact);
    expect(told[0]).toBe('# No deal');
    expect(under(told, 'No deal')).toEqual([
      'Without a deal, things stay as today.',
      'For Ayland no deal is a number: 15 of its own points (a rival offer; source: The Morning Paper).',
      'In each party’s own points, no deal is 30 for Beeland and 10 for Ceeland.',
      'At the table, since some outcome needs their consent: Ayland and Beeland. No outcome needs that of Ceeland.',
    ]);
  });

  it('is told as a range where things go round a circle', () => {
    expect(under(lines(circle), 'No deal').slice(0, 2)).toEqual([
      'Without a deal, things do not come to rest: single moves lead round a circle of four outcomes, among them: today; the answer on the gate is yes; the answer on the bridge is yes.',
      'A circle gives each party a range: a deal surely beats no deal for it only if it is better than the best of the circle.',
    ]);
  });

  it('is today where that is asked for', () => {
    expect(under(lines(circle, { noDeal: 'today' }), 'No deal')[0]).toBe(
      'As asked, no deal means that things stay as today. Every deal is judged against that.',
    );
  });

  it('names each of several ends, and says against which a deal is better', () => {
    // Whoever moves first takes the hill.
    const race = caseOfText(`
detente: 1
title: A race
parties: {A: Ayland, B: Beeland}
issues:
  a: {label: the north slope, by: A, levels: {free: free, held: held}, irreversible: true}
  b: {label: the south slope, by: B, levels: {free: free, held: held}, irreversible: true}
  pact: {label: the pact, agree: [A, B], leave: none, levels: {none: open, signed: signed}}
today: {a: free, b: free, pact: none}
rules: [{never: a = held and b = held, why: one hill}]
wants:
  A: [a = held, b = free, pact = signed]
  B: [b = held, a = free, pact = signed]
`);
    const told = lines(race);
    expect(under(told, 'No deal')[0]).toBe(
      'Without a deal it depends on who moves first: there are two ends. Every deal is judged against each of them as a whole.',
    );
    expect(under(told, 'No deal').slice(1, 3)).toEqual([
      'Things go to this: the north slope is held.',
      'Things go to this: the south slope is held.',
    ]);
    expect(told.filter((line) => line.startsWith('Against the second end, fallback'))).toHaveLength(
      1,
    );
  });

  it('is named before what differs between several ends', () => {
    const report = run(pact);
    const [noDeal] = report.noDeal;
    const deal = report.deals.find(({ state }) => report.headline.includes(state));
    const [against] = deal?.against ?? [];
    if (!noDeal || !deal || !against) throw new Error('the pact has a deal');
    const other = { ...against, standing: { ...against.standing, A: 'same' as const } };
    const two = {
      ...report,
      noDeal: [noDeal, noDeal],
      deals: [{ ...deal, against: [against, other] }],
    };
    const told = under(linesOf(pact, two), 'The pact is small and the toll is cut');
    expect(told[1]).toBe(
      'Against the second end: Needs the consent of Ayland and Beeland. Better than no deal for Beeland (from 30 to 45 of its own points) on this reading; neither better nor worse for Ayland.',
    );
    // What is the same against both is said once.
    expect(told.filter((line) => line.includes('Outside it: '))).toHaveLength(1);
  });
});

describe('a deal in an answer on deals', () => {
  it('is told with who must sign, who gains by what, who stands outside and loses, and how it holds', () => {
    const told = lines(pact);
    expect(under(told, 'At least as good as no deal, and would hold once in place')).toEqual([
      'One of five possible deals: everyone whose consent it needs is at least as well off as with no deal (things stay as today; in its own points it is 15 for Ayland), no red line of theirs is crossed, and no party would leave once it is in place.',
    ]);
    expect(under(told, 'The pact is small and the toll is cut')).toEqual([
      'Needs the consent of Ayland and Beeland. Better than no deal for Ayland (from 15 to 20 of its own points) and Beeland (from 30 to 45 of its own points) on this reading.',
      'Outside it: worse than no deal for Ceeland (from 10 to 6 of its own points).',
      'Would hold once in place: no party gains by moving.',
      'On offer, from today or from where things go if left alone.',
      'In each party’s own points: 20 for Ayland, 45 for Beeland and 6 for Ceeland.',
    ]);
  });

  it('says what stops those who could gain by leaving', () => {
    expect(under(lines(villages), '“the opening”')).toContain(
      'If the village of Northfield were to lock the pump, Southam could move so that the road is blocked and gain by it; the village of Northfield would have lost “an open road”.',
    );
  });

  it('that would not hold names who would break it, and by which move', () => {
    const told = lines(villages);
    expect(under(told, 'At least as good as no deal, and would not hold')).toEqual([
      'One deal: everyone whose consent it needs is at least as well off as with no deal, no red line of theirs is crossed, and yet some party would leave once it is in place.',
    ]);
    expect(told).toContain(
      'Southam, signing it, would leave it: Southam could move so that the road is blocked and would at once have “the road is blocked”; no reply would make it regret that.',
    );
  });

  it('can be undone from outside', () => {
    const spoiled = caseOfText(`
detente: 1
title: Undone from outside
parties: {A: Ayland, B: Beeland, S: Sland}
issues:
  pact: {label: the pact, agree: [A, B], leave: none, levels: {none: open, signed: signed}}
  raid: {label: the raid, by: S, levels: {none: undone, done: made}}
today: {pact: none, raid: none}
wants:
  A: [pact = signed and raid = none]
  B: [pact = signed and raid = none]
  S: [{want: raid = done iff pact = signed, label: an answer to the pact}]
`);
    expect(lines(spoiled)).toContain(
      'Sland, from outside, can undo it: Sland could move so that the raid is made and would at once have “an answer to the pact”; no reply would make it regret that.',
    );
  });
});

describe('an answer with nothing to agree', () => {
  it('says why none is told, and who is short by how much', () => {
    const told = lines(noPact);
    expect(under(told, 'At least as good as no deal, and would hold once in place')).toEqual([
      'None. To be told here, a deal must leave everyone whose consent it needs at least as well off as with no deal (things stay as today; in its own points it is 40 for Beeland), cross no red line of theirs, and be left by no party once in place. Of one possible deal, none would meet the first two conditions and one the last; none meets all three.',
    ]);
    expect(under(told, 'Who is short')).toEqual([
      'In every outcome but no deal itself somebody at the table would be worse off than with no deal, or a red line of theirs would be crossed.',
      'The outcomes nearest to a deal, with one party unwilling:',
      'The pact is small. Beeland would be worse off than with no deal (from 40 to 20 of its own points), 20 short.',
    ]);
    expect(isSomethingAgreeable(run(noPact))).toBe(false);
  });

  it('says of each solution that there is none, and why', () => {
    expect(lines(noPact)).toContain(
      'Nash; Kalai–Smorodinsky; utilitarian, nobody below no deal: none: no outcome leaves everyone at the table at or above no deal.',
    );
  });
});

describe('a proposal', () => {
  it('is told with who is short, on which issues, and whose red line it crosses', () => {
    const told = under(lines(pact), 'The big pact, by Ayland');
    expect(told).toContain(
      'For Beeland it is short of no deal by 30 of its own points; points are lost on the pact (30).',
    );
    expect(told).toContain('Crosses a red line of Beeland: “a large pact”.');
    expect(told).toContain(
      'No possible outcome is as good for everyone at the table and better for one of them.',
    );
  });

  it('is repaired by the fewest changes, with who gives and who gets', () => {
    const told = under(lines(pact, { repair: 'big' }), 'The big pact, by Ayland');
    expect(told.slice(-2)).toEqual([
      'Smallest changes that make it at least as good as no deal for everyone whose consent it needs:',
      'The pact is small and the toll is cut. Against the proposal, worse off: Ayland (from 60 to 20 of its own points) and Ceeland (from 10 to 6 of its own points); better off: Beeland (from 0 to 45 of its own points). It would hold once in place.',
    ]);
  });

  it('needs no repair where it is as good as no deal and would hold', () => {
    expect(under(lines(pact, { repair: 'modest' }), 'The modest pact, by Beeland').at(-1)).toBe(
      'It needs no repair to be at least as good as no deal for everyone whose consent it needs.',
    );
  });

  it('is told the deals near it', () => {
    expect(under(lines(pact, { near: 'big' }), 'The big pact, by Ayland').slice(-2)).toEqual([
      'Deals at least as good as no deal for everyone whose consent they need, that would hold once in place, fewest changes away from it:',
      'Two changes: the pact is small and the toll is cut.',
    ]);
  });

  it('that a rule forbids says so and no more', () => {
    const forbidden = caseOfText(`
detente: 1
title: Forbidden
parties: {A: Ayland, B: Beeland}
issues:
  a: {agree: [A, B], levels: [none, some]}
  b: {agree: [A, B], levels: [none, some]}
today: {a: none, b: none}
rules: [{never: a = some and b = some, why: one or the other}]
wants: {A: [a = some], B: [b = some]}
proposals: {both: {label: both at once, by: A, terms: {a: some, b: some}}}
`);
    expect(under(lines(forbidden), 'Both at once, by Ayland')).toEqual([
      'A rule of the case forbids it: never a = some and b = some.',
    ]);
  });
});

describe('a case without a today', () => {
  it('says that nothing is known of holding, and never that something would hold', () => {
    const told = lines(domain);
    expect(under(told, 'No deal')[0]).toBe(
      'The case has no today, so no deal is no outcome of it: each party goes by the number that its reading gives.',
    );
    expect(under(told, 'What could be agreed')).toEqual([
      'One outcome of three possible ones: all the consent that it needs would be given, against no deal (in each party’s own points, 2 for Ayland and 1 for Beeland). The case has no today, so nothing is said about whether an agreement would hold once in place, or who would leave it.',
    ]);
    expect(told.join('\n')).not.toMatch(/On offer|Would hold|Would not hold/);
    expect(isSomethingAgreeable(run(domain))).toBe(true);
  });
});

describe('solutions and frontier', () => {
  it('say which of them compare points of different parties', () => {
    const told = lines(domain);
    expect(told.filter((line) => line.includes('; compares points of different parties'))).toEqual([
      expect.stringMatching(/^egalitarian \| 5 \| 5 \| one outcome \| /),
      expect.stringMatching(/^utilitarian, over all outcomes /),
      expect.stringMatching(/^utilitarian, nobody below no deal /),
    ]);
    expect(told).toContain('Each of them: the price is fair.');
  });

  it('put the points first at which nobody is below no deal', () => {
    expect(under(lines(pact), 'The frontier')).toEqual([
      'No possible outcome is as good for everyone at the table and better for one of them than these: four combinations of points, attained by four outcomes; at one of them nobody at the table is below no deal.',
      'The first outcome there | Ayland | Beeland',
      'The pact is small and the toll is cut | 20 | 45',
      'The pact is large | 60 | 0',
      'The pact is large and the toll is cut | 50 | 25',
      'The toll is cut | 0 | 55',
    ]);
  });

  it('fall back on orders, naming who lacks points', () => {
    const told = under(lines(villages), 'What the bargaining solutions single out');
    expect(told[1]).toBe(
      'The village of Northfield and Southam have no points in this reading, so the solutions on points are not computed. Fallback bargaining on orders alone: each party goes down its own list of the outcomes that are better than no deal for everyone at the table, and nobody has to go further down than the second place for this outcome:',
    );
  });

  it('count the ties that are not told', () => {
    const report = run(domain);
    const [one] = report.solutionsByNoDeal;
    if (!one) throw new Error('the domain has solutions');
    const tied = { ...one, nash: { ...one.nash, count: 840 } };
    expect(linesOf(domain, { ...report, solutionsByNoDeal: [tied] })).toContain(
      'Nash: the price is fair. It is a tie of 840 outcomes; one is told.',
    );
    const stopped = { ...one, nash: { ...one.nash, isExact: false, value: 12, bound: '40/3' } };
    expect(linesOf(domain, { ...report, solutionsByNoDeal: [stopped] })).toContain(
      'Nash: the price is fair. The search was stopped: this is the best found, at 12; nothing can exceed about 13.3333.',
    );
  });

  it('are told from levels where outcomes have no number, and the frontier is cut with its count', () => {
    const report = run(domain);
    const [one] = report.solutionsByNoDeal;
    if (!one || !report.frontier) throw new Error('the domain has solutions');
    const beyond: DealsReport = {
      ...report,
      engine: 'factored',
      outcomes: '100000000000000000000',
      counts: null,
      deals: [],
      proposals: [],
      frontier: {
        ...report.frontier,
        states: [],
        count: 40,
        points: Array.from({ length: 40 }, (_, at) => [at, 39 - at]),
      },
      solutionsByNoDeal: [{ ...one, nash: { ...one.nash, states: [] } }],
    };
    const told = linesOf(domain, beyond);
    expect(told).toContain('Each of them: the price is fair.');
    expect(told).toContain(
      'There are about 1.0 × 10^20 possible outcomes, too many to look at one by one. The frontier and the solutions below were worked out without listing them; who would consent to which outcome, and whether it would hold, was not.',
    );
    expect(told).toContain(
      '28 further combinations of points not told here; --json and export --csv list all.',
    );
  });
});

it('says so where the work was stopped', () => {
  const stopped = deals.run(pact, deals.defaults, { progress: () => {}, stopped: () => true });
  expect(linesOf(pact, stopped)).toContain('The work was stopped before an answer was reached.');
});
