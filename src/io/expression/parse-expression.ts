import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../core/diagnostic.js';
import type { ComparisonOperator, Expression } from '../../core/expression.js';
import type { ExpressionProblem, NameTable } from './expression-problem.js';
import { foreignComparisons, foreignSigns } from './foreign-sign.js';
import { parser } from './grammar.generated.js';
import { nameReader } from './name-reader.js';
import { codePoint, strictParse, syntaxProblem } from './syntax-problem.js';

export type { ExpressionProblem, NameTable } from './expression-problem.js';

/** Deeper nesting is refused: everything that walks an expression does so by recursion. */
const deepest = 100;

/**
 * Reads an expression.
 *
 * From tight to loose: comparisons, `not`, `and`, `or`, `if … then …` and `… iff …`; so
 * `not aid = halted` is not (aid = halted). A name alone is a two-level issue's second level, a term
 * or a named outcome. Names are compared in Unicode normal form C.
 *
 * @returns the tree, with every name resolved to its position in the table, unless a problem is an
 *   error; and all problems in the order of the text. Of several syntax errors the first is
 *   reported; names before it are still checked, names after it where they stand in a comparison.
 *   Never throws.
 */
export function parseExpression(
  text: string,
  names: NameTable,
): { expression: Expression | undefined; problems: readonly ExpressionProblem[] } {
  const problems: ExpressionProblem[] = [];
  const error = (span: Span, code: string, what: string, more: More = {}) => {
    problems.push({ code, severity: 'error', span, what, ...more });
  };

  if (text.trim() === '') {
    const example = names.issues[0];
    const condition = example && (example.levels.length === 2 ? example.id : exampleFor(example));
    const help =
      condition === undefined ? {} : { help: `write a condition, such as "${condition}"` };
    error({ start: 0, end: text.length }, 'DET301', 'the expression is empty', help);
    return { expression: undefined, problems };
  }

  let root: SyntaxNode;
  let errorAt = Number.POSITIVE_INFINITY;
  try {
    const strict = strictParse(text);
    if (typeof strict === 'number') errorAt = strict;
    root = (typeof strict === 'number' ? parser.parse(text) : strict).topNode;
  } catch {
    // The parser itself recurses: a nesting of many thousands exhausts the stack.
    return { expression: undefined, problems: [tooDeep({ start: 0, end: text.length })] };
  }

  const read = nameReader(text, names, problems);
  let isTooDeep = false;

  function build(node: SyntaxNode, depth: number): Expression | undefined {
    if (depth > deepest) {
      if (!isTooDeep) problems.push(tooDeep(spanOf(node)));
      isTooDeep = true;
      return undefined;
    }
    if (node.name === 'Group') {
      const inner = conditions(node, depth);
      return inner[0];
    }
    const span = spanOf(node);
    switch (node.name) {
      case 'Name':
        if (node.from > errorAt) return undefined;
        return read.name(firstWord(node), hasError(node));
      case 'Comparison': {
        const subject = wordIn(node, 'Subject');
        const operator = operatorOf(node);
        const level = wordIn(node, 'LevelName');
        if (!subject || !operator || hasError(node) || !level) {
          if (subject && operator && subject.to < errorAt) read.subject(subject);
          return undefined;
        }
        if (!read.hasLevel(subject, level) && isArrow(node)) {
          read.name(subject, false);
          read.name(level, false);
          return undefined;
        }
        return read.comparison(subject, operator, level, span);
      }
      case 'Membership': {
        const subject = wordIn(node, 'Subject');
        const levels = node.getChildren('LevelName').flatMap((child) => firstWord(child) ?? []);
        if (!subject) return undefined;
        if (hasError(node)) {
          if (subject.to < errorAt) read.subject(subject);
          return undefined;
        }
        return read.membership(subject, levels, span);
      }
      case 'Negation': {
        const [operand] = conditions(node, depth);
        return operand && { kind: 'not', operand, span };
      }
      case 'Conjunction':
      case 'Disjunction': {
        const operands = conditions(node, depth);
        return { kind: node.name === 'Conjunction' ? 'and' : 'or', operands, span };
      }
      case 'Conditional': {
        const [condition, consequence] = conditions(node, depth);
        return condition && consequence && { kind: 'if', condition, consequence, span };
      }
      case 'Biconditional': {
        const [left, right] = conditions(node, depth);
        return left && right && { kind: 'iff', left, right, span };
      }
      case 'AtLeast': {
        const operands = conditions(node, depth);
        const count = node.getChild('Count');
        if (hasError(node) || !count || hasError(count)) return undefined;
        const value = read.count(spanOf(count), countOperands(node));
        return value === undefined ? undefined : { kind: 'atLeast', count: value, operands, span };
      }
      default:
        return undefined;
    }
  }

  function conditions(node: SyntaxNode, depth: number): Expression[] {
    const found: Expression[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (!isCondition(child)) continue;
      const expression = build(child, depth + 1);
      if (expression) found.push(expression);
    }
    return found;
  }

  const expression = conditions(root, 0)[0];
  reportForeign(root);

  function reportForeign(top: SyntaxNode): void {
    const cursor = top.cursor();
    do {
      const span = { start: cursor.from, end: cursor.to };
      const sign = text.slice(cursor.from, cursor.to);
      if (cursor.name === 'ForeignSpace') {
        error(span, 'DET301', `a special space (${codePoint(sign)}) stands here`, {
          help: 'write an ordinary space',
        });
      } else if (cursor.name === 'Word') {
        reportCharacter(span, sign);
      } else if (cursor.name.startsWith('Foreign') && !cursor.node.parent?.type.isError) {
        const what = `"${sign}" is not used in expressions`;
        error(span, 'DET306', what, { help: instead(sign, cursor.node) });
      }
    } while (cursor.next());
  }

  /** A word of the grammar is wider than a name: the first character that no name has. */
  function reportCharacter(span: Span, found: string): void {
    const wrong = /[^\p{L}\p{M}\p{N}_]/u.exec(found);
    if (!wrong || span.start >= errorAt) return;
    const [character] = wrong;
    const isSeen = !/[\p{C}\p{Z}]/u.test(character);
    const start = span.start + wrong.index;
    error(
      { start, end: start + character.length },
      'DET301',
      isSeen
        ? `"${character}" (${codePoint(character)}) cannot stand in a name`
        : `an invisible character (${codePoint(character)}) stands in a name`,
      { help: isSeen ? 'use letters, digits and "_" only' : 'remove it' },
    );
  }

  function instead(sign: string, node: SyntaxNode): string {
    const comparison = foreignComparisons[sign];
    const parent = node.parent;
    const part = (child: SyntaxNode | null | undefined) =>
      child && !hasError(child) ? text.slice(child.from, child.to) : '…';
    if (comparison !== undefined) {
      const [left, right] = [parent?.firstChild, parent?.lastChild];
      if (sign !== '=>' || (left && right && read.hasLevel(left, right))) {
        return `write "${comparison}"`;
      }
      return `write ">=" for "at least", or "if ${part(left)} then ${part(right)}"`;
    }
    const write = foreignSigns[sign] ?? sign;
    if (!write.startsWith('if ')) return `write "${write}"`;
    const whole = `if ${part(parent?.firstChild)} then ${part(parent?.lastChild)}`;
    return `write "${whole.length <= 60 ? whole : write}"`;
  }

  if (errorAt !== Number.POSITIVE_INFINITY && !isTooDeep) {
    const syntax = syntaxProblem(text, errorAt, names);
    // `NOT crimea`: one word is one problem, not also an unknown name.
    const others = problems.filter(({ span }) => span.start !== syntax.span.start);
    problems.splice(0, problems.length, ...others, syntax);
  }
  problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  return { expression: hasErrors ? undefined : expression, problems };

  function isArrow(node: SyntaxNode): boolean {
    const sign = node.getChild('ForeignComparison');
    return sign !== null && text.slice(sign.from, sign.to) === '=>';
  }

  function operatorOf(node: SyntaxNode): ComparisonOperator | undefined {
    const own = node.getChild('ComparisonOperator');
    if (own) return text.slice(own.from, own.to) as ComparisonOperator;
    const foreign = node.getChild('ForeignComparison');
    return foreign ? foreignComparisons[text.slice(foreign.from, foreign.to)] : undefined;
  }
}

