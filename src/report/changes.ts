import type { Block, Document, Inline, ListItem } from './document.js';
import { sentencesOf, sentenceText } from './sentences.js';

/** One thing a document says: a sentence, a row of a table or a heading, under its headings. */
type Saying = {
  readonly key: string;
  readonly text: string;
  readonly kind: 'sentence' | 'heading';
};

/** What a document says that an earlier one did not, and what it no longer says. */
export type Changes = {
  /** Keys of `sayingKey` that are new. */
  readonly fresh: ReadonlySet<string>;
  /** Number of new sentences and table rows. */
  readonly count: number;
  /** Sentences and rows of the earlier document that are gone. */
  readonly gone: readonly string[];
};

/** A key for a saying: the same words under another heading are another saying. */
export function sayingKey(section: string, text: string): string {
  return `${section}\u0000${text}`;
}

/** A table row as one text. */
export function rowText(row: readonly (readonly Inline[])[]): string {
  return row.map(sentenceText).join(' · ');
}

/** Follows the headings through a document's blocks; the result names the section of each block. */
export function sectionsOf(blocks: readonly Block[]): readonly string[] {
  let chapter = '';
  let section = '';
  return blocks.map((block) => {
    if (block.kind !== 'heading') return `${chapter}/${section}`;
    if (block.level === 2) {
      chapter = block.text;
      section = '';
      return '';
    }
    section = block.text;
    return chapter;
  });
}

/**
 * Compares two documents saying by saying. Sayings are matched by their words and their headings,
 * never by their place, so a sentence that only moved within its section is unchanged.
 *
 * Time linear in the length of the documents.
 */
export function changesBetween(before: Document, after: Document): Changes {
  const old = sayings(before);
  const now = sayings(after);
  const oldKeys = new Set(old.map(({ key }) => key));
  const nowKeys = new Set(now.map(({ key }) => key));
  const fresh = now.filter(({ key }) => !oldKeys.has(key));
  return {
    fresh: new Set(fresh.map(({ key }) => key)),
    count: fresh.filter(({ kind }) => kind === 'sentence').length,
    gone: old
      .filter(({ key, kind }) => kind === 'sentence' && !nowKeys.has(key))
      .map(({ text }) => text),
  };
}

function sayings(document: Document): readonly Saying[] {
  const sections = sectionsOf(document.blocks);
  return document.blocks.flatMap((block, index) => blockSayings(block, sections[index] ?? ''));
}

function blockSayings(block: Block, section: string): readonly Saying[] {
  const say = (text: string, kind: Saying['kind'] = 'sentence') => ({
    key: sayingKey(section, text),
    text,
    kind,
  });
  switch (block.kind) {
    case 'heading':
      return [say(block.text, 'heading')];
    case 'paragraph':
      return sentencesOf(block.content).map((sentence) => say(sentenceText(sentence)));
    case 'list':
      return block.items.flatMap((item) => itemSentences(item)).map((text) => say(text));
    case 'table':
      return block.rows.map((row) => say(rowText(row)));
    case 'pageBreak':
      return [];
  }
}

function itemSentences(item: ListItem): readonly string[] {
  return [
    ...sentencesOf(item.content).map(sentenceText),
    ...(item.items ?? []).flatMap((inner) => itemSentences(inner)),
  ];
}
