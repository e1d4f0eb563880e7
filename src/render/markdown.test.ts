import { describe, expect, it } from 'vitest';
import { type Block, type Document, emphasis, strong } from '../report/document.js';
import { renderMarkdown } from './markdown.js';

const document = (blocks: readonly Block[], more: Partial<Document> = {}): Document => ({
  title: 'A title',
  subtitle: undefined,
  handling: undefined,
  blocks,
  stamp: 'Case file 0123',
  ...more,
});
/** The Markdown of blocks alone, without title and stamp. */
const body = (...blocks: readonly Block[]) =>
  renderMarkdown(document(blocks)).slice(
    '# A title\n\n'.length,
    -'\n\n---\n\nCase file 0123\n'.length,
  );
const paragraph = (text: string) => body({ kind: 'paragraph', content: [text] });

describe('Markdown', () => {
  it('has title, handling, subtitle, blocks and stamp', () => {
    const text = renderMarkdown(
      document([{ kind: 'paragraph', content: ['One.'] }], {
        handling: 'For staff',
        subtitle: 'As of 2025',
      }),
    );
    expect(text).toBe(
      '# A title\n\n**For staff**\n\nAs of 2025\n\nOne.\n\n---\n\nCase file 0123\n',
    );
  });

  it('marks headings, emphasis and strong text; a verdict is plain text', () => {
    expect(body({ kind: 'heading', level: 2, text: 'Two' })).toBe('## Two');
    expect(body({ kind: 'heading', level: 3, text: 'Three' })).toBe('### Three');
    const ask = { about: 'outcome', state: 0 } as const;
    const content = [
      strong('A'),
      ': ',
      emphasis('b'),
      { kind: 'why', text: ' holds', ask } as const,
    ];
    expect(body({ kind: 'paragraph', content })).toBe('**A**: *b* holds');
  });

  it('numbers lists and indents what stands below an item under its text', () => {
    const items = [{ content: ['one'], items: [{ content: ['below'] }] }, { content: ['two'] }];
    expect(body({ kind: 'list', isOrdered: true, items })).toBe('1. one\n   - below\n2. two');
    expect(body({ kind: 'list', isOrdered: false, items })).toBe('- one\n  - below\n- two');
  });

  it('makes a table with its caption above', () => {
    const table: Block = {
      kind: 'table',
      caption: 'What holds',
      header: ['Outcome', 'How'],
      rows: [[['today'], [strong('Nash')]]],
    };
    expect(body(table)).toBe(
      '*What holds*\n\n| Outcome | How |\n| --- | --- |\n| today | **Nash** |',
    );
  });

  it('has no trace of a page break', () => {
    expect(body({ kind: 'pageBreak' }, { kind: 'paragraph', content: ['a'] })).toBe('a');
  });
});

describe('text of a case is never markup', () => {
  it.each([
    ['*bold*', '\\*bold\\*'],
    ['snake_case', 'snake\\_case'],
    ['`code`', '\\`code\\`'],
    ['[link](there)', '\\[link\\](there)'],
    ['![image](there)', '!\\[image\\](there)'],
    ['<script>', '\\<script\\>'],
    ['a | b', 'a \\| b'],
    ['~~gone~~', '\\~\\~gone\\~\\~'],
    ['back\\slash', 'back\\\\slash'],
    ['&amp;', '&amp;amp;'],
    ['# no heading', '\\# no heading'],
    ['> no quotation', '\\> no quotation'],
  ])('%s', (text, escaped) => {
    expect(paragraph(text)).toBe(escaped);
  });

  it.each([
    ['- no list', '\\- no list'],
    ['+ no list', '\\+ no list'],
    ['1. no list', '1\\. no list'],
    ['2025) no list', '2025\\) no list'],
    ['---', '\\---'],
    ['===', '\\==='],
    ['  - no list', '\\- no list'],
  ])('nor a block: %s', (text, escaped) => {
    expect(paragraph(text)).toBe(escaped);
    expect(body({ kind: 'list', isOrdered: false, items: [{ content: [text] }] })).toBe(
      `- ${escaped}`,
    );
  });

  it('nor more than one line', () => {
    expect(paragraph('one\n\n# two')).toBe('one \\# two');
    expect(body({ kind: 'heading', level: 2, text: 'one\ntwo' })).toBe('## one two');
  });

  it('in a command is left as it is, within ticks that it does not close', () => {
    const code = (text: string) =>
      renderMarkdown({
        title: 't',
        subtitle: undefined,
        handling: undefined,
        blocks: [{ kind: 'paragraph', content: [{ kind: 'code', text }] }],
        stamp: 's',
      });
    expect(code('explain --at "#1" *')).toContain('\n`explain --at "#1" *`\n');
    expect(code('a `b` c')).toContain('\n``a `b` c``\n');
    expect(code('`b`')).toContain('\n`` `b` ``\n');
  });

  it('in titles, captions, cells, emphasis and the stamp alike', () => {
    const table: Block = {
      kind: 'table',
      caption: 'a*b',
      header: ['c|d'],
      rows: [[['e\nf'], ['g|h', emphasis('i*j'), strong('k_l')]]],
    };
    const text = renderMarkdown(
      document([table], { title: '<b>', subtitle: '*s*', handling: '_h_', stamp: '`x`' }),
    );
    expect(text).toBe(
      '# \\<b\\>\n\n**\\_h\\_**\n\n\\*s\\*\n\n*a\\*b*\n\n| c\\|d |\n| --- |\n| e f | g\\|h*i\\*j***k\\_l** |\n\n---\n\n\\`x\\`\n',
    );
  });
});
