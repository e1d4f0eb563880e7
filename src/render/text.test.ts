import { describe, expect, it } from 'vitest';
import { type Block, type Document, emphasis, strong } from '../report/document.js';
import { renderText, textColumns, wrap } from './text.js';

const document = (blocks: readonly Block[], more: Partial<Document> = {}): Document => ({
  title: 'A title',
  subtitle: undefined,
  handling: undefined,
  blocks,
  stamp: 'Case file 0123',
  ...more,
});
const words = (count: number, word = 'water') =>
  Array.from({ length: count }, () => word).join(' ');
const paragraph = (text: string): Block => ({ kind: 'paragraph', content: [text] });
const longestLine = (text: string) => Math.max(...text.split('\n').map((line) => [...line].length));

describe('wrapping', () => {
  it('fills a line up to the width and no further', () => {
    // Five letters and a space: 13 words make 77 characters, 14 make 83.
    expect(wrap(words(14), 80)).toBe(`${words(13)}\nwater`);
    expect(wrap('12345 7890', 10)).toBe('12345 7890');
    expect(wrap('12345 78901', 10)).toBe('12345\n78901');
  });

  it('leaves a word longer than the line whole, on a line of its own', () => {
    const long = 'x'.repeat(100);
    expect(wrap(`a ${long} b`, 80)).toBe(`a\n${long}\nb`);
    expect(wrap(long, 80)).toBe(long);
    expect(wrap(long, 80, '  - ', '    ')).toBe(`  - ${long}`);
  });

  it('counts code points, not UTF-16 units', () => {
    const party = '🕊'.repeat(10);
    expect(wrap(`${party} ${party}`, 21)).toBe(`${party} ${party}`);
    expect(wrap(`${party} ${party}`, 20)).toBe(`${party}\n${party}`);
    expect(longestLine(wrap(words(40, 'Украина'), 80))).toBeLessThanOrEqual(80);
  });

  it('counts what starts the first line and what starts the others', () => {
    expect(wrap('one two three', 9, '  - ', '    ')).toBe('  - one\n    two\n    three');
    expect(wrap('one two three', 11, '  - ', '    ')).toBe('  - one two\n    three');
  });

  it('takes any white space as one space, and no text as an empty line', () => {
    expect(wrap(' one\n\n two\tthree ', 80)).toBe('one two three');
    expect(wrap('', 80)).toBe('');
    expect(wrap('', 80, '  - ')).toBe('  -');
  });
});

describe('plain text', () => {
  it('has handling in capitals, title, subtitle, blocks and stamp, with an empty line between', () => {
    const text = renderText(
      document([paragraph('One sentence.')], { handling: 'For staff', subtitle: 'As of 2025' }),
    );
    expect(text).toBe(
      'FOR STAFF\n\nA title\n=======\n\nAs of 2025\n\nOne sentence.\n\nCase file 0123\n',
    );
  });

  it('shows headings in capitals with a line below, and lesser ones as they are', () => {
    const text = renderText(
      document([
        { kind: 'heading', level: 2, text: 'What holds' },
        { kind: 'heading', level: 3, text: 'Today' },
      ]),
    );
    expect(text).toContain('\n\nWHAT HOLDS\n----------\n\nToday\n\n');
  });

  it('never breaks a command over two lines', () => {
    const command = `detente explain a.yaml ${'--where "a = b" '.repeat(6)}`.trim();
    const text = renderText(
      document([
        { kind: 'paragraph', content: ['Ask with ', { kind: 'code', text: command }, ' for more'] },
      ]),
    );
    expect(text).toContain(`Ask with\n${command}\nfor more`);
  });

  it('adds no marks to emphasis or strong text: quotation marks are its own', () => {
    const content = [
      strong('North'),
      ' would lose ',
      emphasis('“the road open”'),
      ' or ',
      emphasis('bread'),
      '.',
    ];
    expect(renderText(document([{ kind: 'paragraph', content }]))).toContain(
      'North would lose “the road open” or bread.',
    );
  });

  it('numbers ordered lists, marks others, and indents what stands below an item', () => {
    const items = [{ content: ['one'], items: [{ content: ['below'] }] }, { content: ['two'] }];
    expect(renderText(document([{ kind: 'list', isOrdered: true, items }]))).toContain(
      '\n  1. one\n     - below\n  2. two\n',
    );
    expect(renderText(document([{ kind: 'list', isOrdered: false, items }]))).toContain(
      '\n  - one\n    - below\n  - two\n',
    );
  });

  it('tells a table row by row, each further cell with the name of its column', () => {
    const table: Block = {
      kind: 'table',
      caption: 'not shown',
      header: ['Outcome', 'Held how'],
      rows: [
        [['today'], ['nobody wants to leave']],
        [['the deal'], [emphasis('“by a reply”')]],
      ],
    };
    expect(renderText(document([table]))).toContain(
      '\n  * today\n    Held how: nobody wants to leave\n  * the deal\n    Held how: “by a reply”\n',
    );
  });

  it('passes no control character on: text of a case cannot steer a terminal', () => {
    const text = renderText(
      document([paragraph('a\u001b[2Jb\u0007c\u009bd\u007fe')], { title: '\u001b]0;x' }),
    );
    expect(text).toContain('a[2Jbcde');
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('has no trace of a page break', () => {
    const text = renderText(document([paragraph('a'), { kind: 'pageBreak' }, paragraph('b')]));
    expect(text).toContain('\na\n\nb\n');
  });

  it('keeps every line within 80 columns, whatever the block', () => {
    const long = words(60, 'договор');
    const item = { content: [long], items: [{ content: [long] }] };
    const text = renderText(
      document(
        [
          { kind: 'heading', level: 2, text: long },
          { kind: 'heading', level: 3, text: long },
          { kind: 'paragraph', content: [long, emphasis(long)] },
          { kind: 'list', isOrdered: true, items: Array.from({ length: 12 }, () => item) },
          { kind: 'table', caption: long, header: ['A', long], rows: [[[long], [long]]] },
        ],
        { title: long, subtitle: long, handling: long, stamp: long },
      ),
    );
    expect(textColumns).toBe(80);
    expect(longestLine(text)).toBeLessThanOrEqual(80);
  });
});
