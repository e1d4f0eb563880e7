import { mostValues } from '../bargaining/domain.js';
import { readWholeNumber } from '../bargaining/read-amount.js';
import type { Flaws, SourceFile } from '../bargaining/source-file.js';
import type { XmlElement } from '../xml/read-xml.js';

/** An issue as a domain or a profile of Genius gives it. */
export type GeniusIssue = {
  readonly name: string;
  readonly element: XmlElement;
  readonly index: string | undefined;
} & (
  | { readonly kind: 'discrete'; readonly items: ReadonlyMap<string, XmlElement> }
  | { readonly kind: 'integer'; readonly lower: number; readonly upper: number }
);

/** A text attribute without the blanks around it, said to be missing when it is. */
export function attributeOf(
  element: XmlElement,
  name: string,
  of: string,
  file: SourceFile,
  flaws: Flaws,
): string | undefined {
  const value = element.attributes.get(name)?.trim();
  if (value !== undefined && value !== '') return value;
  flaws.add(file, 'DET512', element.span, `${of} has no \`${name}\``, {
    help: `give it one, as in <${element.name} ${name}="…">`,
  });
  return undefined;
}

/**
 * The issues of a domain or profile: those of its one objective, in the order of the file. Objectives
 * within an objective are refused (DET513), as are elements that are not known.
 */
export function readIssues(
  utilitySpace: XmlElement,
  file: SourceFile,
  flaws: Flaws,
): readonly GeniusIssue[] {
  const objectives = utilitySpace.children.filter(({ name }) => name === 'objective');
  const [objective, second] = objectives;
  if (!objective) {
    flaws.add(
      file,
      'DET512',
      utilitySpace.span,
      `<${utilitySpace.name}> holds no <objective> with issues`,
      {
        help: 'give the files of a domain as Genius saves them',
      },
    );
    return [];
  }
  if (second) refuseElement(second, 'a second objective is not understood', file, flaws);
  const issues: GeniusIssue[] = [];
  const before = flaws.found.length;
  for (const element of objective.children) {
    if (element.name === 'objective') {
      refuseElement(element, 'an objective within an objective is not understood', file, flaws);
    }
    if (element.name !== 'issue') continue;
    const issue = readIssue(element, file, flaws);
    if (!issue) continue;
    if (issues.some(({ name }) => name === issue.name)) {
      const what = `issue "${issue.name}" stands here a second time`;
      flaws.add(file, 'DET516', element.spanOf('name'), what, { help: 'rename one of them' });
    } else issues.push(issue);
  }
  if (issues.length === 0 && flaws.found.length === before) {
    const help = 'give the files of a domain as Genius saves them';
    flaws.add(file, 'DET512', objective.span, 'the objective holds no issue', { help });
  }
  return issues;
}

/** Says that something is not understood. */
export function refuseElement(
  element: XmlElement,
  what: string,
  file: SourceFile,
  flaws: Flaws,
): void {
  flaws.add(file, 'DET513', element.span, what, {
    details: ['understood are discrete issues, and integer issues with a linear evaluator'],
    help: 'write the domain without it, or make the case by hand',
  });
}

function readIssue(element: XmlElement, file: SourceFile, flaws: Flaws): GeniusIssue | undefined {
  const name = attributeOf(element, 'name', 'an issue', file, flaws);
  if (name === undefined) return undefined;
  const index = element.attributes.get('index')?.trim();
  // Some files say `type`, some `vtype`, most both and `etype` as well.
  const kinds = new Set(
    ['type', 'vtype', 'etype'].flatMap((key) => {
      const kind = element.attributes.get(key)?.trim().toLowerCase();
      return kind === undefined || kind === '' ? [] : [kind];
    }),
  );
  const [kind = 'discrete'] = kinds;
  if (kinds.size > 1 || (kind !== 'discrete' && kind !== 'integer')) {
    const told =
      kinds.size > 1
        ? `issue "${name}" says that it is ${[...kinds].join(' and ')}`
        : `issue "${name}" is ${kind}-valued`;
    const real = kind === 'real' ? '; its values cannot be listed' : ', which is not understood';
    refuseElement(element, `${told}${kinds.size > 1 ? '' : real}`, file, flaws);
    return undefined;
  }
  if (kind === 'integer') return readBounds(element, name, index, file, flaws);
  const items = new Map<string, XmlElement>();
  for (const item of element.children) {
    if (item.name !== 'item') continue;
    const value = attributeOf(item, 'value', `an item of issue "${name}"`, file, flaws);
    if (value === undefined) continue;
    if (items.has(value)) {
      const what = `item "${value}" of issue "${name}" stands here a second time`;
      flaws.add(file, 'DET516', item.spanOf('value'), what, { help: 'rename one of them' });
    } else items.set(value, item);
  }
  return { kind, name, element, index, items };
}

function readBounds(
  element: XmlElement,
  name: string,
  index: string | undefined,
  file: SourceFile,
  flaws: Flaws,
): GeniusIssue | undefined {
  // Newer files give the bounds with the issue, older ones in an element of their own.
  const holder = element.children.find((child) => child.name === 'range') ?? element;
  const bounds = ['lowerbound', 'upperbound'].map((key) => {
    const text = attributeOf(holder, key, `integer issue "${name}"`, file, flaws);
    const bound = text === undefined ? undefined : readWholeNumber(text);
    if (text !== undefined && bound === undefined) {
      const what = `the ${key} of issue "${name}" is "${text}", which is no whole number`;
      flaws.add(file, 'DET517', holder.spanOf(key), what, { help: 'write a whole number' });
    }
    return bound;
  });
  const [lower, upper] = bounds;
  if (lower === undefined || upper === undefined) return undefined;
  const values = upper - lower + 1;
  if (values < 1 || values > mostValues) {
    const what =
      values < 1
        ? `integer issue "${name}" runs from ${lower} to ${upper}, which is no value at all`
        : `integer issue "${name}" has ${values} values; at most ${mostValues} are imported`;
    refuseElement(element, what, file, flaws);
    return undefined;
  }
  return { kind: 'integer', name, element, index, lower, upper };
}
