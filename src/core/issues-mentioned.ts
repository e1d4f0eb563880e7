import type { Definitions, Expression } from './expression.js';

/**
 * The issues that an expression mentions, by itself or through terms and named outcomes.
 *
 * Mentioned is more than read: `x or not x` mentions x. Time linear in the size of the expression and
 * of every definition it refers to, each looked at once.
 */
export function issuesMentioned(
  expression: Expression,
  definitions: Definitions,
): ReadonlySet<number> {
  const mentioned = new Set<number>();
  const unfolded = new Set<Expression>();
  const visit = (node: Expression): void => {
    switch (node.kind) {
      case 'comparison':
      case 'membership':
        mentioned.add(node.issue);
        return;
      case 'name': {
        if (node.of === 'issue') {
          mentioned.add(node.index);
          return;
        }
        const named = (node.of === 'term' ? definitions.terms : definitions.outcomes)[node.index];
        if (named && !unfolded.has(named.when)) {
          unfolded.add(named.when);
          visit(named.when);
        }
        return;
      }
      case 'not':
        visit(node.operand);
        return;
      case 'if':
        visit(node.condition);
        visit(node.consequence);
        return;
      case 'iff':
        visit(node.left);
        visit(node.right);
        return;
      default:
        node.operands.forEach(visit);
    }
  };
  visit(expression);
  return mentioned;
}
