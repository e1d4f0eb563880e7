import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import { buildModel } from '../core/model.js';
import { uncontrolled } from '../core/report.js';
import { levelsOf } from '../core/space.js';
import { dealSettingOf } from '../questions/deal-setting.js';
import { groupFindings } from '../questions/groups.js';
import { type Block, plainText } from './document.js';
import { groupBlocks } from './group-blocks.js';
import { gapWords, noDealWords, percentWords } from './group-words.js';
import { wordsFor } from './words.js';

const gate = (ofGamma: string) => `
detente: 1
title: small
parties: {A: {name: Alpha, called: the Alphas}, B: Beta, C: Gamma}
issues:
  pact: {label: the pact, agree: [A, B], levels: {none: not signed, signed: signed}}
  c: {lever: C, says: {no: the gate is open, yes: the gate is shut}, act: {no: open the gate, yes: shut the gate}}
today: {pact: none, c: no}
tracks: {talks: {label: the talks, parties: [A, B], issues: [pact]}}
preferences:
  A: {given: {wants: [{want: not c, label: an open gate}, pact], points: {pact: {levels: {none: 0, signed: 30}}, c: {levels: {no: 70, yes: 0}}}}}
  B: {given: {wants: [pact], points: {pact: {levels: {none: 0, signed: 1}}}}}
  C: {given: {${ofGamma}}}
`;
const hostile = gate('wants: [{want: not pact, label: no pact}, c]');
const friendly = gate('wants: [pact, not c], points: {c: {levels: {no: 1, yes: 0}}}');

function lineOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`# ${block.text}`];
    case 'paragraph':
      return [plainText(block.content)];
    case 'table':
      return block.rows.map((row) => row.map(plainText).join(' | '));
    case 'list':
      return block.items.flatMap(({ content, items = [] }) => [
        `- ${plainText(content)}`,
        ...items.map((item) => `  - ${plainText(item.content)}`),
      ]);
    case 'pageBreak':
      return [];
  }
}

function told(text: string, group: readonly string[], noDeal: 'ends' | 'today' = 'today') {
  const theCase = caseOfText(text);
  const model = buildModel(theCase);
  const setting = dealSettingOf(model, { concept: 'firm', replies: 'alone', noDeal });
  if (!setting) throw new Error('nobody stopped the work');
  const options = { with: group, without: [] };
  const found = groupFindings(setting, options, uncontrolled, []);
  if (!found) throw new Error('nobody stopped the work');
  const { today = null } = model.space;
  const words = wordsFor(theCase, today, (state) => levelsOf(model.space, state), [], 'firm');
  const noDeals = setting.noDeals.map(({ end }) => ({ states: end, parties: {} }));
  return groupBlocks(theCase, words, noDeals, found).flatMap(lineOf);
}

