import type { NumberRange, RangedNumber } from '../../core/case.js';
import { add, compare, parseRational, type Rational, subtract } from '../../core/rational.js';
import { nameOfPlace } from './name-of-place.js';
import { atValue, type Problems } from './problems.js';
import { type Range, readNumber } from './read-values.js';
import { shortened } from './shape-help.js';
import { type ListNode, textOf, type YamlNode } from './yaml-tree.js';

/** Between the middle and the spread: `60 ± 10`, `60 +- 10`. */
const spreadSign = /±|\+-/;

/** The ends of a range, and where its peak is if it has one; `value` stands in the number's place. */
type Ends = Pick<NumberRange, 'low' | 'high' | 'mode'> & { readonly value: Rational };

/**
 * A number, or a range of them: `60 ± 10` for anything between 50 and 70 alike, `[50, 60, 75]` for
 * low end, peak and high end. A range is added to `ranges`; what is returned is its middle, or its
 * peak. Undefined, with a message, for anything else; both ends must be accepted.
 */
export function readAmount(
  node: YamlNode | undefined,
  of: RangedNumber,
  ranges: NumberRange[],
  problems: Problems,
  bounds?: Range,
): Rational | undefined {
  const isSpread = node?.kind === 'text' && spreadSign.test(node.text);
  if (node?.kind !== 'list' && !isSpread) return readNumber(node, problems, bounds, true);
  const ends = node.kind === 'list' ? triangleOf(node, problems) : spreadOf(node, problems);
  if (!ends) return undefined;
  const { value, ...range } = ends;
  const text = rangeTextOf(node);
  if (bounds && !(bounds.accepts(range.low) && bounds.accepts(range.high))) {
    problems.add(
      'DET207',
      atValue(node),
      `${nameOfPlace(node.path)} is ${shortened(text)}; it must be ${bounds.words} throughout`,
      { help: `write a range that is ${bounds.words} at both ends` },
    );
    return undefined;
  }
  ranges.push({ of, ...range, text, path: node.path });
  return value;
}

/** A range as the file gives it; a list on one line. */
export function rangeTextOf(node: YamlNode): string {
  return node.kind === 'list'
    ? `[${node.items.map((item) => textOf(item) ?? '…').join(', ')}]`
    : (textOf(node) ?? '');
}

function spreadOf(node: YamlNode, problems: Problems): Ends | undefined {
  const text = textOf(node) ?? '';
  const [sign = ''] = spreadSign.exec(text) ?? [];
  const at = text.indexOf(sign);
  const value = parseRational(text.slice(0, at));
  const spread = parseRational(text.slice(at + sign.length));
  if (!value || !spread) return noRange(node, 'one of its numbers cannot be read', problems);
  if (spread.n <= 0n) {
    const why = spread.n < 0n ? 'the spread is below 0' : 'the spread is 0';
    return noRange(node, why, problems);
  }
  return { low: subtract(value, spread), high: add(value, spread), mode: undefined, value };
}

function triangleOf(node: ListNode, problems: Problems): Ends | undefined {
  // What is no text is left to the check of shapes.
  const texts = node.items.flatMap((item) =>
    item.kind === 'text' && typeof item.value !== 'boolean' ? [item.text] : [],
  );
  if (texts.length < node.items.length) return undefined;
  if (texts.length !== 3) {
    const count = texts.length === 0 ? 'no number' : `${texts.length} of them`;
    return noRange(node, `three numbers are needed; here ${count}`, problems);
  }
  const [low, mode, high] = texts.map(parseRational);
  if (!low || !mode || !high) return noRange(node, 'one of its numbers cannot be read', problems);
  if (compare(low, mode) > 0 || compare(mode, high) > 0) {
    return noRange(node, 'its numbers do not ascend', problems);
  }
  if (compare(low, high) === 0) return noRange(node, 'its two ends are the same', problems);
  return { low, high, mode, value: mode };
}

function noRange(node: YamlNode, why: string, problems: Problems): undefined {
  const text = shortened(rangeTextOf(node));
  problems.add('DET252', atValue(node), `${nameOfPlace(node.path)} is no range: "${text}"`, {
    details: [why, 'a range is 60 ± 10, from 50 to 70, or [50, 60, 75]: low end, peak, high end'],
    help: 'write one of the two, or a single number',
  });
  return undefined;
}
