import type { YAMLError } from 'yaml';
import type { Span } from '../../core/diagnostic.js';
import type { Remarks } from './problems.js';

/** A flaw of the text in the writer's words. */
export type SyntaxProblem = Remarks & {
  readonly code: string;
  readonly range: Span;
  readonly what: string;
};

/**
 * Says in plain words what the YAML parser found, and how to repair it.
 *
 * The parser's own code and message tell what it met; the text around the place tells what the
 * writer most likely meant.
 */
export function describeSyntaxError(text: string, error: YAMLError): SyntaxProblem {
  const [start, end] = error.pos;
  const range = { start, end: Math.max(start, Math.min(end, text.length)) };
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', start);
  const before = text.slice(lineStart, start);
  const line = text.slice(lineStart, newline < 0 ? text.length : newline).trimEnd();
  const problem = (what: string, help?: string, code = 'DET101'): SyntaxProblem =>
    help === undefined ? { code, range, what } : { code, range, what, help };

  if (error.code === 'TAB_AS_INDENT') {
    return problem(
      'this line is indented with a tab',
      'use spaces, two for each step in',
      'DET102',
    );
  }
  if (text[start] === '[' && /(^|[\s(,[{])in\s+$/.test(before)) {
    return problem(
      'a condition with brackets stands inside a list or braces without quotes',
      `put quotes around the whole condition: "${conditionAround(line, before)}"`,
      'DET108',
    );
  }
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return describeKeyError(text, range, line, before, problem);
    case 'BAD_INDENT':
      if (error.message.startsWith('Flow')) return problem(...unclosed(error.message));
      return problem(
        'this line is indented differently from the lines it belongs to',
        'start the lines of one list, and the keys of one block, in the same column',
      );
    case 'MISSING_CHAR':
      if (error.message.includes('quote')) {
        return problem(
          'a quoted text is not closed before the file ends or the next line begins',
          "add the missing quote; a quote inside a quoted text is written '' in '…' and \\\" in \"…\"",
        );
      }
      if (error.message.startsWith('Flow')) return problem(...unclosed(error.message));
      if (error.message.startsWith('Missing ,')) {
        return problem('a comma is missing before this', 'put a comma between two items');
      }
      return problem(
        'this line has no colon, so it is neither a key nor part of the line above',
        'write `key: value`; to continue the text of the line above, indent this line further than its key',
      );
    case 'BAD_SCALAR_START':
      return problem(
        `a text cannot begin with "${text[start] ?? ''}" unless it is quoted`,
        'put quotes around the whole text',
      );
    case 'BAD_DQ_ESCAPE':
      return problem(
        `"${text.slice(start, start + 2)}" means nothing inside double quotes`,
        'write \\\\ for a backslash, or use single quotes',
      );
    case 'UNEXPECTED_TOKEN':
      return describeUnexpected(text, start, error.message, problem);
    case 'KEY_OVER_1024_CHARS':
      return problem('a key is longer than 1,024 characters', 'shorten the key');
    default:
      return problem('this cannot be read as YAML', undefined);
  }
}

type Make = (what: string, help?: string) => SyntaxProblem;

function describeKeyError(
  text: string,
  range: Span,
  line: string,
  before: string,
  problem: Make,
): SyntaxProblem {
  const slice = text.slice(range.start, range.end);
  if (slice.startsWith('-') || /^\s/.test(slice)) {
    return problem(
      'this line is indented differently from the lines it belongs to',
      'start the lines of one list, and the keys of one block, in the same column',
    );
  }
  const glued = /^[^\s:]+:[^\s:]/.exec(slice);
  if (glued) {
    return problem('a space is missing after the colon', 'write `key: value`');
  }
  const rest = line.slice(before.length);
  if (/:(\s|$)/.test(rest) && /:\s/.test(before)) {
    return problem(
      'a text with a colon and a space in it must be quoted',
      `put quotes around the text after the first colon: "${rest}"`,
    );
  }
  return problem(
    'the next line is indented further than this one, so it is read as part of this text',
    'start the keys of one block in the same column, or quote the text',
  );
}

function unclosed(message: string): [what: string, help: string] {
  const isList = message.includes('sequence');
  return isList
    ? [
        'a list that begins with "[" is not closed',
        'add the missing "]", and indent every line of the list further than its key',
      ]
    : [
        'a block that begins with "{" is not closed',
        'add the missing "}", and indent every line of the block further than its key',
      ];
}

function describeUnexpected(
  text: string,
  start: number,
  message: string,
  problem: Make,
): SyntaxProblem {
  const found = text[start] ?? '';
  if (found === ']' || found === '}') {
    return problem(
      `there is a "${found}" too many`,
      `remove it, or add the missing "${found === ']' ? '[' : '{'}"`,
    );
  }
  if (found === ',') return problem('there is nothing between two commas', 'remove one comma');
  if (message.includes('block-seq-ind')) {
    return problem(
      'a list cannot start on the line of its key',
      'start each item on a line of its own with "- ", or write [a, b]',
    );
  }
  if (message.includes('at node end')) {
    return problem(
      'there is text after the end of a quoted text, list or block',
      'if all of it is one text, put quotes around the whole',
    );
  }
  return problem(
    'this is out of place here',
    'check the lines above for a missing quote or bracket',
  );
}

/** The condition that stands around `… in [`, from the comma, bracket or colon before it. */
function conditionAround(line: string, before: string): string {
  const from = Math.max(
    before.lastIndexOf(','),
    before.lastIndexOf('['),
    before.lastIndexOf('{'),
    before.lastIndexOf(': '),
  );
  const close = line.indexOf(']', before.length);
  return line.slice(from + 1, close < 0 ? line.length : close + 1).trim();
}
