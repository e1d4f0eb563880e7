import { describe, expect, it } from 'vitest';
import { type Block, plainText } from './document.js';
import { fitPage, type Section } from './fit-page.js';

const items = (count: number, text = 'item') =>
  Array.from({ length: count }, (_, at) => ({ content: [`${text} ${at + 1}`] }));
const list = (noun: string, count: number, more: Partial<Section['list'] & object> = {}) => ({
  title: noun,
  list: { noun, items: items(count, noun), ...more },
});
/** The lists of a page, each as the text of its items. */
const lists = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.kind === 'list' ? [block.items.map(({ content }) => plainText(content))] : [],
  );
const last = (blocks: readonly Block[]) => lists(blocks).map((one) => one.at(-1));

describe('a page', () => {
  it('with room has everything in order, and nothing for a section without content', () => {
    const lead: Block = { kind: 'paragraph', content: ['lead'] };
    expect(fitPage([{ title: 'A', lead: [lead] }, { title: 'B' }, list('C', 2)], 0)).toEqual([
      { kind: 'heading', level: 2, text: 'A' },
      lead,
      { kind: 'heading', level: 2, text: 'C' },
      { kind: 'list', isOrdered: false, items: items(2, 'C') },
    ]);
    expect(fitPage([list('empty', 0)], 0)).toEqual([]);
  });

  it('without room for all cuts the longest list from its end, and says by how much', () => {
    const [short = [], long = []] = lists(fitPage([list('short', 5), list('long', 80)], 0));
    expect(short).toHaveLength(5);
    const kept = long.length - 1;
    expect(kept).toBeGreaterThan(20);
    expect(kept).toBeLessThan(62);
    expect(long[kept - 1]).toBe(`long ${kept}`);
    expect(long.at(-1)).toBe(`${80 - kept} further longs are not told here.`);
  });

  it('cuts lists to about the same length, never to nothing', () => {
    const [a = [], b = []] = lists(fitPage([list('a', 60), list('b', 50)], 0));
    expect(Math.abs(a.length - b.length)).toBeLessThanOrEqual(1);
    const none = lists(fitPage([list('a', 60), list('b', 50)], 62));
    expect(none.map((one) => one.length)).toEqual([2, 2]);
    expect(none.map(([first]) => first)).toEqual(['a 1', 'b 1']);
  });

  it('gives up the last item of lists that are told elsewhere, the longest first, where it must', () => {
    const long = { noun: 'tale', where: 'see “Deals”', items: items(4, 'tale '.repeat(80)) };
    const filler = {
      title: 'F',
      lead: Array.from({ length: 36 }, (): Block => ({ kind: 'paragraph', content: ['x'] })),
    };
    const [tales, others] = lists(
      fitPage([filler, { title: 'T', list: long }, list('other', 3, { where: 'see “X”' })], 0),
    );
    expect(tales).toEqual(['Four tales: see “Deals”.']);
    expect(others?.[0]).toBe('other 1');
  });

  it('never cuts a list that must be whole, though it is the longest', () => {
    const page = fitPage([list('whole', 50, { isWhole: true }), list('other', 30)], 0);
    const [whole = [], other = []] = lists(page);
    expect(whole).toHaveLength(50);
    expect(other.length).toBeLessThan(15);
    expect(lists(fitPage([list('whole', 99, { isWhole: true })], 0))[0]).toHaveLength(99);
  });

  it('keeps the first item of a list that is led by it', () => {
    const lead: Block = { kind: 'paragraph', content: ['x'.repeat(95 * 60)] };
    const where = 'see “X”';
    const page = fitPage(
      [
        { lead: [lead] },
        list('offer', 3, { where, isFirstKept: true }),
        list('other', 3, { where }),
      ],
      0,
    );
    expect(lists(page)).toEqual([
      ['offer 1', 'Two further offers: see “X”.'],
      ['Three others: see “X”.'],
    ]);
  });

  it('says where the rest is told', () => {
    const where = 'see “What holds”';
    expect(last(fitPage([list('offer', 4, { most: 3, where })], 0))).toEqual([
      'One further offer: see “What holds”.',
    ]);
    expect(last(fitPage([list('offer', 4, { most: 2, where })], 0))).toEqual([
      'Two further offers: see “What holds”.',
    ]);
    expect(last(fitPage([list('offer', 4, { most: 3 })], 0))).toEqual([
      'One further offer is not told here.',
    ]);
  });

  it('counts what the items left out tell, where one tells several', () => {
    const counts = [1, 2, 3, 4];
    expect(last(fitPage([list('name', 4, { most: 2, counts })], 0))).toEqual([
      'Seven further names are not told here.',
    ]);
  });

  it('leaves the room that is asked for', () => {
    const kept = (lines: number) => lists(fitPage([list('line', 90)], lines))[0]?.length ?? 0;
    expect(kept(0) - kept(23)).toBe(20);
  });
});

describe('a paragraph', () => {
  /** How many of 60 items are left beside a paragraph of so many characters. */
  const kept = (length: number, role?: 'lead' | 'aside') => {
    const lead: Block = { kind: 'paragraph', content: ['x'.repeat(length)], ...(role && { role }) };
    return lists(fitPage([{ lead: [lead] }, list('line', 60)], 0))[0]?.length ?? 0;
  };

  it('takes lines as it is long', () => {
    expect(kept(95)).toBe(kept(1));
    expect(kept(20 * 95)).toBeLessThan(kept(10 * 95));
  });

  it('in larger type, as a lead, takes more room; in smaller, as an aside, less', () => {
    const length = 20 * 95;
    expect(kept(length, 'lead')).toBeLessThan(kept(length));
    expect(kept(length, 'aside')).toBeGreaterThan(kept(length));
    // 20 lines are 23 of 0.9 the width, each 1.15 high: 6 more lines.
    expect(kept(length) - kept(length, 'lead')).toBeGreaterThanOrEqual(5);
    // And 18 of 1.12 the width: 2 fewer.
    expect(kept(length, 'aside') - kept(length)).toBeLessThanOrEqual(2);
  });
});
