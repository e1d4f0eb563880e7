import { useSessionState } from './session-context.js';

/** Says that what is shown is not of the present text, or why there is nothing to show. */
export function StaleNotice({
  hasAnswer,
  problem: own,
}: {
  readonly hasAnswer: boolean;
  /** Why this part is missing although the case is answered. */
  readonly problem?: string | undefined;
}) {
  const isStale = useSessionState(({ isStale }) => isStale);
  const answering = useSessionState(({ problem }) => problem);
  const hasErrors = useSessionState(({ diagnostics }) =>
    diagnostics.some(({ severity }) => severity === 'error'),
  );
  const problem = own ?? answering;
  return (
    <>
      {isStale ? (
        <p className="stale">
          {problem === undefined
            ? 'From the last valid text. The present text has errors.'
            : `From the last answer. The present text could not be worked out: ${problem}.`}
        </p>
      ) : null}
      {hasAnswer ? null : (
        <p className="waiting">
          {problem !== undefined
            ? `This could not be worked out: ${problem}.`
            : hasErrors
              ? 'The case text has errors: mend them, and the answer appears here.'
              : 'Working it out …'}
        </p>
      )}
    </>
  );
}
