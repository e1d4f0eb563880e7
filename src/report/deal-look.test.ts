import { describe, expect, it } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import { villages } from '../../test/small/villages.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { deals } from '../questions/deals.js';
import { packageJudge } from '../questions/judge-package.js';
import { dealLook } from './deal-look.js';
import { plainText } from './document.js';
import { packageChoices } from './package-choices.js';

function lookAt(theCase: Case, levels: readonly number[]) {
  const report = deals.run(theCase, deals.defaults, uncontrolled);
  const judged = packageJudge(theCase, deals.defaults, uncontrolled)?.judge(levels);
  return judged && dealLook(theCase, report, judged);
}

/** Both gain by the pact; Ann alone would then gain by a gate that is shut. */
const pact = (more = '') =>
  caseOfText(`
detente: 1
title: small
parties: {A: Ann, B: Bob}
issues:
  gate: {label: the gate, by: A, levels: {open: {label: open, act: open the gate}, shut: {label: shut, act: shut the gate}}}
  pact: {label: the pact, agree: [A, B], levels: [none, signed]}
today: {gate: shut, pact: none}
preferences:
  A: {one: {wants: [pact = signed, gate = shut]}}
  B: {one: {wants: [gate = open, pact = signed], red_lines: [{line: pact = signed and gate = shut, label: a pact behind a gate}]}}
proposals: {may: {label: the text of May, by: A, terms: {pact: signed}}}
${more}`);

describe('a package in words', () => {
  it('says who gains over no deal and by which want, who signs and whose red line is crossed', () => {
    const look = lookAt(pact(), [1, 1]);
    expect(look?.name).toBe('“the text of May”');
    expect(look?.nearest).toBe('This is the proposal “the text of May”.');
    expect(look?.verdict).toEqual([
      'Bob would not sign, on this reading (no deal: things stay as today).',
      'Would hold once in place: no party gains by moving.',
    ]);
    expect(look?.cards.map(({ view, against }) => [view, against.map(plainText)])).toEqual([
      ['above', ['Better than no deal: it would have “the pact is signed”.']],
      ['above', ['Better than no deal: it would have “the pact is signed”.']],
    ]);
    expect(look?.cards.map(({ signs }) => signs)).toEqual(['It has to sign.', 'It has to sign.']);
    expect(plainText(look?.cards[1]?.redLine ?? [])).toBe(
      'Crosses a red line of it: a pact behind a gate.',
    );
  });

  it('says who would break it, by which move and for which want', () => {
    const look = lookAt(pact(), [0, 1]);
    expect(look?.verdict[1]).toBe('Would not hold: Ann would leave it.');
    expect(look?.cards.map(({ breaks }) => breaks.map(plainText))).toEqual([
      [
        'Ann could shut the gate and would at once have “the gate is shut”; no reply would make it regret that.',
      ],
      [],
    ]);
    expect(look?.nearest).toBe(
      'The nearest proposal is “the text of May”, one change away: here, the gate is open.',
    );
  });

  it('calls no deal no deal, and needs no consent for what one party can do alone', () => {
    expect(lookAt(pact(), [1, 0])?.verdict).toEqual([
      'This is no deal itself: where things go if nothing is agreed.',
    ]);
    expect(lookAt(pact(), [0, 0])?.verdict[0]).toBe(
      'No deal is needed for this: one party alone could bring it about.',
    );
  });

  it('has a card for every party, its wants to be asked about', () => {
    const look = lookAt(villages, [0, 0, 1]);
    expect(look?.cards.map(({ party }) => party)).toEqual(['North', 'South']);
    const pieces = look?.cards.flatMap(({ against }) => against.flat()) ?? [];
    expect(pieces.some((piece) => typeof piece === 'object' && piece.kind === 'why')).toBe(true);
  });
});

describe('what a package could be instead', () => {
  const ruled = pact('rules: [{never: gate = open and pact = signed, why: guards leave}]');

  it('names the rule that excludes a level with the rest as it is', () => {
    const { issues, excludedBy } = packageChoices(ruled, [1, 1]);
    expect(excludedBy).toEqual([]);
    expect(issues.map(({ label, level }) => [label, level])).toEqual([
      ['the gate', 1],
      ['the pact', 1],
    ]);
    expect(issues[0]?.choices).toEqual([
      { label: 'open', excludedBy: ['the gate is open and the pact is signed (guards leave)'] },
      { label: 'shut', excludedBy: [] },
    ]);
  });

  it('names it for the package itself, which is then not judged', () => {
    expect(packageChoices(ruled, [0, 1]).excludedBy).toHaveLength(1);
    expect(lookAt(ruled, [0, 1])).toBeUndefined();
  });
});
