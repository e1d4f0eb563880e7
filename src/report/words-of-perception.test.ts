import { describe, expect, it } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { holds } from '../questions/holds.js';
import { plainText } from './document.js';
import { wordsForHolds } from './holds-words.js';
import { exitSentence } from './words.js';

function ask(theCase: Case, readings: Readonly<Record<string, string>> = {}) {
  const report = holds.run(theCase, { ...holds.defaults, readings }, uncontrolled);
  return { report, words: wordsForHolds(theCase, report) };
}

describe('outcomes that count as one', () => {
  // Whether the order stands makes no difference once the plant is gone.
  const theCase = caseOfText(`
detente: 1
title: plant
parties: {Firm: the firm, Town: the town}
issues:
  plant: {by: Firm, levels: {kept: {act: keep the plant}, gone: {act: abandon the plant}}}
  order: {by: Town, levels: [lifted, standing]}
today: {plant: kept, order: standing}
coalesce: [{when: plant = gone}]
wants: {Firm: [plant = gone], Town: [plant = kept]}
outcomes: {end: {label: the end, when: plant = gone and order = lifted}}
`);
  const { report, words } = ask(theCase);

  it('are told by what they have in common', () => {
    // States: 0 kept and lifted, 1 gone, 2 kept and standing, today.
    expect(report.levels).toMatchObject({ '1': [1, -1], '2': [0, 1] });
    expect(words.description(1)).toBe('plant is gone');
    expect(words.acts(2, 1)).toBe('abandon the plant');
    expect(words.acts(1, 2)).toBe('keep the plant');
  });

  it('have a name if one of them has', () => {
    expect(report.named.map(({ states, holding }) => [states, holding])).toEqual([[1, [1]]]);
  });
});

it('the verdict of a party that takes another for what it is not is told as its own view', () => {
  const theCase = caseOfText(`
detente: 1
title: misread
parties: {A: Ay, B: Be}
issues: {a: {lever: A}, b: {lever: B}}
today: {a: yes, b: yes}
preferences:
  A:
    clear: {ranking: [b and not a, a and b, not a and not b]}
    misled: {ranking: [b and not a, a and b, not a and not b], sees: {B: meek}}
  B:
    hard: {ranking: [a and not b, a and b, not a and not b]}
    meek: {wants: [b, a]}
outcomes: {both: a and b}
`);
  const told = (reading: string) => {
    const { report, words } = ask(theCase, { A: reading });
    const reasons = report.named[0]?.nearest?.reasons ?? [];
    return reasons.map((reason) =>
      reason.exits.map((exit) => plainText(exitSentence(words, reason, exit))).join(' '),
    );
  };
  expect(told('misled')[0]).toMatch(/; no reply would make it regret that, as Ay sees it\.$/);
  expect(told('misled')[1]).not.toMatch(/sees it/);
  expect(told('clear').join(' ')).not.toMatch(/sees it/);
});
