import type { GraphArc } from '../../index.js';
import { arcWords } from './graph-words.js';

const KINDS: readonly GraphArc['kind'][] = ['step', 'signed', 'answered', 'reply'];

/** What the edges and lines of the picture stand for; of lines, those that are in it. */
export function GraphLegend({
  kinds,
  hasCircle,
}: {
  readonly kinds: ReadonlySet<GraphArc['kind']>;
  readonly hasCircle: boolean;
}) {
  return (
    <ul className="legend" aria-label="Legend">
      <li>
        <svg className="sample" viewBox="0 0 34 20" aria-hidden="true">
          <g className="node" data-holds="">
            <rect className="node-box" x="1" y="1" width="32" height="18" rx="7" />
            <rect className="node-inner" x="4" y="4" width="26" height="12" rx="4" />
          </g>
        </svg>
        would hold once in place
      </li>
      <li>
        <svg className="sample" viewBox="0 0 34 20" aria-hidden="true">
          <g className="node">
            <rect className="node-box" x="1" y="1" width="32" height="18" rx="2" />
          </g>
        </svg>
        would not hold
      </li>
      <li>
        <svg className="sample" viewBox="0 0 34 20" aria-hidden="true">
          <g className="node">
            <rect className="node-today" x="2" y="1" width="6" height="18" />
          </g>
        </svg>
        today
      </li>
      {hasCircle ? (
        <li>
          <svg className="sample" viewBox="0 0 34 20" aria-hidden="true">
            <g className="circle">
              <rect x="1" y="1" width="32" height="18" rx="8" />
            </g>
          </svg>
          outcomes that steps lead round
        </li>
      ) : null}
      {KINDS.filter((kind) => kinds.has(kind)).map((kind) => (
        <li key={kind}>
          <svg className="sample" viewBox="0 0 34 20" aria-hidden="true">
            <g className={`arc arc-${kind}`}>
              {kind === 'signed' ? <path className="arc-outer" d="M 1 10 L 32 10" /> : null}
              <path
                className="arc-line"
                d="M 1 10 L 32 10"
                markerEnd={`url(#${kind === 'step' || kind === 'signed' ? 'arrow-full' : 'arrow-open'})`}
              />
            </g>
          </svg>
          {arcWords[kind]}
        </li>
      ))}
    </ul>
  );
}
