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

/** `no outcomes`, `one outcome`, `12 outcomes`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${smallNumbers[count] ?? count} ${count === 1 ? singular : plural}`;
}

/** The text with its first letter in upper case. */
export function sentenceCase(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
