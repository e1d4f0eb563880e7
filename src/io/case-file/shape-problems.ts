import type { z } from 'zod';
import type { Path } from '../../core/diagnostic.js';
import { nearestName } from '../nearest-name.js';
import { allowedKeysAt } from './allowed-keys.js';
import { nameOfPlace } from './name-of-place.js';
import { atKey, atValue, type Place, type Problems } from './problems.js';
import { caseSchema, readingKeys } from './schema.js';
import { helpWithKind, kindInWords, shortened } from './shape-help.js';
import {
  type Entry,
  entryOf,
  type MapNode,
  nodeAt,
  textOf,
  toPlainValue,
  type YamlNode,
} from './yaml-tree.js';

type Issue = z.core.$ZodIssue;

/**
 * Checks the shape of a file against the schema: which keys there are, and what kind of value each
 * has. What the names and numbers say is checked where they are resolved.
 */
export function checkShape(root: MapNode, problems: Problems): void {
  const result = caseSchema.safeParse(toPlainValue(root));
  const issues = result.error?.issues ?? [];
  if (issues.length === 0) return;
  const leaves = issues.flatMap((issue) => leavesOf(root, issue, []));
  const isMissing = ({ path }: Leaf) => nodeAt(root, path) === undefined;
  const lackedBy = new Map<string, string[]>();
  for (const { path } of leaves.filter(isMissing)) {
    const block = keyOf(path.slice(0, -1));
    lackedBy.set(block, [...(lackedBy.get(block) ?? []), String(path.at(-1))]);
  }
  const explained = new Set<string>();
  for (const { path, issue } of leaves) {
    if (issue.code !== 'unrecognized_keys') continue;
    if (problems.isFull()) return;
    const names = lackedBy.get(keyOf(path)) ?? [];
    for (const key of issue.keys) {
      const meant = reportUnknownKey(root, path, key, allowedKeysAt(path), names, problems);
      if (meant !== undefined) explained.add(keyOf([...path, meant]));
    }
  }
  for (const { path, issue } of leaves) {
    if (issue.code === 'unrecognized_keys') continue;
    const found = nodeAt(root, path);
    if (found) reportValue(found.node, found.entry, issue, problems);
    else if (!explained.has(keyOf(path))) reportMissing(root, path, issue.message, problems);
  }
}

/** An issue that is about one value, with the path from the top. */
type Leaf = { readonly path: Path; readonly issue: Issue };

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

/** Where several kinds of value are allowed, the issues of the kind that the writer has begun. */
function leavesOf(root: MapNode, issue: Issue, prefix: Path): readonly Leaf[] {
  const path: Path = [...prefix, ...issue.path.filter((step) => typeof step !== 'symbol')];
  const branch =
    issue.code === 'invalid_union' && nodeAt(root, path)
      ? issue.errors.find((errors) => !errors.some(isWrongKind))
      : undefined;
  return branch ? branch.flatMap((inner) => leavesOf(root, inner, path)) : [{ path, issue }];
}

function reportValue(
  node: YamlNode,
  entry: Entry | undefined,
  issue: Issue,
  problems: Problems,
): void {
  const { path } = node;
  const subject = nameOfPlace(path);
  if (node.kind === 'empty') {
    problems.add('DET203', entry ? atKey(entry) : atValue(node), `${subject} is empty`, {
      details: [`it should be ${issue.message}`],
      help: 'write the value, or remove the line',
    });
    return;
  }
  if (path.length === 1 && path[0] === 'detente') {
    problems.add('DET205', atValue(node), 'this version of the format is not known', {
      details: ['known versions: 1'],
      help: 'write `detente: 1`',
    });
    return;
  }
  const words = allowedWords(issue);
  if (words.length > 0 && node.kind === 'text') {
    problems.add('DET206', atValue(node), `${subject} cannot be "${shortened(node.text)}"`, {
      details: [`it should be ${issue.message}`],
      help: helpWithWord(node.text, words),
    });
    return;
  }
  problems.add('DET203', atValue(node), `${subject} should be ${issue.message}`, {
    details: [`here it is ${kindInWords(node)}`],
    help: isUnnamedReading(path)
      ? `readings have names: ${String(path[1])}: {a_name: {${String(path[2])}: …}}`
      : helpWithKind(node, issue.message),
  });
}

