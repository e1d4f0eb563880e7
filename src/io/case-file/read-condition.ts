import type { Expression } from '../../core/expression.js';
import { parseExpression } from '../expression/parse-expression.js';
import { positionAt } from './position.js';
import { contentSpan } from './scalar-offsets.js';
import type { Scope } from './scope.js';
import type { TextNode, YamlNode } from './yaml-tree.js';

/** A condition as read, with the text it was read from. */
export type Condition = { readonly expression: Expression; readonly text: string };

/** What to do where the reader of conditions has no better advice. */
const otherwiseWrite =
  'write comparisons such as "pump = shared", joined by and, or, not, if … then … or iff';

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
  // Without a single issue, which is reported by itself, no condition can mean anything.
  if (scope.problems.isFull() || scope.issues.length === 0) return undefined;
  const { expression, problems } = parseExpression(text, scope.names);
  const joined = problems.length > 0 ? joinedLines(node, scope.file) : [];
  for (const { code, severity, span, what, details, help } of problems) {
    if ((code === 'DET204' || code === 'DET302') && namesBrokenIssue(text, scope)) continue;
    scope.problems.add(
      code,
      { path, within: span, range: contentSpan(scope.file, node, span) },
      what,
      { severity, ...withDetails(details, joined), help: help ?? otherwiseWrite },
    );
  }
  return expression && { expression, text };
}

/** Lines that YAML has joined into one text may not have been meant as one. */
function joinedLines({ style, span }: TextNode, file: string): readonly string[] {
  if (style !== 'plain' || !file.slice(span.start, span.end).includes('\n')) return [];
  const first = positionAt(file, span.start).line;
  const last = positionAt(file, span.end).line;
  return [`lines ${first} to ${last} are read as one condition, because of how they are indented`];
}

function withDetails(
  details: readonly string[] | undefined,
  more: readonly string[],
): { readonly details?: readonly string[] } {
  const all = [...(details ?? []), ...more];
  return all.length > 0 ? { details: all } : {};
}

/** An issue whose levels could not be read cannot be held against a condition about it. */
function namesBrokenIssue(text: string, scope: Scope): boolean {
  return scope.issues.some((issue) => issue.isBroken && text.includes(issue.id));
}
