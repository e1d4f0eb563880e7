import {
  type Block,
  type Changes,
  type Document,
  sayingKey,
  sectionsOf,
  sentenceText,
} from '../../index.js';
import { ListView } from './list-view.js';
import { MarkedContent } from './marked-content.js';
import { TableView } from './table-view.js';
import { withKeys } from './with-keys.js';

const NOTHING: ReadonlySet<string> = new Set();

/** A document's blocks, with what is new in it marked. Its headings stand below one of a column. */
export function DocumentView({
  document,
  changes,
}: {
  readonly document: Document;
  readonly changes: Changes | undefined;
}) {
  const fresh = changes?.fresh ?? NOTHING;
  return (
    <div className="document">
      {withKeys(chaptersOf(document.blocks), ([first]) => chapterName(first)).map((chapter) => (
        <div className="chapter" key={chapter.key}>
          {withKeys(chapter.item, ({ block, section }) => `${section} ${blockText(block)}`).map(
            ({ key, item: { block, section } }) => (
              <BlockView key={key} block={block} section={section} fresh={fresh} />
            ),
          )}
        </div>
      ))}
      {document.stamp === '' ? null : <p className="stamp">{document.stamp}</p>}
    </div>
  );
}

type Placed = { readonly block: Block; readonly section: string };

/** The blocks under each heading of the upper level; a page break begins one too. */
function chaptersOf(blocks: readonly Block[]): readonly (readonly Placed[])[] {
  const sections = sectionsOf(blocks);
  const chapters: Placed[][] = [];
  blocks.forEach((block, at) => {
    const begins = (block.kind === 'heading' && block.level === 2) || block.kind === 'pageBreak';
    if (begins || chapters.length === 0) chapters.push([]);
    chapters.at(-1)?.push({ block, section: sections[at] ?? '' });
  });
  return chapters;
}

function chapterName(first: Placed | undefined): string {
  return first === undefined ? '' : blockText(first.block);
}

/** Enough of a block to tell it from its neighbours. */
function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'paragraph':
      return sentenceText(block.content);
    case 'table':
      return block.caption;
    default:
      return block.kind;
  }
}

function BlockView({
  block,
  section,
  fresh,
}: {
  readonly block: Block;
  readonly section: string;
  readonly fresh: ReadonlySet<string>;
}) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h3' : 'h4';
      const isNew = fresh.has(sayingKey(section, block.text));
      return (
        <Heading className={`heading-${block.level}`}>
          {isNew ? <ins className="changed">{block.text}</ins> : block.text}
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p className={block.role}>
          <MarkedContent content={block.content} section={section} fresh={fresh} />
        </p>
      );
    case 'list':
      return (
        <ListView items={block.items} isOrdered={block.isOrdered} section={section} fresh={fresh} />
      );
    case 'table':
      return <TableView table={block} section={section} fresh={fresh} />;
    case 'pageBreak':
      return <hr className="page-break" />;
  }
}