/** `wants` and the like directly under a party of `preferences`, where the name of a reading belongs. */
function isUnnamedReading(path: Path): boolean {
  return path.length === 3 && path[0] === 'preferences' && readingKeys.includes(String(path[2]));
}

function helpWithWord(word: string, words: readonly string[]): string {
  const truth = /^(yes|on)$/i.test(word) ? 'true' : /^(no|off)$/i.test(word) ? 'false' : undefined;
  if (truth !== undefined && words.includes(truth)) return `write ${truth}`;
  const near = nearestName(word, words);
  return near === undefined ? `write ${words.join(' or ')}` : `did you mean "${near}"?`;
}

/** Whether an issue says that the value itself, not something in it, is of the wrong kind. */
function isWrongKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_type' || issue.code === 'invalid_value') return true;
  return issue.code === 'invalid_union' && issue.errors.every((errors) => errors.some(isWrongKind));
}

function allowedWords(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code !== 'invalid_union') return [];
  const words = issue.errors.flat().flatMap(allowedWords);
  const hasBoolean = issue.errors
    .flat()
    .some((inner) => 'expected' in inner && inner.expected === 'boolean');
  return words.length > 0 && hasBoolean ? ['true', 'false', ...words] : words;
}

/**
 * Says that a key is not known here.
 *
 * @param allowed - the keys that the block can have.
 * @param lacking - the keys that the same block must have and lacks.
 * @returns the lacking key that the writer meant by it, about which nothing more is to be said.
 */
function reportUnknownKey(
  root: MapNode,
  path: Path,
  key: string,
  allowed: readonly string[],
  lacking: readonly string[],
  problems: Problems,
): string | undefined {
  const block = nodeAt(root, path)?.node;
  const entry = entryOf(block, key);
  if (!entry || block?.kind !== 'map') return undefined;
  const isLevelless = path.length === 2 && path[0] === 'issues' && !entryOf(block, 'levels');
  const wanted = isLevelless && !entryOf(block, 'lever') ? [...lacking, 'levels'] : lacking;
  const near = nearestName(key, wanted) ?? nearestName(key, allowed);
  const [condition] = lacking.filter((name) => conditionKeys.includes(name));
  const value = textOf(entry.value);
  const isIssue = entryOf(nodeAt(root, ['issues'])?.node, key) !== undefined;
  const isCut = condition !== undefined && value !== undefined && (isIssue || key === 'not');
  const isScore = lacking.includes('levels') && path.at(-2) === 'points';
  const glued = /^([^:\s]+):(.+)$/.exec(key);
  let help = 'use one of these, or say it in a `note:`';
  if (near !== undefined) help = `did you mean "${near}"?`;
  else if (glued) help = `put a space after the colon: ${glued[1]}: ${glued[2]}`;
  else if (isScore) help = 'scores stand under `levels:`';
  else if (isCut) help = `for a condition, write ${key} ${isIssue ? '= ' : ''}${value}`;
  else if (/[=<>()]|\b(and|or|not|iff|if|least)\b/.test(key)) {
    help = 'if this is one text, put quotes around the whole of it';
  }
  const where = path.length === 0 ? 'a case' : nameOfPlace(path);
  problems.add('DET201', atKey(entry), `${where} has no key "${key}"`, {
    details: [`keys it can have: ${allowed.join(', ')}`],
    help,
  });
  if (near === undefined && isScore) return 'levels';
  return near ?? (isCut ? condition : undefined);
}

/** Keys whose value is a condition. */
const conditionKeys = ['want', 'outcomes', 'line', 'never', 'when'];

function reportMissing(root: MapNode, path: Path, expected: string, problems: Problems): void {
  const parentPath = path.slice(0, -1);
  const key = String(path.at(-1));
  const parent = nodeAt(root, parentPath);
  if (!parent) return;
  const start = parent.node.span.start;
  const place: Place = parent.entry
    ? atKey(parent.entry)
    : { path: parentPath, range: { start, end: start } };
  const where = parentPath.length === 0 ? 'the case' : nameOfPlace(parentPath);
  problems.add('DET202', place, `${where} has no "${key}"`, {
    help: `add \`${key}:\`, ${expected}`,
  });
}
