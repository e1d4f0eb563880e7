import type { ComparisonOperator, Expression } from './expression.js';

const opposite: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

/**
 * An expression with the same truth at every outcome in which `not` stands before names,
 * memberships and `at least` only.
 *
 *     not (a and b)        →  not a or not b          not (x = l)   →  x != l
 *     not (a or b)         →  not a and not b         not (x < l)   →  x >= l   and so on
 *     not (if a then b)    →  a and not b             not not a     →  a
 *     not (a iff b)        →  a iff not b
 *
 * Levels are totally ordered, so a negated order comparison is the opposite one. The operands of an
 * `at least` are brought into the form, the `at least` itself keeps its `not`: its complement, at
 * least n − k + 1 of the negated operands, reads worse. Each node keeps the span of the node that it
 * comes from. `negated` gives the form of the expression's negation.
 *
 * Time and size O(size of the expression); names are not unfolded.
 */
export function negationNormal(expression: Expression, negated = false): Expression {
  const { span } = expression;
  switch (expression.kind) {
    case 'comparison':
      return negated ? { ...expression, operator: opposite[expression.operator] } : expression;
    case 'membership':
    case 'name':
      return negated ? { kind: 'not', operand: expression, span } : expression;
    case 'not':
      return negationNormal(expression.operand, !negated);
    case 'and':
    case 'or': {
      const operands = expression.operands.map((operand) => negationNormal(operand, negated));
      const kind = negated === (expression.kind === 'and') ? 'or' : 'and';
      return { kind, operands, span };
    }
    case 'if': {
      const condition = negationNormal(expression.condition);
      const consequence = negationNormal(expression.consequence, negated);
      return negated
        ? { kind: 'and', operands: [condition, consequence], span }
        : { kind: 'if', condition, consequence, span };
    }
    case 'iff': {
      const left = negationNormal(expression.left);
      const right = negationNormal(expression.right, negated);
      return { kind: 'iff', left, right, span };
    }
    case 'atLeast': {
      const operands = expression.operands.map((operand) => negationNormal(operand));
      const positive: Expression = { kind: 'atLeast', count: expression.count, operands, span };
      return negated ? { kind: 'not', operand: positive, span } : positive;
    }
  }
}
