import {
  add,
  compare,
  divide,
  formatRational,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../core/rational.js';
import type { DomainParty } from '../bargaining/domain.js';
import { readAmount } from '../bargaining/read-amount.js';
import { type Flaws, type SourceFile, stemOf } from '../bargaining/source-file.js';
import { nearestName } from '../nearest-name.js';
import type { XmlElement } from '../xml/read-xml.js';
import { attributeOf, type GeniusIssue, readIssues, refuseElement } from './genius-domain.js';

type Place = { readonly file: SourceFile; readonly flaws: Flaws };
type DiscreteIssue = Extract<GeniusIssue, { kind: 'discrete' }>;
type IntegerIssue = Extract<GeniusIssue, { kind: 'integer' }>;

const understood: ReadonlySet<string> = new Set(['objective', 'reservation', 'discount_factor']);

/**
 * The amounts of a party from its profile (`utility_space`), as Genius computes them:
 *
 *     discrete issue i, item x:   w_i · e_i(x) / max e_i
 *     integer issue i, value v:   w_i · min(1, max(0, offset_i + slope_i · (v − lower_i)))
 *
 * Weights are as in the file, not renormalised. `reservation` is kept, 0 where none; a discount factor
 * other than 1 is not taken over, with a warning (DET518). Where the largest evaluation of an issue is
 * not above 0 the quotient has no meaning: refused, unless the issue weighs nothing. Issues and items
 * are matched by name; the order is the domain's.
 */
export function readProfile(
  root: XmlElement,
  domain: readonly GeniusIssue[],
  place: Place,
): DomainParty {
  const { file, flaws } = place;
  for (const child of root.children) {
    if (understood.has(child.name)) continue;
    refuseElement(child, `<${child.name}> in a profile is not understood`, file, flaws);
  }
  const issues = readIssues(root, file, flaws);
  const weights = readWeights(root, place);
  const names = domain.map(({ name }) => name);
  for (const { name, element } of issues) {
    if (names.includes(name)) continue;
    const near = nearestName(name, names);
    flaws.add(file, 'DET514', element.spanOf('name'), `the domain has no issue "${name}"`, {
      details: [`issues of the domain: ${names.join(', ')}`],
      help: near === undefined ? 'use the names of the domain' : `did you mean "${near}"?`,
    });
  }
  const amounts = domain.map((issue): readonly Rational[] => {
    const own = issues.find(({ name }) => name === issue.name);
    if (!own) {
      flaws.add(file, 'DET514', root.span, `the profile has no issue "${issue.name}"`, {
        help: 'give the issue and its weight, or take it out of the domain',
      });
      return [];
    }
    if (own.kind !== issue.kind) {
      const what = `issue "${issue.name}" is ${own.kind} here and ${issue.kind} in the domain`;
      flaws.add(file, 'DET514', own.element.span, what, { help: 'make the two files agree' });
      return [];
    }
    const weight = weightOf(own, weights, place);
    if (own.kind === 'discrete') {
      return discreteAmounts(own, issue as DiscreteIssue, weight, place);
    }
    return integerAmounts(own, issue as IntegerIssue, weight, place);
  });
  return { name: stemOf(file), amounts, noDeal: readReservation(root, place) };
}

/** A number in an attribute, with a message where there is none; zero then stands in. */
function numberIn(element: XmlElement, name: string, of: string, place: Place): Rational {
  const text = attributeOf(element, name, of, place.file, place.flaws);
  if (text === undefined) return zero;
  const value = readAmount(text);
  if (value !== undefined) return value;
  place.flaws.add(
    place.file,
    'DET517',
    element.spanOf(name),
    `the \`${name}\` of ${of} is "${text.slice(0, 40)}", which is no number`,
    { help: 'write a decimal number' },
  );
  return zero;
}

/** Weights by the index of their issue. */
function readWeights(root: XmlElement, place: Place): ReadonlyMap<string, Rational> {
  const { file, flaws } = place;
  const weights = new Map<string, Rational>();
  const objective = root.children.find(({ name }) => name === 'objective');
  for (const element of objective?.children ?? []) {
    if (element.name === 'issue' || element.name === 'objective') continue;
    if (element.name !== 'weight') {
      refuseElement(element, `<${element.name}> in an objective is not understood`, file, flaws);
      continue;
    }
    const index = attributeOf(element, 'index', 'a weight', file, flaws);
    if (index === undefined) continue;
    if (weights.has(index)) {
      const what = `the weight with index ${index} stands here a second time`;
      flaws.add(file, 'DET516', element.span, what, { help: 'keep one of them' });
      continue;
    }
    const of = `the weight with index ${index}`;
    const weight = numberIn(element, 'value', of, place);
    if (weight.n < 0n) {
      const text = element.attributes.get('value');
      flaws.add(file, 'DET517', element.spanOf('value'), `${of} is ${text}; it must be 0 or more`, {
        help: 'write a number that is 0 or more',
      });
    }
    weights.set(index, weight);
  }
  return weights;
}

function weightOf(
  { name, index, element }: GeniusIssue,
  weights: ReadonlyMap<string, Rational>,
  { file, flaws }: Place,
): Rational {
  const weight = index === undefined ? undefined : weights.get(index);
  if (weight) return weight;
  const what =
    index === undefined
      ? `issue "${name}" has no \`index\`, so no weight belongs to it`
      : `issue "${name}" has no weight: there is none with index ${index}`;
  flaws.add(file, 'DET512', element.span, what, {
    help: `add <weight index="${index ?? '…'}" value="…"/> to the objective`,
  });
  return zero;
}

function discreteAmounts(
  own: DiscreteIssue,
  issue: DiscreteIssue,
  weight: Rational,
  place: Place,
): readonly Rational[] {
  const { file, flaws } = place;
  const values = [...issue.items.keys()];
  const before = flaws.found.length;
  for (const [value, item] of own.items) {
    if (issue.items.has(value)) continue;
    const near = nearestName(value, values);
    const what = `issue "${issue.name}" has no item "${value}" in the domain`;
    flaws.add(file, 'DET515', item.spanOf('value'), what, {
      details: [`its items: ${values.join(', ')}`],
      help: near === undefined ? 'use the items of the domain' : `did you mean "${near}"?`,
    });
  }
  const evaluations = values.map((value) => {
    const item = own.items.get(value);
    if (item) {
      return numberIn(item, 'evaluation', `item "${value}" of issue "${issue.name}"`, place);
    }
    const what = `item "${value}" of issue "${issue.name}" has no evaluation`;
    flaws.add(file, 'DET515', own.element.span, what, {
      help: `add <item value="${value}" evaluation="…"/> to the issue`,
    });
    return zero;
  });
  const largest = evaluations.reduce((a, b) => (compare(a, b) >= 0 ? a : b), zero);
  if (weight.n === 0n) return evaluations.map(() => zero);
  if (largest.n <= 0n) {
    if (flaws.found.length > before) return [];
    const what = `no evaluation of issue "${issue.name}" is above 0, and Genius divides by the largest`;
    flaws.add(file, 'DET517', own.element.span, what, {
      help: 'give the issue the weight 0, or an item an evaluation above 0',
    });
    return [];
  }
  return evaluations.map((evaluation) => multiply(weight, divide(evaluation, largest)));
}

function integerAmounts(
  own: IntegerIssue,
  issue: IntegerIssue,
  weight: Rational,
  place: Place,
): readonly Rational[] {
  const { file, flaws } = place;
  if (own.lower !== issue.lower || own.upper !== issue.upper) {
    const what = `issue "${issue.name}" runs from ${own.lower} to ${own.upper} here, from ${issue.lower} to ${issue.upper} in the domain`;
    flaws.add(file, 'DET514', own.element.span, what, { help: 'make the two files agree' });
    return [];
  }
  const [evaluator] = own.element.children.filter(({ name }) => name === 'evaluator');
  if (!evaluator) {
    const what = `integer issue "${issue.name}" has no <evaluator>`;
    flaws.add(file, 'DET515', own.element.span, what, {
      help: 'add <evaluator ftype="linear" offset="…" slope="…"/> to the issue',
    });
    return [];
  }
  const kind = evaluator.attributes.get('ftype')?.trim().toLowerCase() ?? 'linear';
  if (kind !== 'linear') {
    const what = `the evaluator of issue "${issue.name}" is of the kind "${kind}", which is not understood`;
    refuseElement(evaluator, what, file, flaws);
    return [];
  }
  const of = `the evaluator of issue "${issue.name}"`;
  const offset = numberIn(evaluator, 'offset', of, place);
  const slope = numberIn(evaluator, 'slope', of, place);
  return Array.from({ length: issue.upper - issue.lower + 1 }, (_, step) => {
    const value = add(offset, multiply(slope, rational(BigInt(step))));
    const above = compare(value, zero) < 0 ? zero : value;
    return multiply(weight, compare(subtract(one, above), zero) < 0 ? one : above);
  });
}

function readReservation(root: XmlElement, place: Place): DomainParty['noDeal'] {
  const { file, flaws } = place;
  const [discount] = root.children.filter(({ name }) => name === 'discount_factor');
  const factor = discount && numberIn(discount, 'value', 'the discount factor', place);
  if (discount && factor && compare(factor, one) !== 0) {
    const text = formatRational(factor);
    const what = `the discount factor ${text} is not taken over: a case has no rounds`;
    flaws.add(file, 'DET518', discount.spanOf('value'), what, {
      help: 'nothing needs to be done if time does not matter; else lower the points by hand',
    });
  }
  const [given, second] = root.children.filter(({ name }) => name === 'reservation');
  if (second) {
    const what = 'the reservation value stands here a second time';
    flaws.add(file, 'DET516', second.span, what, { help: 'keep one of them' });
  }
  if (!given) {
    return { value: zero, why: 'the profile gives no reservation value', isInFile: false };
  }
  return {
    value: numberIn(given, 'value', 'the reservation', place),
    why: 'the reservation value of the profile',
    isInFile: true,
  };
}
