import { changesBetween } from './changes.js';
import type { Document } from './document.js';

/** Sentences of a bottom line that are new, and those that are no longer said. */
export type SentenceChanges = {
  readonly added: readonly string[];
  readonly dropped: readonly string[];
};

/**
 * Compares the bottom lines of two briefs, sentence by sentence and in the order in which they are
 * said: the part under the first heading. Both lists are empty where the same is said, in any order.
 */
export function bottomLineChanges(before: Document, after: Document): SentenceChanges {
  return {
    added: once(changesBetween(bottomLineOf(after), bottomLineOf(before)).gone),
    dropped: once(changesBetween(bottomLineOf(before), bottomLineOf(after)).gone),
  };
}

/** A sentence said of several outcomes is one sentence. */
function once(sentences: readonly string[]): readonly string[] {
  return [...new Set(sentences)];
}

/** The part of a brief under its first heading. */
export function bottomLineOf(brief: Document): Document {
  const { start, end } = bottomLineSpan(brief);
  return { ...brief, blocks: brief.blocks.slice(start, end) };
}

/** What follows the bottom line. */
export function belowBottomLine(brief: Document): Document {
  return { ...brief, blocks: brief.blocks.slice(bottomLineSpan(brief).end) };
}

function bottomLineSpan(brief: Document): { readonly start: number; readonly end: number } {
  const isHeading = (at: number) => {
    const block = brief.blocks[at];
    return block?.kind === 'pageBreak' || (block?.kind === 'heading' && block.level === 2);
  };
  const places = brief.blocks.map((_, at) => at).filter(isHeading);
  const [start = 0, end = brief.blocks.length] = places;
  return { start, end };
}
