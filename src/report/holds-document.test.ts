import { describe, expect, it } from 'vitest';
import { caseOfText, matchingPennies, prisonersDilemma } from '../../test/small/small-cases.js';
import { villages } from '../../test/small/villages.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { holds } from '../questions/holds.js';
import { type Block, type Document, plainText } from './document.js';
import { holdsDocument } from './holds-document.js';
import { type HoldsReport, wordsForHolds } from './holds-words.js';
import { namedSentence } from './named-sentence.js';
import { offeredFirst, offerSentence } from './offer-words.js';
import { opinionSentence } from './opinion-words.js';

const stamp = { hash: '0123456789abcdef', version: '0.1.0' };

function ask(theCase: Case) {
  const report = holds.run(theCase, holds.defaults, uncontrolled);
  return { report, words: wordsForHolds(theCase, report) };
}

const headings = ({ blocks }: Document) =>
  blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.text] : []));
const textOf = (blocks: readonly Block[]) =>
  blocks
    .map((block) => {
      if (block.kind === 'heading') return block.text;
      if (block.kind === 'paragraph') return plainText(block.content);
      if (block.kind === 'list')
        return block.items.map(({ content }) => plainText(content)).join('\n');
      if (block.kind === 'table') return block.rows.flat().map(plainText).join('\n');
      return '';
    })
    .join('\n');

describe('what is on offer', () => {
  const { report, words } = ask(villages);
  const verdict = (state: number) => report.verdicts.find((one) => one.state === state) as never;

  it('names who signs and from where', () => {
    expect(offerSentence(words, report, verdict(0))).toBe(
      'On offer by the village of Northfield and Southam together, from today.',
    );
  });

  it('leaves out a detour where there is a direct way', () => {
    // The signed treaty can be signed at once, or by way of 5.
    expect(report.onOffer.filter(({ state }) => state === 7)).toHaveLength(2);
    expect(offerSentence(words, report, verdict(7))).toBe(
      'On offer by the village of Northfield and Southam together, from today.',
    );
  });

  const detour = caseOfText(
    `
detente: 1
title: small
parties: {P: Pland, R: Rland}
issues: {cut: {lever: P}, pact: {agree: [P, R], levels: [none, signed]}}
today: {cut: no, pact: none}
wants: {P: [pact, cut], R: [pact, not cut]}
`,
  );

  it('says where a first step leads there', () => {
    const { report: answer, words: own } = ask(detour);
    const only = answer.onOffer.findIndex(({ sign, state }) => sign !== state);
    const indirect = { ...answer.verdicts[0], offers: [only] } as never;
    expect(offerSentence(own, answer, indirect)).toBe(
      'On offer by Pland and Rland together, from today, signing a first step that leads there: together they could move so that pact is signed; then Pland would move so that the answer on cut is yes.',
    );
  });

  it('says that it is signed from where things go, where it is', () => {
    const later = { ...prisonersDilemma.case, today: [1, 0] };
    const { report: answer, words: own } = ask(later);
    expect(offerSentence(own, answer, answer.verdicts[1] as never)).toBe(
      'On offer by A and B together, from where things go if left alone.',
    );
  });

  /** The offers as given, all of the outcome that the first of them leads to. */
  const told = (
    offers: HoldsReport['onOffer'],
    more: Partial<Pick<HoldsReport, 'ends' | 'today'>> = {},
  ) => {
    const changed = { ...report, ...more, onOffer: offers };
    const given = { offers: offers.map((_, at) => at) };
    return offerSentence(words, changed, given as never);
  };
  const offer = (from: number, sign = 0, group: readonly string[] = ['North', 'South']) => ({
    state: 0,
    from,
    group,
    sign,
  });

  it('tells a direct way before a detour of the same group, in whatever order', () => {
    const direct = 'On offer by the village of Northfield and Southam together, from today.';
    expect(told([offer(3, 4), offer(3)])).toBe(direct);
    expect(told([offer(3), offer(3, 4)])).toBe(direct);
    expect(told([offer(3, 4)])).toMatch(/, signing a first step that leads there: together /);
  });

  it('names the smallest groups only, even by a detour', () => {
    const three = ['North', 'South', 'East'];
    expect(told([offer(3, 4), offer(3, 0, three)])).toMatch(
      /^On offer by the village of Northfield and Southam together, from today, signing/,
    );
    expect(told([offer(3, 0, ['North', 'East']), offer(3, 0, ['South', 'East'])])).toBe(
      'On offer by the village of Northfield and East together, from today; or by Southam and East together, from today.',
    );
  });

  it('from one of several ends, or from each, says so', () => {
    const by = 'On offer by the village of Northfield and Southam together, ';
    expect(told([offer(1)], { ends: [[1], [2]] })).toBe(
      `${by}from one of the ends of where things go.`,
    );
    expect(told([offer(1), offer(5)], { ends: [[1], [2], [5, 6]] })).toBe(
      `${by}from two of the ends of where things go.`,
    );
    expect(told([offer(1), offer(2)], { ends: [[1], [2]] })).toBe(
      `${by}from each end of where things go.`,
    );
    expect(told([offer(3), offer(1), offer(2)], { ends: [[1], [2]] })).toBe(
      `${by}from today and from each end of where things go.`,
    );
  });

  it('from part of the circle that things go round says so', () => {
    expect(told([offer(2)], { ends: [[1, 2, 5]] })).toBe(
      'On offer by the village of Northfield and Southam together, from part of the circle that things go round.',
    );
  });

  it('puts outcomes first that no other on offer beats for all', () => {
    const states = offeredFirst(villages, report).map(({ state }) => state);
    expect(states).toHaveLength(3);
    // North 5, South 6 at state 4; North 4, South 4 at state 0: 4 is better for both.
    expect(states.indexOf(4)).toBeLessThan(states.indexOf(0));
  });
});

