import { describe, expect, it } from 'vitest';
import { caseOfText, matchingPennies } from '../../test/small/small-cases.js';
import { villages } from '../../test/small/villages.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { holds } from '../questions/holds.js';
import { briefDocument } from './brief-document.js';
import { plainText } from './document.js';

function brief(theCase: Case) {
  const report = holds.run(theCase, holds.defaults, uncontrolled);
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
    expect(headings).not.toContain('# Contested claims');
    expect(headings).not.toContain('# What to watch');
  });

  it('says how much rests on judgement alone', () => {
    expect(brief(villages).lines).toContain(
      "All 6 wants that decide it rest on the analyst's judgement alone.",
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
    expect(headings).toContain('# Contested claims');
    expect(lines.find((line) => line.startsWith('“flour is short”'))).toMatch(
      /Contested\. .*: The Morning Paper\. Against: The Radio\.$/,
    );
  });
});
