import { Composer, CST, type Document, Lexer, Parser, type YAMLError } from 'yaml';
import type { Span } from '../../core/diagnostic.js';
import { type BareWord, buildTree } from './build-tree.js';
import type { Place, Problems } from './problems.js';
import { describeSyntaxError } from './syntax-problem.js';
import { findUnquotedConditions } from './unquoted-condition.js';
import type { MapNode } from './yaml-tree.js';

/** Longest file read, in characters. A case with a thousand statements has about half a million. */
export const longestFile = 5_000_000;
/** Deepest nesting read. The format itself needs about ten. */
export const deepestNesting = 40;
/** Most words, keys and marks read; it bounds time and memory on hostile files. */
const mostTokens = 1_500_000;

export type ParsedText = {
  /** Undefined when there is nothing to go on with. */
  readonly root: MapNode | undefined;
  readonly bareWords: readonly BareWord[];
  readonly sealed: Span | undefined;
  /** Where broken text begins: what the tree says there is unreliable. */
  readonly broken: readonly number[];
  /** Ranges whose content is already reported as a whole. */
  readonly covered: readonly Span[];
};

const nothing: ParsedText = {
  root: undefined,
  bareWords: [],
  sealed: undefined,
  broken: [],
  covered: [],
};

/**
 * Reads the text of a case file as YAML 1.2 without anchors, aliases, merge keys, tags or
 * directives, and reports everything that is wrong with the text as such.
 *
 * Never throws. Text beyond the limits is refused before it is nested into a tree.
 */
export function parseYaml(text: string, problems: Problems): ParsedText {
  if (text.length > longestFile) {
    problems.add(
      'DET107',
      whole(0),
      `the file has ${text.length} characters; at most ${longestFile} are read`,
      {
        help: 'keep the texts of sources in files of their own',
      },
    );
    return nothing;
  }
  const scanned = scanTokens(text, problems);
  if (!scanned) return nothing;
  const documents = compose(text, scanned.tokens);
  const [document] = documents;
  const contents = document?.contents;
  const later = laterSpan(document);
  for (const { offset, end, what } of scanned.marks) {
    if (later && offset >= later.start && offset < later.end) continue;
    problems.add('DET105', { path: [], range: { start: offset, end } }, what, {
      help: 'write the value out; each line of a case is to be readable on its own',
    });
  }
  const broken = reportSyntax(text, documents, problems);
  if (!contents || (contents as { value?: unknown }).value === null) {
    if (broken.length === 0) {
      problems.add('DET106', whole(0), 'the file is empty', {
        help: 'start with `detente: 1`, or run `detente new`',
      });
    }
    return nothing;
  }
  const tree = buildTree(text, contents, problems);
  if (tree.root.kind !== 'map') {
    if (broken.length === 0) {
      const found = tree.root.kind === 'list' ? 'a list' : 'a single text';
      problems.add(
        'DET106',
        { path: [], range: { start: tree.root.span.start, end: tree.root.span.start } },
        `the file is ${found}; a case is a block of \`key: value\` lines`,
        {
          help: 'start with `detente: 1`, then `title:`, `parties:` and `issues:`',
        },
      );
    }
    return nothing;
  }
  const covered = findUnquotedConditions(text, tree.root, problems);
  return { ...tree, root: tree.root, broken, covered };
}

type Mark = { readonly offset: number; readonly end: number; readonly what: string };

/** Runs the parser token by token, so that it can stop before the nesting gets out of hand. */
function scanTokens(
  text: string,
  problems: Problems,
): { readonly tokens: CST.Token[]; readonly marks: Mark[] } | undefined {
  const tokens: CST.Token[] = [];
  const marks: Mark[] = [];
  const parser = new Parser();
  let isScalarNext = false;
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const offset = parser.offset;
    const type: string | null = isScalarNext ? 'scalar' : CST.tokenType(lexeme);
    isScalarNext = !isScalarNext && type === 'scalar';
    const end = offset + lexeme.length;
    if (type === 'anchor') marks.push({ offset, end, what: `anchors ("${lexeme}") are not read` });
    if (type === 'alias') marks.push({ offset, end, what: `aliases ("${lexeme}") are not read` });
    if (type === 'tag') marks.push({ offset, end, what: `tags ("${lexeme}") are not read` });
    if (type === 'directive-line') {
      marks.push({ offset, end, what: 'lines that begin with "%" are not read' });
    }
    for (const token of parser.next(lexeme)) tokens.push(token);
    count += 1;
    if (parser.stack.length > deepestNesting || count > mostTokens) {
      const isDeep = parser.stack.length > deepestNesting;
      problems.add(
        'DET107',
        { path: [], range: { start: offset, end: offset } },
        isDeep
          ? `lists and blocks are nested more than ${deepestNesting} deep here`
          : `the file has more than ${mostTokens} words and marks`,
        { help: isDeep ? 'no part of a case needs this: check the brackets' : 'shorten the file' },
      );
      return undefined;
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, marks };
}

function compose(text: string, tokens: readonly CST.Token[]): readonly Document.Parsed[] {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    strict: true,
    uniqueKeys: false,
    merge: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  return [...composer.compose(tokens, true, text.length)];
}

/** Reports broken text, one flaw a line; returns where it starts. */
function reportSyntax(
  text: string,
  documents: readonly Document.Parsed[],
  problems: Problems,
): readonly number[] {
  const offsets: number[] = [];
  const seenLines = new Set<number>();
  for (const error of documents.flatMap((document): readonly YAMLError[] => document.errors)) {
    const offset = error.pos[0];
    offsets.push(offset);
    const isEcho = error.message.includes('in YAML stream') && offsets.length > 1;
    if (
      error.code === 'BAD_ALIAS' ||
      error.code === 'ALIAS_PROPS' ||
      error.code === 'TAG_RESOLVE_FAILED'
    ) {
      continue;
    }
    const line = text.lastIndexOf('\n', offset - 1);
    if (isEcho || seenLines.has(line)) continue;
    seenLines.add(line);
    const { code, range, what, ...remarks } = describeSyntaxError(text, error);
    problems.add(code, { path: [], range }, what, remarks);
  }
  const [, second] = documents;
  if (second) {
    const start = second.contents?.range?.[0] ?? second.range[0];
    const marker = text.lastIndexOf('\n---', start);
    const at = marker < 0 ? start : marker + 1;
    problems.add(
      'DET109',
      { path: [], range: { start: at, end: Math.min(at + 3, text.length) } },
      'a second document starts here; a file holds one case',
      {
        help: 'remove the line, or move what follows to a file of its own',
      },
    );
  }
  return offsets;
}

function laterSpan(document: Document.Parsed | undefined): Span | undefined {
  const contents = document?.contents;
  if (!contents || !('items' in contents)) return undefined;
  for (const item of contents.items) {
    if (!('key' in item)) continue;
    const key = item.key as { value?: unknown; range?: readonly number[] } | null;
    if (key?.value !== 'later') continue;
    const value = item.value as { range?: readonly number[] } | null;
    return { start: key.range?.[0] ?? 0, end: value?.range?.[1] ?? key.range?.[1] ?? 0 };
  }
  return undefined;
}

function whole(at: number): Place {
  return { path: [], range: { start: at, end: at } };
}
