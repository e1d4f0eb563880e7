import { describe, expect, it } from 'vitest';
import { gameOf, modelOfText, prisonersDilemma } from '../../../test/small/small-cases.js';
import { verdicts } from '../../../test/small/steps.js';
import { offersFrom } from './offers.js';

/** What is on offer from today, as `group: state by sign`. */
function offers(text: string, from = 0): readonly string[] {
  const model = modelOfText(text);
  return offersFrom(model, verdicts(model).rests().only, from).map(
    ({ state, group, sign, from: start }) =>
      `${group.map((party) => model.case.parties[party]?.id).join('')} ${start}: ${state} by ${sign}`,
  );
}

/** P decides whether to cut (1), P and R whether to sign (2). */
const pact = (wants: string, more = '') => `
parties: {P: P, R: R}
issues: {cut: {lever: P}, pact: {agree: [P, R], levels: [none, signed]}}
today: {cut: no, pact: none}
wants:
${wants}
${more}
`;

describe('an outcome is on offer', () => {
  it('if a group can sign it and no step leads away', () => {
    expect(offers(pact('  P: [pact, not cut]\n  R: [not cut, pact]'))).toEqual(['PR 0: 2 by 2']);
  });

  it('from where mutual refusal would hold: to cooperate together', () => {
    expect(offersFrom(prisonersDilemma, verdicts(prisonersDilemma).rests().only, 0)).toEqual([
      { state: 3, from: 0, group: [0, 1], sign: 3 },
    ]);
  });

  it('by way of another that the members sign, if steps lead only on to it', () => {
    // Signed without a cut, P goes on to cut; R minds, but less than having no pact.
    expect(offers(pact('  P: [pact, cut]\n  R: [pact, not cut]'))).toEqual([
      'PR 0: 3 by 2',
      'PR 0: 3 by 3',
    ]);
  });
});

describe('nothing is on offer', () => {
  it('where a member would like the end less than today, though it likes what it signs', () => {
    // P cuts once the pact is signed; R then keeps the pact, but is below today.
    expect(offers(pact('  P: [pact and cut, pact]\n  R: [not cut, pact]'))).toEqual([]);
  });

  it('where a member is only as well off as today', () => {
    expect(offers(pact('  P: [pact]\n  R: [not cut]'))).toEqual([]);
  });

  it('where a member could make the move alone', () => {
    const model = gameOf([
      [1, 0, [2, 3]],
      [1, 0, [2, 3]],
    ]);
    expect(offersFrom(model, verdicts(model).rests().only, 0)).toEqual([]);
  });

  it('to one party', () => {
    const model = gameOf([[1, 0]]);
    expect(offersFrom(model, verdicts(model).rests().only, 0)).toEqual([]);
  });

  it('from which things run in a circle', () => {
    expect(
      offers(`
parties: {A: A, B: B}
issues: {a: {lever: A}, b: {lever: B}, pact: {agree: [A, B], levels: [none, signed]}}
today: {a: no, b: no, pact: none}
wants: {A: [pact, a iff b], B: [pact, not (a iff b)]}
`),
    ).toEqual([]);
  });

  it('from which things may end in several ways; each of these is, if it can be signed', () => {
    // Chicken within a pact: levers 1 and 2 insist, 4 is the pact; both insist today.
    expect(
      offers(
        `
parties: {A: A, B: B}
issues: {a: {lever: A}, b: {lever: B}, pact: {agree: [A, B], levels: [none, signed]}}
today: {a: yes, b: yes, pact: none}
wants:
  A: [pact, not (a and b), not b, a]
  B: [pact, not (a and b), not a, b]
`,
        3,
      ),
    ).toEqual(['AB 3: 5 by 5', 'AB 3: 6 by 6']);
  });
});

describe('a red line', () => {
  const line = (party: string, red: string) => {
    const other = party === 'P' ? 'R' : 'P';
    return `
parties: {P: P, R: R}
issues: {cut: {lever: P}, pact: {agree: [P, R], levels: [none, signed]}}
today: {cut: no, pact: none}
preferences:
  ${party}: {only: {wants: [pact, ${party === 'P' ? 'cut' : 'not cut'}], red_lines: [${red}]}}
  ${other}: {only: {wants: [pact, ${other === 'P' ? 'cut' : 'not cut'}]}}
`;
  };

  it('of a member crossed at the end blocks the offer, however it is signed', () => {
    expect(offers(line('R', 'cut'))).toEqual([]);
    expect(offers(line('P', 'cut'))).toEqual([]);
  });

  it('of a member crossed where it signs blocks that way only', () => {
    expect(offers(line('P', 'pact and not cut'))).toEqual(['PR 0: 3 by 3']);
  });

  it('that is not crossed blocks nothing', () => {
    expect(offers(line('R', 'cut and not pact'))).toEqual(['PR 0: 3 by 2', 'PR 0: 3 by 3']);
  });

  it('of an outsider blocks nothing', () => {
    expect(
      offers(`
parties: {P: P, R: R, S: S}
issues: {pact: {agree: [P, R], levels: [none, signed]}}
today: {pact: none}
preferences:
  P: {only: {wants: [pact]}}
  R: {only: {wants: [pact]}}
  S: {only: {wants: [not pact], red_lines: [pact]}}
`),
    ).toEqual(['PR 0: 1 by 1']);
  });
});

describe('offers are told', () => {
  it('in order of outcome, then smaller groups, then groups in case order, then where they sign', () => {
    // Each pair can bring about what all three want by other means; all rank 7 first.
    const all = [7, 6, 5, 3, [0, 1, 2, 4]];
    const model = gameOf([all, all, all]);
    const told = offersFrom(model, verdicts(model).rests().only, 0).map(
      ({ state, group, sign }) => `${group.join('')}: ${state} by ${sign}`,
    );
    expect(told).toEqual([
      '01: 7 by 3',
      '02: 7 by 5',
      '12: 7 by 6',
      '012: 7 by 3',
      '012: 7 by 5',
      '012: 7 by 6',
      '012: 7 by 7',
    ]);
  });
});
