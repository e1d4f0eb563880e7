import type { Case } from '../core/case.js';
import { belowBottomLine, bottomLineOf, type SentenceChanges } from './bottom-line-changes.js';
import { changesBetween, rowText, sayingKey, sectionsOf } from './changes.js';
import { type Block, type Document, type Inline, type ListItem, plainText } from './document.js';
import { counted, longDate, sentenceCase } from './phrases.js';
import { sentencesOf, sentenceText } from './sentences.js';
import { type Stamp, stampLine } from './stamp.js';

/** Parts told in one list before the rest is only counted. */
const mostParts = 20;

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
  const clause = supposed.join(', and if ');
  return {
    title: `What if ${clause}?`,
    subtitle: [
      /[.?!]$/u.test(theCase.title) ? theCase.title : `${theCase.title}.`,
      ...(theCase.asOf === undefined ? [] : [`As of ${longDate(theCase.asOf)}.`]),
    ].join(' '),
    handling: theCase.handling,
    blocks: changeBlocks(clause, before, after),
    stamp: stampLine(stamp, null),
  };
}

function changeBlocks(clause: string, before: Document, after: Document): readonly Block[] {
  const bottom = partsChanged(bottomLineOf(before), bottomLineOf(after));
  const rest = partsChanged(belowBottomLine(before), belowBottomLine(after));
  const isSame = ({ added, dropped }: SentenceChanges) => added.length + dropped.length === 0;
  if (isSame(bottom) && isSame(rest)) {
    return [lead(`If ${clause}: nothing that the brief says changes.`)];
  }
  return [
    lead(
      isSame(bottom)
        ? `If ${clause}: the bottom line stays the same; what changes is told below it.`
        : `If ${clause}: the bottom line changes.`,
    ),
    ...section('In the bottom line', bottom),
    ...section('In the rest of the brief', rest),
  ];
}

function partsChanged(before: Document, after: Document): SentenceChanges {
  return {
    added: partsOf(after, changesBetween(before, after).fresh),
    dropped: partsOf(before, changesBetween(after, before).fresh),
  };
}

/**
 * The sentences of a document whose keys are given, in its order, those of one paragraph or item
 * together. Where the first of an item is not among them, they follow its name. How the brief was
 * worked out is left aside.
 */
function partsOf(document: Document, keys: ReadonlySet<string>): readonly string[] {
  const sections = sectionsOf(document.blocks);
  const parts = document.blocks.flatMap((block, at) => {
    const section = sections[at] ?? '';
    if (section.startsWith(methodSection)) return [];
    const isChanged = (text: string) => keys.has(sayingKey(section, text));
    // Asides restate the file: that today is otherwise was supposed.
    if (block.kind === 'paragraph' && block.role === 'aside') return [];
    if (block.kind === 'paragraph') return changedSentences(block.content, isChanged);
    if (block.kind === 'table') return block.rows.map(rowText).filter(isChanged);
    if (block.kind === 'list') return block.items.flatMap((item) => itemParts(item, isChanged));
    return [];
  });
  return [...new Set(parts)];
}

/** Heading of the section that says how the brief was worked out. */
const methodSection = 'Method/';

function itemParts(
  { content, items = [] }: ListItem,
  isChanged: (text: string) => boolean,
): readonly string[] {
  const [first] = content;
  const isNamed = first !== undefined && typeof first !== 'string' && first.kind !== 'why';
  return [
    ...changedSentences(content, isChanged, isNamed ? plainText([first]) : undefined),
    ...items.flatMap((item) => itemParts(item, isChanged)),
  ];
}

/** The changed sentences as one text, after the name of what they are about where it would be missing. */
function changedSentences(
  content: readonly Inline[],
  isChanged: (text: string) => boolean,
  name?: string,
): readonly string[] {
  const sentences = sentencesOf(content).map(sentenceText);
  const changed = sentences.filter(isChanged);
  const [first] = sentences;
  if (changed.length === 0 || first === undefined) return [];
  const isNameless = name !== undefined && !changed.includes(first);
  return [`${isNameless ? `${name}: ` : ''}${changed.join(' ')}`];
}

function lead(text: string): Block {
  return { kind: 'paragraph', role: 'lead', content: [text] };
}

function section(title: string, { added, dropped }: SentenceChanges): readonly Block[] {
  if (added.length + dropped.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: title },
    ...sentenceList('Now said', added),
    ...sentenceList('No longer said', dropped),
  ];
}

function sentenceList(title: string, sentences: readonly string[]): readonly Block[] {
  if (sentences.length === 0) return [];
  const rest = sentences.length - mostParts;
  return [
    { kind: 'heading', level: 3, text: title },
    {
      kind: 'list',
      isOrdered: false,
      items: sentences.slice(0, mostParts).map((text) => ({ content: [text] })),
    },
    ...(rest > 0
      ? [
          {
            kind: 'paragraph' as const,
            content: [`${sentenceCase(counted(rest, 'further part'))} not told here.`],
          },
        ]
      : []),
  ];
}
