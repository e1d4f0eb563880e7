import {
  add,
  compare,
  divide,
  formatRational,
  multiply,
  type Rational,
  subtract,
  zero,
} from '../../core/rational.js';
import { type DomainParty, mostValues } from '../bargaining/domain.js';
import { importDomain } from '../bargaining/domain-case.js';
import { readAmount } from '../bargaining/read-amount.js';
import {
  atStart,
  collectFlaws,
  type FilesImport,
  type SourceFile,
  stemOf,
  titleOf,
} from '../bargaining/source-file.js';
import {
  amountIn,
  expectKind,
  isSameValue,
  type ListedIssue,
  needed,
  readTree,
  refuse,
  refuseUnknown,
  steppedValues,
  type TreeFile,
  tableAmounts,
  valuesIn,
  weightIn,
} from '../bargaining/tree-file.js';
import { childOf, entriesOf, type MapNode, textOf, type YamlNode } from '../case-file/yaml-tree.js';
import { levelOf } from './import-negmas.js';

const understood = 'LinearAdditiveUtilitySpace';
const help =
  'give the profile of each party, each with its `domain`, and the domain first if alone';

type Profile = { readonly tree: TreeFile; readonly space: MapNode };

/**
 * Turns profiles of GeniusWeb (JSON, `LinearAdditiveUtilitySpace`), with or without a file of their
 * domain (`issuesValues`), into the text of a case; parties stand in the order of the files.
 *
 * The amount of a value is weight × utility. Utilities come from `DiscreteValueSetUtilities` (a table) or
 * `NumberValueSetUtilities` (the straight line through two points, over the numbers of the issue's
 * range). No deal is the utility of the reservation bid, 0 where none. Any other kind of profile, of
 * utilities or of values is refused (DET513). Nothing is thrown for any text.
 */
export function importGeniusWeb(files: readonly SourceFile[]): FilesImport {
  const flaws = collectFlaws();
  const domains: Profile[] = [];
  const profiles: Profile[] = [];
  for (const tree of files.flatMap((file) => readTree(file, flaws) ?? [])) {
    const { root } = tree;
    const space = childOf(root, understood);
    const [entry] = root.entries;
    if (childOf(root, 'issuesValues')) domains.push({ tree, space: root });
    else if (space?.kind === 'map') profiles.push({ tree, space });
    else if (entry?.value.kind === 'map') {
      const what = `a profile of the kind ${entry.key} is not understood`;
      flaws.add(tree.file, 'DET513', entry.keySpan, what, { help: `understood is ${understood}` });
    } else {
      const what = 'the file is neither a domain nor a profile of GeniusWeb';
      flaws.add(tree.file, 'DET510', atStart, what, { help });
    }
  }
  const [first] = files;
  if (flaws.hasErrors() || !first) return { caseText: undefined, diagnostics: flaws.found };
  const [, second] = domains;
  if (second) flaws.add(second.tree.file, 'DET519', atStart, 'this is a second domain', { help });
  if (profiles.length < 2) {
    const count = profiles.length === 0 ? 'no profile' : 'only one profile';
    const what = `there is ${count} among the files; a case needs two parties or more`;
    flaws.add(first, 'DET519', atStart, what, { help });
  }
  if (flaws.hasErrors()) return { caseText: undefined, diagnostics: flaws.found };

  const own = profiles.flatMap(({ tree, space }): Profile[] => {
    const node = childOf(space, 'domain');
    const domain = node?.kind === 'empty' ? undefined : node;
    const block = expectKind(tree, domain, 'map', 'the `domain`');
    return block ? [{ tree, space: block }] : [];
  });
  const [reference, ...others] = [...domains, ...own];
  if (!reference) {
    flaws.add(first, 'DET519', atStart, 'there is no domain among the files', { help });
    return { caseText: undefined, diagnostics: flaws.found };
  }
  const issues = readDomain(reference);
  for (const other of others) compareDomains(other, readDomain(other), issues);
  if (flaws.hasErrors()) return { caseText: undefined, diagnostics: flaws.found };

  const parties = profiles.map((profile) => readProfile(profile, issues));
  const domain = {
    title: textOf(childOf(reference.space, 'name')) ?? titleOf(reference.tree.file),
    origin: [
      'Imported from profiles of GeniusWeb.',
      'Points are weight × utility of the value, as GeniusWeb has it; weights are not renormalised,',
      'and no deal is the utility of the reservation bid.',
    ],
    issues: issues.map(({ name, values }) => ({ name, levels: values.map(levelOf) })),
    parties,
  };
  return importDomain(domain, files, flaws);
}

