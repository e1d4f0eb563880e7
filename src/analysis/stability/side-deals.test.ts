import { describe, expect, it } from 'vitest';
import { chicken, modelOfText, prisonersDilemma } from '../../../test/small/small-cases.js';
import type { Model } from '../../core/model.js';
import { firm } from './firm.js';
import { lastingSideDealsFrom } from './side-deals.js';
import { stepsOf } from './steps.js';

const dealsFrom = (model: Model, from: number) =>
  lastingSideDealsFrom(model, stepsOf(model, firm.deterrence(model)), from).map(({ group, to }) => [
    group,
    to,
  ]);

/** A and B gain by moving a and b together; C decides c, and only c. */
const withOutsider = (a: string, c: string) =>
  modelOfText(`
parties: {A: A, B: B, C: C}
issues: {a: {lever: A}, b: {lever: B}, c: {lever: C}}
today: {a: no, b: no, c: no}
wants: {A: [${a}], B: [a and b], C: [${c}]}
`);

describe('a lasting side deal', () => {
  it('is a joint improvement that no member has a step away from', () => {
    expect(dealsFrom(prisonersDilemma, 0)).toEqual([[[0, 1], 3]]);
  });

  it('is none if a member would break it and could not be answered', () => {
    // As the prisoner's dilemma, but what A has paid cannot be taken back: B takes it and stops.
    const model = modelOfText(`
parties: {A: A, B: B}
issues: {pay: {by: A, levels: [unpaid, paid], irreversible: true}, ship: {lever: B}}
today: {pay: unpaid, ship: no}
wants: {A: [ship, pay = unpaid], B: [pay = paid, not ship]}
`);
    expect(dealsFrom(model, 0)).toEqual([]);
  });

  it('is none if a member could make the move alone', () => {
    // From the collision each could yield alone; both yielding together does not last.
    expect(dealsFrom(chicken, 0)).toEqual([]);
  });

  it('is none if steps of outsiders leave a member no better off than before', () => {
    expect(dealsFrom(withOutsider('not c, a and b', 'c iff (a and b)'), 0)).toEqual([]);
  });

  it('outlasts steps of outsiders that leave every member better off than before', () => {
    expect(dealsFrom(withOutsider('a and b, not c', 'c iff (a and b)'), 0)).toEqual([[[0, 1], 3]]);
  });

  it('is none if steps of outsiders leave a member just as well off as before', () => {
    // C answers by c, after which A has neither more nor less than before the deal.
    const model = modelOfText(`
parties: {A: A, B: B, C: C}
issues: {a: {lever: A}, b: {lever: B}, c: {lever: C}}
today: {a: no, b: no, c: no}
wants: {A: [(a and b) and not c], B: [a and b], C: [c iff (a and b)]}
`);
    expect(dealsFrom(model, 0)).toEqual([]);
  });

  it('outlasts outsiders who have no step', () => {
    expect(dealsFrom(withOutsider('not c, a and b', 'not c'), 0)).toEqual([[[0, 1], 3]]);
  });
});
