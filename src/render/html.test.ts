import { describe, expect, it } from 'vitest';
import { type Block, type Document, emphasis, strong } from '../report/document.js';
import { escapeHtml, renderHtml } from './html.js';

const document = (blocks: readonly Block[], more: Partial<Document> = {}): Document => ({
  title: 'A title',
  subtitle: undefined,
  handling: undefined,
  blocks,
  stamp: 'Case file 0123',
  ...more,
});

const hostile = '<script>alert("1")</script> & \'<img src=x onerror=y>';
const escaped =
  '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;&lt;img src=x onerror=y&gt;';

describe('HTML', () => {
  const everything = renderHtml(
    document(
      [
        { kind: 'heading', level: 2, text: hostile },
        { kind: 'heading', level: 3, text: hostile },
        { kind: 'paragraph', role: 'lead', content: [hostile, emphasis(hostile), strong(hostile)] },
        {
          kind: 'paragraph',
          content: [
            { kind: 'why', text: hostile, ask: { about: 'verdict', party: hostile, state: 0 } },
          ],
        },
        {
          kind: 'list',
          isOrdered: true,
          items: [{ content: [hostile], items: [{ content: [hostile] }] }],
        },
        { kind: 'table', caption: hostile, header: [hostile], rows: [[[hostile]]] },
        { kind: 'pageBreak' },
      ],
      { title: hostile, subtitle: hostile, handling: hostile, stamp: hostile },
    ),
  );

  it('keeps a title that is markup a text', () => {
    expect(everything).toContain(`<title>${escaped}</title>`);
    expect(everything).toContain(`<h1>${escaped}</h1>`);
  });

  it('keeps every text of a case a text, wherever it stands', () => {
    expect(everything).not.toContain('<script');
    expect(everything).not.toContain('<img');
    // Title twice, handling twice, subtitle, stamp, two headings, three and one inlines, two items,
    // caption, head and cell.
    expect(everything.split(escaped)).toHaveLength(17 + 1);
  });

  it('is self-contained: no script, no address, nothing to fetch, and a policy that forbids both', () => {
    const text = renderHtml(document([{ kind: 'paragraph', content: ['x'] }]));
    expect(text).not.toMatch(/https?:|<script|<link|<img|<iframe|\bsrc=|\bhref=|url\(|@import/i);
    expect(text).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    );
  });

  it('shows headings, paragraphs with their role, lists and tables as such', () => {
    const text = renderHtml(
      document([
        { kind: 'heading', level: 2, text: 'Two' },
        {
          kind: 'paragraph',
          role: 'aside',
          content: [
            'One ',
            strong('two'),
            ' ',
            emphasis('three'),
            { kind: 'code', text: ' --at "<4>"' },
          ],
        },
        {
          kind: 'list',
          isOrdered: false,
          items: [{ content: ['a'], items: [{ content: ['b'] }] }],
        },
        { kind: 'list', isOrdered: true, items: [{ content: ['c'] }] },
        { kind: 'table', caption: 'T', header: ['H', 'I'], rows: [[['x'], ['y']]] },
        { kind: 'pageBreak' },
      ]),
    );
    expect(text).toContain('<h2>Two</h2>');
    expect(text).toContain(
      '<p class="aside">One <strong>two</strong> <em>three</em><code> --at &quot;&lt;4&gt;&quot;</code></p>',
    );
    expect(text).toContain('<ul><li>a<ul><li>b</li></ul></li></ul>');
    expect(text).toContain('<ol><li>c</li></ol>');
    expect(text).toContain(
      '<table><caption>T</caption><thead><tr><th scope="col">H</th><th scope="col">I</th></tr></thead><tbody><tr><td>x</td><td>y</td></tr></tbody></table>',
    );
    expect(text).toContain('<div class="page-break"></div>');
  });

  it('prints the handling at the head and at the foot, and nothing where there is none', () => {
    const text = renderHtml(document([], { handling: 'For staff' }));
    expect(text.split('<p class="handling">For staff</p>')).toHaveLength(3);
    expect(renderHtml(document([]))).not.toContain('class="handling"');
    expect(renderHtml(document([]))).not.toContain('class="subtitle"');
  });
});

it('the five signs of HTML are escaped, ampersands first', () => {
  expect(escapeHtml(`<a href="x">&'</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;');
  expect(escapeHtml('&lt;')).toBe('&amp;lt;');
  expect(escapeHtml('Détente — мир')).toBe('Détente — мир');
});
