import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Case } from '../../core/case.js';
import { checkMeaning } from '../../core/check-meaning.js';
import { type Diagnostic, hasErrors, type Path, type Span } from '../../core/diagnostic.js';
import { severityOf } from '../../core/diagnostic-codes.js';
import { reportBareWords } from './bare-words.js';
import { keepReliable } from './keep-reliable.js';
import { type ParsedText, parseYaml } from './parse-yaml.js';
import { collectProblems, mostProblems } from './problems.js';
import { resolveCase } from './resolve-case.js';
import { contentSpan } from './scalar-offsets.js';
import { checkShape } from './shape-problems.js';
import { nodeAt } from './yaml-tree.js';

/** A case file, read. */
export type CaseReading = {
  /** Present if and only if nothing is wrong with the file that stands in the way of answers. */
  readonly case: Case | undefined;
  /** Everything found, in the order of the file, each with its `range`. */
  readonly diagnostics: readonly Diagnostic[];
  /** SHA-256 of the text in UTF-8, in hexadecimal. */
  readonly hash: string;
  /**
   * Where an element stands: its value, or its key; or the part of its text that `within` counts
   * off, whatever quotes and folds the file uses. Undefined where the path leads nowhere, and for
   * what is sealed.
   */
  readonly locate: (path: Path, atKey?: boolean, within?: Span) => Span | undefined;
};

/**
 * Reads a case file: text, shape, names, conditions and numbers. All problems are reported in one
 * pass; a broken part does not hide flaws elsewhere, and does not cause messages elsewhere.
 *
 * Never throws. The sealed block `later` is cut out before anything looks at it.
 */
export function readCase(text: string): CaseReading {
  const problems = collectProblems();
  const inside = collectProblems();
  const parsed = parseYaml(text, { text: problems, tree: inside });
  const { root, sealed } = parsed;
  const later = sealed && { span: sealed, hash: hashOf(text.slice(sealed.start, sealed.end)) };
  let resolved: Case | undefined;
  if (root) {
    const allowed = new Set<number>();
    checkShape(root, inside);
    resolved = resolveCase(text, root, later, inside, (range) => allowed.add(range.start));
    reportBareWords(parsed.bareWords, allowed, inside);
    if (later) {
      const place = { path: ['later'], range: later.span, atKey: true };
      inside.add('DET415', place, 'what happened later is sealed, not checked', {
        help: 'nothing is wrong; only `score` reads the block',
      });
    }
  }
  let found: readonly Diagnostic[] = [
    ...problems.found,
    ...keepReliable(text, inside.found, parsed),
  ];
  if (resolved && !hasErrors(found)) {
    // Only a case that can be built has a meaning to check.
    const meaning = checkMeaning(resolved);
    found = [...found, ...meaning.map((diagnostic) => withRange(text, parsed, diagnostic))];
  }
  return {
    case: hasErrors(found) ? undefined : resolved,
    diagnostics: inOrder(found),
    hash: hashOf(text),
    locate: (path, atKey = false, within) => locate(text, parsed, path, atKey, within),
  };
}

/** In the order of the file; beyond the most that is listed, errors come before the rest. */
function inOrder(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const byPlace = (a: Diagnostic, b: Diagnostic) => startOf(a) - startOf(b);
  if (found.length <= mostProblems) return found.toSorted(byPlace);
  const errors = found.filter(({ severity }) => severity === 'error');
  const others = found.filter(({ severity }) => severity !== 'error');
  const listed = [...errors, ...others].slice(0, mostProblems).sort(byPlace);
  const more: Diagnostic = {
    code: 'DET110',
    severity: severityOf('DET110'),
    path: [],
    range: listed.at(-1)?.range ?? { start: 0, end: 0 },
    what: `there are more problems than these ${mostProblems}`,
    help: 'repair the first ones and check again',
  };
  return [...listed, more];
}

function startOf(diagnostic: Diagnostic): number {
  return diagnostic.range?.start ?? 0;
}

/** The range of what a diagnostic names, or of the nearest thing around it that the file has. */
function withRange(text: string, parsed: ParsedText, diagnostic: Diagnostic): Diagnostic {
  const { path, atKey = false, within } = diagnostic;
  for (let length = path.length; length >= 0; length -= 1) {
    const range = locate(text, parsed, path.slice(0, length), atKey, within);
    if (range) return { ...diagnostic, range };
  }
  return { ...diagnostic, range: { start: 0, end: 0 } };
}

function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

function locate(
  text: string,
  { root }: ParsedText,
  path: Path,
  atKey: boolean,
  within: Span | undefined,
): Span | undefined {
  const found = nodeAt(root, path);
  if (!found) return undefined;
  const { node, entry } = found;
  if (atKey && entry) return entry.keySpan;
  return within && node.kind === 'text' ? contentSpan(text, node, within) : node.span;
}
