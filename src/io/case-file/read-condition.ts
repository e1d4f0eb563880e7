import type { Expression } from '../../core/expression.js';
import { parseExpression } from '../expression/parse-expression.js';
import { contentSpan } from './scalar-offsets.js';
import type { Scope } from './scope.js';
import type { YamlNode } from './yaml-tree.js';

/** A condition as read, with the text it was read from. */
export type Condition = { readonly expression: Expression; readonly text: string };

/** Longest condition read; a longer one is better given as named terms. */
const longestCondition = 5_000;

/**
 * Reads a text of the file as a condition; undefined, with messages, when it is none. A value that
 * is no text is left to the check of shapes.
 */
export function readCondition(node: YamlNode | undefined, scope: Scope): Condition | undefined {
  if (node?.kind !== 'text' || typeof node.value !== 'string') return undefined;
  const { text, path } = node;
  if (text.length > longestCondition) {
    const what = `a condition is longer than ${longestCondition} characters`;
    scope.problems.add('DET107', { path, range: node.span }, what, {
      help: 'give parts of it a name under `terms:`',
    });
    return undefined;
  }
  if (scope.problems.isFull()) return undefined;
  const { expression, problems } = parseExpression(text, scope.names);
  for (const { code, span, what, details, help } of problems) {
    if ((code === 'DET204' || code === 'DET302') && namesBrokenIssue(text, scope)) continue;
    scope.problems.add(
      code,
      { path, within: span, range: contentSpan(scope.file, node, span) },
      what,
      { ...(details && { details }), ...(help !== undefined && { help }) },
    );
  }
  return expression && { expression, text };
}

/** An issue whose levels could not be read cannot be held against a condition about it. */
function namesBrokenIssue(text: string, scope: Scope): boolean {
  return scope.issues.some((issue) => issue.isBroken && text.includes(issue.id));
}
