import type { Tree } from '@lezer/common';
import type { Span } from '../../core/diagnostic.js';
import type { ExpressionProblem, NameTable } from './expression-problem.js';
import {
  foreignSigns,
  reservedWords,
  wideSigns,
  wordsBefore,
  wordsBetween,
} from './foreign-sign.js';
import { parser } from './grammar.generated.js';

const strictParser = parser.configure({ strict: true });

/** The tree of a text that the grammar takes, else the offset of the first token it cannot take. */
export function strictParse(text: string): Tree | number {
  try {
    return strictParser.parse(text);
  } catch (error) {
    // The parser's only report of a place is its message, "No parse at 12".
    const at = error instanceof SyntaxError ? /at (\d+)$/.exec(error.message)?.[1] : undefined;
    return at === undefined ? 0 : Number(at);
  }
}

/** Something that can stand for each class of token. */
const samples = {
  name: 'x',
  number: '1.5',
  not: 'not',
  if: 'if',
  '(': '(',
  '=': '=',
  in: 'in',
  and: 'and',
  or: 'or',
  then: 'then',
  iff: 'iff',
  least: 'least',
  of: 'of',
  '[': '[',
  ',': ',',
  ')': ')',
  ']': ']',
} as const;

type TokenClass = keyof typeof samples | 'end';

/**
 * The classes of tokens that may follow `before`, found by trying each: a sample is accepted when
 * the parser gets past it.
 */
function acceptedAfter(before: string): ReadonlySet<TokenClass> {
  const accepted = new Set<TokenClass>();
  const start = before.length + 1;
  for (const [kind, sample] of Object.entries(samples)) {
    const stop = strictParse(`${before} ${sample}`);
    if (typeof stop !== 'number' || stop > start) accepted.add(kind as TokenClass);
  }
  if (typeof strictParse(before) !== 'number') accepted.add('end');
  return accepted;
}

const word = /\d+\.\d+|[\p{L}\p{M}\p{N}_]+/uy;
const sign = /[=<>!&|~:/]+|-+>|-?\d+/uy;

function tokenAt(text: string, at: number): string {
  for (const pattern of [word, sign]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found) return found;
  }
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** The first place where the text leaves the grammar, what stands there and what could. */
export function syntaxProblem(text: string, at: number, names: NameTable): ExpressionProblem {
  const found = tokenAt(text, at);
  const before = text.slice(0, at).trimEnd();
  const start = found === '' ? text.trimEnd().length : at;
  const span = { start, end: start + found.length };
  const last = /[\p{L}\p{M}\p{N}_]+$/u.exec(before)?.[0] ?? '';
  const accepted = acceptedAfter(before);

  const place = { text, at, found, before, last, accepted, names };
  const other = otherLanguage(place);
  if (other) {
    return {
      code: 'DET306',
      severity: 'error',
      span: other.span,
      what: `"${other.sign}" is not used in expressions`,
      help: `write "${other.write}"`,
    };
  }

  const subject = subjectOf(before, names);
  const list = expectedWords(accepted, before, subject?.id);
  const help = hint(place);
  const levels = subject && isPlaceOfLevel(accepted, before) ? subject.levels : undefined;
  return {
    code: 'DET301',
    severity: 'error',
    span,
    what: `expected ${list}, found ${describe(found)}`,
    ...(levels ? { details: [`levels of "${subject?.id}": ${levels.join(', ')}`] } : {}),
    ...(help ? { help } : {}),
  };
}

type Foreign = { readonly sign: string; readonly span: Span; readonly write: string };

