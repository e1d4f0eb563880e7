import { describe, expect, test } from 'vitest';
import type { Issue, Level } from './case.js';
import type { ComparisonOperator, Expression } from './expression.js';
import { capitalise, expressionWords, type SubjectMatter } from './expression-words.js';

const span = { start: 0, end: 0 };

function level(id: string, label = id.replaceAll('_', ' '), says?: string): Level {
  return { id, label, says, act: undefined, note: undefined, from: [] };
}

function issue(id: string, label: string, levels: readonly Level[], isLever = false): Issue {
  return {
    id,
    label,
    levels,
    isLever,
    control: { kind: 'nobody' },
    irreversible: undefined,
    blocked: [],
    note: undefined,
    from: [],
  };
}

const is = (at: number, operator: ComparisonOperator, to: number): Expression => ({
  kind: 'comparison',
  issue: at,
  operator,
  level: to,
  span,
});
const among = (at: number, ...levels: number[]): Expression => ({
  kind: 'membership',
  issue: at,
  levels,
  span,
});
const not = (operand: Expression): Expression => ({ kind: 'not', operand, span });
const and = (...operands: Expression[]): Expression => ({ kind: 'and', operands, span });
const or = (...operands: Expression[]): Expression => ({ kind: 'or', operands, span });
const when = (condition: Expression, consequence: Expression): Expression => ({
  kind: 'if',
  condition,
  consequence,
  span,
});
const iff = (left: Expression, right: Expression): Expression => ({
  kind: 'iff',
  left,
  right,
  span,
});
const atLeast = (count: number, ...operands: Expression[]): Expression => ({
  kind: 'atLeast',
  count,
  operands,
  span,
});
const name = (of: 'issue' | 'term' | 'outcome', index: number): Expression => ({
  kind: 'name',
  of,
  index,
  span,
});

const front = 0;
const crimea = name('issue', 1);
const force = name('issue', 2);
const aid = name('issue', 3);
const treaty = 4;
const ceasefire = name('term', 0);
const relief = name('term', 1);

const subjects: SubjectMatter = {
  issues: [
    issue('front', 'the front line', [
      level('fighting', 'being fought over'),
      level('freeze', 'frozen'),
      level('four_regions', 'moved to the borders of four regions'),
      level('settled', 'settled'),
    ]),
    issue('crimea', 'Crimea', [
      level('no_word', 'left open', 'the US has not recognised Crimea'),
      level('recognised', 'recognised', 'the US has recognised Crimea'),
    ]),
    issue('eu_force', 'a reassurance force', [level('no'), level('yes')], true),
    issue('us_aid', 'us aid', [level('no', 'halted'), level('yes', 'flowing')], true),
    issue('treaty', 'the treaty', [
      level('none', 'none', 'there is no treaty'),
      level('quotas'),
      level('full', 'full', 'the river is shared in full'),
    ]),
  ],
  terms: [
    {
      id: 'ceasefire',
      when: is(front, '>=', 1),
      text: 'front >= freeze',
      says: 'there is a ceasefire',
      saysNot: 'there is no ceasefire',
      note: undefined,
      path: [],
    },
    {
      id: 'relief',
      when: and(force, not(aid)),
      text: 'eu_force and not us_aid',
      says: undefined,
      saysNot: undefined,
      note: undefined,
      path: [],
    },
    {
      id: 'half_said',
      when: or(crimea, force),
      text: 'crimea or eu_force',
      says: 'one side gives way',
      saysNot: undefined,
      note: undefined,
      path: [],
    },
    {
      id: 'loop',
      when: name('term', 3),
      text: 'loop',
      says: undefined,
      saysNot: undefined,
      note: undefined,
      path: [],
    },
  ],
  outcomes: [
    {
      id: 'tracks_diverge',
      label: 'the tracks diverge',
      when: crimea,
      text: 'crimea',
      set: undefined,
      note: undefined,
      from: [],
      path: [],
    },
  ],
};

const words = (expression: Expression) => expressionWords(expression, subjects);

