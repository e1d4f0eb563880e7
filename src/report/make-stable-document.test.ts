import { describe, expect, it } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import { villages } from '../../test/small/villages.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { conditionOf } from '../io/expression/condition-of.js';
import { fittingOutcomes, makeStable } from '../questions/make-stable.js';
import type { MakeStableOptions } from '../questions/make-stable-findings.js';
import { plainText } from './document.js';
import { makeStableDocument } from './make-stable-document.js';

const stamp = { hash: '0123456789abcdef', version: '0.1.0' };

function told(theCase: Case, text: string, options: Partial<MakeStableOptions> = {}) {
  const { expression } = conditionOf(text, theCase);
  const found = expression && fittingOutcomes(theCase, makeStable.defaults, expression);
  if (!found) return expect.fail(`nothing fits ${text}`);
  const asked = { state: found.nearest, fitting: found.states, ...options };
  const report = makeStable.run(theCase, { ...makeStable.defaults, ...asked }, uncontrolled);
  const document = makeStableDocument(theCase, report, stamp);
  const lines = document.blocks.flatMap((block) => {
    if (block.kind === 'heading') return [`# ${block.text}`];
    if (block.kind === 'paragraph') return [plainText(block.content)];
    if (block.kind === 'list') return block.items.map(({ content }) => `- ${plainText(content)}`);
    return [];
  });
  return { document, lines };
}

const twoLevers = (wants: string) =>
  caseOfText(`
detente: 1
title: small
parties: {P: {name: Ayland}, Q: {name: Beeland}}
issues:
  a: {by: P, levels: {idle: {says: Ayland rests}, busy: {says: Ayland works, act: work}}}
  b: {by: Q, levels: {idle: {says: Beeland rests}, busy: {says: Beeland works, act: work}}}
today: {a: idle, b: idle}
${wants}
`);
const selfish = twoLevers(
  'wants: {P: [{want: a = busy, label: its work}, {want: a = idle, label: its rest}], Q: [{want: b = busy, label: its work}, {want: b = idle, label: its rest}]}',
);

describe('what would make an outcome hold, in words', () => {
  it('begins with how things stand and what would do for all', () => {
    const { document, lines } = told(selfish, 'a = idle and b = idle', { concept: 'nash' });
    expect(document.title).toBe('What would make it hold: today');
    expect(lines.slice(0, 2)).toEqual([
      'As the parties’ wants stand it would not hold: Ayland and Beeland would leave it.',
      'It would hold for all if Ayland put “its rest” above “its work” (one swap), and Beeland put “its rest” above “its work” (one swap). This was checked with all these changes in place.',
    ]);
  });

  it('says of a party that would leave by which move, and what order of its wants would do', () => {
    const { lines } = told(selfish, 'a = idle and b = idle', { concept: 'nash', parties: ['P'] });
    expect(lines.slice(1, 7)).toEqual([
      '# Ayland',
      'It does not hold for Ayland as things stand. Ayland could work and would at once have “its work”; what others would do next is left aside.',
      'It would hold for Ayland if it put “its rest” above “its work” (one swap). 1 of the 2 orders of its wants would do.',
      'A change of another kind: it would hold if one want were struck out and the others kept their order: “its work”.',
      'Its wants aside, 12 of the 24 strict rankings of the four outcomes would do. They are those that put this outcome above “Ayland works”.',
      '# How this was worked out',
    ]);
  });

  it('says why no order would do', () => {
    const { lines } = told(
      twoLevers('wants: {P: [{want: a = busy, label: its work}, b = busy]}'),
      'a = idle and b = idle',
    );
    expect(lines).toContain(
      'No order of the wants of Ayland would make it hold, as long as the others’ wants stay as they are.',
    );
    expect(lines).toContain(
      'No order of its wants would do: whatever the order, Ayland could work, and no want of its own speaks against that.',
    );
  });

  it('says of a party that would stay why, and how many orders would do', () => {
    const { lines } = told(villages, 'opening');
    expect(lines[0]).toBe(
      'It would hold as the parties’ wants stand: none of them would leave it.',
    );
    expect(lines).toContain(
      'It already holds for the village of Northfield: each move that is better for it would be answered. 3 of the 6 orders of its wants would do.',
    );
  });

  it('says whether counts of different parties multiply', () => {
    expect(told(selfish, 'a = idle', { concept: 'gmr' }).lines.at(-2)).toMatch(
      /^- Under GMR a party’s verdict leaves aside how the others rank outcomes, so counts of different parties multiply; for Ayland and Beeland together about \d+ in 100 of all joint rankings would do\.$/,
    );
    expect(told(selfish, 'a = idle', { concept: 'seq' }).lines.at(-2)).toBe(
      '- Under SEQ the replies of the others follow their own preferences: each count takes these as they stand, and counts of different parties do not multiply.',
    );
  });

  it('tells of several outcomes that fit, and of those that would hold', () => {
    expect(told(selfish, 'a = idle', { concept: 'nash' }).lines[1]).toBe(
      'Two outcomes fit what was asked; the one nearest to today is told here. None of them would hold as the parties’ wants stand.',
    );
  });
});
