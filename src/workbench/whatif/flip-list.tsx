import { Button } from 'react-aria-components/Button';
import type { EnsemblePictures } from '../../index.js';
import { useSession } from '../page/session-context.js';
import { withKeys } from '../page/with-keys.js';

/** Ways to turn one answer that are listed without being asked for. */
const FEW = 3;

/** The fewest changes that turn each answer; a button supposes them. */
export function FlipList({ flips }: Pick<EnsemblePictures, 'flips'>) {
  if (flips.length === 0) return null;
  return (
    <section className="picture flips" aria-labelledby="flips-heading">
      <h3 id="flips-heading">The smallest change that turns it</h3>
      <p className="aside">
        Against what follows with everything as the file has it. “Suppose this” sets the switchboard
        so.
      </p>
      <ul className="flip-list">
        {withKeys(flips, ({ turned }) => turned).map(({ key, item: { turned, ways } }) => (
          <li key={key}>
            <p className="flip-turned">{turned}</p>
            <Ways ways={ways.slice(0, FEW)} turned={turned} />
            {ways.length > FEW ? (
              <details>
                <summary>{ways.length - FEW} more, as small</summary>
                <Ways ways={ways.slice(FEW)} turned={turned} />
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ways({
  ways,
  turned,
}: {
  readonly ways: EnsemblePictures['flips'][number]['ways'];
  readonly turned: string;
}) {
  const session = useSession();
  return (
    <ul>
      {withKeys(ways, ({ says }) => says).map(({ key, item: { says, changes } }) => (
        <li key={key}>
          if {says}{' '}
          <Button
            className="button button-quiet"
            aria-label={`Suppose this: ${turned} if ${says}`}
            onPress={() => {
              session.applyChanges(changes);
              // What it changes stands above, out of view.
              document.getElementById('changed-heading')?.focus();
            }}
          >
            Suppose this
          </Button>
        </li>
      ))}
    </ul>
  );
}
