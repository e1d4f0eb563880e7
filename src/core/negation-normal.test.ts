import { describe, expect, test } from 'vitest';
import type { ComparisonOperator, Expression } from './expression.js';
import { negationNormal } from './negation-normal.js';

const span = { start: 0, end: 0 };
const a: Expression = { kind: 'name', of: 'term', index: 0, span };
const b: Expression = { kind: 'name', of: 'term', index: 1, span };
const not = (operand: Expression): Expression => ({ kind: 'not', operand, span });
const compare = (operator: ComparisonOperator): Expression => ({
  kind: 'comparison',
  issue: 0,
  operator,
  level: 1,
  span,
});

describe('negationNormal', () => {
  test('a negated comparison is the opposite one', () => {
    const pairs = [
      ['=', '!='],
      ['<', '>='],
      ['>', '<='],
    ] as const;
    for (const [one, other] of pairs) {
      expect(negationNormal(not(compare(one)))).toEqual(compare(other));
      expect(negationNormal(not(compare(other)))).toEqual(compare(one));
    }
  });

  test('two negations cancel', () => {
    expect(negationNormal(not(not(a)))).toEqual(a);
    expect(negationNormal(not(a), true)).toEqual(a);
  });

  test('and and or change places under a negation', () => {
    const both: Expression = { kind: 'and', operands: [a, not(b)], span };
    const either: Expression = { kind: 'or', operands: [not(a), b], span };
    expect(negationNormal(not(both))).toEqual(either);
    expect(negationNormal(not(either))).toEqual(both);
  });

  test('a broken promise is its condition without its consequence', () => {
    const promise: Expression = { kind: 'if', condition: a, consequence: b, span };
    expect(negationNormal(not(promise))).toEqual({ kind: 'and', operands: [a, not(b)], span });
  });

  test('a negated iff keeps its left side', () => {
    const same: Expression = { kind: 'iff', left: a, right: b, span };
    expect(negationNormal(not(same))).toEqual({ kind: 'iff', left: a, right: not(b), span });
  });

  test('a count and a list of levels keep their not', () => {
    const count: Expression = { kind: 'atLeast', count: 1, operands: [not(not(a)), b], span };
    const list: Expression = { kind: 'membership', issue: 0, levels: [0, 2], span };
    expect(negationNormal(not(count))).toEqual(not({ ...count, operands: [a, b] }));
    expect(negationNormal(not(list))).toEqual(not(list));
  });
});
