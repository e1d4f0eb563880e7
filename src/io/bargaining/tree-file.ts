import { add, multiply, type Rational, rational, zero } from '../../core/rational.js';
import { parseYaml } from '../case-file/parse-yaml.js';
import { collectProblems } from '../case-file/problems.js';
import { kindInWords } from '../case-file/shape-help.js';
import {
  childOf,
  type Entry,
  entriesOf,
  itemsOf,
  type MapNode,
  type TextNode,
  type YamlNode,
} from '../case-file/yaml-tree.js';
import { nearestName } from '../nearest-name.js';
import { mostValues } from './domain.js';
import { readAmount, readWholeNumber } from './read-amount.js';
import type { Flaws, SourceFile } from './source-file.js';

/** A file in YAML or JSON, with what reads it and says what is wrong with it. */
export type TreeFile = {
  readonly file: SourceFile;
  readonly root: MapNode;
  readonly flaws: Flaws;
};

/** An issue of a domain, with its values as texts in the file's order. */
export type ListedIssue = { readonly name: string; readonly values: readonly string[] };

/**
 * Reads a file of `key: value` lines in YAML or JSON, which YAML contains, numbers kept as written.
 * A text that is neither is told with the codes that a case file is given for the same mistake.
 */
export function readTree(file: SourceFile, flaws: Flaws): TreeFile | undefined {
  const [text, tree] = [collectProblems(), collectProblems()];
  const { root } = parseYaml(file.text, { text, tree });
  flaws.take(file, text.found.length > 0 ? text.found : tree.found);
  return root && { file, root, flaws };
}

/** The child of a key that must be there, with a message where it is not. */
export function needed(
  { file, flaws }: TreeFile,
  node: MapNode,
  key: string,
  of: string,
): YamlNode | undefined {
  const child = childOf(node, key);
  if (child && child.kind !== 'empty') return child;
  flaws.add(file, 'DET512', start(node), `${of} has no \`${key}\``, {
    help: `give it one, as in \`${key}: …\``,
  });
  return undefined;
}

/** A node of the kind expected, with a message where it is another. */
export function expectKind<Kind extends YamlNode['kind']>(
  { file, flaws }: TreeFile,
  node: YamlNode | undefined,
  kind: Kind,
  of: string,
): Extract<YamlNode, { kind: Kind }> | undefined {
  if (node === undefined || node.kind === kind) {
    return node as Extract<YamlNode, { kind: Kind }> | undefined;
  }
  const words = { text: 'a text', list: 'a list', map: 'a block of keys', empty: 'nothing' }[kind];
  flaws.add(file, 'DET512', start(node), `${of} should be ${words}; it is ${kindInWords(node)}`, {
    help: 'give the file as the other program saves it',
  });
  return undefined;
}

/** A number, exactly; zero, with a message, where there is none. */
export function amountIn(
  { file, flaws }: TreeFile,
  node: YamlNode | undefined,
  of: string,
): Rational {
  if (node === undefined) return zero;
  const value = node.kind === 'text' ? readAmount(node.text) : undefined;
  if (value !== undefined) return value;
  const told = node.kind === 'text' ? `"${node.text.slice(0, 40)}"` : kindInWords(node);
  flaws.add(file, 'DET517', start(node), `${of} is ${told}, which is no number`, {
    help: 'write a decimal number',
  });
  return zero;
}

/** A weight: a number that is 0 or more. */
export function weightIn(tree: TreeFile, node: YamlNode | undefined, of: string): Rational {
  const weight = amountIn(tree, node, of);
  if (weight.n >= 0n || node?.kind !== 'text') return weight;
  tree.flaws.add(tree.file, 'DET517', node.span, `${of} is ${node.text}; it must be 0 or more`, {
    help: 'write a number that is 0 or more',
  });
  return zero;
}

/** Says that a part is not understood. */
export function refuse(tree: TreeFile, node: YamlNode, what: string, help: string): void {
  tree.flaws.add(tree.file, 'DET513', start(node), what, { help });
}

/** Refuses the keys of a block that are not known; a key without a value says nothing. */
export function refuseUnknown(
  tree: TreeFile,
  node: MapNode,
  known: readonly string[],
  of: string,
): void {
  for (const { key, keySpan, value } of node.entries) {
    if (known.includes(key) || value.kind === 'empty') continue;
    tree.flaws.add(tree.file, 'DET513', keySpan, `\`${key}\` in ${of} is not understood`, {
      details: [`understood are ${known.join(', ')}`],
      help: 'write the file without it, or make the case by hand',
    });
  }
}

