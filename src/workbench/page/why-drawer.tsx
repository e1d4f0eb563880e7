import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { numberingOf } from '../session/state.js';
import { DocumentView } from './document-view.js';
import { keyboardScrollable } from './keyboard-scrollable.js';
import { useSession, useSessionState } from './session-context.js';

/**
 * The reasons behind what was asked about. It does not block the page; Escape closes it, and the
 * focus goes back to where it was asked from.
 */
export function WhyDrawer() {
  const session = useSession();
  const why = useSessionState(({ why }) => why);
  const isOutdated = useSessionState(
    ({ why, answered }) =>
      why !== undefined && (!answered || why.numbering !== numberingOf(answered)),
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const askedFrom = useRef<HTMLElement | undefined>(undefined);
  const ask = why?.ask;

  useEffect(() => {
    if (!ask) return;
    const focused = document.activeElement;
    // Asked again from within: the first place stays the one to go back to.
    if (focused instanceof HTMLElement && !focused.closest('.drawer')) askedFrom.current = focused;
    heading.current?.focus();
  }, [ask]);

  const content = why?.document;
  useEffect(() => {
    // Grown by its content, the drawer may have covered what was asked about.
    if (content) askedFrom.current?.scrollIntoView({ block: 'nearest' });
  }, [content]);

  useEffect(() => {
    if (!ask) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const focused = document.activeElement;
      // The editor and lists use Escape themselves.
      if (focused?.closest('.cm-editor, [role=listbox]')) return;
      session.closeWhy();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [ask, session]);

  const isOpen = why !== undefined;
  useEffect(() => {
    if (isOpen) return;
    const back = askedFrom.current;
    askedFrom.current = undefined;
    if (back?.isConnected) back.focus();
  }, [isOpen]);

  if (!why) return null;
  return (
    <aside className="drawer" aria-labelledby="drawer-heading">
      <div className="drawer-head">
        <h2 id="drawer-heading" ref={heading} tabIndex={-1}>
          {why.document?.title ?? `Why: ${why.words}`}
        </h2>
        <Button className="button button-quiet" onPress={session.closeWhy}>
          Close
        </Button>
      </div>
      <section className="drawer-body" {...keyboardScrollable} aria-label="Reasons">
        {isOutdated ? (
          <p className="stale">The case has changed since these reasons were given. Ask again.</p>
        ) : null}
        {why.document?.subtitle === undefined ? null : (
          <p className="subtitle">{why.document.subtitle}</p>
        )}
        {why.document ? (
          <DocumentView document={why.document} changes={undefined} />
        ) : (
          <p className="waiting">
            {why.problem === undefined
              ? 'Working it out …'
              : `The reasons could not be worked out: ${why.problem}.`}
          </p>
        )}
      </section>
    </aside>
  );
}
