import type { Inline } from './document.js';

/** `a`, `a and b`, `a, b and c`, of pieces of sentences. */
export function inlineSeries(
  parts: readonly (readonly Inline[])[],
  word: 'and' | 'or' = 'and',
): readonly Inline[] {
  return parts.flatMap((part, at): readonly Inline[] =>
    at === 0 ? part : [at === parts.length - 1 ? ` ${word} ` : ', ', ...part],
  );
}
