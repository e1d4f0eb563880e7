import type { BareWord } from './build-tree.js';
import type { Problems } from './problems.js';

/**
 * Reports bare `yes`, `no`, `on` and `off`: YAML 1.1 programs read them as true and false, YAML 1.2
 * programs as texts.
 *
 * @param allowed - offsets where such a word was read as a level of a lever.
 */
export function reportBareWords(
  words: readonly BareWord[],
  allowed: ReadonlySet<number>,
  problems: Problems,
): void {
  for (const { text, path, range, isKey } of words) {
    if (allowed.has(range.start)) continue;
    problems.add(
      'DET104',
      { path, range, atKey: isKey },
      `the bare word "${text}" is a text to some programs and true or false to others`,
      {
        help: `choose another word, such as open and shut, or, where it is text, put it in quotes, "${text}"; only the levels no and yes of a lever stand bare`,
      },
    );
  }
}
