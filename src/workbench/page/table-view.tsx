import { type Block, type Inline, rowText, sayingKey, sentenceText } from '../../index.js';
import { InlineView } from './inline-view.js';
import { keyboardScrollable } from './keyboard-scrollable.js';
import { withKeys } from './with-keys.js';

/** A table with its caption; the first cell of a row names the row. */
export function TableView({
  table,
  section,
  fresh,
}: {
  readonly table: Extract<Block, { kind: 'table' }>;
  readonly section: string;
  readonly fresh: ReadonlySet<string>;
}) {
  return (
    <section className="table-frame" aria-label={table.caption} {...keyboardScrollable}>
      <table>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.header.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {withKeys(table.rows, rowText).map(({ key, item: row }) => (
            <TableRow key={key} row={row} isNew={fresh.has(sayingKey(section, rowText(row)))} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TableRow({
  row,
  isNew,
}: {
  readonly row: readonly (readonly Inline[])[];
  readonly isNew: boolean;
}) {
  return (
    <tr className={isNew ? 'changed-row' : undefined}>
      {withKeys(row, sentenceText).map(({ key, item: cell, at }) => {
        const Cell = at === 0 ? 'th' : 'td';
        return (
          <Cell key={key} scope={at === 0 ? 'row' : undefined}>
            {isNew && at === 0 ? <span className="visually-hidden">[changed] </span> : null}
            {withKeys(cell, (piece) => sentenceText([piece])).map((piece) => (
              <InlineView key={piece.key} piece={piece.item} />
            ))}
          </Cell>
        );
      })}
    </tr>
  );
}
