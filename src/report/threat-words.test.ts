import { describe, expect, it } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import { uncontrolled } from '../core/report.js';
import { holds } from '../questions/holds.js';
import { plainText } from './document.js';
import { wordsForHolds } from './holds-words.js';
import { threatItem, threatLine } from './threat-words.js';

const declared = (wants: { M: string; T: string }, fight = '{lever: M, act: {yes: fight}}') => `
detente: 1
title: small
parties: {M: {name: Mara, called: the Maras}, T: Tom}
issues:
  fight: ${fight}
  arm: {lever: T, act: {yes: take up arms}}
today: {fight: no, arm: no}
wants: {M: [${wants.M}], T: [${wants.T}]}
threats: {strike: {label: a first strike, by: M, to: T, if: arm, then: {fight: yes}}}
`;

function told(text: string, concept: 'firm' | 'nash' = 'firm') {
  const theCase = caseOfText(text);
  const report = holds.run(theCase, { ...holds.defaults, concepts: [concept] }, uncontrolled);
  const words = wordsForHolds(theCase, report);
  const [threat] = report.threats;
  if (!threat) throw new Error('no threat');
  const { content, items = [] } = threatItem(theCase, words, threat, report);
  return {
    lines: [content, ...items.map((item) => item.content)].map(plainText),
    line: plainText(threatLine(words, threat, report.today)),
  };
}

describe('a threat is told', () => {
  it('as the file declares it, with what its maker and its target would choose', () => {
    const wants = { M: '{want: fight iff arm, label: an answer to arms}', T: 'not fight, arm' };
    expect(told(declared(wants))).toEqual({
      lines: [
        'A first strike, by the Maras to Tom: if the answer on arm is yes, then the answer on fight is yes.',
        'Credible: carrying it out would be a step for the Maras at the one outcome where it would fall due. There the Maras could fight and would at once have “an answer to arms”; no reply would make it regret that.',
        'From today it is effective if believed: Tom could take up arms and would at once have “the answer on arm is yes”; with the threat carried out it would have lost “the answer on fight is no”.',
      ],
      line: 'A first strike (the Maras to Tom): credible at the one outcome where it would fall due; effective from today if believed.',
    });
  });

  it('as not credible where its maker would lose by it, and still effective', () => {
    const { lines, line } = told(declared({ M: 'not fight', T: 'not fight, arm' }));
    expect(lines[1]).toBe(
      'Not credible: carrying it out would be no step for the Maras at the one outcome where it would fall due. There the Maras would then have lost “the answer on fight is no”.',
    );
    expect(lines[2]).toMatch(/^From today it is effective if believed: /);
    expect(line).toMatch(/: not credible at the one outcome where/);
  });

  it('as not effective where its target would go ahead all the same', () => {
    const { lines } = told(declared({ M: 'fight iff arm', T: 'arm, not fight' }));
    expect(lines[2]).toBe(
      'From today it is not effective, even if believed: Tom could take up arms and would at once have “the answer on arm is yes”; with the threat carried out it would still have “the answer on arm is yes”.',
    );
  });

  it('as one that cannot be carried out', () => {
    const barred = '{lever: M, act: {yes: fight}, blocked: [{by: M, when: arm, to: yes}]}';
    const { lines } = told(declared({ M: 'fight', T: 'not fight, arm' }, barred));
    expect(lines[1]).toMatch(/There the Maras cannot do it\.$/);
    expect(lines[2]).toMatch(/, and the threat could not be carried out there\.$/);
  });

  it('with nothing to stop, or nothing to prevent any more', () => {
    const idle = declared({ M: 'fight iff arm', T: 'not arm' });
    expect(told(idle).lines[2]).toBe(
      'From today there is nothing for it to stop: even if it were not carried out, Tom would take no step that brings its condition about.',
    );
    expect(told(idle.replace('arm: no', 'arm: yes')).lines[2]).toBe(
      'Today its condition holds already: there is nothing for it to prevent.',
    );
  });

  it('where its maker would gain nothing by it', () => {
    const { lines } = told(declared({ M: 'not arm', T: 'not fight, arm' }));
    expect(lines[1]).toMatch(/There the Maras would gain nothing by it\.$/);
  });
});