describe('what parties think of an outcome', () => {
  const three = caseOfText(`
detente: 1
title: small
parties: {P: Pland, Q: {name: Quland, called: the Qu}, R: Rland}
issues: {a: {lever: P}}
today: {a: no}
wants: {P: [a], Q: [not a]}
outcomes: {done: {when: a}}
`);

  it('is told against today: better, worse, neither', () => {
    const { report } = ask(three);
    expect(opinionSentence(three, report.named[0]?.nearest as never)).toBe(
      'Better than today for Pland; worse than today for the Qu; neither better nor worse for Rland.',
    );
  });

  it('is not told without a today', () => {
    const bare = { ...ask(three).report.named[0]?.nearest, againstToday: {} };
    expect(opinionSentence(three, bare as never)).toBe('');
  });
});

describe('a named outcome', () => {
  const { report, words } = ask(villages);
  const sentence = (id: string, detail: 'full' | 'short' = 'full') => {
    const named = report.named.find((one) => one.id === id);
    return named && plainText(namedSentence(villages, words, report, named, detail));
  };

  it('that would hold says how, and whose reply holds it', () => {
    expect(sentence('opening')).toBe(
      'would hold once in place; held by a reply. If the village of Northfield were to lock the pump, Southam could move so that the road is blocked and gain by it; the village of Northfield would have lost “an open road”.',
    );
    expect(sentence('truce')).toBe(
      'would hold once in place; no party gains by moving. Better than today for the village of Northfield and Southam.',
    );
  });

  it('that would not hold says who would leave, for what', () => {
    expect(sentence('concession')).toBe(
      'would not hold in any of its 2 forms. In the form nearest to today Southam could move so that the road is blocked and would at once have “the road is blocked”; no reply would make it regret that.',
    );
    expect(sentence('concession', 'short')).toMatch(
      /^would not hold\. In the form nearest to today Southam could/,
    );
  });

  it('that would hold in another form than the nearest says in how many, in which, and what of the nearest', () => {
    expect(sentence('sharing')).toBe(
      'would hold once in place (2 of its 4 forms), such as: the pump is shared and the road is open. In the form nearest to today it would not hold. The village of Northfield could lock the pump and would at once have “the pump is locked”; no reply would make it regret that.',
    );
  });

  it('that would hold in another form can be asked why about that form', () => {
    const sharing = report.named.find(({ id }) => id === 'sharing');
    const [first] = namedSentence(villages, words, report, sharing as never, 'full');
    expect(first).toMatchObject({ ask: { about: 'outcome', state: sharing?.nearestHolding } });
    expect(sharing?.nearestHolding).not.toBe(sharing?.nearest?.state);
  });

  it('that is a proposal says what parties think of it, and whose red line it crosses', () => {
    const lines = caseOfText(`
detente: 1
title: small
parties: {P: Pland, Q: Quland, R: Rland}
issues: {pact: {label: the pact, agree: [P, Q], leave: none, levels: {none: open, signed: signed}}, a: {label: the road, by: R, levels: [shut, open]}}
today: {pact: none, a: shut}
preferences:
  P: {only: {wants: [pact]}}
  Q: {only: {wants: [not pact], red_lines: [{line: pact, label: no pact}]}}
  R: {only: {wants: [a = shut], red_lines: [{line: pact, label: no pact}]}}
proposals:
  deal: {by: P, terms: {pact: signed}}
  more: {by: P, terms: {pact: signed, a: open}}
  road: {by: P, terms: {a: open}}
`);
    const { report: answer, words: own } = ask(lines);
    const [deal, more, road] = answer.named.map((named) =>
      plainText(namedSentence(lines, own, answer, named, 'full')),
    );
    expect(deal).toMatch(/^would hold once in place; /);
    for (const one of [deal, more]) {
      expect(one).toContain(' It crosses a red line of Quland and Rland.');
    }
    expect(deal).toContain(
      ' Better than today for Pland; worse than today for Quland; neither better nor worse for Rland.',
    );
    expect(more).toMatch(/^would not hold\. Rland could move so that the road is shut and would /);
    expect(more).toContain(' worse than today for Quland and Rland.');
    expect(road).not.toContain('red line');
  });

  it('that covers no possible outcome says so', () => {
    const nothing = { kind: 'outcome', id: 'x', label: 'x', states: 0, holding: [], nearest: null };
    expect(plainText(namedSentence(villages, words, report, nothing as never, 'full'))).toMatch(
      /\bno .*outcome .*cover/,
    );
  });
});

