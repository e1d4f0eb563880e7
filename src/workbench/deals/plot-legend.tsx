import type { DealMarkKind, DealPlot, DealStanding } from '../../index.js';
import { MarkShape } from './mark-shape.js';

const KINDS: readonly (readonly [DealMarkKind, string])[] = [
  ['no deal', 'no deal'],
  ['today', 'today'],
  ['proposal', 'a proposal'],
  ['solution', 'a bargaining solution'],
  ['fallback', 'fallback bargaining'],
  ['track', 'where a track would be closed by itself'],
  ['deal', 'another deal'],
  ['frontier', 'another outcome of the frontier: none is as good for all and better for one'],
];

const STANDINGS: readonly (readonly [DealStanding, string])[] = [
  ['both', 'full: better than no deal for all who would sign, and would hold'],
  ['willing', 'grey: the first, but would not hold'],
  ['neither', 'empty: somebody whose consent it needs would be worse off, or it is no deal'],
];

/** What shapes and fillings stand for, of those that are drawn. */
export function PlotLegend({
  plot,
  hasToday,
}: {
  readonly plot: DealPlot;
  readonly hasToday: boolean;
}) {
  const kinds = new Set(plot.marks.map(({ kinds: [kind] }) => kind));
  const standings = new Set(plot.marks.map(({ standing }) => standing));
  const lines = plot.axes.flatMap(({ noDeal }) => noDeal);
  return (
    <ul className="legend" aria-label="Legend">
      {KINDS.filter(([kind]) => kinds.has(kind)).map(([kind, says]) => (
        <li key={kind}>
          <Sample kind={kind} standing="neither" />
          {says}
        </li>
      ))}
      {STANDINGS.filter(([standing]) => standings.has(standing)).map(([standing, says]) => (
        <li key={standing}>
          <Sample kind="deal" standing={standing} />
          {standing === 'willing' && !hasToday
            ? 'grey: better than no deal for all who would sign'
            : says}
        </li>
      ))}
      {lines.length === 0 ? null : (
        <li>
          <svg className="sample" viewBox="0 0 34 20" aria-hidden="true">
            <g className="no-deal">
              <path d="M 2 10 H 32" />
            </g>
          </svg>
          {lines.some(({ from, to }) => from.at !== to.at)
            ? 'what a party has without a deal: between two lines where things go round a circle'
            : 'what a party has without a deal'}
        </li>
      )}
      <li>
        <svg className="sample" viewBox="0 0 34 20" aria-hidden="true">
          <g className="own-package">
            <path d="M -8 0 H 8 M 0 -8 V 8" transform="translate(17 10)" />
          </g>
        </svg>
        the package that you build
      </li>
    </ul>
  );
}

function Sample({
  kind,
  standing,
}: {
  readonly kind: DealMarkKind;
  readonly standing: DealStanding;
}) {
  return (
    <svg className="sample" viewBox="0 0 34 20" aria-hidden="true">
      <MarkShape kind={kind} standing={standing} x={17} y={10} size={kind === 'frontier' ? 4 : 6} />
    </svg>
  );
}
