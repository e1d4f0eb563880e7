import type { Case, Setting } from './case.js';
import type { Expression } from './expression.js';

/**
 * The levels that an expression fixes, when it is nothing but `issue = level` joined by `and`; a
 * two-level issue's bare name fixes its second level, `not` of it its first. Terms and named outcomes
 * are unfolded.
 *
 * @returns undefined for any other expression: it would fix no single level.
 */
export function settingsOfExpression(
  expression: Expression,
  theCase: Case,
): readonly Setting[] | undefined {
  switch (expression.kind) {
    case 'comparison':
      return expression.operator === '='
        ? [{ issue: expression.issue, level: expression.level }]
        : undefined;
    case 'name': {
      if (expression.of === 'issue') return [{ issue: expression.index, level: 1 }];
      const named = expression.of === 'term' ? theCase.terms : theCase.outcomes;
      const definition = named[expression.index];
      return definition && settingsOfExpression(definition.when, theCase);
    }
    case 'not': {
      const { operand } = expression;
      const isTwoLevel = operand.kind === 'name' && operand.of === 'issue';
      return isTwoLevel ? [{ issue: operand.index, level: 0 }] : undefined;
    }
    case 'and': {
      const parts = expression.operands.map((operand) => settingsOfExpression(operand, theCase));
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    default:
      return undefined;
  }
}
