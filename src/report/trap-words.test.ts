import { describe, expect, it } from 'vitest';
import { caseOfText, matchingPennies } from '../../test/small/small-cases.js';
import type { Case } from '../core/case.js';
import { uncontrolled } from '../core/report.js';
import { holds } from '../questions/holds.js';
import { traps } from '../questions/traps.js';
import { plainText } from './document.js';
import { wordsForHolds } from './holds-words.js';
import { trapRemarks } from './trap-remarks.js';
import { trapItems } from './trap-words.js';

const small = (text: string) => caseOfText(`detente: 1\ntitle: small\n${text}`);

function told(theCase: Case, subject?: string): readonly string[] {
  const report = holds.run(theCase, { ...holds.defaults, concepts: ['firm', 'seq'] }, uncontrolled);
  const words = wordsForHolds(theCase, report);
  const placeOf = (path: readonly (string | number)[]) => `case.yaml ${path.join('.')}`;
  return trapItems(theCase, words, report.traps, placeOf, subject).map(({ content }) =>
    plainText(content),
  );
}

describe('a trap is told', () => {
  it('by the rule, the outcome and the move that the rule keeps from being made', () => {
    const theCase = small(`
parties: {P: Pia}
issues: {x: {by: P, levels: [low, high], act: {high: raise it}}}
today: {x: low}
rules: [{never: x = high}]
wants: {P: [{want: x = high, label: height}]}
`);
    expect(told(theCase)).toEqual([
      'Today would hold only because a rule says this can never be: x is high. Without it Pia could raise it and would at once have “height”; no reply would make it regret that. (case.yaml rules.0)',
      'The want “height” of Pia never acts: no possible outcome meets it. (case.yaml wants.P.0)',
      'Pia cannot move alone at any outcome: staying at one says nothing about wanting to. (case.yaml parties.P)',
      'Today would hold only because nobody can change anything alone there: it says nothing about what anybody wants. (case.yaml issues.x)',
    ]);
  });

  it('by the agreement and the signer that it holds', () => {
    const theCase = small(`
parties: {A: Ann, B: Ben, C: Cat}
issues:
  deal: {label: the deal, agree: [A, B], leave: [B], levels: {none: none, signed: {label: signed, act: sign}}, act: {none: walk out}}
  c: {lever: C}
today: {deal: none, c: no}
wants: {A: [{want: deal = none, label: freedom}], B: [deal = signed], C: [not c]}
outcomes: {treaty: {label: the treaty, when: deal = signed}}
`);
    expect(told(theCase)).toEqual([
      '“the treaty” would hold only because Ann cannot leave the deal alone. Otherwise Ann could walk out and would at once have “freedom”; no reply would make it regret that. (case.yaml issues.deal.leave)',
      'Ann cannot move alone at any outcome: staying at one says nothing about wanting to. (case.yaml parties.A)',
      'Ben cannot move alone today, which would hold: staying there says nothing about wanting to. (case.yaml parties.B)',
    ]);
  });

  it('by a line of `blocked` with its condition', () => {
    const theCase = small(`
parties: {P: Pia, Q: Quin}
issues:
  p: {label: the gate, by: P, levels: [shut, ajar], blocked: [{by: P, when: not q, to: ajar}]}
  q: {label: the guard, lever: Q, says: {no: the guard is off, yes: the guard is on}}
today: {p: shut, q: no}
wants: {P: [p = ajar], Q: [not q]}
`);
    expect(told(theCase)[0]).toMatch(
      /^Today would hold only because the file keeps Pia from changing the gate while the guard is off\. Without it Pia could move so that the gate is ajar /,
    );
  });

  it('for a regretted reply by what its maker could lose, and in full where one outcome is asked about', () => {
    const { case: theCase } = matchingPennies;
    expect(told(theCase)).toHaveLength(2);
    expect(
      told(theCase).every((line) =>
        /only by a reply that its maker would regret: answered in turn, [AB] could (lose|end)/.test(
          line,
        ),
      ),
    ).toBe(true);
    const [full] = told(theCase, 'this outcome');
    expect(full).toMatch(
      /^This outcome would be held only by a reply that its maker would regret: if B were to .*, A could .*; B would .*; but then B could .* and A would /,
    );
  });

  it('for several parties that cannot move together, each with its count', () => {
    const theCase = small(`
parties: {P: Pia, Q: Quin, R: Rob}
issues:
  p: {lever: P, irreversible: true}
  q: {lever: Q, irreversible: true}
  r: {lever: R}
today: {p: no, q: no, r: no}
wants: {P: [p], Q: [q], R: [not r]}
`);
    expect(told(theCase)).toEqual([
      'At outcomes that would hold some parties cannot move alone: Pia (at one) and Quin (at one). Staying there says nothing about wanting to.',
    ]);
  });

  it('the same without a holds answer, for whoever checks the file', () => {
    const theCase = small(`
parties: {P: Pia, Q: Quin}
issues: {x: {by: P, levels: [low, high]}, y: {by: Q, levels: [low, high]}}
today: {x: low, y: low}
rules: [{never: x = high}]
wants: {P: [x = low], Q: [y = low]}
`);
    const report = traps.run(theCase, traps.defaults, uncontrolled);
    expect(trapRemarks(theCase, report)).toEqual([
      {
        kind: 'idle want',
        path: ['wants', 'P', 0],
        text: 'The want “x is low” of Pia never acts: every possible outcome meets it.',
      },
      {
        kind: 'no move anywhere',
        path: ['parties', 'P'],
        text: 'Pia cannot move alone at any outcome: staying at one says nothing about wanting to.',
      },
    ]);
  });
});
