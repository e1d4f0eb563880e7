import { CST, Lexer, Parser } from 'yaml';
import type { Span } from '../../core/diagnostic.js';
import type { Place, Problems } from './problems.js';

/** Longest file read, in characters. A case with a thousand statements has about half a million. */
const longestFile = 5_000_000;
/** Deepest nesting read. The format itself needs about ten. */
const deepestNesting = 40;
/** Most words, keys, marks and line ends read; it bounds time and memory on hostile files. */
const mostTokens = 1_500_000;

/** A sign of YAML that a case file cannot use. */
export type Mark = { readonly range: Span; readonly what: string; readonly help: string };

/**
 * Cuts a text into tokens and refuses what no case can be: too long, nested too deep, with lines or
 * characters that programs disagree about.
 *
 * Runs the parser token by token, so that it stops before the nesting gets out of hand: what is
 * built from the tokens recurses as deep as they nest.
 *
 * @returns undefined, with a message, when nothing can be read.
 */
export function scanText(
  text: string,
  problems: Problems,
): { readonly tokens: readonly CST.Token[]; readonly marks: readonly Mark[] } | undefined {
  if (text.length > longestFile) {
    const what = `the file has ${grouped(text.length)} characters; at most ${grouped(longestFile)} are read`;
    problems.add('DET107', placeAt(0), what, {
      help: 'keep the full texts of sources in files of their own',
    });
    return undefined;
  }
  if (!checkCharacters(text, problems)) return undefined;
  const tokens: CST.Token[] = [];
  const marks: Mark[] = [];
  const parser = new Parser();
  let isScalarNext = false;
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const start = parser.offset;
    const type: string | null = isScalarNext ? 'scalar' : CST.tokenType(lexeme);
    isScalarNext = !isScalarNext && type === 'scalar';
    const range = { start, end: Math.min(start + lexeme.length, text.length) };
    const mark = describeMark(type, lexeme);
    if (mark) marks.push({ range, ...mark });
    for (const token of parser.next(lexeme)) tokens.push(token);
    count += 1;
    if (parser.stack.length > deepestNesting) {
      const what = `lists and blocks are nested more than ${deepestNesting} deep here`;
      problems.add('DET107', placeAt(start), what, {
        help: 'no part of a case needs this: check the brackets and the indentation',
      });
      return undefined;
    }
    if (count > mostTokens) {
      const what = `the file has more than ${grouped(mostTokens)} words, signs and lines`;
      problems.add('DET107', placeAt(start), what, { help: 'split or shorten the file' });
      return undefined;
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, marks };
}

/**
 * Everything that YAML counts as unprintable, line ends that not every program takes for one, and
 * what reorders text.
 */
const unreadable =
  /\r(?!\n)|[^\P{Cc}\t\n\r\u0085]|\p{Cs}|[\ufffe\uffff]|[\u202a-\u202e\u2066-\u2069]/u;

/**
 * Embeddings, overrides and isolates: with them a line can show other words, or in another order,
 * than it has (Boucher and Anderson 2021, "Trojan Source"). Scripts from right to left do without;
 * the marks U+200E, U+200F and U+061C and the joiners U+200C and U+200D, which some of them need,
 * move nothing but the signs beside them and are no part of this.
 */
const reordering = /[\u202a-\u202e\u2066-\u2069]/u;

/** The first character that reorders text; undefined when there is none. */
export function reorderingCharacter(
  text: string,
): { readonly at: number; readonly what: string; readonly help: string } | undefined {
  const found = reordering.exec(text);
  return found
    ? {
        at: found.index,
        what: `an invisible character that can reorder the text (U+${codeOf(found[0])}) stands here`,
        help: 'delete it; text from right to left is shown in its own order without it',
      }
    : undefined;
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

function checkCharacters(text: string, problems: Problems): boolean {
  const found = unreadable.exec(text);
  if (!found) return true;
  const reorders = reorderingCharacter(found[0]);
  const range = { start: found.index, end: found.index + 1 };
  if (found[0] === '\r') {
    problems.add('DET101', { path: [], range }, 'this line ends with a carriage return alone', {
      help: 'save the file with line ends of the usual kind (LF or CRLF)',
    });
  } else if (reorders) {
    const { what, help } = reorders;
    problems.add('DET101', { path: [], range }, what, { help });
  } else {
    const what = `an invisible character (U+${codeOf(found[0])}) stands here`;
    problems.add('DET101', { path: [], range }, what, {
      help: 'remove it; if the file is full of them, save it as UTF-8',
    });
  }
  return false;
}

function describeMark(
  type: string | null,
  lexeme: string,
): { readonly what: string; readonly help: string } | undefined {
  const quote = `put quotes around a text that begins with "${lexeme[0]}"`;
  switch (type) {
    case 'anchor':
    case 'alias':
      return {
        what: `"${lexeme}" is ${type === 'anchor' ? 'an anchor' : 'an alias'} of YAML, which case files do not use`,
        help: `write the value out where it is needed, or ${quote}`,
      };
    case 'tag':
      return {
        what: `"${lexeme}" is a tag of YAML, which case files do not use`,
        help: `write "not" for "!" in a condition, or ${quote}`,
      };
    case 'directive-line':
      return {
        what: 'a line that begins with "%" instructs the YAML reader; case files do not use it',
        help: 'remove the line',
      };
    default:
      return undefined;
  }
}

function placeAt(offset: number): Place {
  return { path: [], range: { start: offset, end: offset } };
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