describe('clauses about one issue', () => {
  test('one level is that level’s clause', () => {
    expect(words(is(front, '=', 1))).toBe('the front line is frozen');
    expect(words(crimea)).toBe('the US has recognised Crimea');
    expect(words(not(crimea))).toBe('the US has not recognised Crimea');
  });

  test('whatever leaves one level only is that level’s clause', () => {
    expect(words(is(1, '!=', 1))).toBe('the US has not recognised Crimea');
    expect(words(is(1, '<', 1))).toBe('the US has not recognised Crimea');
    expect(words(not(is(1, '>=', 1)))).toBe('the US has not recognised Crimea');
    expect(words(is(front, '<', 1))).toBe('the front line is being fought over');
    expect(words(is(front, '>', 2))).toBe('the front line is settled');
    expect(words(among(front, 2))).toBe('the front line is moved to the borders of four regions');
    expect(words(not(among(front, 0, 1, 2)))).toBe('the front line is settled');
  });

  test('an order comparison keeps the level that the author named', () => {
    expect(words(is(front, '>=', 1))).toBe('the front line is at least frozen');
    expect(words(is(front, '>', 1))).toBe('the front line is beyond frozen');
    expect(words(is(front, '<', 2))).toBe(
      'the front line is short of moved to the borders of four regions',
    );
    expect(words(is(front, '<=', 1))).toBe('the front line is at most frozen');
    expect(words(not(is(front, '>=', 3)))).toBe('the front line is short of settled');
  });

  test('all levels but one is "is not"', () => {
    expect(words(is(front, '!=', 1))).toBe('the front line is not frozen');
    expect(words(not(is(front, '=', 1)))).toBe('the front line is not frozen');
    expect(words(is(front, '>', 0))).toBe('the front line is not being fought over');
    expect(words(among(front, 0, 2, 3))).toBe('the front line is not frozen');
  });

  test('a list of all levels but an end is "at least" or "at most"', () => {
    expect(words(among(front, 1, 2, 3))).toBe('the front line is at least frozen');
    expect(words(not(among(front, 0)))).toBe('the front line is at least frozen');
    expect(words(among(front, 0, 1, 2))).toBe(
      'the front line is at most moved to the borders of four regions',
    );
  });

  test('a list is told in the order of the levels', () => {
    expect(words(among(front, 3, 1))).toBe('the front line is frozen or settled');
    expect(words(not(among(front, 3, 1)))).toBe(
      'the front line is being fought over or moved to the borders of four regions',
    );
  });

  test('two levels with clauses of their own are two clauses', () => {
    expect(words(is(treaty, '!=', 1))).toBe('there is no treaty or the river is shared in full');
    expect(words(is(treaty, '>=', 1))).toBe('the treaty is quotas or the river is shared in full');
    expect(words(and(crimea, is(treaty, '!=', 1)))).toBe(
      'the US has recognised Crimea, and either there is no treaty or the river is shared in full',
    );
  });

  test('a comparison that always or never holds says so', () => {
    expect(words(is(front, '>=', 0))).toBe('the front line is at any level');
    expect(words(is(front, '<', 0))).toBe('the front line is at no level');
  });

  test('a long list that is denied is "none of"', () => {
    const levels = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => level(id));
    const only = { issues: [issue('x', 'it', levels)], terms: [], outcomes: [] };
    expect(expressionWords(not(among(0, 1, 3)), only)).toBe('it is neither b nor d');
    expect(expressionWords(not(among(0, 1, 3, 5)), only)).toBe('it is none of b, d and f');
    expect(expressionWords(not(among(0, 1, 3, 5, 6)), only)).toBe('it is a, c or e');
  });
});

describe('levers', () => {
  test('a lever whose levels say nothing is an answer', () => {
    expect(words(force)).toBe('the answer on a reassurance force is yes');
    expect(words(not(force))).toBe('the answer on a reassurance force is no');
  });

  test('a lever whose levels have labels is told by them', () => {
    expect(words(aid)).toBe('us aid is flowing');
    expect(words(not(aid))).toBe('us aid is halted');
  });
});

describe('names', () => {
  test('a term has a clause for either truth', () => {
    expect(words(ceasefire)).toBe('there is a ceasefire');
    expect(words(not(ceasefire))).toBe('there is no ceasefire');
  });

  test('a term without clauses is what it stands for', () => {
    expect(words(relief)).toBe('the answer on a reassurance force is yes and us aid is halted');
    expect(words(not(relief))).toBe('the answer on a reassurance force is no or us aid is flowing');
  });

  test('a term with one clause only is spelt out where that clause does not hold', () => {
    expect(words(name('term', 2))).toBe('one side gives way');
    expect(words(not(name('term', 2)))).toBe(
      'the US has not recognised Crimea and the answer on a reassurance force is no',
    );
  });

  test('terms can be unfolded on request', () => {
    expect(expressionWords(ceasefire, subjects, { unfoldTerms: true })).toBe(
      'the front line is at least frozen',
    );
  });

  test('a named outcome holds or does not', () => {
    const diverge = name('outcome', 0);
    expect(words(diverge)).toBe('the outcome “the tracks diverge” holds');
    expect(words(not(diverge))).toBe('the outcome “the tracks diverge” does not hold');
  });

  test('a term that refers to itself is refused', () => {
    expect(() => words(name('term', 3))).toThrow(
      new RangeError('expressionWords: term 3 refers to itself'),
    );
  });

  test('a position that the case does not have is refused', () => {
    expect(() => words(is(front, '=', 9))).toThrow(
      new RangeError('expressionWords: there is no level 9'),
    );
    expect(() => words(and())).toThrow(
      new RangeError('expressionWords: "and" of nothing has no words'),
    );
  });
});

