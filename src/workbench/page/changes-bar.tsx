import { Button } from 'react-aria-components/Button';
import { useSession, useSessionState } from './session-context.js';
import type { DocumentChanges } from './use-changes.js';
import { withKeys } from './with-keys.js';

/** How many sentences changed and since what, those that are gone, and a way to clear the marks. */
export function ChangesBar({ changes }: { readonly changes: DocumentChanges }) {
  const session = useSession();
  const says = useSessionState(({ baseline }) => baseline?.says);
  const isComputing = useSessionState(({ isComputing }) => isComputing);
  const { count, gone } = changes;
  const isStale = useSessionState(({ isStale }) => isStale);
  const isQuiet = useSessionState(
    ({ baseline }) => baseline?.cause === 'edit' || baseline?.cause === 'disk',
  );
  const isNothing = count === 0 && gone.length === 0;
  // That typing changes nothing goes without saying; that another reading or supposition does not is news.
  // Before the answer is there, nothing has changed yet.
  const isShown = says !== undefined && !isStale && !(isNothing && (isQuiet || isComputing));
  const summary = isShown ? `${countedChanges(count, gone.length)} ${says}` : '';
  return (
    <>
      <p className="visually-hidden" role="status">
        {isComputing ? '' : summary}
      </p>
      {!isShown ? null : (
        <section
          className="changes"
          aria-label="Changes"
          data-count={isNothing ? undefined : count}
        >
          <p>{summary}.</p>
          {gone.length === 0 ? null : (
            <details>
              <summary>No longer said</summary>
              <ul>
                {withKeys(gone, (text) => text).map(({ key, item: text }) => (
                  <li key={key}>
                    <del>{text}</del>
                  </li>
                ))}
              </ul>
            </details>
          )}
          <Button className="button button-quiet" onPress={session.clearMarks}>
            Clear marks
          </Button>
        </section>
      )}
    </>
  );
}

function countedChanges(count: number, gone: number): string {
  if (count === 0 && gone === 0) return 'No sentence changed';
  const changed = `${count === 0 ? 'No' : count} sentence${count === 1 ? '' : 's'} changed`;
  return gone > count ? `${changed}, ${gone - count} more gone` : changed;
}
