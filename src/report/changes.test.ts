import { expect, test } from 'vitest';
import { changesBetween, sayingKey } from './changes.js';
import type { Block, Document, Inline } from './document.js';
import { sentencesOf, sentenceText } from './sentences.js';

const why: Inline = {
  kind: 'why',
  text: 'would hold. Truly',
  ask: { about: 'outcome', state: 3 },
};

const documentOf = (...blocks: readonly Block[]): Document => ({
  title: 'A case',
  subtitle: undefined,
  handling: undefined,
  blocks,
  stamp: '',
});
const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text });
const paragraph = (...content: readonly Inline[]): Block => ({ kind: 'paragraph', content });

test('content is cut between sentences, never within a marked piece or a number', () => {
  const content: readonly Inline[] = [
    'It costs 1.5 points. The deal ',
    why,
    '. “So” they say. And',
  ];
  const sentences = sentencesOf(content);
  expect(sentences.map(sentenceText)).toEqual([
    'It costs 1.5 points.',
    'The deal would hold. Truly.',
    '“So” they say.',
    'And',
  ]);
  expect(sentences.map(sentenceText).join(' ')).toBe(sentenceText(content));
});

test('a sentence ends before a marked piece when its full stop and blank do', () => {
  expect(sentencesOf(['One. ', why, ' two.']).map(sentenceText)).toEqual([
    'One.',
    'would hold. Truly two.',
  ]);
});

test('content without text has no sentences', () => {
  expect(sentencesOf([])).toEqual([]);
  expect(sentencesOf([''])).toEqual([]);
});

test('only the sentence that differs is new, and the one it replaced is gone', () => {
  const changes = changesBetween(
    documentOf(heading('Holds'), paragraph('The pump is shared. The road is open.')),
    documentOf(heading('Holds'), paragraph('The pump is locked. The road is open.')),
  );
  expect([...changes.fresh]).toEqual([sayingKey('Holds/', 'The pump is locked.')]);
  expect(changes.count).toBe(1);
  expect(changes.gone).toEqual(['The pump is shared.']);
});

test('the same words under another heading are new; moved within a section they are not', () => {
  const first = documentOf(heading('A'), paragraph('One.'), paragraph('Two.'), heading('B'));
  const moved = documentOf(heading('A'), paragraph('Two.'), paragraph('One.'), heading('B'));
  const elsewhere = documentOf(heading('A'), paragraph('Two.'), heading('B'), paragraph('One.'));
  expect(changesBetween(first, moved).count).toBe(0);
  expect(changesBetween(first, elsewhere).count).toBe(1);
  expect(changesBetween(first, elsewhere).gone).toEqual(['One.']);
});

test('list items at every depth and table rows are compared; headings are marked, not counted', () => {
  const list = (inner: string): Block => ({
    kind: 'list',
    isOrdered: false,
    items: [{ content: ['Outer.'], items: [{ content: [inner] }] }],
  });
  const table = (cell: string): Block => ({
    kind: 'table',
    caption: 'Outcomes',
    header: ['a', 'b'],
    rows: [[['x'], [cell]]],
  });
  const changes = changesBetween(
    documentOf(list('Inner.'), table('1'), heading('Old', 3)),
    documentOf(list('Other.'), table('2'), heading('New', 3)),
  );
  expect(changes.count).toBe(2);
  expect(changes.fresh.size).toBe(3);
  expect(changes.gone).toEqual(['Inner.', 'x · 1']);
});

test('a document compared with itself has no changes', () => {
  const one = documentOf(heading('A'), paragraph('One. ', why, '.'));
  expect(changesBetween(one, one)).toEqual({ fresh: new Set(), count: 0, gone: [] });
});
