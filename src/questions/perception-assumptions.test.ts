import { describe, expect, it } from 'vitest';
import { caseOfText } from '../../test/small/small-cases.js';
import { buildModel } from '../core/model.js';
import { uncontrolled } from '../core/report.js';
import { explain } from './explain.js';
import { holds } from './holds.js';
import { perceptionAssumptions } from './perception-assumptions.js';

const theCase = caseOfText(`
detente: 1
title: three ways of seeing
parties: {A: {name: Ay, unaware: [b and c]}, B: {name: Be, called: the Be}}
issues: {a: {lever: A}, b: {lever: B}, c: {lever: B}}
today: {a: no, b: no, c: no}
coalesce: [{when: b and not c, why: nobody can tell}]
preferences:
  A: {bold: {wants: [{want: c, unknown: true}, a], sees: {B: meek}}}
  B: {proud: {wants: [b]}, meek: {label: meek and mild, wants: [not b]}}
`);
const ask = { ...holds.defaults, readings: {} };

describe('an answer', () => {
  it('says what counts as one, what is not seen, what others are taken for, what is not known', () => {
    expect(perceptionAssumptions(buildModel(theCase))).toEqual([
      'Counted as one outcome: all in which the answer on b is yes and the answer on c is no (nobody can tell).',
      'Ay does not see it as possible that the answer on b is yes and the answer on c is yes: it makes no move out of such an outcome or into one.',
      'Ay takes the Be to be read as: meek and mild. It is judged in the game as it sees it, and the replies told are those it expects.',
      'Not known for Ay: whether it is better that the answer on c is yes. This is left out of its order; concepts of the types a to d take account of it.',
    ]);
    const report = holds.run(theCase, ask, uncontrolled);
    expect(report.assumptions.slice(-4)).toEqual(perceptionAssumptions(buildModel(theCase)));
  });

  it('leaves SIM out where outcomes count as one, and says so', () => {
    const report = holds.run(theCase, ask, uncontrolled);
    expect(report.equilibria.sim).toBeUndefined();
    expect(report.limits).toContainEqual(expect.stringMatching(/^SIM was not computed: it puts/));
    expect(report.outcomes).toBe(7);
  });

  it('is refused where SIM alone should decide what would hold', () => {
    const codes = (problems: readonly { readonly code: string }[]) =>
      problems.map(({ code }) => code);
    expect(codes(holds.check(theCase, { ...ask, concepts: ['sim', 'nash'] }))).toEqual(['DET206']);
    expect(codes(holds.check(theCase, { ...ask, concepts: ['nash', 'sim'] }))).toEqual([]);
    expect(codes(explain.check(theCase, { ...explain.defaults, concept: 'sim' }))).toEqual([
      'DET206',
    ]);
  });
});
