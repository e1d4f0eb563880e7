import { describe, expect, it } from 'vitest';
import { chicken, gameOf, modelOfText, prisonersDilemma } from '../../../test/small/small-cases.js';
import type { Model } from '../../core/model.js';
import { conceptOf } from './concepts.js';
import { reasonFor } from './reasons.js';

const reason = (model: Model, id: Parameters<typeof conceptOf>[0], party: number, state: number) =>
  reasonFor(model, conceptOf(id).deterrence(model)(party), party, state);

describe('a party', () => {
  const frozen = modelOfText(`
parties: {P: P, Q: Q}
issues: {a: {by: P, levels: [before, after], irreversible: true}}
today: {a: before}
wants: {P: [a = before], Q: [a = after]}
`);

  it('cannot move where it has no move at all, whatever it would like', () => {
    expect(reason(frozen, 'firm', 1, 0)).toEqual({ verdict: 'cannot move', exits: [] });
    expect(reason(frozen, 'firm', 0, 1)).toEqual({ verdict: 'cannot move', exits: [] });
  });

  it('would not move where it has moves, none of them better for it', () => {
    expect(reason(frozen, 'firm', 0, 0)).toEqual({ verdict: 'would not move', exits: [] });
  });

  it('is deterred where every improvement is answered, with the shortest reply', () => {
    expect(reason(prisonersDilemma, 'firm', 0, 3)).toEqual({
      verdict: 'deterred',
      exits: [{ to: 2, isDeterred: true, reply: [{ party: 1, to: 0 }] }],
    });
  });

  it('leaves where an improvement is not answered', () => {
    expect(reason(chicken, 'firm', 0, 3)).toEqual({
      verdict: 'leaves',
      exits: [{ to: 2, isDeterred: false, reply: [] }],
    });
  });

  it('is deterred without a reply to tell where others move at the same moment', () => {
    expect(reason(chicken, 'sim', 0, 3)).toEqual({
      verdict: 'deterred',
      exits: [{ to: 2, isDeterred: true, reply: [] }],
    });
  });
});

describe('exits', () => {
  it('come undeterred first, then the better for the party, then the lower state', () => {
    // P holds a and b; Q answers whatever ends at 3 by c, which P likes least of all.
    const model = modelOfText(`
parties: {P: P, Q: Q}
issues: {a: {lever: P}, b: {lever: P}, c: {lever: Q}}
today: {a: no, b: no, c: no}
preferences:
  P: {only: {ranking: [a and b and not c, not c and (a or b), not c]}}
  Q: {only: {wants: [c iff (a and b)]}}
`);
    expect(reason(model, 'firm', 0, 0).exits.map(({ to, isDeterred }) => [to, isDeterred])).toEqual(
      [
        [1, false],
        [2, false],
        [3, true],
      ],
    );
    expect(reason(model, 'nash', 0, 0).exits.map(({ to }) => to)).toEqual([3, 1, 2]);
    expect(reason(model, 'nash', 0, 0).verdict).toBe('leaves');
  });

  it('of one party alone are never deterred', () => {
    expect(reason(gameOf([[1, 0]]), 'gmr', 0, 0)).toEqual({
      verdict: 'leaves',
      exits: [{ to: 1, isDeterred: false, reply: [] }],
    });
  });
});
