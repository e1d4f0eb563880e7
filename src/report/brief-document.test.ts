import { describe, expect, it } from 'vitest';
import { caseOfText, matchingPennies } from '../../test/small/small-cases.js';
import { villages } from '../../test/small/villages.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { holds } from '../questions/holds.js';
import type { HoldsOptions } from '../questions/holds-findings.js';
import { briefDocument } from './brief-document.js';
import { plainText } from './document.js';

function brief(theCase: Case, options: Partial<HoldsOptions> = {}) {
  const report = holds.run(theCase, { ...holds.defaults, ...options }, uncontrolled);
  const document = briefDocument(theCase, report, { hash: '0123456789abcdef', version: '0.1.0' });
  const lines = document.blocks.flatMap((block) => {
    if (block.kind === 'heading') return [`# ${block.text}`];
    if (block.kind === 'paragraph') return [plainText(block.content)];
    if (block.kind === 'list') return block.items.map(({ content }) => plainText(content));
    return [];
  });
  return { document, lines, headings: lines.filter((line) => line.startsWith('# ')) };
}

describe('the brief', () => {
  it('is two pages, the bottom line first', () => {
    const { document, headings } = brief(villages);
    expect(document.blocks.filter(({ kind }) => kind === 'pageBreak')).toHaveLength(1);
    expect(headings[0]).toBe('# Bottom line');
    expect(document.title).toBe('Two villages and a well');
    expect(document.subtitle).toBe('As of 27 April 2025');
  });

  it('counts what would hold and is on offer', () => {
    expect(brief(villages).lines).toContain('Three outcomes would hold and are on offer:');
  });

  it('says so where nothing would hold, and has no table then', () => {
    const { document, lines } = brief(matchingPennies.case);
    expect(lines.some((line) => line.startsWith('Nothing would hold: '))).toBe(true);
    expect(document.blocks.some(({ kind }) => kind === 'table')).toBe(false);
  });

  it('leaves out sections without content', () => {
    const { headings } = brief(matchingPennies.case);
    expect(headings).not.toContain('# Proposals on the table');
    expect(headings.filter((heading) => heading.includes('Contested'))).toEqual([]);
    expect(headings).not.toContain('# What to watch');
  });

  it('says how much rests on judgement alone', () => {
    expect(brief(villages).lines).toContain(
      "Of the 6 wants in force, all rest on the analyst's judgement alone.",
    );
  });

  it('tells a contested claim with who says so and who does not', () => {
    const { headings, lines } = brief(
      caseOfText(`
detente: 1
title: small
handling: For staff
parties: {P: Pland}
issues: {a: {lever: P}}
today: {a: no}
wants: {P: [a]}
sources: {paper: {title: The Morning Paper}, radio: {title: The Radio}}
statements:
  st-yes: {text: yes it is, source: paper}
  st-nay: {text: it is not, source: radio}
claims: {cl: {text: flour is short, status: contested, for: [st-yes], against: [st-nay]}}
`),
    );
    expect(headings).toContain('# Contested claims, and claims with evidence against them');
    expect(lines.find((line) => line.startsWith('“flour is short”'))).toMatch(
      /Contested\. .*: The Morning Paper\. Against: The Radio\.$/,
    );
  });
});

describe('the bottom line', () => {
  const line = (lines: readonly string[], start: string) =>
    lines.filter((one) => one.startsWith(start));

  it('counts as left only outcomes none of whose forms would hold', () => {
    // “sharing” is left in its form nearest to today, by Northfield, but two of its forms hold.
    expect(line(brief(villages).lines, 'Of the ')).toContain(
      'Of the three named outcomes, two would hold once in place: “the opening” and “sharing” (in 2 of its 4 forms). The other would be left, in the form nearest to today, by Southam (1).',
    );
  });

  it('says when an outcome is counted for more than one that leaves', () => {
    const both = caseOfText(`
detente: 1
title: small
parties: {P: Pland, Q: Quland}
issues: {a: {lever: P}, b: {lever: Q}}
today: {a: no, b: no}
wants: {P: [not a], Q: [not b]}
outcomes: {one: {label: one, when: a and not b}, two: {label: two, when: a and b}}
`);
    expect(line(brief(both).lines, 'Of the ')[0]).toBe(
      'Of the two named outcomes, none would hold once in place. The others would be left, in the form nearest to today, by Pland (2) and Quland (1), some by more than one.',
    );
  });

  it('tells what is so today, on every issue', () => {
    expect(line(brief(villages).lines, 'Today: ')).toEqual([
      'Today: the pump is locked, the road is blocked and the treaty is not signed.',
    ]);
  });

  it('says when issues were fixed for the answer: today is not the file’s then', () => {
    expect(line(brief(villages, { where: { road: 'open' } }).lines, 'Today: ')).toEqual([
      "Today: the pump is locked, the road is open and the treaty is not signed. This is not the case file's own today: for this answer road = open was fixed.",
    ]);
    const two = brief(villages, { where: { road: 'open', pump: 'shared' } }).lines;
    expect(line(two, 'Today: ')[0]).toMatch(
      / for this answer pump = shared and road = open were fixed\.$/,
    );
  });

  it('above twelve parties says that offers were not worked out, and not that there are none', () => {
    const ids = Array.from({ length: 13 }, (_, at) => `P${at}`);
    const many = caseOfText(`
detente: 1
title: small
parties: {${ids.map((id) => `${id}: ${id}`).join(', ')}}
issues: {pact: {agree: [P0, P1], levels: [none, signed]}}
today: {pact: none}
wants: {P0: [pact], P1: [pact]}
`);
    const { lines } = brief(many, { concepts: ['firm'] });
    expect(lines).toContain(
      'With 13 parties it was not worked out what is on offer: groups are listed up to 12 parties.',
    );
    expect(lines.join(' ')).not.toMatch(/nothing that would hold is on offer/i);
  });
});