/** The sign or word of another language that caused the error, and what to write for it. */
function otherLanguage(place: Place): Foreign | undefined {
  const { found, at, before, last, accepted, names } = place;
  const here = { start: at, end: at + found.length };
  if (Object.hasOwn(wideSigns, found)) {
    return { sign: found, span: here, write: `${wideSigns[found]}` };
  }
  if (foreignSigns[found]?.startsWith('if ') && accepted.has('then')) {
    return { sign: found, span: here, write: 'then' };
  }
  // `If a then b`, `no crimea`: the word before was taken for a name.
  const wrote =
    accepted.has('=') && !isName(last, names) ? inPlaceOf(last, wordsBefore) : undefined;
  if (wrote !== undefined) {
    const span = { start: before.length - last.length, end: before.length };
    return { sign: last, span, write: wrote };
  }
  const write = accepted.has('and') ? inPlaceOf(found, wordsBetween) : inPlaceOf(found, {});
  return write === undefined ? undefined : { sign: found, span: here, write };
}

function inPlaceOf(found: string, words: Readonly<Record<string, string>>): string | undefined {
  const lower = found.toLowerCase();
  if (found !== lower && reservedWords.includes(lower)) return lower;
  return Object.hasOwn(words, lower) ? words[lower] : undefined;
}

function isName(id: string, names: NameTable): boolean {
  return (
    names.issues.some((issue) => issue.id === id) ||
    names.terms.includes(id) ||
    names.outcomes.includes(id)
  );
}

/** Only a word fits, not a condition: a level, the issue of a comparison never stands so alone. */
function isPlaceOfLevel(accepted: ReadonlySet<TokenClass>, before: string): boolean {
  return accepted.has('name') && !accepted.has('(') && !/\bleast$/u.test(before);
}

function subjectOf(before: string, names: NameTable) {
  const match =
    /([\p{L}\p{M}\p{N}_]+)\s*[=<>!]+$/u.exec(before) ??
    /([\p{L}\p{M}\p{N}_]+)\s+in\s*\[[^\]]*$/u.exec(before);
  return match ? names.issues.find((issue) => issue.id === match[1]) : undefined;
}

function expectedWords(
  accepted: ReadonlySet<TokenClass>,
  before: string,
  subject: string | undefined,
): string {
  const words: string[] = [];
  if (accepted.has('name')) {
    if (accepted.has('(')) words.push('a condition');
    else if (isPlaceOfLevel(accepted, before)) {
      words.push(subject === undefined ? 'a level' : `a level of "${subject}"`);
    } else words.push('a whole number');
  } else if (accepted.has('(')) words.push('"("');
  if (accepted.has('=')) words.push('a sign such as "="');
  for (const kind of ['in', 'and', 'or', 'then', 'iff', 'least', 'of'] as const) {
    if (accepted.has(kind)) words.push(`"${kind}"`);
  }
  for (const kind of ['[', ',', ')', ']'] as const) {
    if (accepted.has(kind)) words.push(`"${kind}"`);
  }
  if (accepted.has('end')) words.push('the end');
  const final = words.pop();
  return words.length === 0 ? `${final}` : `${words.join(', ')} or ${final}`;
}

