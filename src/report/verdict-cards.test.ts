import { describe, expect, it } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import { villages } from '../../test/small/villages.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { explain } from '../questions/explain.js';
import { holds } from '../questions/holds.js';
import { plainText } from './document.js';
import { outcomeGrowth } from './outcome-growth.js';
import { outcomeLook } from './outcome-look.js';
import { ordinal } from './phrases.js';
import { verdictCards } from './verdict-cards.js';

const reportOf = (theCase: Case, state: number) =>
  explain.run(theCase, { ...explain.defaults, state }, uncontrolled);
const cardsOf = (theCase: Case, state: number) =>
  verdictCards(theCase, reportOf(theCase, state)).map((card) => ({
    party: card.party,
    stays: card.stays,
    verdict: plainText([card.verdict]),
    reason: card.reason.map(plainText),
    opinion: card.opinion && plainText([card.opinion]),
    redLine: card.redLine && plainText(card.redLine),
  }));

describe('the card of a party', () => {
  it('says who holds it by a reply, and where the want lost stands in its order', () => {
    expect(cardsOf(villages, 4)[0]).toEqual({
      party: 'North',
      stays: true,
      verdict: 'Stays: held by what Southam could do in reply',
      reason: [
        expect.stringMatching(/^If the village of Northfield were to lock the pump, Southam could/),
        '“an open road” is the first of its 3 wants, most important first.',
        'One other way out is answered too.',
      ],
      opinion: 'Better than today for it',
      redLine: undefined,
    });
  });

  it('says what it gains where it leaves, and counts the other ways out', () => {
    const [north] = cardsOf(villages, 2);
    expect(north).toMatchObject({ party: 'North', stays: false, verdict: 'Leaves' });
    expect(north?.reason[0]).toMatch(/would at once have “pump = locked”|would at once have/);
    expect(north?.reason[1]).toMatch(/is the (first|second|last) of its 3 wants/);
  });

  it('has every sentence lead on: to the wants, and from a want to the case text', () => {
    const [north] = verdictCards(villages, reportOf(villages, 4));
    const asks = [north?.verdict, ...(north?.reason.flat() ?? []), north?.opinion].flatMap(
      (piece) => (typeof piece === 'object' && piece.kind === 'why' ? [piece.ask] : []),
    );
    const ask = { about: 'verdict', party: 'North', state: 4 };
    const path = ['wants', 'North', 0];
    expect(asks).toEqual([ask, ask, { about: 'element', path }, ask]);
  });

  it('tells "cannot move" apart from "would not move"', () => {
    const theCase = caseOfText(`
detente: 1
title: t
parties: {P: P, R: R}
issues: {a: {lever: P}}
today: {a: yes}
wants: {P: [a], R: [not a]}
`);
    expect(cardsOf(theCase, 1).map(({ verdict }) => verdict)).toEqual([
      'Stays: it could move, but would gain by no move of its own',
      'Stays: it cannot move from here',
    ]);
    // At today itself nobody has a view against today.
    expect(cardsOf(theCase, 1).map(({ opinion }) => opinion)).toEqual([undefined, undefined]);
    expect(cardsOf(theCase, 0).map(({ opinion }) => opinion)).toEqual([
      'Worse than today for it',
      'Better than today for it',
    ]);
  });

  it('calls a want that is alone the only one, and counts places of a ranking', () => {
    const theCase = caseOfText(`
detente: 1
title: t
parties: {P: P, R: R}
issues: {a: {lever: P}, b: {lever: R}}
today: {a: no, b: no}
preferences:
  P: {given: {wants: [a]}}
  R: {given: {ranking: [a and b, b]}}
`);
    const [p, r] = cardsOf(theCase, 0);
    expect(p?.reason[1]).toMatch(/is the only want it is read to have, most important first\.$/);
    expect(r?.reason[1]).toMatch(/is the last of its 2 places, most important first\.$/);
  });

  it('names each red line it crosses', () => {
    const theCase = caseOfText(`
detente: 1
title: t
parties: {P: P}
issues: {a: {lever: P}}
today: {a: no}
preferences: {P: {given: {wants: [a], red_lines: [a]}}}
`);
    expect(cardsOf(theCase, 0)[0]?.redLine).toBeUndefined();
    expect(cardsOf(theCase, 1)[0]?.redLine).toMatch(
      /^Crosses a red line of it: .+\. It would not sign this\.$/,
    );
  });

  it('counts places in words up to ten', () => {
    expect([1, 2, 3, 10, 11, 12, 13, 21, 22, 23, 111].map(ordinal)).toEqual(
      'first second third tenth 11th 12th 13th 21st 22nd 23rd 111th'.split(' '),
    );
  });
});

describe('what grows from an outcome', () => {
  const growth = (theCase: Case, state: number) =>
    outcomeGrowth(
      theCase,
      holds.run(theCase, holds.defaults, uncontrolled),
      reportOf(theCase, state),
    );

  it('is each answered move, and the reply to it', () => {
    const { nodes, arcs, left } = growth(villages, 4);
    const told = arcs.map(({ from, to, kind, parties }) => `${from}→${to} ${kind} ${parties}`);
    expect(told).toContain('4→5 answered North');
    expect(told.some((arc) => arc.startsWith('5→') && arc.includes('reply South'))).toBe(true);
    const states = nodes.map(({ state }) => state);
    for (const { from, to } of arcs) {
      expect(states).toContain(from);
      expect(states).toContain(to);
    }
    expect(left).toBe(0);
  });

  it('is nothing but the outcome itself where nobody would gain by a move', () => {
    expect(growth(villages, 7)).toMatchObject({ nodes: [{ state: 7 }], arcs: [], left: 0 });
  });

  it('is cut to its number, the rest counted', () => {
    const theCase = caseOfText(`
detente: 1
title: t
parties: {P: P}
issues: {a: {by: P, levels: [a0, a1, a2, a3, a4, a5, a6]}}
today: {a: a0}
wants: {P: [a = a6, a = a5, a = a4, a = a3, a = a2, a = a1]}
`);
    const { arcs, left } = growth(theCase, 0);
    expect(arcs.map(({ to }) => to)).toEqual([6, 5, 4, 3]);
    expect(left).toBe(2);
  });
});

describe('a close look at an outcome', () => {
  const look = (theCase: Case, state: number) =>
    outcomeLook(
      theCase,
      holds.run(theCase, holds.defaults, uncontrolled),
      reportOf(theCase, state),
    );

  it('says how it is held, and has nobody leaving, where it holds', () => {
    const { verdict, leaving, concepts } = look(villages, 7);
    expect(verdict).toBe('Would hold once in place: no party gains by moving.');
    expect(leaving).toEqual([]);
    expect(concepts.every(({ holds }) => holds)).toBe(true);
  });

  it('says who would leave, with the ways, where it does not', () => {
    const { verdict, leaving, concepts } = look(villages, 2);
    expect(verdict).toMatch(/^Would not hold: .+ would leave\.$/);
    expect(leaving.length).toBeGreaterThan(0);
    for (const { ways } of leaving) expect(ways.length).toBeGreaterThan(0);
    expect(concepts.find(({ id }) => id === 'firm')?.holds).toBe(false);
  });
});
