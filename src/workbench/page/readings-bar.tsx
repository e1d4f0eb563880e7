import { ReadingSelect } from './reading-select.js';
import { useSessionState } from './session-context.js';

/** For each party with rival readings, the one in force. */
export function ReadingsBar() {
  const parties = useSessionState(({ answered }) => answered?.answer.parties);
  const rival = (parties ?? []).filter(({ readings }) => readings.length > 1);
  if (rival.length === 0) return null;
  return (
    <section className="readings" aria-labelledby="readings-heading">
      <h2 id="readings-heading">Read as</h2>
      <div className="readings-list">
        {rival.map((party) => (
          <ReadingSelect key={party.id} party={party} />
        ))}
      </div>
    </section>
  );
}
