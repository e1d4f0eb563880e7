import { describe, expect, it } from 'vitest';
import { caseOfText, modelOfText } from '../../test/small/small-cases.js';
import { buildModel } from '../core/model.js';
import { namedSets, nearestState, outcomeNames } from './named-sets.js';

const text = (more: string, today = 'today: {season: dry, a: no, x: low, b: yes}') => `
parties: {P: P, Q: Q}
issues:
  season: {by: nobody, levels: [wet, dry]}
  a: {lever: P}
  x: {by: Q, levels: [low, middle, high]}
  b: {lever: Q}
${today}
${more}
`;
// States: a + 2·x + 6·b; today is 6.
const sets = (more: string) =>
  namedSets(modelOfText(text(more))).map(({ kind, id, states }) => [kind, id, states]);

describe('a named outcome', () => {
  it('covers every state in which its condition holds', () => {
    expect(
      sets('outcomes: {high_b: {when: x = high and b}, dry_a: {when: a and season = dry}}'),
    ).toEqual([
      ['outcome', 'high_b', [10, 11]],
      ['outcome', 'dry_a', [1, 3, 5, 7, 9, 11]],
    ]);
  });

  it('given by settings covers the states at these levels', () => {
    expect(sets('outcomes: {low: {set: {x: low, a: no}}}')).toEqual([['outcome', 'low', [0, 6]]]);
  });

  it('may cover nothing that the context and the rules leave', () => {
    expect(sets('outcomes: {flood: {when: season = wet}}')).toEqual([['outcome', 'flood', []]]);
  });

  it('may overlap with another', () => {
    expect(sets('outcomes: {one: {when: a and x = low}, two: {when: x = low}}')).toEqual([
      ['outcome', 'one', [1, 7]],
      ['outcome', 'two', [0, 1, 6, 7]],
    ]);
  });
});

describe('a proposal', () => {
  it('leaves each issue that it does not name as today', () => {
    expect(sets('proposals: {offer: {by: P, terms: {x: high}}}')).toEqual([
      ['proposal', 'offer', [10]],
    ]);
  });

  it('comes after the named outcomes', () => {
    const more =
      'proposals: {offer: {by: P, terms: {x: high}}}\noutcomes: {low: {when: x = low and not a}}';
    expect(sets(more).map(([kind]) => kind)).toEqual(['outcome', 'proposal']);
  });

  it('covers nothing where the rules forbid it', () => {
    const more = 'rules: [{never: x = high and b}]\nproposals: {offer: {by: P, terms: {x: high}}}';
    expect(sets(more)).toEqual([['proposal', 'offer', []]]);
  });

  it('in a case without a today covers every level of what it does not name', () => {
    const model = modelOfText(`
parties: {P: P}
issues: {a: {lever: P}, x: {by: P, levels: [low, high]}}
proposals: {offer: {by: P, terms: {x: high}}}
`);
    expect(namedSets(model)).toMatchObject([{ kind: 'proposal', states: [2, 3] }]);
  });

  it('takes an issue that is fixed for this answer at that level, not at today’s', () => {
    const theCase = caseOfText(
      `detente: 1\ntitle: small\n${text('proposals: {offer: {by: P, terms: {x: high}}}')}`,
    );
    const model = buildModel(theCase, undefined, [{ issue: 3, level: 0 }]);
    // States: a + 2·x; with b fixed at no the proposal is x = high, a = no.
    expect(namedSets(model)).toMatchObject([{ states: [4] }]);
  });
});

describe('the state nearest to today', () => {
  const { space } = modelOfText(text(''));

  it('changes the fewest issues', () => {
    expect(nearestState(space, [5, 10, 11])).toBe(10);
  });

  it('is today, if today is among them', () => {
    expect(nearestState(space, [0, 6, 7])).toBe(6);
  });

  it('is the lowest of several equally near', () => {
    expect(
      nearestState(
        space,
        [8, 7, 0].sort((a, b) => a - b),
      ),
    ).toBe(0);
    // One level or two makes no difference: an issue is changed or not.
    expect(nearestState(space, [8, 10])).toBe(8);
  });

  it('of nothing is undefined', () => {
    expect(nearestState(space, [])).toBeUndefined();
  });

  it('is the first where there is no today', () => {
    const bare = modelOfText('parties: {P: P}\nissues: {a: {lever: P}, b: {lever: P}}');
    expect(nearestState(bare.space, [2, 3])).toBe(2);
  });
});

describe('names for outcomes', () => {
  it('tell how many states each covers and the nearest, and leave proposals out', () => {
    const more = `
outcomes: {high_b: {when: x = high and b, label: high with b}, flood: {when: season = wet}}
proposals: {offer: {by: P, terms: {x: high}}}`;
    expect(outcomeNames(modelOfText(text(more)))).toEqual([
      { id: 'high_b', label: 'high with b', states: 2, nearest: 10 },
      { id: 'flood', label: 'flood', states: 0, nearest: null },
    ]);
  });
});
