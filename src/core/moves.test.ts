import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCase } from '../../test/laws/arbitrary.js';
import { modelOfText, rowsOf } from '../../test/small/small-cases.js';
import { arcsFrom, filterArcs, mostMovesOn, movesOn, targetsOf } from './moves.js';
import { buildSpace, type Space } from './space.js';

describe('arcs', () => {
  const arcs = arcsFrom(3, (state) => [[1, 2], [], [0]][state] ?? []);

  it('are rows of targets, empty rows included', () => {
    expect(rowsOf(arcs)).toEqual([[1, 2], [], [0]]);
    expect([...targetsOf(arcs, 0)]).toEqual([1, 2]);
  });

  it('are filtered row by row', () => {
    expect(rowsOf(filterArcs(arcs, (from, to) => to > from))).toEqual([[1, 2], [], []]);
  });
});

describe('a unilateral move', () => {
  it('changes any of the party’s own issues, several at once, and nothing else', () => {
    const model = modelOfText(`
parties: {P: P, Q: Q}
issues: {a: {lever: P}, b: {lever: Q}, c: {lever: P}}
today: {a: no, b: no, c: no}
`);
    // States by their levers: 1 = a, 2 = b, 4 = c.
    expect(rowsOf(model.moves.alone[0])[0]).toEqual([1, 4, 5]);
    expect(rowsOf(model.moves.alone[0])[3]).toEqual([2, 6, 7]);
    expect(rowsOf(model.moves.alone[1])[5]).toEqual([7]);
  });

  it('may make two changes that are possible only at once', () => {
    const model = modelOfText(`
parties: {P: P}
issues: {a: {lever: P}, b: {lever: P}}
rules: [{never: not (a iff b)}]
today: {a: no, b: no}
`);
    expect(model.states).toBe(2);
    expect(rowsOf(model.moves.alone[0])).toEqual([[1], [0]]);
  });

  it('never leads to where it starts, nor anywhere twice', () => {
    const model = modelOfText(`
parties: {P: P}
issues:
  x:
    levels: [low, middle, high]
    moves: [{by: P, from: low, to: [middle, high]}, {by: P, from: [low, middle, high], to: high}]
today: {x: low}
`);
    expect(rowsOf(model.moves.alone[0])).toEqual([[1, 2], [2], []]);
  });

  it('is missing where a party holds nothing', () => {
    const model = modelOfText(`
parties: {P: P, Q: Q}
issues: {a: {lever: P}}
today: {a: no}
`);
    expect(rowsOf(model.moves.alone[1])).toEqual([[], []]);
  });

  it('does not touch context, nor an issue that is fixed', () => {
    const model = modelOfText(`
parties: {P: P}
issues: {war: {by: nobody, levels: [off_, on_]}, a: {lever: P}}
today: {war: on_, a: no}
`);
    expect(rowsOf(model.moves.alone[0])).toEqual([[1], [0]]);
  });

  it('is decided by a condition at its start, not at its end', () => {
    const model = modelOfText(`
parties: {P: P, Q: Q}
issues:
  gate: {lever: P}
  x: {levels: [in_, out], moves: [{by: P, from: in_, to: out, when: gate}]}
today: {gate: no, x: in_}
`);
    // From gate = no the move is closed, although gate could open in the same stroke.
    expect(rowsOf(model.moves.alone[0])).toEqual([[1], [0, 2, 3], [3], [2]]);
  });
});

describe('a joint move', () => {
  const model = modelOfText(`
parties: {P: P, Q: Q, R: R}
issues:
  a: {lever: P}
  pact: {agree: [P, Q], levels: [none, signed]}
  treaty: {agree: [Q, R], levels: [none, signed]}
today: {a: no, pact: none, treaty: none}
`);

  it('includes what each member could do alone', () => {
    expect(model.moves.together([0, 2], 0)).toEqual([1]);
  });

  it('signs what all its signers are in, together with their own levers', () => {
    expect(model.moves.together([0, 1], 0)).toEqual([1, 2, 3]);
  });

  it('of a larger group signs several agreements at once', () => {
    expect(model.moves.together([0, 1, 2], 0)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('of outsiders to an agreement cannot sign it, though each sits in another', () => {
    expect(model.moves.together([1, 2], 0)).toEqual([4]);
  });
});

describe('the number of moves, before they are listed', () => {
  const listed = (space: Space) =>
    movesOn(space).alone.reduce((sum, { targets }) => sum + targets.length, 0);

  it('is exact for levers without rules, of however many parties', () => {
    const ids = ['P', 'Q', 'R'];
    const levers = fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(levers, (owners) => {
        const { space } = modelOfText(`
parties: {P: P, Q: Q, R: R}
issues: {${owners.map((owner, at) => `a${at}: {lever: ${owner}}`).join(', ')}}
today: {${owners.map((_, at) => `a${at}: no`).join(', ')}}
`);
        expect(mostMovesOn(space)).toBe(listed(space));
      }),
    );
  });

  it('is exact for issues of several levels that one party decides', () => {
    const { space } = modelOfText(`
parties: {P: P}
issues: {x: {by: P, levels: [l, m, h]}, y: {by: P, levels: [a, b, c, d]}}
today: {x: l, y: a}
`);
    expect(mostMovesOn(space)).toBe(12 * 11);
    expect(listed(space)).toBe(12 * 11);
  });

  it('leaves out context and what is fixed', () => {
    const { case: theCase, space } = modelOfText(`
parties: {P: P}
issues: {war: {by: nobody, levels: [off_, on_]}, a: {lever: P}, b: {lever: P}}
today: {war: on_, a: no, b: no}
`);
    expect(mostMovesOn(space)).toBe(4 * 3);
    expect(mostMovesOn(buildSpace(theCase, [{ issue: 1, level: 1 }]))).toBe(2);
  });

  it('is never below what there is, whatever the controls, conditions and rules', () => {
    fc.assert(
      fc.property(arbitraryCase, (theCase) => {
        const space = buildSpace(theCase);
        expect(mostMovesOn(space)).toBeGreaterThanOrEqual(listed(space));
      }),
    );
  });
});
