import { describe, expect, it } from 'vitest';
import { caseOfText, matchingPennies } from '../../test/small/small-cases.js';
import { villages } from '../../test/small/villages.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { holds } from '../questions/holds.js';
import type { HoldsOptions } from '../questions/holds-findings.js';
import { type Block, plainText } from './document.js';
import { evolutionBlocks } from './evolution-blocks.js';
import { holdsDocument } from './holds-document.js';
import { wordsForHolds } from './holds-words.js';
import { passingBlocks } from './passing-blocks.js';
import { whyNotOnOffer } from './unsigned-words.js';

const stamp = { hash: '0123456789abcdef', version: '0.1.0' };

function ask(theCase: Case, options: Partial<HoldsOptions> = {}) {
  const report = holds.run(theCase, { ...holds.defaults, ...options }, uncontrolled);
  return { report, words: wordsForHolds(theCase, report) };
}

const linesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => {
    if (block.kind === 'heading') return [`# ${block.text}`];
    if (block.kind === 'paragraph') return [plainText(block.content)];
    if (block.kind === 'list') return block.items.map(({ content }) => plainText(content));
    if (block.kind === 'table') return block.rows.map((row) => row.map(plainText).join(' | '));
    return [];
  });

/** A pact of P and Q, a road of R, and orders that differ by test. */
const three = (preferences: string, more = '') =>
  caseOfText(`
detente: 1
title: small
parties: {P: Pland, Q: {name: Quland, called: the Qu}, R: Rland}
issues:
  pact: {label: the pact, agree: [P, Q], leave: none, levels: {none: open, signed: {label: signed, act: sign the pact}}}
  road: {label: the road, by: R, levels: {shut: shut, open: {label: open, act: open the road}}}
today: {pact: none, road: shut}
preferences:
${preferences}
${more}
`);
const why = (theCase: Case, state: number, options: Partial<HoldsOptions> = {}) => {
  const { report, words } = ask(theCase, options);
  return plainText(whyNotOnOffer(words, report, state));
};

