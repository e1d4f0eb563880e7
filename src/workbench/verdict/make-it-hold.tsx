import { Button } from 'react-aria-components/Button';
import type { OutcomeLook } from '../../index.js';
import { sentenceText } from '../../index.js';
import { DocumentView } from '../page/document-view.js';
import { useSession, useSessionState } from '../page/session-context.js';
import { withKeys } from '../page/with-keys.js';
import { Sentence } from './verdict-card.js';

/**
 * Of an outcome that would not hold: who leaves it, by which moves, and what each would gain; and, when
 * asked, what they would have to want for it to hold.
 */
export function MakeItHold({ leaving }: { readonly leaving: OutcomeLook['leaving'] }) {
  const session = useSession();
  const asked = useSessionState(({ makeStable, looked }) =>
    makeStable?.state === looked?.state ? makeStable : undefined,
  );
  if (leaving.length === 0) return null;
  return (
    <section className="make-it-hold" aria-labelledby="make-it-hold-heading">
      <h4 id="make-it-hold-heading">What stands in the way of its holding</h4>
      <ul>
        {leaving.map(({ party, ways }) => (
          <li key={party}>
            {withKeys(ways, sentenceText).map(({ key, item }) => (
              <p key={key}>
                <Sentence content={item} />
              </p>
            ))}
          </li>
        ))}
      </ul>
      {asked === undefined ? (
        <Button className="button" onPress={session.askMakeStable}>
          What would make it hold?
        </Button>
      ) : asked.document ? (
        <div className="make-stable">
          <DocumentView document={asked.document} changes={undefined} />
        </div>
      ) : (
        <p className="waiting" role="status">
          {asked.problem === undefined
            ? 'Working out what would make it hold …'
            : `What would make it hold was not worked out: ${asked.problem}.`}
        </p>
      )}
    </section>
  );
}