type More = { readonly details?: readonly string[]; readonly help?: string };

function tooDeep(span: Span): ExpressionProblem {
  return {
    code: 'DET301',
    severity: 'error',
    span,
    what: `conditions are nested more than ${deepest} deep`,
    help: 'give parts of it a name under "terms"',
  };
}

function exampleFor(issue: { readonly id: string; readonly levels: readonly string[] }) {
  const level = issue.levels[1] ?? issue.levels[0];
  return level === undefined ? undefined : `${issue.id} = ${level}`;
}

const kindsOfCondition: ReadonlySet<string> = new Set([
  'Name',
  'Comparison',
  'Membership',
  'AtLeast',
  'Group',
  'Negation',
  'Conjunction',
  'Disjunction',
  'Conditional',
  'Biconditional',
]);

function isCondition(node: SyntaxNode): boolean {
  return kindsOfCondition.has(node.name);
}

/** Whether something is wrong in the node itself or in one of its words. */
function hasError(node: SyntaxNode): boolean {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.type.isError) return true;
    if ((child.name === 'Subject' || child.name === 'LevelName') && hasError(child)) return true;
  }
  return false;
}

function spanOf(node: SyntaxNode): Span {
  return { start: node.from, end: node.to };
}

function firstWord(node: SyntaxNode): SyntaxNode | undefined {
  return node.getChild('Word') ?? undefined;
}

function wordIn(node: SyntaxNode, name: string): SyntaxNode | undefined {
  const child = node.getChild(name);
  return child ? firstWord(child) : undefined;
}

function countOperands(node: SyntaxNode): number {
  let count = 0;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (isCondition(child)) count += 1;
  }
  return count;
}
