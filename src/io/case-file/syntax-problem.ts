import type { YAMLError } from 'yaml';
import type { Span } from '../../core/diagnostic.js';
import type { Remarks } from './problems.js';

/** A flaw of the text in the writer's words. */
export type SyntaxProblem = Remarks & {
  readonly code: string;
  readonly range: Span;
  readonly what: string;
  /** Where the broken text begins; undefined when only an earlier error makes this one. */
  readonly begins: number | undefined;
};

/** The place of an error: its line, what stands before it on the line, and the text it covers. */
type Site = {
  readonly text: string;
  readonly start: number;
  readonly line: string;
  readonly before: string;
  readonly slice: string;
  readonly message: string;
};

type Words = {
  readonly what: string;
  readonly help: string;
  readonly code?: string;
  /** Where to point instead of the place where the parser noticed. */
  readonly at?: number;
  readonly begins?: number | undefined;
};

/** How much of a line is looked at on each side of the place. */
const longestLine = 500;

const misaligned: Words = {
  what: 'this line is indented differently from the lines it belongs to',
  help: 'start the lines of one list, and the keys of one block, in the same column',
};

/**
 * Says in plain words what the YAML parser found, and how to repair it.
 *
 * The parser's own code and message tell what it met; the text around the place tells what the
 * writer most likely meant.
 */
export function describeSyntaxError(text: string, error: YAMLError): SyntaxProblem {
  const start = Math.min(error.pos[0], text.length);
  const end = Math.max(start, Math.min(error.pos[1], text.length));
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - longestLine);
  const newline = text.indexOf('\n', start);
  const lineEnd = Math.min(newline < 0 ? text.length : newline, start + longestLine);
  const site: Site = {
    text,
    start,
    line: text.slice(lineStart, lineEnd).trimEnd(),
    before: text.slice(lineStart, start),
    slice: text.slice(start, end),
    message: error.message,
  };
  const words = describeByContext(site) ?? describeByCode(error, site);
  const { code = 'DET101', what, help, at } = words;
  const begins = 'begins' in words ? words.begins : (at ?? start);
  const range = at === undefined ? { start, end } : { start: at, end: at + 1 };
  return { code, range, begins, what, help };
}