describe('why an outcome is not on offer', () => {
  it('names who would not sign, for the want it would lose', () => {
    const theCase = three(`
  P: {only: {wants: [pact = signed]}}
  Q: {only: {wants: [{want: pact = none, label: a free hand}]}}`);
    expect(why(theCase, 1)).toBe(
      'It takes Pland and the Qu together: the Qu would not sign (losing “a free hand”).',
    );
  });

  it('names each who would not, one for a want, one who gains nothing, one for its red line', () => {
    const theCase = caseOfText(`
detente: 1
title: small
parties: {P: Pland, Q: Quland, R: Rland, S: Sland}
issues: {pact: {agree: [P, Q, R, S], leave: none, levels: [none, signed]}}
today: {pact: none}
preferences:
  P: {only: {wants: [{want: pact = none, label: quiet}], red_lines: [pact = signed]}}
  R: {only: {wants: [pact = signed], red_lines: [pact = signed]}}
  S: {only: {wants: [pact = signed]}}
`);
    expect(why(theCase, 1)).toBe(
      'It takes Pland, Quland, Rland and Sland together: Pland would not sign (losing “quiet”, a red line crossed), nor would Quland (gaining nothing by it), nor would Rland (a red line crossed).',
    );
  });

  it('says when no group could bring it about in one step', () => {
    // The pact binds for ever: from there no one has a way back.
    const theCase = three(`
  P: {only: {wants: [pact = none]}}
  Q: {only: {wants: [pact = none]}}`);
    expect(why(theCase, 0, { from: 1 })).toBe('No group could bring it about in one step.');
  });

  it('says of a party that could do it alone what it would lose', () => {
    const theCase = three(`
  R: {only: {wants: [{want: road = shut, label: a shut road}]}}`);
    const opened = three(
      '  R: {only: {wants: [road = shut]}}',
      'proposals: {way: {by: P, terms: {road: open}}}',
    );
    expect(why(theCase, 1)).toBe(
      'It takes Pland and the Qu together: Pland would not sign (gaining nothing by it), nor would the Qu (gaining nothing by it).',
    );
    expect(why(opened, 2)).toBe(
      'Rland could bring it about alone, and would lose “the road is shut”. Steps would lead on from it back to today.',
    );
  });

  it('tells the reply to a party that would gain by going there alone', () => {
    // Both would rather be met than meet; each alone is answered in kind.
    const tit = caseOfText(`
detente: 1
title: small
parties: {A: Ayland, B: Beeland}
issues:
  a: {label: the gate, by: A, levels: {open: open, shut: {label: shut, act: shut the gate}}}
  b: {label: the well, by: B, levels: {open: open, shut: {label: shut, act: shut the well}}}
today: {a: open, b: open}
wants: {A: [b = open, a = shut], B: [a = open, b = shut]}
proposals: {first: {by: A, terms: {a: shut}}}
`);
    expect(why(tit, 1)).toMatch(
      /^If Ayland were to shut the gate, Beeland could shut the well and gain by it; Ayland would have lost “the well is open”\. Steps would lead on from it to this: the gate is shut and the well is shut\.$/,
    );
  });

  it('says of a proposal that all would sign where steps would lead on from it', () => {
    const theCase = three(
      `
  P: {only: {wants: [pact = signed]}}
  Q: {only: {wants: [pact = signed, road = shut]}}
  R: {only: {wants: [road = open iff pact = signed]}}`,
      'proposals: {deal: {by: P, terms: {pact: signed}}}',
    );
    expect(why(theCase, 1)).toBe(
      'It takes Pland and the Qu together, and both would gain by it. Steps would lead on from it to this: the pact is signed and the road is open.',
    );
    const document = holdsDocument(theCase, ask(theCase).report, stamp);
    expect(linesOf(document.blocks).find((line) => line.startsWith('Deal'))).toContain(
      ' Not on offer. It takes Pland and the Qu together, and both would gain by it.',
    );
    // What they lead to is on offer, and the steps after signing are told.
    expect(linesOf(document.blocks)).toContain(
      'On offer by Pland and the Qu together, from today, signing a first step that leads there: together they could sign the pact; then Rland would open the road.',
    );
  });

  it('tells today and where things go apart, where the reasons differ', () => {
    // R opens the road by itself; the pact can be signed with the road shut, or after.
    const theCase = three(
      `
  P: {only: {wants: [pact = signed]}}
  Q: {only: {wants: [{want: pact = none, label: a free hand}]}}
  R: {only: {wants: [road = open]}}`,
      'proposals: {deal: {by: P, terms: {pact: signed}}}',
    );
    expect(ask(theCase).report.ends).toEqual([[2]]);
    expect(why(theCase, 1)).toBe(
      'From today: it takes Pland and the Qu together: the Qu would not sign (losing “a free hand”). From where things go: it takes Pland, the Qu and Rland together: the Qu would not sign (losing “a free hand”), nor would Rland (losing “the road is open”). Steps would lead on from it to this: the pact is signed and the road is open.',
    );
  });

  it('of many places to sign tells two, unnamed ones by number, and counts the rest', () => {
    const { report } = ask(villages, { from: 0 });
    const [first] = report.notOnOffer.filter(({ state }) => state === 3);
    if (!first) expect.fail('today is on offer from there');
    const places = [0, 1, 2, 5].map((from, at) => ({
      ...first,
      from,
      groups: at === 1 ? [] : first.groups,
    }));
    const many = { ...report, ends: [[1, 2, 5]], notOnOffer: places };
    const numbered = wordsForHolds(villages, report, true);
    const told = plainText(whyNotOnOffer(numbered, many, 3));
    expect(told).toMatch(/^From there: it takes the village of Northfield and Southam together: /);
    expect(told).toMatch(
      / From “the concession” \[#1\]: no group could bring it about in one step\. Nor is it on offer from two further outcomes where things go\.$/,
    );
  });

  it('is a column of the table of what else would hold, and says nothing where nothing is known', () => {
    const theCase = three(`
  P: {only: {wants: [pact = signed]}}
  Q: {only: {wants: [pact = none]}}
  R: {only: {wants: [road = shut]}}`);
    const { report, words } = ask(theCase);
    const { blocks } = holdsDocument(theCase, report, stamp);
    const table = blocks.find(({ kind }) => kind === 'table');
    expect(table?.kind === 'table' && table.header).toEqual([
      'Outcome',
      'Held how',
      'Against today',
      'Why not on offer',
    ]);
    expect(whyNotOnOffer(words, report, 2)).toEqual([]);
  });
});

describe('an answer from another outcome than today', () => {
  const { report } = ask(villages, { from: 0 });
  const lines = linesOf(holdsDocument(villages, report, stamp).blocks);

  it('names it, and speaks of "there" and not of today', () => {
    expect(lines.slice(0, 3)).toEqual([
      'Asked from this outcome, not from today: “the opening”: the pump is shared and the road is open.',
      '# Where things go from there if left alone',
      'Things stay there: no party would gain by a move of its own once the others have replied.',
    ]);
    expect(lines.join('\n')).toContain(
      'On offer by the village of Northfield and Southam together, from there.',
    );
    expect(lines.join('\n')).not.toContain('from today,');
  });

  it('tells what parties think of outcomes against it too', () => {
    expect(lines).toContain(
      'Better than where this starts for the village of Northfield and Southam.',
    );
  });

  it('can be asked where the case has no today', () => {
    const bare = caseOfText(
      'detente: 1\ntitle: t\nparties: {P: Pland}\nissues: {a: {lever: P}}\nwants: {P: [a]}',
    );
    const told = linesOf(holdsDocument(bare, ask(bare, { from: 0 }).report, stamp).blocks);
    expect(told).toContain('# Where things go from there if left alone');
    expect(told.join('\n')).not.toContain('The case has no today');
  });
});

describe('what can develop', () => {
  it('is a row for each outcome, in order of moves, with who may move last', () => {
    const { report, words } = ask(matchingPennies.case, { evolution: 3 });
    expect(linesOf(evolutionBlocks(words, report)).slice(2)).toEqual([
      '# By moves each better for its maker',
      'The answer on b is yes | one move | B',
      'The answer on a is yes and the answer on b is yes | two moves | A',
      'The answer on a is yes | three moves | B',
      '# By any moves',
      'The answer on a is yes | one move | A',
      'The answer on b is yes | one move | B',
      'The answer on a is yes and the answer on b is yes | two moves | A or B',
    ]);
  });

  it('is nothing where nobody moves, and absent where it was not asked for', () => {
    const { report, words } = ask(villages, { evolution: 2 });
    expect(linesOf(evolutionBlocks(words, report))).toContain('Nothing can develop.');
    expect(evolutionBlocks(words, ask(villages).report)).toEqual([]);
  });

  it('is cut with a word', () => {
    const { report } = ask(villages, { evolution: 1 });
    expect(report.limits).toEqual([
      'What can develop by any moves is listed for 1 move in a row; longer sequences lead to more.',
    ]);
  });
});

describe('what is only passing', () => {
  const passing = caseOfText(`
detente: 1
title: Passing point
parties: {P: the Patron, R: the Recipient}
issues:
  price: {label: the price, by: P, irreversible: true, levels: {unpaid: unpaid, paid: {label: paid, act: pay the price}}}
  pact: {label: the pact, agree: [P, R], leave: none, levels: {none: open, signed: {label: signed, act: sign the pact}}}
today: {price: unpaid, pact: none}
wants:
  P: [pact = signed, price = paid iff pact = signed]
  R: [price = unpaid, pact = signed]
`);

  it('is told with the way there and the signers who end below', () => {
    const { report, words } = ask(passing, { passing: true });
    expect(linesOf(passingBlocks(words, report))).toEqual([
      '# What is only passing',
      'Chains of moves and deals, each better for all who make it, also touch these. None is an end or on offer: a signer may end worse off than where it began.',
      'The price is paid and the pact is signed, which would hold once in place: the Patron and the Recipient together could sign the pact, then the Patron could pay the price. The Recipient would end below today.',
      'The pact is signed: the Patron and the Recipient together could sign the pact. No signer would end below today.',
    ]);
  });

  it('is told apart from ends other than today', () => {
    const { report, words } = ask(
      { ...passing, preferences: passing.preferences },
      { passing: true, from: 0 },
    );
    const ended = {
      ...report,
      ends: [[2]],
      passing: report.passing?.map((one) => ({ ...one, belowEnds: [['R']] })) ?? [],
    };
    expect(linesOf(passingBlocks(words, ended))[2]).toMatch(
      / The Recipient would end below today and below no deal\.$/,
    );
  });

  it('is nothing where chains touch only ends and offers, and absent where not asked for', () => {
    const still = caseOfText(
      'detente: 1\ntitle: t\nparties: {P: P}\nissues: {a: {lever: P}}\ntoday: {a: no}',
    );
    const { report, words } = ask(still, { passing: true });
    expect(linesOf(passingBlocks(words, report))[1]).toMatch(/touch nothing but the ends/);
    expect(passingBlocks(words, ask(passing).report)).toEqual([]);
  });
});
