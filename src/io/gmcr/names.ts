/** Words that have a meaning of their own where an id may stand. */
const takenWords: ReadonlySet<string> = new Set([
  ...['and', 'or', 'not', 'if', 'then', 'iff', 'in', 'at', 'least', 'of'],
  ...['yes', 'no', 'on', 'off', 'true', 'false', 'null', 'nobody'],
]);

const longestId = 40;

/** Letters of any script, digits and `_`; everything else, also in a row, becomes one `_`. */
function idFrom(name: string, fallback: string): string {
  const id = name
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  const whole = [...id].slice(0, longestId).join('');
  // An id of digits alone would read as a number.
  if (!/\p{L}/u.test(whole)) return whole === '' ? fallback : `${fallback}_${whole}`;
  return takenWords.has(whole.toLowerCase()) ? `${whole}_` : whole;
}

/**
 * An id for each name, unique also where capitals are overlooked.
 *
 * Where two names make the same id, each gets its `context` behind it (`full_IJC`); where that is not
 * enough, or there is none, a number.
 *
 * @param fallback - the id of a name without a letter or digit.
 * @param taken - ids in use elsewhere in the same name space.
 */
export function idsFrom(
  names: readonly { readonly name: string; readonly context?: string }[],
  fallback: string,
  taken: readonly string[] = [],
): readonly string[] {
  const plain = names.map(({ name }) => idFrom(name, fallback));
  const fold = (id: string) => id.toLowerCase();
  const used = new Set(taken.map(fold));
  return plain.map((id, index) => {
    const context = names[index]?.context;
    const isShared = plain.filter((other) => fold(other) === fold(id)).length > 1;
    const stem = isShared && context !== undefined ? `${id}_${context}` : id;
    let unique = stem;
    for (let number = 2; used.has(fold(unique)); number += 1) unique = `${stem}_${number}`;
    used.add(fold(unique));
    return unique;
  });
}
