import { parseRational, type Rational } from '../../core/rational.js';
import { nameOfPlace } from './name-of-place.js';
import { atValue, type Problems } from './problems.js';
import { shortened, whereRangesStand } from './shape-help.js';
import type { YamlNode } from './yaml-tree.js';

/** What a number must satisfy, with the words for a message. */
export type Range = { readonly accepts: (value: Rational) => boolean; readonly words: string };

export const positive: Range = { accepts: (value) => value.n > 0n, words: 'above 0' };
export const notNegative: Range = { accepts: (value) => value.n >= 0n, words: '0 or more' };
export const share: Range = {
  accepts: (value) => value.n >= 0n && value.n <= value.d,
  words: 'from 0 to 1',
};

/**
 * A number as it is written, exactly; undefined, with a message, for anything else. A value that is
 * no text is left to the check of shapes.
 *
 * @param canBeRange - whether a range may stand in its place, as the message then says.
 */
export function readNumber(
  node: YamlNode | undefined,
  problems: Problems,
  range?: Range,
  canBeRange = false,
): Rational | undefined {
  if (node?.kind !== 'text' || typeof node.value === 'boolean') return undefined;
  const value = parseRational(node.text);
  const subject = nameOfPlace(node.path);
  if (value === undefined) {
    const isRange = /±|\+\/?-/.test(node.text);
    const isExponent = /^[+-]?[\d.]+e[+-]?\d+$/i.test(node.text);
    problems.add(
      'DET207',
      atValue(node),
      `${subject} cannot be read as a number: "${shortened(node.text)}"`,
      {
        details: [
          'numbers are decimals or fractions, held exactly: 40, -3, 0.125, 2/3',
          ...(canBeRange
            ? ['a range is 60 ± 10 or [50, 60, 75]']
            : isRange
              ? [whereRangesStand]
              : []),
        ],
        help: isExponent ? 'write the number out in full' : 'write it as a decimal or a fraction',
      },
    );
    return undefined;
  }
  if (range && !range.accepts(value)) {
    problems.add(
      'DET207',
      atValue(node),
      `${subject} is ${shortened(node.text)}; it must be ${range.words}`,
      {
        help: `write ${range.words.startsWith('a ') ? '' : 'a number '}${range.words}`,
      },
    );
    return undefined;
  }
  return value;
}

/** A whole number from `least` to `most`; undefined, with a message, for anything else. */
export function readWhole(
  node: YamlNode | undefined,
  least: number,
  most: number,
  problems: Problems,
): number | undefined {
  const words = Number.isFinite(most)
    ? `a whole number from ${least} to ${most}`
    : `a whole number, ${least} or more`;
  const value = readNumber(node, problems, {
    accepts: ({ n, d }) =>
      d === 1n && n >= BigInt(least) && (!Number.isFinite(most) || n <= BigInt(most)),
    words,
  });
  return value && Number(value.n);
}

const datePattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day, month or year that exists: `2025-04-27`, `2025-04`, `2025`. */
export function readDate(node: YamlNode | undefined, problems: Problems): string | undefined {
  if (node?.kind !== 'text' || typeof node.value === 'boolean') return undefined;
  const parts = datePattern.exec(node.text);
  const year = Number(parts?.[1]);
  const month = parts?.[2] === undefined ? 1 : Number(parts[2]);
  const day = parts?.[3] === undefined ? 1 : Number(parts[3]);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeap ? 29 : (daysInMonth[month - 1] ?? 0);
  if (parts && day >= 1 && day <= days) return node.text;
  problems.add(
    'DET208',
    atValue(node),
    `${nameOfPlace(node.path)} is no date: "${shortened(node.text)}"`,
    {
      details: parts ? ['there is no such day'] : ['dates are written year-month-day'],
      help: 'write it as 2025-04-27, or 2025-04, or 2025, as exactly as it is known',
    },
  );
  return undefined;
}
