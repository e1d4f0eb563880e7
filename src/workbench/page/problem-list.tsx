import type { Diagnostic } from '../../index.js';
import { useSession, useSessionState } from './session-context.js';
import { withKeys } from './with-keys.js';

/** Everything found in the text, each with a way to its place; folded where only notes are in it. */
export function ProblemList({ isWhole }: { readonly isWhole: boolean }) {
  const session = useSession();
  const diagnostics = useSessionState(({ diagnostics }) => diagnostics);
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
  const heading = <h3 id="problems-heading">{problemsHeading(diagnostics)}</h3>;
  return (
    <section className="problems" aria-labelledby="problems-heading">
      {diagnostics.length === 0 ? (
        heading
      ) : (
        <details key={String(hasErrors)} open={hasErrors || isWhole}>
          <summary>{heading}</summary>
          <ul>
            {withKeys(diagnostics, ({ code, what }) => `${code} ${what}`).map(({ key, item }) => {
              const { code, severity, what, details, help, range } = item;
              return (
                <li key={key} data-severity={severity}>
                  <p>
                    <span className="severity">
                      {severity} {code}
                    </span>{' '}
                    {what}.{' '}
                    {range ? (
                      <button
                        type="button"
                        className="text-button"
                        onClick={() => session.goTo(range)}
                        aria-label={`Show in the text: ${what}`}
                      >
                        Show
                      </button>
                    ) : null}
                  </p>
                  {details?.map((detail) => (
                    <p key={detail} className="detail">
                      {detail}
                    </p>
                  ))}
                  {help === undefined ? null : <p className="detail">Help: {help}.</p>}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </section>
  );
}

function problemsHeading(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return 'Nothing to mend in the text';
  const counted = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const count = diagnostics.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return counted.join(', ');
}
