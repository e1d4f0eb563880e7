import { Button } from 'react-aria-components/Button';
import { useSession } from './session-context.js';
import { useTold } from './use-told.js';

/** What every answer on the page is made under beside the readings, each with a way to take it back. */
export function SupposedBar() {
  const session = useSession();
  const told = useTold();
  if (told.length === 0) return null;
  return (
    <section className="supposed" aria-labelledby="supposed-heading">
      <h2 id="supposed-heading">Supposed</h2>
      <ul>
        {told.map(({ key, says, problem }) => (
          <li key={key} data-aside={problem === undefined ? undefined : ''}>
            <span className="supposed-words">
              {says}
              {problem === undefined ? null : (
                <span className="supposed-problem"> – set aside: {problem}</span>
              )}
            </span>
            <Button
              className="button button-quiet"
              aria-label={`Take back: ${says}`}
              onPress={() => session.takeBack(key)}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
      {told.length < 2 ? null : (
        <Button className="button button-quiet" onPress={session.takeAllBack}>
          Take all back
        </Button>
      )}
    </section>
  );
}
