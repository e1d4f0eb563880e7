import { Composer, type CST, type Document, type YAMLError } from 'yaml';
import type { Span } from '../../core/diagnostic.js';
import { type BareWord, buildTree } from './build-tree.js';
import { positionAt } from './position.js';
import type { Place, Problems } from './problems.js';
import { scanText } from './scan-text.js';
import { describeSyntaxError, type SyntaxProblem } from './syntax-problem.js';
import { findUnquotedConditions } from './unquoted-condition.js';
import type { MapNode } from './yaml-tree.js';

export type ParsedText = {
  /** Undefined when there is nothing to go on with. */
  readonly root: MapNode | undefined;
  readonly bareWords: readonly BareWord[];
  readonly sealed: Span | undefined;
  /** Where broken text begins: what the tree says there is unreliable; -1 for the whole of it. */
  readonly broken: readonly number[];
  /** Ranges whose content is already reported as a whole. */
  readonly covered: readonly Span[];
};

/** Where flaws go: those of the text as such, and those that broken text may only pretend. */
export type TextProblems = { readonly text: Problems; readonly tree: Problems };

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
export function parseYaml(text: string, problems: TextProblems): ParsedText {
  const scanned = scanText(text, problems.text);
  if (!scanned) return nothing;
  const documents = compose(text, scanned.tokens);
  const [document] = documents;
  const contents = document?.contents;
  const later = laterSpan(document);
  const covered: Span[] = [];
  for (const { range, what, help } of scanned.marks) {
    if (later && range.start >= later.start && range.start < later.end) continue;
    problems.text.add('DET105', { path: [], range }, what, { help });
    const newline = text.indexOf('\n', range.start);
    // The value that goes with the sign may be empty and stand at the very end of the line.
    covered.push({ start: range.start, end: newline < 0 ? text.length + 1 : newline + 1 });
  }
  const broken = reportSyntax(text, documents, problems.text);
  if (!contents || (contents as { value?: unknown }).value === null) {
    if (broken.length === 0) {
      problems.text.add('DET106', placeAt(0), 'the file is empty', {
        help: 'start with `detente: 1`, or run `detente new`',
      });
    }
    return nothing;
  }
  const tree = buildTree(text, contents, problems.tree);
  if (tree.root.kind !== 'map') {
    if (broken.length === 0) {
      const found = tree.root.kind === 'list' ? 'a list' : 'a single text';
      const what = `the file is ${found}; a case is a block of \`key: value\` lines`;
      problems.text.add('DET106', placeAt(tree.root.span.start), what, {
        help: 'start with `detente: 1`, then `title:`, `parties:` and `issues:`',
      });
    }
    return nothing;
  }
  covered.push(...findUnquotedConditions(text, tree.root, problems.text));
  return { ...tree, root: tree.root, broken, covered };
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

/** Errors of the parser looked at; so many are echoes of few flaws. */
const mostErrors = 2_000;
/** Errors about the signs that are reported by themselves. */
const errorsOfMarks = [
  'BAD_ALIAS',
  'ALIAS_PROPS',
  'BAD_PROP_ORDER',
  'TAG_RESOLVE_FAILED',
  'BAD_DIRECTIVE',
];

/**
 * Reports broken text, one flaw for each of the case's own keys: what follows the first in the same
 * part mostly follows from it. Tabs are all reported, those on consecutive lines as one.
 *
 * @returns where the text is broken; -1 among them when the rest of the file may be lost.
 */
function reportSyntax(
  text: string,
  documents: readonly Document.Parsed[],
  problems: Problems,
): readonly number[] {
  const offsets: number[] = [];
  const parts = partsOf(text);
  const brokenParts = new Set<number>();
  const tabs: Tab[] = [];
  let isBroken = false;
  const errors = documents
    .flatMap((document): readonly YAMLError[] => document.errors)
    .filter(({ code }) => !errorsOfMarks.includes(code));
  if (errors.length > mostErrors) offsets.push(-1);
  for (const error of errors.slice(0, mostErrors)) {
    const offset = Math.min(error.pos[0], text.length);
    const problem = describeSyntaxError(text, error);
    // Once the parser has lost the thread, each further token is an error of its own.
    const isLost = error.message.includes('in YAML stream');
    const isEcho = (isLost || problem.begins === undefined) && isBroken;
    const begins = problem.begins ?? offset;
    // An open quote, too, swallows the parts that follow: no name can be relied on.
    if (isLost || error.message.includes('quote')) offsets.push(-1);
    if (!isEcho) offsets.push(begins);
    isBroken = true;
    if (problem.code === 'DET102') {
      tabs.push({ problem, line: positionAt(text, offset).line });
      continue;
    }
    const part = parts.findLast((start) => start <= begins) ?? 0;
    if (isEcho || brokenParts.has(part)) continue;
    brokenParts.add(part);
    const { code, range, what, help, begins: opening } = problem;
    const remarks = { ...(help !== undefined && { help }) };
    if (opening === undefined || opening === range.start) {
      problems.add(code, { path: [], range }, what, remarks);
    } else {
      const { line, column } = positionAt(text, opening);
      const details = [`it begins at line ${line}, column ${column}`];
      problems.add(code, { path: [], range }, what, { details, ...remarks });
    }
  }
  reportTabs(tabs, problems);
  const [, second] = documents;
  if (second) {
    const start = second.contents?.range?.[0] ?? second.range[0];
    const marker = text.lastIndexOf('\n---', start);
    const at = marker < 0 ? start : marker + 1;
    const place = { path: [], range: { start: at, end: Math.min(at + 3, text.length) } };
    problems.add('DET109', place, 'a second document starts here; a file holds one case', {
      help: 'remove the line, or move what follows to a file of its own',
    });
  }
  return offsets;
}

type Tab = { readonly problem: SyntaxProblem; readonly line: number };

function reportTabs(tabs: readonly Tab[], problems: Problems): void {
  tabs.forEach(({ problem, line }, at) => {
    if (tabs[at - 1]?.line === line - 1) return;
    let last = at;
    while (tabs[last + 1]?.line === (tabs[last]?.line ?? 0) + 1) last += 1;
    const { code, range, what, help } = problem;
    const end = tabs[last]?.line ?? line;
    const details = end > line ? [`and so are the next lines, to line ${end}`] : [];
    problems.add(code, { path: [], range }, what, { details, ...(help !== undefined && { help }) });
  });
}

/** Where the parts of a file begin: lines with a key that are not indented. */
function partsOf(text: string): readonly number[] {
  return [...text.matchAll(/^[\p{L}_"'][^\n:]*:/gmu)].map(({ index }) => index);
}

/** The sealed block, before anything is built from it. */
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

function placeAt(offset: number): Place {
  return { path: [], range: { start: offset, end: offset } };
}
