import {
  boundsIn,
  expectKind,
  type ListedIssue,
  needed,
  refuse,
  type TreeFile,
  textIn,
  valuesIn,
} from '../bargaining/tree-file.js';
import { childOf, itemsOf, textOf } from '../case-file/yaml-tree.js';

const spaceTypes = ['DiscreteCartesianOutcomeSpace', 'CartesianOutcomeSpace'];
const listTypes = [
  'CategoricalIssue',
  'DiscreteOrdinalIssue',
  'DiscreteCardinalIssue',
  'OrdinalIssue',
];

/** The class that a `type` names, without the modules before it. */
export function className(type: string): string {
  return type.split('.').at(-1) ?? type;
}

/**
 * The issues of an outcome space of NegMAS: categorical and ordinal ones by their list of `values`,
 * contiguous ones by their two bounds. Any other type, continuous ones among them, is refused (DET513).
 */
export function readOutcomeSpace(tree: TreeFile): readonly ListedIssue[] {
  const { root, file, flaws } = tree;
  const type = childOf(root, 'type');
  const space = className(textOf(type) ?? 'CartesianOutcomeSpace');
  if (type && !spaceTypes.includes(space)) {
    refuse(
      tree,
      type,
      `an outcome space of the type ${space} is not understood`,
      `understood are ${spaceTypes.join(' and ')}`,
    );
  }
  const list = expectKind(tree, needed(tree, root, 'issues', 'the domain'), 'list', '`issues`');
  const issues: ListedIssue[] = [];
  for (const item of itemsOf(list)) {
    const node = expectKind(tree, item, 'map', 'an issue');
    const name = node && textIn(tree, node, 'name', 'an issue');
    if (!node || !name) continue;
    const of = `issue "${name.text}"`;
    if (issues.some((issue) => issue.name === name.text)) {
      const what = `${of} stands here a second time`;
      flaws.add(file, 'DET516', name.span, what, { help: 'rename one of them' });
      continue;
    }
    const kind = className(textOf(childOf(node, 'type')) ?? 'CategoricalIssue');
    const given = needed(tree, node, 'values', of);
    if (given === undefined) continue;
    if (kind !== 'ContiguousIssue' && !listTypes.includes(kind)) {
      const help = 'understood are issues with a list of values, and ContiguousIssue';
      refuse(tree, node, `${of} is of the type ${kind}, which is not understood`, help);
      continue;
    }
    const before = flaws.found.length;
    const values =
      kind === 'ContiguousIssue' ? boundsIn(tree, given, of) : valuesIn(tree, given, of);
    if (values.length < 2 && flaws.found.length === before) {
      const what = `${of} has ${values.length === 1 ? 'one value' : 'no values'}, so there is nothing to settle`;
      refuse(tree, given, what, 'take the issue out of the files');
    }
    issues.push({ name: name.text, values });
  }
  return issues;
}