describe('how sure', () => {
  const evidence = `
sources: {paper: {title: The Morning Paper}}
statements: {st: {text: We want it., source: paper}}
`;
  const share = (preferences: string) =>
    brief(
      caseOfText(`
detente: 1
title: small
parties: {P: Pland}
issues: {a: {lever: P}, b: {lever: P}, c: {lever: P}}
today: {a: no, b: no, c: no}
preferences: {P: {only: ${preferences}}}
${evidence}`),
    ).lines.find((one) => /wants( and scores)? in force/.test(one));

  it('counts a want from judgement as judgement, as one from nowhere', () => {
    const wants = '[{want: a, from: judgement}, b, {want: c, from: [st, judgement]}]';
    expect(share(`{wants: ${wants}}`)).toMatch(/^Of the 3 wants in force, 2 rest on .* judgement/);
  });

  it('counts the scores of a reading of points alone', () => {
    const points = (from: string) =>
      `{points: {a: {weight: 60, levels: {no: 0, yes: 1}, from: ${from}}, b: {weight: 40, levels: {no: 0, yes: 1}}}}`;
    expect(share(points('judgement'))).toMatch(/^Of the 2 .* all rest on .* judgement alone/);
    expect(share(points('st'))).toMatch(/^Of the 2 wants and scores in force, one rests /);
  });

  it('says so where every want cites a source', () => {
    expect(share('{wants: [{want: a, from: st}, {want: b, from: paper}]}')).toMatch(
      /^Each of the 2 wants in force cites a source\.$/,
    );
  });

  it('names every reading in force that has a rival, however full the page', () => {
    const ids = Array.from({ length: 12 }, (_, at) => `P${at}`);
    const long = 'a long way to say how this party reads the matter, '.repeat(6);
    const crowded = caseOfText(`
detente: 1
title: small
parties: {${ids.map((id) => `${id}: ${id}`).join(', ')}, Q: Quland}
issues: {${ids.map((id) => `a${id}: {lever: ${id}, says: {no: "${long}no", yes: "${long}yes"}}`).join(', ')}}
today: {${ids.map((id) => `a${id}: no`).join(', ')}}
preferences: {${ids.map((id) => `${id}: {one: {label: "${long}${id}", wants: [not a${id}]}, two: {wants: [a${id}]}}`).join(', ')}}
`);
    // Eleven issues are fixed, for speed; the page is full of them all the same.
    const where = Object.fromEntries(ids.slice(1).map((id) => [`a${id}`, 'no']));
    const { document, lines } = brief(crowded, { concepts: ['firm'], where });
    const told = lines.find((one) => one.startsWith('In force, beside rival readings'));
    for (const id of ids) expect(told).toContain(`${id}, “${long}${id}” (one rival)`);
    const list = document.blocks.find((block) => block.kind === 'list');
    expect(list?.kind === 'list' && list.items).toHaveLength(5);
    expect(lines.join('\n')).not.toMatch(/further remark/);
    // Page one has no room for it beside the bottom line, however much is cut: it begins page two.
    const at = document.blocks.findIndex(({ kind }) => kind === 'pageBreak');
    expect(document.blocks[at + 1]).toMatchObject({ kind: 'heading', text: 'How sure, and why' });
    expect(document.blocks[0]).toMatchObject({ kind: 'heading', text: 'Bottom line' });
  });
});
