import { describe, expect, it } from 'vitest';
import { caseOfText, chicken, matchingPennies } from '../../test/small/small-cases.js';
import { villages } from '../../test/small/villages.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { holds } from '../questions/holds.js';
import { plainText } from './document.js';
import { endSentences } from './end-sentences.js';
import { wordsForHolds } from './holds-words.js';

const told = (theCase: Case) => {
  const report = holds.run(theCase, holds.defaults, uncontrolled);
  return endSentences(wordsForHolds(theCase, report), report).map(plainText);
};

const climb = (outcomes: string) =>
  caseOfText(`
detente: 1
title: small
parties: {A: Ayland, B: Beeland}
issues:
  a: {label: the gate, by: A, levels: {shut: shut, open: {label: open, act: open the gate}}}
  b: {label: the road, by: B, levels: [closed, cleared]}
today: {a: shut, b: closed}
wants: {A: [a = open], B: [b = cleared iff a = open]}
${outcomes}
`);

describe('where things go', () => {
  it('is today where nobody has a step', () => {
    const [first, ...others] = told(villages);
    expect(first).toMatch(/^Things stay as today: /);
    expect(others).toEqual([]);
  });

  it('is told with the shortest way, each mover by name', () => {
    expect(told(climb(''))).toEqual([
      'Things go to this: the gate is open and the road is cleared. The shortest way there: Ayland would open the gate, then Beeland would move so that the road is cleared.',
    ]);
  });

  it('has its name, where it has one', () => {
    expect(
      told(climb('outcomes: {trade: {label: free trade, when: a = open and b = cleared}}'))[0],
    ).toMatch(
      /^Things go to “free trade”: the gate is open and the road is cleared\. The shortest way/,
    );
  });

  it('depends on who moves first where there are several ends', () => {
    const [first, ...others] = told(chicken.case);
    expect(first).toBe('It depends on who moves first: there are two ends.');
    expect(others).toEqual([
      'Things go to this: the answer on a is yes. The shortest way there: A would move so that the answer on a is yes.',
      'Things go to this: the answer on b is yes. The shortest way there: B would move so that the answer on b is yes.',
    ]);
  });

  it('may be a circle', () => {
    const [first, ...others] = told(matchingPennies.case);
    expect(first).toMatch(
      /^Things do not come to rest: single moves lead round a circle of four outcomes/,
    );
    expect(others).toEqual([]);
  });

  it('is not told without a today', () => {
    expect(
      told(
        caseOfText(
          'detente: 1\ntitle: t\nparties: {P: P}\nissues: {a: {lever: P}}\nwants: {P: [a]}',
        ),
      ),
    ).toEqual([]);
  });
});
