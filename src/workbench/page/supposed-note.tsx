import { useMemo } from 'react';
import { useSessionState } from './session-context.js';
import { useTold } from './use-told.js';

/**
 * On paper, where the strip is not: what the page was answered under that is not as the file has it.
 *
 * @param hasReadings - whether the document below names the readings in force itself.
 */
export function SupposedNote({ hasReadings = true }: { readonly hasReadings?: boolean }) {
  const parties = useSessionState(({ answered }) => answered?.answer.parties);
  const told = useTold();
  const clauses = useMemo(() => {
    const readings = (parties ?? []).flatMap(({ called, readings: [, ...others], inForce }) =>
      others
        .filter(({ id }) => id === inForce)
        .map(({ label }) => `${called} is read as “${label}”`),
    );
    const made = told.filter(({ problem }) => problem === undefined);
    return [...(hasReadings ? [] : readings), ...made.map(({ says }) => says)];
  }, [parties, told, hasReadings]);
  if (clauses.length === 0) return null;
  return (
    <p className="supposed-note">
      Answered under what the file does not have by itself: {clauses.join('; ')}.
    </p>
  );
}