function readDomain({ tree, space }: Profile): readonly ListedIssue[] {
  const values = needed(tree, space, 'issuesValues', 'the domain');
  const block = expectKind(tree, values, 'map', '`issuesValues`');
  return entriesOf(block).map(({ key, value }) => {
    const of = `issue "${key}"`;
    const before = tree.flaws.found.length;
    const listed = issueValues(tree, expectKind(tree, value, 'map', of), of);
    if (listed.length < 2 && tree.flaws.found.length === before) {
      const what = `${of} has ${listed.length === 1 ? 'one value' : 'no values'}, so there is nothing to settle`;
      refuse(tree, value, what, 'take the issue out of the files');
    }
    return { name: key, values: listed };
  });
}

function issueValues(tree: TreeFile, node: MapNode | undefined, of: string): readonly string[] {
  if (!node) return [];
  const [entry] = node.entries;
  // Older files name the kind of the set around it.
  if (entry && /^(?:discrete|number)ValueSet$/i.test(entry.key) && entry.value.kind === 'map') {
    return issueValues(tree, entry.value, of);
  }
  const values = childOf(node, 'values');
  if (values) return valuesIn(tree, values, of);
  const range = childOf(node, 'range');
  if (!range) {
    refuse(tree, node, `the values of ${of} are not understood`, 'give `values` or a `range`');
    return [];
  }
  const parts: readonly (YamlNode | undefined)[] =
    range.kind === 'list' ? range.items : ['low', 'high', 'step'].map((key) => childOf(range, key));
  if (parts.length !== 3 || parts.includes(undefined)) {
    const what = `the range of ${of} needs a lowest number, a highest and a step`;
    tree.flaws.add(tree.file, 'DET512', range.span, what, { help: 'write it as [1, 10, 1]' });
    return [];
  }
  const before = tree.flaws.found.length;
  const [low, high, step] = parts.map((part) => amountIn(tree, part, `the range of ${of}`));
  if (!low || !high || !step || tree.flaws.found.length > before) return [];
  if (step.n <= 0n) {
    const what = `the step of ${of} is ${formatRational(step)}; it must be above 0`;
    tree.flaws.add(tree.file, 'DET517', range.span, what, { help: 'write a step above 0' });
    return [];
  }
  const steps = divide(subtract(high, low), step);
  const count = steps.n < 0n ? 0n : steps.n / steps.d + 1n;
  if (count > BigInt(mostValues)) {
    const what = `${of} has ${count} values; at most ${mostValues} are imported`;
    refuse(tree, range, what, 'give a larger step');
    return [];
  }
  return steppedValues(low, step, Number(count)).map(formatRational);
}

/** Says where a domain is not the one of the first file. */
function compareDomains(
  { tree, space }: Profile,
  own: readonly ListedIssue[],
  issues: readonly ListedIssue[],
): void {
  const { file, flaws } = tree;
  const values = childOf(space, 'issuesValues') ?? space;
  const add = (what: string) =>
    flaws.add(file, 'DET514', { start: values.span.start, end: values.span.start }, what, {
      help: 'give profiles of one domain',
    });
  for (const { name } of own) {
    if (!issues.some((issue) => issue.name === name)) add(`the domain has no issue "${name}"`);
  }
  for (const issue of issues) {
    const same = own.find(({ name }) => name === issue.name);
    if (!same) add(`the profile has no issue "${issue.name}"`);
    else if (
      same.values.length !== issue.values.length ||
      !issue.values.every((value) => same.values.some((other) => isSameValue(value, other)))
    ) {
      add(`issue "${issue.name}" has other values than in the first file`);
    }
  }
}

