import { add, multiply, type Rational, zero } from '../../core/rational.js';
import type { DomainParty } from '../bargaining/domain.js';
import { readAmount } from '../bargaining/read-amount.js';
import { stemOf } from '../bargaining/source-file.js';
import {
  amountIn,
  expectKind,
  type ListedIssue,
  needed,
  refuse,
  refuseUnknown,
  type TreeFile,
  tableAmounts,
  textIn,
  weightIn,
} from '../bargaining/tree-file.js';
import { childOf, type MapNode, textOf, type YamlNode } from '../case-file/yaml-tree.js';
import { className } from './negmas-domain.js';

const understood = 'LinearAdditiveUtilityFunction';
const known = ['name', 'type', 'id', 'weights', 'values', 'reserved_value', 'bias'];

/** Keys of the value functions that are understood, beside `type`. */
const functionKeys: Readonly<Record<string, readonly string[]>> = {
  TableFun: ['mapping'],
  AffineFun: ['slope', 'bias'],
  LinearFun: ['slope'],
  IdentityFun: [],
  ConstFun: ['bias'],
};

/**
 * The amounts of a party from a utility function of NegMAS: w_i · f_i(x), the value not divided by the
 * largest of its issue (Genius divides), weights not renormalised. `values` and `weights` are lists in
 * the order of the domain, or blocks by the name of the issue. The reserved value is kept, 0 where none.
 *
 * Value functions: `TableFun` (`mapping`), `AffineFun` (`slope` · x + `bias`), `LinearFun`, `IdentityFun`,
 * `ConstFun`; any other, any other type of utility function and any key not known is refused (DET513).
 */
export function readUtilityFunction(tree: TreeFile, issues: readonly ListedIssue[]): DomainParty {
  const { root, file } = tree;
  const type = textIn(tree, root, 'type', 'the profile');
  const name = textOf(childOf(root, 'name')) ?? stemOf(file);
  const nothing = { name, amounts: [], noDeal: { value: zero, why: '', isInFile: false } };
  if (!type) return nothing;
  if (className(type.text) !== understood) {
    const what = `a utility function of the type ${className(type.text)} is not understood`;
    refuse(tree, type, what, `understood is ${understood}`);
    return nothing;
  }
  refuseUnknown(tree, root, known, 'the profile');
  const bias = childOf(root, 'bias');
  if (bias && bias.kind !== 'empty' && amountIn(tree, bias, 'the bias').n !== 0n) {
    refuse(tree, bias, 'a bias of the whole function is not understood', 'add it to one issue');
  }
  const functions = perIssue(tree, 'values', issues);
  const weights = perIssue(tree, 'weights', issues);
  const amounts = issues.map((issue, at) => {
    const of = `the weight of issue "${issue.name}"`;
    const weight = weightIn(tree, weights[at], of);
    return functionAmounts(tree, functions[at], issue).map((value) => multiply(weight, value));
  });
  const reserved = childOf(root, 'reserved_value');
  const isGiven = reserved !== undefined && reserved.kind !== 'empty';
  const noDeal = {
    value: amountIn(tree, isGiven ? reserved : undefined, 'the reserved value'),
    why: isGiven ? 'the reserved value of the profile' : 'the profile gives no reserved value',
    isInFile: isGiven,
  };
  return { name, amounts, noDeal };
}

/** One node per issue of a list in the domain's order, or of a block by names. */
function perIssue(
  tree: TreeFile,
  key: 'values' | 'weights',
  issues: readonly ListedIssue[],
): readonly (YamlNode | undefined)[] {
  const { root, file, flaws } = tree;
  const node = needed(tree, root, key, 'the profile');
  if (node === undefined) return [];
  const missing = (name: string) =>
    flaws.add(file, 'DET514', node.span, `the \`${key}\` have none for issue "${name}"`, {
      details: [`issues of the domain: ${issues.map((issue) => issue.name).join(', ')}`],
      help: 'give one for every issue of the domain',
    });
  if (node.kind === 'map') {
    for (const { key: name, keySpan } of node.entries) {
      if (issues.some((issue) => issue.name === name)) continue;
      flaws.add(file, 'DET514', keySpan, `the domain has no issue "${name}"`, {
        details: [`issues of the domain: ${issues.map((issue) => issue.name).join(', ')}`],
        help: 'use the names of the domain',
      });
    }
    return issues.map(({ name }) => {
      const found = childOf(node, name);
      if (!found) missing(name);
      return found;
    });
  }
  const list = expectKind(tree, node, 'list', `\`${key}\``);
  if (!list) return [];
  if (list.items.length > issues.length) {
    const what = `the \`${key}\` are ${list.items.length}; the domain has ${issues.length} issues`;
    flaws.add(file, 'DET514', list.span, what, { help: 'give one for every issue of the domain' });
  }
  return issues.map(({ name }, at) => {
    if (!list.items[at]) missing(name);
    return list.items[at];
  });
}

/** The value function at every value of the issue, before the weight. */
function functionAmounts(
  tree: TreeFile,
  node: YamlNode | undefined,
  issue: ListedIssue,
): readonly Rational[] {
  const of = `the value function of issue "${issue.name}"`;
  const block = expectKind(tree, node, 'map', of);
  const type = block && textIn(tree, block, 'type', of);
  if (!block || !type) return [];
  const kind = className(type.text);
  const keys = functionKeys[kind];
  if (!keys) {
    const names = Object.keys(functionKeys).join(', ');
    refuse(
      tree,
      type,
      `${of} is of the type ${kind}, which is not understood`,
      `understood are ${names}`,
    );
    return [];
  }
  refuseUnknown(tree, block, ['type', ...keys], of);
  if (kind === 'TableFun') {
    const mapping = needed(tree, block, 'mapping', of);
    return tableAmounts(tree, expectKind(tree, mapping, 'map', `the mapping of ${of}`), issue);
  }
  const slope = coefficient(tree, block, 'slope', kind === 'IdentityFun' ? '1' : '0', of);
  const bias = coefficient(tree, block, 'bias', '0', of);
  return issue.values.map((text) => {
    if (slope.n === 0n) return bias;
    const value = readAmount(text);
    if (value) return add(multiply(slope, value), bias);
    const what = `${of} is of the type ${kind}, but its value "${text}" is no number`;
    tree.flaws.add(tree.file, 'DET515', type.span, what, { help: 'give a TableFun instead' });
    return zero;
  });

  function coefficient(
    tree: TreeFile,
    block: MapNode,
    key: 'slope' | 'bias',
    otherwise: string,
    of: string,
  ): Rational {
    const isNeeded = keys?.includes(key) === true && (key === 'slope' || kind === 'ConstFun');
    const node = isNeeded ? needed(tree, block, key, of) : childOf(block, key);
    return node && node.kind !== 'empty'
      ? amountIn(tree, node, `the ${key} of ${of}`)
      : (readAmount(otherwise) ?? zero);
  }
}