describe('compounds', () => {
  test('not falls on the clauses', () => {
    expect(words(and(is(front, '>=', 1), not(crimea)))).toBe(
      'the front line is at least frozen and the US has not recognised Crimea',
    );
    expect(words(not(and(crimea, ceasefire)))).toBe(
      'the US has not recognised Crimea or there is no ceasefire',
    );
    expect(words(not(when(ceasefire, crimea)))).toBe(
      'there is a ceasefire and the US has not recognised Crimea',
    );
  });

  test('an or inside an and is announced and set off', () => {
    expect(words(and(ceasefire, or(crimea, aid)))).toBe(
      'there is a ceasefire, and either the US has recognised Crimea or us aid is flowing',
    );
    expect(words(and(ceasefire, among(front, 1, 3)))).toBe(
      'there is a ceasefire, and the front line is either frozen or settled',
    );
  });

  test('an and inside an or is set off', () => {
    expect(words(or(and(ceasefire, crimea), aid))).toBe(
      'there is a ceasefire and the US has recognised Crimea, or us aid is flowing',
    );
    expect(words(or(and(ceasefire, crimea, force), aid))).toBe(
      'there is a ceasefire, the US has recognised Crimea and the answer on a reassurance force is yes; or us aid is flowing',
    );
  });

  test('an and inside an and says no more than one and', () => {
    expect(words(and(and(ceasefire, crimea), aid))).toBe(
      'there is a ceasefire, the US has recognised Crimea and us aid is flowing',
    );
  });

  test('if and iff are sentences of their own', () => {
    expect(words(when(ceasefire, or(crimea, aid)))).toBe(
      'if there is a ceasefire, then the US has recognised Crimea or us aid is flowing',
    );
    expect(words(iff(aid, ceasefire))).toBe('us aid is flowing exactly when there is a ceasefire');
    expect(words(not(iff(aid, ceasefire)))).toBe(
      'us aid is flowing exactly when there is no ceasefire',
    );
    expect(words(and(crimea, when(ceasefire, aid)))).toBe(
      'the US has recognised Crimea; and if there is a ceasefire, then us aid is flowing',
    );
  });

  test('at least counts in words', () => {
    expect(words(atLeast(2, ceasefire, crimea, aid))).toBe(
      'at least two of these hold: there is a ceasefire, the US has recognised Crimea and us aid is flowing',
    );
    expect(words(not(atLeast(2, ceasefire, crimea, aid)))).toBe(
      'at most one of these holds: there is a ceasefire, the US has recognised Crimea and us aid is flowing',
    );
    expect(words(not(atLeast(3, ceasefire, crimea, aid, force)))).toBe(
      'at most two of these hold: there is a ceasefire, the US has recognised Crimea, us aid is flowing and the answer on a reassurance force is yes',
    );
  });

  test('at least one is an or, at least all an and', () => {
    expect(words(atLeast(1, ceasefire, aid))).toBe('there is a ceasefire or us aid is flowing');
    expect(words(atLeast(2, ceasefire, aid))).toBe('there is a ceasefire and us aid is flowing');
    expect(words(not(atLeast(1, ceasefire, crimea)))).toBe(
      'there is no ceasefire and the US has not recognised Crimea',
    );
    expect(words(not(atLeast(1, ceasefire)))).toBe('there is no ceasefire');
  });

  test('a count inside a compound stands in brackets', () => {
    expect(words(and(atLeast(2, ceasefire, crimea, force), aid))).toBe(
      '(at least two of these hold: there is a ceasefire, the US has recognised Crimea and the answer on a reassurance force is yes) and us aid is flowing',
    );
  });
});

describe('capitalise', () => {
  test('the first letter becomes a capital', () => {
    expect(capitalise('the front line is frozen')).toBe('The front line is frozen');
    expect(capitalise('(a or b) and c')).toBe('(A or b) and c');
    expect(capitalise('перемирие')).toBe('Перемирие');
  });

  test('what has no capital stays as it is', () => {
    for (const text of ['', 'Crimea', '2 of 3', '“pump” is on', 'ßa', 'هدنة']) {
      expect(capitalise(text)).toBe(text);
    }
  });
});