describe('by whom, and without whom, in sentences', () => {
  it('tells who cannot agree, who could without whom, and who can undo it', () => {
    const [heading, zone, ...rest] = told(hostile, ['A', 'B']);
    expect(heading).toBe('# By whom, and without whom');
    expect(zone).toBe(
      'Of three packages other than no deal (today), none is no worse than that for every party, with no red line crossed. All the consent that they need would be given to two of these packages. No package but no deal (today) suits the Alphas and Gamma together; any smaller part of such a group has one. The rest could agree without the Alphas or Gamma.',
    );
    expect(rest.slice(0, 3)).toEqual([
      'The Alphas | 1 | 1 | 1',
      'Beta | 3 | 0 | 0',
      'Gamma | 1 | 1 | 1',
    ]);
    expect(rest[3]).toContain('No second figure for groups with Gamma');
    expect(rest.slice(4)).toEqual([
      'The Alphas and Beta (track: the talks) | 1; 30 % to spare | none; 40 % short | none; 40 % short',
      'The Alphas and Gamma | none | none | none',
      'Beta and Gamma | 1 | 1 | 1',
      '# What the Alphas and Beta could settle by themselves, without Gamma',
      '- With the others at today’s levels: of two outcomes that their consent alone brings about, one is no worse than no deal (today) for each member and better for one; by points the best of their packages gives each of them at least 30 % of its range more than no deal.',
      '- If the others answer, and whatever the others do: of two outcomes that their consent alone brings about, none is no worse than no deal (today) for each member and better for one; by points the best of their packages leaves one of them 40 % of its range short of no deal.',
      '- The pact is signed: their Nash solution. It uses the consent of the Alphas and Beta. If the others answer, it would come to this: the pact is signed and the gate is shut.',
      '  - Not asked, Gamma would be worse off than with no deal (today): it would have lost “no pact”. It can undo it: it could shut the gate, at no cost to itself, which would leave the Alphas worse off than with no deal (today).',
      'There is no package that all at the table would take.',
    ]);
  });

  it('tells what all would take, whether the group would leave it, core and least-core deal', () => {
    const lines = told(friendly, ['A', 'B']);
    expect(lines[1]).toBe(
      'Of three packages other than no deal (today), one is no worse than that for every party, with no red line crossed.',
    );
    const from = lines.findIndex((line) => line.startsWith('# What'));
    expect(lines.slice(from + 1)).toEqual([
      '- With the others at today’s levels, and if the others answer: of two outcomes that their consent alone brings about, one is no worse than no deal (today) for each member and better for one; by points the best of their packages gives each of them at least 30 % of its range more than no deal. The one package that all at the table would take they would not leave for one of their own. Against the Kalai–Smorodinsky solution of all and the least-core deal the best of their own leaves the member worst served even.',
      '- Whatever the others do: of two outcomes that their consent alone brings about, none is no worse than no deal (today) for each member and better for one; by points the best of their packages leaves one of them 40 % of its range short of no deal. The one package that all at the table would take they would not leave for one of their own. Against the Kalai–Smorodinsky solution of all and the least-core deal the best of their own costs the member worst served 70 % of its range.',
      '- The pact is signed: their Nash solution. It uses the consent of the Alphas and Beta.',
      'With the others at today’s levels no group could do better by itself than under one package that all at the table would take (the core, in the parties’ orders): the pact is signed. The package that leaves groups short of all three parties the least to gain by going their own way (the least-core deal): the pact is signed; under it the group that could do best by itself would be even.',
    ]);
  });

  it('leaves out what nobody asked for, and speaks of one party as one', () => {
    expect(told(friendly, []).some((line) => line.includes('could settle by itself'))).toBe(false);
    const alone = told(hostile, ['C']);
    expect(alone).toContain('# What Gamma could settle by itself, without the Alphas or Beta');
    expect(alone).toContain(
      '- With the others at today’s levels, and if the others answer: of two outcomes that its consent alone brings about, one is no worse than no deal (today) for each member and better for one; no gap can be told in points, since Gamma has none to compare with no deal.',
    );
  });

  it.each([
    ['spring-2025', ['US', 'RU']],
    ['camp-david-1978', ['IL', 'EG']],
    ['germany-2017', ['CDU', 'SPD']],
    ['two-villages', ['North']],
  ])('says all of %s without a gap', (name, group) => {
    const text = readFileSync(
      new URL(`../../cases/examples/${name}.yaml`, import.meta.url),
      'utf8',
    );
    const lines = told(text, group, 'ends');
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines)
      expect(line).not.toMatch(/undefined|NaN|null|\[object| {2}(?!-)|\.\./);
  });
});

describe('figures', () => {
  it('are per cent with one decimal, rounded half up', () => {
    expect([0, '1/3', -0.125, 0.0005, 0.0004, 1, '1/100000000'].map(percentWords)).toEqual([
      '0 %',
      '33.3 %',
      '12.5 %',
      '0.1 %',
      'under 0.1 %',
      '100 %',
      'under 0.1 %',
    ]);
    expect(() => percentWords('many')).toThrow(RangeError);
  });

  it('say where there is no gap, or none either way', () => {
    const words = wordsFor(caseOfText(hostile), 0, () => [0, 0], [], 'firm');
    const gap = { value: null, states: [], count: 0, leftOut: [], lacking: [] };
    expect(gapWords(words, gap, 2)).toBe(
      'they have no package that changes anything without crossing a red line of one of them',
    );
    expect(gapWords(words, { ...gap, value: 0 }, 1)).toBe(
      'by points the best of its packages leaves it just as well off as no deal',
    );
    expect(noDealWords(words, [])).toBe('no deal (each party’s own number)');
    expect(noDealWords(words, [0, 1])).toBe('no deal (the circle with today)');
  });
});
