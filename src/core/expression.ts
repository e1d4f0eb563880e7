import type { Span } from './diagnostic.js';

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/**
 * A condition on outcomes, with every name resolved to its position in the case.
 *
 * `span` is the range of the node in the text it was read from; printing and evaluation ignore it.
 */
export type Expression =
  | {
      readonly kind: 'comparison';
      readonly issue: number;
      readonly operator: ComparisonOperator;
      readonly level: number;
      readonly span: Span;
    }
  | {
      readonly kind: 'membership';
      readonly issue: number;
      readonly levels: readonly number[];
      readonly span: Span;
    }
  /** A two-level issue's bare name (its second level), a term, or a named outcome. */
  | {
      readonly kind: 'name';
      readonly of: 'issue' | 'term' | 'outcome';
      readonly index: number;
      readonly span: Span;
    }
  | { readonly kind: 'not'; readonly operand: Expression; readonly span: Span }
  | {
      readonly kind: 'and' | 'or';
      readonly operands: readonly Expression[];
      readonly span: Span;
    }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly consequence: Expression;
      readonly span: Span;
    }
  | {
      readonly kind: 'iff';
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  | {
      readonly kind: 'atLeast';
      readonly count: number;
      readonly operands: readonly Expression[];
      readonly span: Span;
    };

/** What the names of an expression stand for: the expressions behind terms and named outcomes. */
export type Definitions = {
  readonly terms: readonly { readonly when: Expression }[];
  readonly outcomes: readonly { readonly when: Expression }[];
};

/** Truth of an expression at an outcome given as one level index per issue. */
export type Predicate = (levels: ArrayLike<number>) => boolean;

/**
 * Turns an expression into a predicate on outcomes.
 *
 * `if a then b` is (not a) or b; `a iff b` is true when both or neither hold; `at least k of (…)`
 * counts the operands that hold, equal ones each on their own; `and`, `or` and `at least` over an
 * empty list cannot be written. Levels are compared by their place in the issue's order.
 *
 * @throws RangeError when terms or named outcomes refer to themselves, directly or in a circle (the
 *   reader of a case reports that as a flaw before anything is compiled).
 *
 * Time O(size of the expression, its terms unfolded) an evaluation.
 */
export function compileExpression(expression: Expression, definitions: Definitions): Predicate {
  const open = new Set<string>();
  const compiled = new Map<string, Predicate>();

  function named(of: 'term' | 'outcome', index: number): Predicate {
    const key = `${of} ${index}`;
    const known = compiled.get(key);
    if (known) return known;
    if (open.has(key)) throw new RangeError(`compileExpression: ${key} refers to itself`);
    open.add(key);
    const definition = (of === 'term' ? definitions.terms : definitions.outcomes)[index];
    if (!definition) throw new RangeError(`compileExpression: there is no ${key}`);
    const predicate = compile(definition.when);
    open.delete(key);
    compiled.set(key, predicate);
    return predicate;
  }

  function compile(node: Expression): Predicate {
    switch (node.kind) {
      case 'comparison': {
        const { issue, level } = node;
        switch (node.operator) {
          case '=':
            return (levels) => levels[issue] === level;
          case '!=':
            return (levels) => levels[issue] !== level;
          case '<':
            return (levels) => (levels[issue] as number) < level;
          case '<=':
            return (levels) => (levels[issue] as number) <= level;
          case '>':
            return (levels) => (levels[issue] as number) > level;
          case '>=':
            return (levels) => (levels[issue] as number) >= level;
        }
        break;
      }
      case 'membership': {
        const { issue } = node;
        const accepted = new Set(node.levels);
        return (levels) => accepted.has(levels[issue] as number);
      }
      case 'name': {
        const { index } = node;
        return node.of === 'issue' ? (levels) => levels[index] === 1 : named(node.of, index);
      }
      case 'not': {
        const operand = compile(node.operand);
        return (levels) => !operand(levels);
      }
      case 'and': {
        const operands = node.operands.map(compile);
        return (levels) => operands.every((operand) => operand(levels));
      }
      case 'or': {
        const operands = node.operands.map(compile);
        return (levels) => operands.some((operand) => operand(levels));
      }
      case 'if': {
        const condition = compile(node.condition);
        const consequence = compile(node.consequence);
        return (levels) => !condition(levels) || consequence(levels);
      }
      case 'iff': {
        const left = compile(node.left);
        const right = compile(node.right);
        return (levels) => left(levels) === right(levels);
      }
      case 'atLeast': {
        const operands = node.operands.map(compile);
        const { count } = node;
        return (levels) => {
          let met = 0;
          for (const operand of operands) if (operand(levels)) met += 1;
          return met >= count;
        };
      }
    }
  }

  return compile(expression);
}
