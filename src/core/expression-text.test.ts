import { describe, expect, test } from 'vitest';
import type { Expression } from './expression.js';
import { expressionText } from './expression-text.js';

const span = { start: 0, end: 0 };
const c = {
  issues: [
    { id: 'front', levels: ['fighting', 'freeze', 'settled'].map((id) => ({ id })) },
    { id: 'هدنة', levels: ['لا', 'نعم'].map((id) => ({ id })) },
    { id: 'NO', levels: ['no', 'yes'].map((id) => ({ id })) },
  ],
  terms: [{ id: 'перемирие' }],
  outcomes: [{ id: 'tracks_diverge' }],
};

const freeze: Expression = { kind: 'comparison', issue: 0, operator: '>=', level: 1, span };
const truce: Expression = { kind: 'name', of: 'issue', index: 1, span };
const lever: Expression = { kind: 'name', of: 'issue', index: 2, span };
const term: Expression = { kind: 'name', of: 'term', index: 0, span };
const outcome: Expression = { kind: 'name', of: 'outcome', index: 0, span };
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
const text = (expression: Expression) => expressionText(expression, c);

describe('expressionText', () => {
  test('atoms are printed by their ids', () => {
    expect(text(freeze)).toBe('front >= freeze');
    expect(text({ kind: 'membership', issue: 0, levels: [2, 1], span })).toBe(
      'front in [settled, freeze]',
    );
    expect([truce, lever, term, outcome].map(text)).toEqual([
      'هدنة',
      'NO',
      'перемирие',
      'tracks_diverge',
    ]);
    expect(text({ kind: 'atLeast', count: 2, operands: [freeze, or(term, lever)], span })).toBe(
      'at least 2 of (front >= freeze, перемирие or NO)',
    );
  });

  test('brackets stand where an operand binds looser than its place', () => {
    expect(text(not(freeze))).toBe('not front >= freeze');
    expect(text(not(and(term, lever)))).toBe('not (перемирие and NO)');
    expect(text(and(term, or(lever, freeze)))).toBe('перемирие and (NO or front >= freeze)');
    expect(text(or(and(term, lever), freeze))).toBe('перемирие and NO or front >= freeze');
    expect(text(and(not(term), when(lever, freeze)))).toBe(
      'not перемирие and (if NO then front >= freeze)',
    );
  });

  test('a node of the same kind keeps its brackets', () => {
    expect(text(and(and(term, lever), freeze))).toBe('(перемирие and NO) and front >= freeze');
    expect(text(iff(iff(term, lever), freeze))).toBe('(перемирие iff NO) iff front >= freeze');
  });

  test('if follows then without brackets, iff does not', () => {
    expect(text(when(term, when(lever, freeze)))).toBe(
      'if перемирие then if NO then front >= freeze',
    );
    expect(text(when(when(term, lever), freeze))).toBe(
      'if (if перемирие then NO) then front >= freeze',
    );
    expect(text(when(term, iff(lever, freeze)))).toBe('if перемирие then (NO iff front >= freeze)');
    expect(text(iff(term, or(lever, freeze)))).toBe('перемирие iff NO or front >= freeze');
  });

  test('an and of one condition is that condition', () => {
    expect(text(not(and(or(term, lever))))).toBe('not (перемирие or NO)');
    expect(text(and(term))).toBe('перемирие');
  });

  test('what cannot be written is refused', () => {
    expect(() => text(and())).toThrow(RangeError);
    expect(() => text({ kind: 'membership', issue: 0, levels: [], span })).toThrow(RangeError);
    expect(() => text({ kind: 'name', of: 'term', index: 7, span })).toThrow(
      new RangeError('expressionText: the case has no term 7'),
    );
    expect(() => text({ ...freeze, level: 5 } as Expression)).toThrow(
      new RangeError('expressionText: issue 0 has no level 5'),
    );
  });
});