function readProfile({ tree, space }: Profile, issues: readonly ListedIssue[]): DomainParty {
  const { file, flaws } = tree;
  const keys = ['domain', 'name', 'issueUtilities', 'issueWeights', 'reservationBid'];
  refuseUnknown(tree, space, keys, 'the profile');
  const [weights, utilities] = ['issueWeights', 'issueUtilities'].map((key) => {
    const node = needed(tree, space, key, 'the profile');
    const block = expectKind(tree, node, 'map', `\`${key}\``);
    for (const entry of entriesOf(block)) {
      if (issues.some(({ name }) => name === entry.key)) continue;
      flaws.add(file, 'DET514', entry.keySpan, `the domain has no issue "${entry.key}"`, {
        details: [`issues of the domain: ${issues.map(({ name }) => name).join(', ')}`],
        help: 'use the names of the domain',
      });
    }
    return block;
  });
  const amounts = issues.map((issue) => {
    const of = `issue "${issue.name}"`;
    const weight = weights && needed(tree, weights, issue.name, '`issueWeights`');
    const factor = weightIn(tree, weight, `the weight of ${of}`);
    const node = utilities && needed(tree, utilities, issue.name, '`issueUtilities`');
    const block = expectKind(tree, node, 'map', `the utilities of ${of}`);
    return issueAmounts(tree, block, issue).map((value) => multiply(factor, value));
  });
  const name = textOf(childOf(space, 'name')) ?? stemOf(file);
  return { name, amounts, noDeal: reservation(tree, space, issues, amounts) };
}

function issueAmounts(
  tree: TreeFile,
  node: MapNode | undefined,
  issue: ListedIssue,
): readonly Rational[] {
  const [entry] = node?.entries ?? [];
  if (!node || !entry) return [];
  const of = `the utilities of issue "${issue.name}"`;
  const block = expectKind(tree, entry.value, 'map', of);
  if (/^(?:DiscreteValueSetUtilities|DiscreteUtils)$/i.test(entry.key)) {
    const table = block && needed(tree, block, 'valueUtilities', of);
    return tableAmounts(tree, expectKind(tree, table, 'map', of), issue);
  }
  if (!/^(?:NumberValueSetUtilities|NumberUtils)$/i.test(entry.key)) {
    const help = 'understood are DiscreteValueSetUtilities and NumberValueSetUtilities';
    refuse(tree, node, `${of} are ${entry.key}, which are not understood`, help);
    return [];
  }
  if (!block) return [];
  const point = (key: string) =>
    amountIn(tree, needed(tree, block, key, of), `\`${key}\` of ${of}`);
  const [low, lowUtility] = [point('lowValue'), point('lowUtility')];
  const [high, highUtility] = [point('highValue'), point('highUtility')];
  const width = subtract(high, low);
  if (compare(width, zero) <= 0) {
    const what = `the highest value of ${of} is not above the lowest`;
    tree.flaws.add(tree.file, 'DET517', block.span, what, { help: 'correct the two values' });
    return [];
  }
  const slope = divide(subtract(highUtility, lowUtility), width);
  return issue.values.map((text) => {
    const value = readAmount(text);
    if (value) return add(lowUtility, multiply(slope, subtract(value, low)));
    const what = `${of} are of numbers, but its value "${text}" is none`;
    tree.flaws.add(tree.file, 'DET515', entry.keySpan, what, { help: 'give a table instead' });
    return zero;
  });
}

/** The utility of the reservation bid, which must name every issue. */
function reservation(
  tree: TreeFile,
  space: MapNode,
  issues: readonly ListedIssue[],
  amounts: readonly (readonly Rational[])[],
): DomainParty['noDeal'] {
  const none = { value: zero, why: 'the profile gives no reservation bid', isInFile: false };
  const given = childOf(space, 'reservationBid');
  if (given === undefined || given.kind === 'empty') return none;
  const bid = expectKind(tree, given, 'map', 'the reservation bid');
  const values = bid && needed(tree, bid, 'issuevalues', 'the reservation bid');
  const block = expectKind(tree, values, 'map', 'the reservation bid');
  if (!block) return none;
  if (block.entries.length === 0) return none;
  const parts = issues.map((issue, at) => {
    const text = textOf(childOf(block, issue.name));
    const level = issue.values.findIndex((value) => isSameValue(value, text ?? ''));
    if (level >= 0) return amounts[at]?.[level] ?? zero;
    const what =
      text === undefined
        ? `the reservation bid leaves issue "${issue.name}" open, which is not understood`
        : `the reservation bid gives issue "${issue.name}" the value "${text}", which it has not`;
    refuse(tree, block, what, 'give the bid a value of the domain for every issue');
    return zero;
  });
  return {
    value: parts.reduce(add, zero),
    why: 'the utility of the reservation bid of the profile',
    isInFile: true,
  };
}
