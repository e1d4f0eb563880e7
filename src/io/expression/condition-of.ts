import type { Case } from '../../core/case.js';
import { parseExpression } from './parse-expression.js';

/** Parses an expression against the names of a case: for the command line and the page. */
export function conditionOf(text: string, theCase: Case): ReturnType<typeof parseExpression> {
  return parseExpression(text, {
    issues: theCase.issues.map(({ id, levels, isLever }) => ({
      id,
      levels: levels.map((level) => level.id),
      isLever,
    })),
    terms: theCase.terms.map(({ id }) => id),
    outcomes: theCase.outcomes.map(({ id }) => id),
  });
}
