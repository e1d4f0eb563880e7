import type { DealsAnswer } from '../analysis/protocol.js';
import { useSession, useSessionState } from '../page/session-context.js';
import { Choice } from './choice.js';

/** A package put together issue by issue; what everybody makes of it stands beside it. */
export function PackageBuilder({ starts }: { readonly starts: DealsAnswer['starts'] }) {
  const session = useSession();
  const built = useSessionState(({ built }) => built);
  const answer = built?.answer;
  if (!built || !answer) return null;
  const { levels } = built;
  const change = (issue: number, level: number) =>
    session.build(levels.map((own, at) => (at === issue ? level : own)));
  const from = starts.findIndex((start) => start.levels.join() === levels.join());
  return (
    <section className="builder" aria-labelledby="builder-heading">
      <h3 id="builder-heading">Build a package</h3>
      <div className="builder-start">
        <Choice
          label="Start from"
          items={starts.map(({ label }, at) => ({ id: String(at), label }))}
          value={from === -1 ? null : String(from)}
          placeholder="choose a package"
          onChange={(at) => {
            const start = starts[Number(at)];
            if (start) session.build(start.levels);
          }}
        />
      </div>
      <div className="builder-issues">
        {answer.issues.map(({ issue, label, choices }) => (
          <Choice
            key={issue}
            label={label}
            items={choices.map((choice, level) => ({
              id: String(level),
              label: choice.label,
              aside:
                choice.excludedBy.length === 0
                  ? undefined
                  : `not with the rest: a rule says this can never be: ${choice.excludedBy.join('; ')}`,
            }))}
            value={String(levels[issue] ?? 0)}
            onChange={(level) => change(issue, Number(level))}
          />
        ))}
      </div>
      {answer.excludedBy.length === 0 ? null : (
        <p className="builder-excluded" role="status">
          This package is not possible. A rule says this can never be:{' '}
          {answer.excludedBy.join('; ')}.
        </p>
      )}
    </section>
  );
}
