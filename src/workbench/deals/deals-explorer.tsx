import { memo, useCallback, useMemo, useState } from 'react';
import type { DealPlot, DealTable } from '../../index.js';
import type { DealsAnswer } from '../analysis/protocol.js';
import { useSession, useSessionState } from '../page/session-context.js';
import { TableView } from '../page/table-view.js';
import { Choice } from './choice.js';
import { DealPanel } from './deal-panel.js';
import { PackageBuilder } from './package-builder.js';
import { ParallelView } from './parallel-view.js';
import { PlotLegend } from './plot-legend.js';
import { PlotView } from './plot-view.js';

const NOTHING: ReadonlySet<string> = new Set();

/** Deals as pictures, with their table, the package looked at, and what it is built of. */
export function DealsExplorer({ answer }: { readonly answer: DealsAnswer }) {
  const { plot, table, starts } = answer;
  const session = useSession();
  const built = useSessionState(({ built }) => built);
  const [asked, setAsked] = useState<{ readonly across?: string; readonly up?: string }>({});
  const { axes, marks } = plot;
  const across = axes.find(({ party }) => party === asked.across) ?? axes[0];
  const up = axes.find(({ party }) => party === asked.up) ?? axes.find((axis) => axis !== across);
  const levels = built?.answer?.levels.join();
  const selected = marks.find((mark) => mark.levels?.join() === levels);
  const own = selected ? undefined : built?.answer?.values;
  const select = useCallback(
    (key: string) => {
      const mark = marks.find((one) => one.key === key);
      if (mark?.levels) session.build(mark.levels);
    },
    [marks, session],
  );
  const shown = useMemo(() => (across && up ? ([across, up] as const) : undefined), [across, up]);
  const parties = axes.map(({ party, name }) => ({ id: party, label: name }));
  return (
    <div className="explorer">
      <div className="pictures">
        {across && up && shown && marks.length > 0 ? (
          <figure className="picture" aria-labelledby="plot-caption">
            <figcaption id="plot-caption">{captionOf(plot)}</figcaption>
            {axes.length > 2 ? (
              <div className="plot-axes">
                <Choice
                  label="Across"
                  items={parties}
                  value={across.party}
                  onChange={(party) =>
                    setAsked({ across: party, up: party === up.party ? across.party : up.party })
                  }
                />
                <Choice
                  label="Upwards"
                  items={parties}
                  value={up.party}
                  onChange={(party) =>
                    setAsked({
                      up: party,
                      across: party === across.party ? up.party : across.party,
                    })
                  }
                />
              </div>
            ) : null}
            <PlotView
              plot={plot}
              axes={shown}
              selected={selected?.key}
              built={own}
              onSelect={select}
              help="plot-help"
            />
            <PlotLegend plot={plot} hasToday={marks.some(({ kinds }) => kinds.includes('today'))} />
            <p id="plot-help" className="picture-help">
              Arrow keys go from mark to mark by where they stand, Page Down and Page Up through all
              of them; Enter looks at one. Where several stand in one place, another click takes the
              next.
            </p>
            {axes.length > 2 ? (
              <>
                <p className="picture-caption">
                  All parties at the table at once: a line for each package, higher is better, each
                  axis in that party’s own {plot.isOrdinal ? 'order' : 'points'} alone. A bar on an
                  axis is what the party has without a deal.
                </p>
                <ParallelView
                  plot={plot}
                  selected={selected?.key}
                  built={own}
                  onSelect={select}
                  help="plot-help"
                />
              </>
            ) : null}
            <PlotTable table={table} untold={plot.untold} />
          </figure>
        ) : (
          <p className="aside">There are not two parties whose consent some outcome can use.</p>
        )}
        <PackageBuilder starts={starts} />
      </div>
      <DealPanel what={selected?.what} />
    </div>
  );
}

/** The table twin; what is built does not change it. */
const PlotTable = memo(function PlotTable({
  table: { table, dots },
  untold,
}: {
  readonly table: DealTable;
  readonly untold: number;
}) {
  return (
    <details className="picture-table">
      <summary>The same as a table</summary>
      <div className="document graph-tables">
        <TableView table={table} section="" fresh={NOTHING} />
        {dots + untold > 0 ? (
          <p className="aside">
            {dots + untold} further outcomes of the frontier are not in this table.
          </p>
        ) : null}
      </div>
    </details>
  );
});

function captionOf({ marks, isOrdinal, dots, untold }: DealPlot): string {
  // Without a today nobody can leave, so it is not judged whether a package would hold.
  const hasToday = marks.some(({ kinds }) => kinds.includes('today'));
  const counted = hasToday ? 'both' : 'willing';
  const both = marks.filter(({ standing }) => standing === counted).length;
  const frontier = marks.filter(({ kinds }) => kinds.includes('frontier')).length;
  const total = frontier + dots.length + untold;
  const unit = isOrdinal
    ? 'Each axis is the order of one party, as ranks'
    : 'Each axis has one party’s own points';
  return `Packages by what two parties make of them. ${unit}; nothing compares parties with each other. ${both === 0 ? 'None' : both} of the ${marks.length} packages drawn ${both === 1 ? 'is' : 'are'} better than no deal for all who would sign${hasToday ? ' and would hold' : ''}; ${total} ${total === 1 ? 'stands' : 'stand'} on the frontier of the parties at the table.`;
}