const quotationMark = /^["'`“”„‟‘’‚‛«»‹›]$/u;

function describe(found: string): string {
  if (found === '') return 'the end';
  if (quotationMark.test(found)) return 'a quotation mark';
  const point = found.codePointAt(0) ?? 0;
  const isOneSign = [...found].length === 1 && point > 0x7e && !isWord(found);
  return isOneSign ? `"${found}" (${codePoint(found)})` : `"${found}"`;
}

function isWord(found: string): boolean {
  return /^[\p{L}\p{M}\p{N}_]+$/u.test(found);
}

/** `U+00A0` */
export function codePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${hex.padStart(4, '0')}`;
}

type Place = {
  readonly text: string;
  readonly at: number;
  readonly found: string;
  readonly before: string;
  readonly last: string;
  readonly accepted: ReadonlySet<TokenClass>;
  readonly names: NameTable;
};

/** What to do about it, for the mistakes that people make. */
function hint(place: Place): string | undefined {
  const { found, before, last, accepted, names } = place;
  const isFreeWord = isWord(found) && !reservedWords.includes(found);
  if (quotationMark.test(found)) return 'write names without quotation marks';
  if (found === 'iff' || found === 'if') return hintOnConditionals(place);
  if (found === '' && accepted.has('name')) {
    return accepted.has('(') ? `complete what stands after "${lastToken(before)}"` : undefined;
  }
  if (found === '(' && accepted.has('[')) return 'write square brackets: "in [a, b]"';
  if (accepted.has('(') && !accepted.has('name')) return 'write round brackets: "of (a, b, c)"';
  if (accepted.has('of')) return 'write "of" after the number';
  if (isPlaceOfLevel(accepted, before)) {
    const subject = subjectOf(before, names)?.id ?? 'issue';
    if (found === '(') return `to allow several levels, write "${subject} in [a, b]"`;
    if (found === 'not') return 'write "!=", or put "not" before the comparison';
  }
  if (accepted.has('name') && ['at', 'in', 'least', 'of'].includes(found)) {
    return `"${found}" is a word of the language and cannot be a name`;
  }
  if (last === 'at' && accepted.has('least')) return hintOnAtMost(place);
  if (found === ')' && accepted.has('end')) return 'remove it: no bracket is open here';
  if (found === ',' && accepted.has('then')) return 'remove the comma';
  if (found === ',' && accepted.has('and')) return 'join conditions with "and" or "or"';
  if (/^[=<>!]+$/u.test(found)) return hintOnComparison(place);
  if (found === '' && accepted.has('then')) return 'say what follows: "then …"';
  if (found === '' && accepted.has(')')) return 'close the bracket with ")"';
  if (found === '' && accepted.has(']')) return 'close the list with "]"';
  if (found === 'not' && accepted.has('in')) return `write "not" before "${last}"`;
  if (isFreeWord && accepted.has('=')) return hintOnName(place);
  if (isFreeWord && accepted.has('and')) return 'join conditions with "and" or "or"';
  if (/^[^\p{L}\p{M}\p{N}\s()[\],]|^\d+\./u.test(found)) return hintOnCharacter(place);
  return undefined;
}

/** `full-year` and `us.aid` are not names. */
function hintOnCharacter({ text, at, found, last, names }: Place): string {
  const next = /^[\p{L}\p{M}\p{N}_]+/u.exec(text.slice(at + found.length))?.[0];
  const joined = `${last}_${next}`;
  const known = [
    ...names.issues.flatMap((issue) => [issue.id, ...issue.levels]),
    ...names.terms,
    ...names.outcomes,
  ];
  if (known.includes(joined)) return `write "${joined}"`;
  return 'names have letters, digits and "_" only';
}

function lastToken(before: string): string {
  return /(?:[\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_\s]+)$/u.exec(before)?.[0].slice(-12) ?? '';
}

function hintOnConditionals({ found, before, accepted }: Place): string {
  if (found === 'if') return 'put brackets around "if … then …"';
  const isInIf = /\b(?:if|then)\b/u.test(before);
  if (isInIf || accepted.has('then')) {
    return '"if" and "iff" do not mix: put brackets around one of them';
  }
  return '"iff" does not chain: put brackets around one of them';
}

function hintOnAtMost({ text, at, found }: Place): string | undefined {
  if (found !== 'most') return undefined;
  const count = /^\s*(\d{1,6})/u.exec(text.slice(at + found.length))?.[1];
  if (count === undefined) return 'write "not at least …"';
  return `for "at most ${count} of" write "not at least ${Number(count) + 1} of"`;
}

function hintOnComparison({ found, before, accepted }: Place): string | undefined {
  if (before.endsWith(')')) {
    return found === '=' || found === '=='
      ? 'for "both or neither" write "iff"'
      : 'compare an issue with one of its levels';
  }
  if (accepted.has('and')) return 'write one comparison at a time and join them with "and"';
  return undefined;
}

function hintOnName({ found, last, names }: Place): string {
  const issue = names.issues.find(({ id }) => id === last);
  if (issue?.levels.includes(found)) return `write "${last} = ${found}"`;
  return `write a sign between "${last}" and "${found}": "=", "and" or "or"`;
}