describe('the document', () => {
  it('has where things go, what is on offer, names, proposals and method, in this order', () => {
    const { report } = ask(villages);
    const document = holdsDocument(villages, report, stamp);
    expect(document.title).toBe('What holds: Two villages and a well');
    expect(document.subtitle).toBe('As of 27 April 2025');
    expect(document.stamp).toMatch(/^Case file 0123456789ab · /);
    expect(headings(document)).toEqual([
      'Where things go if left alone',
      'What would hold and is on offer',
      'The named outcomes',
      'The proposals',
      'How this was worked out',
    ]);
  });

  it('says that nothing would hold, and by what SEQ would', () => {
    const { report } = ask(matchingPennies.case);
    const document = holdsDocument(matchingPennies.case, report, stamp);
    expect(headings(document)).toContain('Nothing would hold');
    expect(headings(document)).not.toContain('What would hold and is on offer');
    expect(textOf(document.blocks)).toContain('Four outcomes would be held only by replies');
  });

  it('says nothing of where things go without a today', () => {
    const bare = caseOfText(
      'detente: 1\ntitle: t\nparties: {P: P}\nissues: {a: {lever: P}}\nwants: {P: [a]}',
    );
    const document = holdsDocument(bare, ask(bare).report, stamp);
    expect(headings(document)).toEqual([
      'What would hold once in place',
      'How this was worked out',
    ]);
    expect(textOf(document.blocks)).toContain('The case has no today');
  });

  it('names what was not computed, unless it was not asked for', () => {
    const report = holds.run(villages, { ...holds.defaults, concepts: ['firm'] }, uncontrolled);
    expect(report.limits).toContain('SEQ was not computed: it was not asked for.');
    const limits = [...report.limits, 'SIM was not computed: too large.'];
    const text = textOf(holdsDocument(villages, { ...report, limits }, stamp).blocks);
    expect(text).toContain('SIM was not computed: too large.');
    expect(text).not.toContain('it was not asked for');
  });
});
