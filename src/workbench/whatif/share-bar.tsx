import type { ChartShare } from '../../index.js';

const percent = (share: number) => `${100 * Math.min(1, Math.max(0, share))}%`;

/** A share as a bar from nothing to all, with twice its standard error; a lighter end up to `upTo`. */
export function ShareBar({
  share: { at, error },
  upTo = at,
}: {
  readonly share: Pick<ChartShare, 'at' | 'error'>;
  readonly upTo?: number;
}) {
  return (
    <svg aria-hidden="true" className="share-bar" width="100%" height="12">
      <rect className="share-all" x="0.5" y="0.5" width="100%" height="11" />
      {upTo > at ? (
        <rect className="share-some" x="0" y="0.5" width={percent(upTo)} height="11" />
      ) : null}
      <rect className="share-part" x="0" y="0.5" width={percent(at)} height="11" />
      {error === 0 ? null : (
        <g className="share-error">
          <line x1={percent(at - error)} x2={percent(at + error)} y1="6" y2="6" />
          <line x1={percent(at - error)} x2={percent(at - error)} y1="2.5" y2="9.5" />
          <line x1={percent(at + error)} x2={percent(at + error)} y1="2.5" y2="9.5" />
        </g>
      )}
    </svg>
  );
}

/** From the least share to the greatest, a mark at each, and a line at the share over all sets. */
export function RangeBar({
  shares,
  baseline,
}: {
  readonly shares: readonly ChartShare[];
  readonly baseline: ChartShare;
}) {
  const places = shares.map(({ at }) => at);
  const [least, most] = [Math.min(...places), Math.max(...places)];
  return (
    <svg aria-hidden="true" className="share-bar range-bar" width="100%" height="18">
      <line className="range-axis" x1="0" x2="100%" y1="9" y2="9" />
      <rect
        className="range-part"
        x={percent(least)}
        y="4"
        width={percent(most - least)}
        height="10"
      />
      {shares.map(({ at, error }) => (
        <g key={at}>
          {error === 0 ? null : (
            <line
              className="share-error"
              x1={percent(at - error)}
              x2={percent(at + error)}
              y1="9"
              y2="9"
            />
          )}
          <circle className="range-mark" cx={percent(at)} cy="9" r="4" />
        </g>
      ))}
      <line
        className="range-base"
        x1={percent(baseline.at)}
        x2={percent(baseline.at)}
        y1="0"
        y2="18"
      />
    </svg>
  );
}