/** The texts of a list of values, each once, with messages for what is no text. */
export function valuesIn(
  tree: TreeFile,
  node: YamlNode | undefined,
  of: string,
): readonly string[] {
  const list = expectKind(tree, node, 'list', `the list of values of ${of}`);
  const values: string[] = [];
  for (const item of itemsOf(list)) {
    const text = expectKind(tree, item, 'text', `a value of ${of}`);
    if (!text) continue;
    if (values.includes(text.text)) {
      const what = `value "${text.text}" of ${of} stands here a second time`;
      tree.flaws.add(tree.file, 'DET516', text.span, what, { help: 'keep one of them' });
    } else values.push(text.text);
  }
  return values;
}

/** The whole numbers of a list of two bounds. */
export function boundsIn(
  tree: TreeFile,
  node: YamlNode | undefined,
  of: string,
): readonly string[] {
  const list = expectKind(tree, node, 'list', `the bounds of ${of}`);
  const bounds = itemsOf(list).map((item) =>
    item.kind === 'text' ? readWholeNumber(item.text) : undefined,
  );
  const [lower, upper] = bounds;
  if (!list || lower === undefined || upper === undefined || bounds.length !== 2) {
    if (list) {
      tree.flaws.add(tree.file, 'DET512', start(list), `${of} needs two whole numbers as bounds`, {
        help: 'write them as [1, 10]',
      });
    }
    return [];
  }
  const count = upper - lower + 1;
  if (count > mostValues) {
    refuse(
      tree,
      list,
      `${of} has ${count} values; at most ${mostValues} are imported`,
      'give fewer values',
    );
    return [];
  }
  return Array.from({ length: Math.max(count, 0) }, (_, step) => String(lower + step));
}

/** Numbers from low to high by steps, exactly. */
export function steppedValues(low: Rational, step: Rational, count: number): readonly Rational[] {
  return Array.from({ length: count }, (_, at) => add(low, multiply(step, rational(BigInt(at)))));
}

/** The entry of a value: the same text, or the same number written otherwise. */
export function entryOfValue(node: MapNode, value: string): Entry | undefined {
  const same = node.byKey.get(value);
  if (same) return same;
  const amount = readAmount(value);
  return amount && node.entries.find(({ key }) => isSameAmount(readAmount(key), amount));
}

/** Whether two texts are one value. */
export function isSameValue(a: string, b: string): boolean {
  if (a === b) return true;
  const amount = readAmount(a);
  return amount !== undefined && isSameAmount(readAmount(b), amount);
}

function isSameAmount(a: Rational | undefined, b: Rational): boolean {
  return a !== undefined && a.n === b.n && a.d === b.d;
}

/** The amounts of a table of values: one for each value of the issue, and none for another. */
export function tableAmounts(
  tree: TreeFile,
  table: MapNode | undefined,
  { name, values }: ListedIssue,
): readonly Rational[] {
  if (!table) return [];
  const { file, flaws } = tree;
  for (const { key, keySpan } of entriesOf(table)) {
    if (values.some((value) => isSameValue(value, key))) continue;
    const near = nearestName(key, values);
    flaws.add(file, 'DET515', keySpan, `issue "${name}" has no value "${key}" in the domain`, {
      details: [`its values: ${values.join(', ')}`],
      help: near === undefined ? 'use the values of the domain' : `did you mean "${near}"?`,
    });
  }
  return values.map((value) => {
    const entry = entryOfValue(table, value);
    const of = `value "${value}" of issue "${name}"`;
    if (entry) return amountIn(tree, entry.value, of);
    flaws.add(file, 'DET515', start(table), `${of} has no number`, {
      help: `add it, as in \`${value}: …\``,
    });
    return zero;
  });
}

/** A text that must be there. */
export function textIn(
  tree: TreeFile,
  node: MapNode,
  key: string,
  of: string,
): TextNode | undefined {
  return expectKind(tree, needed(tree, node, key, of), 'text', `the \`${key}\` of ${of}`);
}

/** Messages point at where something begins. */
function start({ span }: YamlNode) {
  return { start: span.start, end: span.start };
}