/** What the text around the place gives away, whatever the parser called it. */
function describeByContext({ text, start, line, before, slice }: Site): Words | undefined {
  const isInBrackets = /[[{,]\s*$/.test(before);
  if (text[start] === '[' && /(^|[\s(,[{])in\s+$/.test(before)) {
    return {
      code: 'DET108',
      what: 'a condition with brackets stands inside a list or braces without quotes',
      help: `put quotes around the whole condition: "${conditionAround(line, before)}"`,
    };
  }
  if (
    /[[{,][^"'[\]{}]*: [^,"'[\]{}]*$/.test(before) &&
    /^[^,"'[\]{}]*: /.test(line.slice(before.length))
  ) {
    return colonInText(/^[^,[\]{}]*/.exec(line.slice(before.length))?.[0] ?? '');
  }
  if (isInBrackets && slice.startsWith('-')) {
    return {
      what: 'a dash cannot begin an item inside [ ] or { }',
      help: 'remove the dash: the commas separate the items',
    };
  }
  if (/[>|]\s*$/.test(before) && /^\s*(- |\S+: )/.test(before)) {
    return {
      what: `a text cannot begin with "${before.trimEnd().at(-1)}" unless it is quoted`,
      help: 'put quotes around the whole text',
    };
  }
  return undefined;
}

function describeByCode(error: YAMLError, site: Site): Words {
  const { text, start } = site;
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return {
        code: 'DET102',
        what: 'this line is indented with a tab',
        help: 'use spaces, two for each step in',
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return describeKeyError(site);
    case 'BAD_INDENT':
      return error.message.startsWith('Flow') ? unclosed(site) : misaligned;
    case 'MISSING_CHAR':
      return describeMissing(site);
    case 'BAD_SCALAR_START':
      return {
        what: `a text cannot begin with "${text[start] ?? ''}" unless it is quoted`,
        help: 'put quotes around the whole text',
      };
    case 'BAD_DQ_ESCAPE':
      return {
        what: `"${text.slice(start, start + 2)}" means nothing inside double quotes`,
        help: 'write \\\\ for a backslash, or use single quotes',
      };
    case 'UNEXPECTED_TOKEN':
      return describeUnexpected(site);
    case 'KEY_OVER_1024_CHARS':
      return { what: 'a key is longer than 1,024 characters', help: 'shorten the key' };
    default:
      return {
        what: 'this cannot be read as YAML',
        help: 'put quotes around the text if it contains signs such as : # [ ] { } , & * !',
      };
  }
}

function describeMissing(site: Site): Words {
  const { message, text, start } = site;
  if (message.includes('quote')) {
    return {
      what: 'this quoted text is not closed before the file ends or the next key begins',
      help: "add the missing quote; inside double quotes a quote is written \\\", inside single quotes ''",
      at: openingQuote(text, start, message.includes('"') ? '"' : "'"),
    };
  }
  if (message.startsWith('Flow')) return unclosed(site);
  if (message.startsWith('Missing ,')) {
    return { what: 'a comma is missing before this', help: 'put a comma between two items' };
  }
  return {
    what: 'this line has no colon, so it is neither a key nor part of the line above',
    help: 'write `key: value`; to continue the text above, indent this line further than its key',
  };
}

function describeKeyError({ line, before, slice }: Site): Words {
  if (slice.startsWith('-') || /^\s/.test(slice)) return misaligned;
  if (/^[^\s:]+:[^\s:]/.test(slice)) {
    return { what: 'a space is missing after the colon', help: 'write `key: value`' };
  }
  const rest = line.slice(before.length);
  if (/:(\s|$)/.test(rest) && /:\s/.test(before)) {
    return colonInText(rest);
  }
  const lone = /^\s*([\p{L}\p{M}\p{N}_-]+)$/u.exec(line);
  if (lone) {
    return { what: `a colon is missing after "${lone[1]}"`, help: `write \`${lone[1]}:\`` };
  }
  return {
    what: 'the next line is indented further than this one, so it is read as part of this text',
    help: 'start the keys of one block in the same column, or quote the text',
  };
}

function colonInText(text: string): Words {
  return {
    what: 'a text with a colon and a space in it must be quoted',
    help: `put quotes around the text after the first colon: ${inQuotes(text.trim())}`,
  };
}

function unclosed({ text, start, message }: Site): Words {
  const isList = message.includes('sequence');
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const opening = openingBracket(text, start, open, close);
  const hasComment = / #/.test(text.slice(opening ?? start, start));
  return {
    what: `a ${isList ? 'list' : 'block'} that begins with "${open}" is not closed before this`,
    help: hasComment
      ? `" #" begins a comment: put quotes around a text with it, or add the missing "${close}"`
      : `add the missing "${close}", and indent every line inside further than its key`,
    begins: opening,
  };
}

/** The last quote before the place that is not escaped: any later one would have closed it. */
function openingQuote(text: string, before: number, quote: string): number {
  for (let at = text.lastIndexOf(quote, before - 1); at >= 0; ) {
    if (text[at - 1] !== '\\') return at;
    at = at === 0 ? -1 : text.lastIndexOf(quote, at - 1);
  }
  return before;
}

/** How far back an opening bracket is looked for, in characters. */
const longestReach = 100_000;

function openingBracket(
  text: string,
  before: number,
  open: string,
  close: string,
): number | undefined {
  const farthest = Math.max(0, before - longestReach);
  let depth = 0;
  for (let lineEnd = before; lineEnd > farthest; ) {
    const lineStart = text.lastIndexOf('\n', lineEnd - 1) + 1;
    const comment = text.slice(lineStart, lineEnd).search(/(^|\s)#/);
    const last = comment < 0 ? lineEnd : lineStart + comment;
    for (let at = last - 1; at >= lineStart; at -= 1) {
      if (text[at] === close) depth += 1;
      else if (text[at] === open && depth === 0) return at;
      else if (text[at] === open) depth -= 1;
    }
    lineEnd = lineStart - 1;
  }
  return undefined;
}

function describeUnexpected({ text, start, message }: Site): Words {
  const found = text[start] ?? '';
  if (found === ']' || found === '}') {
    return {
      what: `there is a "${found}" too many`,
      help: `remove it, or add the missing "${found === ']' ? '[' : '{'}"`,
    };
  }
  if (found === ',')
    return { what: 'there is nothing between two commas', help: 'remove one comma' };
  if (message.includes('block-seq-ind')) {
    return {
      what: 'a list cannot start on the line of its key',
      help: 'start each item on a line of its own with "- ", or write [a, b]',
    };
  }
  if (!message.includes('at node end')) {
    return {
      what: 'this is out of place here',
      help: 'check the lines above for a missing quote or bracket',
    };
  }
  return {
    what: 'there is text after the end of a quoted text, list or block',
    help: "if all of it is one text, put quotes around the whole; a quote inside is written \\\" or ''",
  };
}

/** The text as it can stand in the file. */
function inQuotes(text: string): string {
  return text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
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
