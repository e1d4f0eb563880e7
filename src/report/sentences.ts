import type { Inline } from './document.js';

/** White space after the end of a sentence, before something that can begin one. */
const BETWEEN = /(?<=[.!?][)\]”"’']?)\s+(?=[\p{Lu}\p{N}“"‘'([])/u;
const AT_END = /[.!?][)\]”"’']?\s+$/;

/**
 * Cuts content into sentences, each with the blank that follows it, so that together they are the
 * content again. A sentence ends only in plain text: a marked piece is never cut.
 */
export function sentencesOf(content: readonly Inline[]): readonly (readonly Inline[])[] {
  const sentences: Inline[][] = [[]];
  const push = (piece: Inline) => sentences.at(-1)?.push(piece);
  for (const piece of content) {
    if (typeof piece !== 'string') {
      push(piece);
      continue;
    }
    const parts = piece.split(BETWEEN);
    parts.forEach((part, index) => {
      const isLast = index === parts.length - 1;
      push(isLast ? part : `${part} `);
      if (!isLast || AT_END.test(part)) sentences.push([]);
    });
  }
  return sentences.filter((sentence) => sentence.some((piece) => piece !== ''));
}

/** What a sentence says, without marks and outer blanks. */
export function sentenceText(content: readonly Inline[]): string {
  return content
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('')
    .trim();
}
