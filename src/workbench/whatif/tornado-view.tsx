import { useMemo } from 'react';
import type { Block, TornadoChart } from '../../index.js';
import { Choice } from '../deals/choice.js';
import { TableView } from '../page/table-view.js';
import { RangeBar } from './share-bar.js';

const NOTHING: ReadonlySet<string> = new Set();

/** What one answer depends on: a bar for each thing in doubt, those that move it most first. */
export function TornadoView({
  charts,
  chosen,
  onChoose,
}: {
  readonly charts: readonly TornadoChart[];
  readonly chosen: string | undefined;
  readonly onChoose: (column: string) => void;
}) {
  const chart = charts.find(({ column }) => column === chosen) ?? charts[0];
  const table = useMemo(() => (chart ? tableOf(chart) : undefined), [chart]);
  if (!chart || !table) return null;
  const moving = chart.bars.filter(({ isDifferent }) => isDifferent);
  const still = chart.bars.length - moving.length;
  return (
    <figure className="picture tornado" aria-labelledby="tornado-heading">
      <h3 id="tornado-heading">What it depends on</h3>
      <Choice
        label="Answer"
        items={charts.map(({ column, title }) => ({ id: column, label: title }))}
        value={chart.column}
        onChange={onChoose}
      />
      <figcaption>
        {chart.title}: {chart.baseline.says}, drawn as the upright line. A bar goes from the least
        share to the greatest as one thing is this or that and all else varies; a dot for each.
      </figcaption>
      <div className="tornado-bars">
        <div className="tornado-axis" aria-hidden="true">
          <span>never</span>
          <span>always</span>
        </div>
        <ul>
          {moving.map(({ doubt, label, cases, swing }) => (
            <li key={doubt} className="tornado-bar">
              <span className="tornado-label">{label}</span>
              <RangeBar shares={cases.map(({ share }) => share)} baseline={chart.baseline} />
              <span className="tornado-swing">
                <span className="visually-hidden">moves it by </span>
                {swing}
              </span>
              <span className="tornado-cases">
                {cases
                  .toSorted((a, b) => b.share.at - a.share.at)
                  .map(({ label: its, share }) => `${share.says} if ${its}`)
                  .join('; ')}
              </span>
            </li>
          ))}
        </ul>
      </div>
      {still === 0 ? null : (
        <p className="aside">
          {moving.length === 0 ? 'None of what is in doubt moves' : stillWords(still)} it by itself
          {chart.baseline.error > 0 ? ', beyond the error of the draws' : ''}; the table has all.
        </p>
      )}
      <details className="picture-table">
        <summary>The same as a table</summary>
        <div className="document">
          <TableView table={table} section="" fresh={NOTHING} />
        </div>
      </details>
    </figure>
  );
}

function stillWords(count: number): string {
  return count === 1 ? 'One more thing in doubt does not move' : `${count} more do not move`;
}

function tableOf({ title, bars }: TornadoChart): Extract<Block, { kind: 'table' }> {
  return {
    kind: 'table',
    caption: title,
    header: ['In doubt', 'If', 'Share', 'Moves it by'],
    rows: bars.flatMap(({ label, cases, swing }) =>
      cases.map((one, at) => [[label], [one.label], [one.share.says], [at === 0 ? swing : '']]),
    ),
  };
}
