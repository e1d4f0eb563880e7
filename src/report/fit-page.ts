import { type Block, type ListItem, plainText } from './document.js';
import { counted, sentenceCase } from './phrases.js';

/** A heading with what stands under it; the list is cut from its end where the page is full. */
export type Section = {
  readonly title?: string;
  readonly lead?: readonly Block[];
  readonly list?: {
    /** What one item is, for the sentence that says how many are left out. */
    readonly noun: string;
    readonly items: readonly ListItem[];
    readonly isOrdered?: boolean;
    /** Never cut: the reader must not miss any of it. */
    readonly isWhole?: boolean;
    /** Never cut down to nothing, although its items are told elsewhere. */
    readonly isFirstKept?: boolean;
    /** Where the rest is told, as `see “What holds”`. */
    readonly where?: string;
    /** How many things each item tells, where some tell several; one each when absent. */
    readonly counts?: readonly number[];
    /** Items told at most, however much room there is. */
    readonly most?: number;
  };
};

/**
 * Characters in a line and lines on a page of the printed brief, set low enough for the widest of the
 * fonts that its style names; a test prints the example and counts its pages.
 */
const columns = 95;
const linesOnPage = 62;

function linesOf(text: string, width: number): number {
  return Math.max(1, Math.ceil([...text].length / width));
}

function blockLines(block: Block): number {
  switch (block.kind) {
    case 'heading':
      return 2;
    case 'paragraph': {
      const width = columns * (block.role === 'lead' ? 0.9 : block.role === 'aside' ? 1.12 : 1);
      return linesOf(plainText(block.content), width) * (block.role === 'lead' ? 1.15 : 1) + 0.4;
    }
    case 'list':
      return block.items.reduce((sum, { content }) => sum + itemLines(plainText(content)), 0);
    case 'table':
      return (
        2.4 +
        block.rows.reduce(
          (sum, row) =>
            sum +
            Math.max(
              ...row.map((cell, at) =>
                linesOf(plainText(cell), at === 0 ? 54 : at === 1 ? 14 : 24),
              ),
            ) +
            0.5,
          0,
        )
      );
    case 'pageBreak':
      return 0;
  }
}

function itemLines(text: string): number {
  return linesOf(text, columns - 4) + 0.15;
}

/**
 * The blocks of one printed page: each section's heading, lead and list. While they are too long for
 * the page, the longest list loses its last item, down to one, and says how many items it has left
 * out. Where that is not enough, lists whose items are told elsewhere lose that one too, the longest
 * first, but for lists that are led by it. Sections without content are absent.
 *
 * @param linesTaken - lines that the page needs for its header or footer.
 */
export function fitPage(sections: readonly Section[], linesTaken: number): readonly Block[] {
  const kept = sections.map(({ list }) =>
    Math.min(list?.items.length ?? 0, list?.most ?? Number.POSITIVE_INFINITY),
  );
  const total = () => linesOfAll(render(sections, kept));
  while (total() > linesOnPage - linesTaken) {
    const longest = kept.reduce(
      (best, count, at) =>
        !sections[at]?.list?.isWhole && count > 1 && count > (kept[best] ?? 1) ? at : best,
      -1,
    );
    if (longest === -1) break;
    kept[longest] = (kept[longest] as number) - 1;
  }
  const lengthAt = (at: number) => {
    const list = sections[at]?.list;
    const [first] = list?.items ?? [];
    return first && list?.where && !list.isWhole && !list.isFirstKept && kept[at] === 1
      ? itemLines(plainText(first.content))
      : 0;
  };
  while (total() > linesOnPage - linesTaken) {
    const longest = kept.reduce((best, _, at) => (lengthAt(at) > lengthAt(best) ? at : best), 0);
    if (lengthAt(longest) === 0) break;
    kept[longest] = 0;
  }
  return render(sections, kept);
}

/** The blocks of sections with every item of their lists. */
export function uncut(sections: readonly Section[]): readonly Block[] {
  return render(
    sections,
    sections.map(({ list }) => list?.items.length ?? 0),
  );
}

/** Whether the blocks fit one printed page, by the same estimate. */
export function isOnePage(blocks: readonly Block[], linesTaken: number): boolean {
  return linesOfAll(blocks) <= linesOnPage - linesTaken;
}

function linesOfAll(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + blockLines(block), 0);
}

function render(sections: readonly Section[], kept: readonly number[]): readonly Block[] {
  return sections.flatMap(({ title, lead = [], list }, at): readonly Block[] => {
    const items = list?.items.slice(0, kept[at]) ?? [];
    if ((list?.items ?? []).length === 0 && lead.length === 0) return [];
    const left = (list?.items ?? [])
      .map((_, item) => list?.counts?.[item] ?? 1)
      .slice(items.length)
      .reduce((sum, count) => sum + count, 0);
    const further = items.length > 0 ? 'further ' : '';
    const rest = counted(left, `${further}${list?.noun}`);
    const told = list?.where
      ? `${rest}: ${list.where}`
      : `${counted(left, `further ${list?.noun} is`, `further ${list?.noun}s are`)} not told here`;
    return [
      ...(title ? [{ kind: 'heading' as const, level: 2 as const, text: title }] : []),
      ...lead,
      ...(items.length > 0 || left > 0
        ? [
            {
              kind: 'list' as const,
              isOrdered: list?.isOrdered ?? false,
              items: [...items, ...(left > 0 ? [{ content: [`${sentenceCase(told)}.`] }] : [])],
            },
          ]
        : []),
    ];
  });
}
