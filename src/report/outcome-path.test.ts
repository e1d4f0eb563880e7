import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCase } from '../../test/laws/arbitrary.js';
import { caseOfText } from '../../test/small/small-cases.js';
import { villages } from '../../test/small/villages.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { holds } from '../questions/holds.js';
import { plainText } from './document.js';
import { outcomePath } from './outcome-path.js';

const pathIn = (theCase: Case, state: number) => {
  const report = holds.run(theCase, holds.defaults, uncontrolled);
  const { steps, says } = outcomePath(theCase, report, state);
  return { says, steps: steps.map(({ content }) => plainText(content)) };
};

const climb = caseOfText(`
detente: 1
title: small
parties: {A: Ayland, B: Beeland}
issues:
  a: {label: the gate, by: A, levels: {shut: shut, open: {label: open, act: open the gate}}}
  b: {label: the road, by: B, levels: {closed: closed, cleared: {label: cleared, act: clear the road}}}
  pact: {label: the pact, agree: [A, B], levels: {none: none, signed: {label: signed, act: sign the pact}}}
today: {a: shut, b: closed, pact: none}
wants: {A: [a = open, b = cleared, pact = signed], B: [b = cleared iff a = open, pact = signed]}
`);

describe('how an outcome would come about', () => {
  it('is told as standing at today', () => {
    expect(pathIn(climb, 0)).toEqual({ says: 'This is where things stand today.', steps: [] });
  });

  it('is the chain of steps, each with its maker', () => {
    expect(pathIn(climb, 3)).toEqual({
      says: 'Left alone, by steps that nothing deters; the shortest way:',
      steps: ['Ayland could open the gate.', 'Beeland could clear the road.'],
    });
  });

  it('is a signed step from today', () => {
    expect(pathIn(villages, 4)).toEqual({
      says: 'Signed together, from today:',
      steps: [
        'The village of Northfield and Southam together could share the pump and move so that the road is open and the treaty is signed: each of them would be better off than where it signs.',
      ],
    });
  });

  it('is said to be missing where nothing leads there', () => {
    expect(pathIn(villages, 1)).toMatchObject({ steps: [] });
    expect(pathIn(villages, 1).says).toMatch(/^No steps lead to it from today/);
  });

  it('is said to be missing with who would not sign it, and for which want', () => {
    const theCase = caseOfText(`
detente: 1
title: small
parties: {A: Ayland, B: Beeland}
issues: {pact: {label: the pact, agree: [A, B], leave: none, levels: [none, signed]}}
today: {pact: none}
wants: {A: [pact = signed], B: [{want: pact = none, label: no pact}]}
`);
    const report = holds.run(theCase, holds.defaults, uncontrolled);
    expect(plainText(outcomePath(theCase, report, 1).whyNot)).toBe(
      'It takes Ayland and Beeland together: Beeland would not sign (losing “no pact”).',
    );
  });

  it('is said to be missing without a today', () => {
    const theCase = caseOfText(
      'detente: 1\ntitle: t\nparties: {P: P}\nissues: {a: {lever: P}}\nwants: {P: [a]}',
    );
    expect(pathIn(theCase, 1).says).toBe('The case has no today, so no way to it can be told.');
  });

  it('starts at today, hangs together, and makes only steps and offers of the answer', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const report = holds.run(theCase, holds.defaults, uncontrolled);
        const { today } = report;
        for (const { state, offers, end } of report.verdicts) {
          const { steps } = outcomePath(theCase, report, state);
          if (today === null || state === today) {
            expect(steps).toEqual([]);
            continue;
          }
          let at = today;
          for (const { from, to, parties, isSigned } of steps) {
            expect(from).toBe(at);
            const isKnown = isSigned
              ? report.onOffer.some(
                  (offer) =>
                    offer.from === from &&
                    offer.sign === to &&
                    offer.group.join() === parties.join(),
                )
              : parties.length === 1 && report.steps[parties[0] ?? '']?.[from]?.includes(to);
            expect(isKnown).toBe(true);
            at = to;
          }
          if (steps.length > 0) expect(at).toBe(state);
          // What the answer calls an end or on offer has a way.
          if (offers.length > 0 || end !== null) expect(steps.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
