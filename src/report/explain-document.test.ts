import { describe, expect, it } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import { villages } from '../../test/small/villages.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { type ExplainOptions, explain } from '../questions/explain.js';
import { plainText } from './document.js';
import { explainDocument } from './explain-document.js';

const stamp = { hash: '0123456789abcdef', version: '0.1.0' };

function told(theCase: Case, options: Partial<ExplainOptions>) {
  const report = explain.run(theCase, { ...explain.defaults, ...options }, uncontrolled);
  const document = explainDocument(theCase, report, stamp);
  const lines = document.blocks.flatMap((block) => {
    if (block.kind === 'heading') return [`# ${block.text}`];
    if (block.kind === 'paragraph') return [plainText(block.content)];
    if (block.kind === 'list') return block.items.map(({ content }) => `- ${plainText(content)}`);
    return [];
  });
  return { document, lines };
}

describe('an explanation', () => {
  const { document, lines } = told(villages, { state: 0, parties: ['North'] });

  it('is called by the outcome, with how that differs from today below', () => {
    expect(document.title).toBe('Why: “the opening”');
    expect(document.subtitle).toBe('The pump is shared and the road is open.');
    expect(told(villages, { state: 3 }).document.title).toBe('Why: today');
    expect(told(villages, { state: 3 }).document.subtitle).toBeUndefined();
    expect(told(villages, { state: 7 }).document.subtitle).toBeUndefined();
  });

  it('says of a party whether it stays, and what answers each way out', () => {
    expect(lines.slice(0, 3)).toEqual([
      '# Northfield',
      'The village of Northfield would stay: each move that is better for it would be answered.',
      '- If the village of Northfield were to lock the pump, Southam could move so that the road is blocked and gain by it; the village of Northfield would have lost “an open road”.',
    ]);
  });

  it('lists its wants in order, whether each is met, and what it rests on', () => {
    expect(lines).toContain('What it wants, most important first:');
    expect(lines).toContain('- “an open road”: met (its only way to market; judgement only)');
    expect(lines).toContain('- “the pump is locked”: not met (judgement only)');
  });

  it('places the outcome on the party’s own ladder and on no other', () => {
    expect(lines.filter((line) => line.includes(' rung '))).toEqual([
      'In the order of the village of Northfield alone this outcome stands on rung 4 of 7, 0 being the worst; today stands on rung 2. Rungs of different parties cannot be compared.',
    ]);
  });

  it('tells a party that cannot move from one that would not', () => {
    const frozen = caseOfText(`
detente: 1
title: small
parties: {P: Pland, Q: Quland}
issues: {a: {lever: P}}
today: {a: no}
wants: {P: [not a], Q: [a]}
`);
    expect(told(frozen, { state: 0 }).lines).toEqual(
      expect.arrayContaining([
        'Pland would stay: no move of its own from here is better for it.',
        'Quland would stay: there is no move for it from here.',
      ]),
    );
  });

  it('says that a party would leave, and counts the ways out that would be answered', () => {
    const mixed = caseOfText(`
detente: 1
title: small
parties: {P: Pland, Q: Quland}
issues: {a: {lever: P}, b: {lever: P}, c: {lever: Q}}
today: {a: no, b: no, c: no}
preferences:
  P: {only: {ranking: [a and b and not c, not c and (a or b), not c]}}
  Q: {only: {wants: [c iff (a and b)]}}
`);
    const text = told(mixed, { state: 0, parties: ['P'] }).lines;
    expect(text[1]).toBe('Pland would leave:');
    expect(text).toContain('One other way out would be answered:');
  });

  it('calls a party without preferences indifferent', () => {
    const bare = caseOfText(
      'detente: 1\ntitle: t\nparties: {P: Pland}\nissues: {a: {lever: P}}\ntoday: {a: no}',
    );
    const { lines: text } = told(bare, { state: 0 });
    expect(text).toContain('Pland is indifferent between all outcomes.');
    expect(text.at(-2)).toBe(
      '- Pland is taken to be indifferent: the case gives it no preferences.',
    );
  });

  it('ends with how it was worked out: the concept, then what was taken as given', () => {
    const wet = caseOfText(`
detente: 1
title: t
parties: {P: Pland}
issues: {season: {by: nobody, label: the season, levels: [wet, dry]}, a: {lever: P}, b: {by: P, label: the road, levels: [shut, open]}}
today: {season: dry, a: no, b: shut}
preferences: {P: {calm: {label: content, wants: [not a]}, keen: {label: keen, wants: [a]}}}
`);
    const text = told(wet, {
      state: 0,
      concept: 'nash',
      readings: { P: 'keen' },
      where: { b: 'open' },
    }).lines;
    const [concept, ...given] = text.slice(text.indexOf('# How this was worked out') + 1);
    expect(concept).toMatch(
      /^- “Would hold” means stable for every party under Nash: .*\. Source: /,
    );
    expect(given).toEqual([
      '- Pland is read as: keen.',
      '- Taken as given: the season is dry (context).',
      '- Taken as given: the road is open (fixed for this answer).',
      '- Replies were worked out for all outcomes at once, over cells of outcomes that a party can turn into each other.',
    ]);
  });

  it('lists the sources behind the wants: title, outlet and date, and what was named of each', () => {
    const sourced = caseOfText(`
detente: 1
title: t
parties: {P: Pland, Q: Quland}
issues: {a: {lever: P}}
today: {a: no}
wants: {P: [{want: a, from: [st, wire]}], Q: [{want: not a, from: other}]}
sources:
  paper: {title: The minister speaks, outlet: The Morning Paper, date: 2025-04-23}
  wire: {title: A wire}
  other: {title: Another paper}
statements: {st: {text: We want it., source: paper, speaker: the minister, said: 2025-04-22}}
`);
    const text = told(sourced, { state: 0, parties: ['P'] }).lines;
    const from = text.indexOf('# Sources named here');
    expect(text.slice(from, from + 4)).toEqual([
      '# Sources named here',
      '- The minister speaks, The Morning Paper, 23 April 2025. Above: the minister, 22 April 2025.',
      '- A wire.',
      '# How this was worked out',
    ]);
    expect(told(villages, { state: 0 }).lines).not.toContain('# Sources named here');
  });

  it('joins equally important wants on one line', () => {
    const equal = caseOfText(`
detente: 1
title: t
parties: {P: Pland}
issues: {a: {lever: P}, b: {lever: P}}
today: {a: no, b: no}
wants: {P: [[{want: a, label: bread}, {want: b, label: salt}]]}
`);
    expect(told(equal, { state: 1 }).lines).toContain(
      '- “bread”: met (judgement only) · equally important: “salt”: not met (judgement only)',
    );
  });
});
