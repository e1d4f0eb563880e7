import { groupedDigits } from '../core/grouped-digits.js';

/** `a`, `a and b`, `a, b and c`. */
export function series(parts: readonly string[], word: 'and' | 'or' = 'and'): string {
  if (parts.length <= 1) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}

const smallNumbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];

/** `none`, `one`, `two`, … `ten`, `11`: a count that stands for its noun. */
export function countWord(count: number): string {
  return count === 0 ? 'none' : (smallNumbers[count] ?? String(count));
}

/** `no outcomes`, `one outcome`, `12 outcomes`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${smallNumbers[count] ?? groupedDigits(count)} ${count === 1 ? singular : plural}`;
}

const smallOrdinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** `first`, `second`, … `tenth`, `11th`, `21st`: a place counted from 1. */
export function ordinal(place: number): string {
  const word = smallOrdinals[place - 1];
  if (word !== undefined) return word;
  const ending =
    place % 100 > 10 && place % 100 < 14 ? undefined : ['st', 'nd', 'rd'][(place % 10) - 1];
  return `${place}${ending ?? 'th'}`;
}

/** The text with its first letter in upper case. */
export function sentenceCase(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `27 April 2025` for 2025-04-27, `April 2025` for 2025-04; any other text as it is. */
export function longDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
  const name = months[Number(month) - 1];
  if (year === undefined || name === undefined) return date;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
