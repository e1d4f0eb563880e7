import type { Case } from '../core/case.js';
import { bottomLineChanges } from './bottom-line-changes.js';
import { changesBetween } from './changes.js';
import type { Block, Document } from './document.js';
import { counted, longDate, sentenceCase, series } from './phrases.js';
import { type Stamp, stampLine } from './stamp.js';

/** Sentences of one list before the rest is only counted. */
const mostSentences = 20;

/**
 * What a change would make of the brief, as a document: the sentences that it would say now and those
 * that it would no longer say, the bottom line first, and nothing that stays.
 *
 * @param supposed - what is supposed, as clauses to follow "if" (`supposedWords`).
 * @param before - the brief as it is.
 * @param after - the brief under what is supposed.
 */
export function changeDocument(
  theCase: Case,
  supposed: readonly string[],
  before: Document,
  after: Document,
  stamp: Stamp,
): Document {
  const clause = series(supposed);
  return {
    title: `What if ${clause}?`,
    subtitle: [
      `${theCase.title}.`,
      ...(theCase.asOf === undefined ? [] : [`As of ${longDate(theCase.asOf)}.`]),
    ].join(' '),
    handling: theCase.handling,
    blocks: changeBlocks(clause, before, after),
    stamp: stampLine(stamp, null),
  };
}

function changeBlocks(clause: string, before: Document, after: Document): readonly Block[] {
  const bottom = bottomLineChanges(before, after);
  const added = apart(changesBetween(after, before).gone, bottom.added);
  const dropped = apart(changesBetween(before, after).gone, bottom.dropped);
  if (bottom.added.length + bottom.dropped.length + added.length + dropped.length === 0) {
    return [lead(`If ${clause}: nothing that the brief says changes.`)];
  }
  const isBottomSame = bottom.added.length + bottom.dropped.length === 0;
  return [
    lead(
      isBottomSame
        ? `If ${clause}: the bottom line stays the same; what changes is told below it.`
        : `If ${clause}: the bottom line changes.`,
    ),
    ...(isBottomSame ? [] : section('In the bottom line', bottom.added, bottom.dropped)),
    ...section('In the rest of the brief', added, dropped),
  ];
}

/** Sentences each once, without those told already. */
function apart(sentences: readonly string[], told: readonly string[]): readonly string[] {
  return [...new Set(sentences)].filter((sentence) => !told.includes(sentence));
}

function lead(text: string): Block {
  return { kind: 'paragraph', role: 'lead', content: [text] };
}

function section(
  title: string,
  added: readonly string[],
  dropped: readonly string[],
): readonly Block[] {
  if (added.length + dropped.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: title },
    ...sentenceList('Now said', added),
    ...sentenceList('No longer said', dropped),
  ];
}

function sentenceList(title: string, sentences: readonly string[]): readonly Block[] {
  if (sentences.length === 0) return [];
  const rest = sentences.length - mostSentences;
  return [
    { kind: 'heading', level: 3, text: title },
    {
      kind: 'list',
      isOrdered: false,
      items: sentences.slice(0, mostSentences).map((text) => ({ content: [text] })),
    },
    ...(rest > 0
      ? [
          {
            kind: 'paragraph' as const,
            content: [`${sentenceCase(counted(rest, 'further sentence'))} not told here.`],
          },
        ]
      : []),
  ];
}
