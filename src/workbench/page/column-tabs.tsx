import { type KeyboardEvent, useRef } from 'react';
import type { Column } from '../session/state.js';
import { useSession, useSessionState } from './session-context.js';

const TABS: readonly { readonly id: Column; readonly name: string }[] = [
  { id: 'brief', name: 'Brief' },
  { id: 'holds', name: 'What holds' },
  { id: 'deals', name: 'Deals' },
  { id: 'whatif', name: 'What if' },
  { id: 'case', name: 'Case text' },
];

/**
 * Tabs over the columns where only one has room. The columns themselves stay in the page at
 * every width, so that the editor keeps its undo history: these tabs only say which one is in view.
 */
export function ColumnTabs() {
  const session = useSession();
  const current = useSessionState(({ column }) => column);
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = TABS.findIndex(({ id }) => id === current);
    const to = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: TABS.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const index = (to + TABS.length) % TABS.length;
    session.show(TABS[index]?.id ?? 'brief');
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus();
  };

  return (
    <div className="tabs" role="tablist" aria-label="Show" ref={list} onKeyDown={onKeyDown}>
      {TABS.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={id === current}
          aria-controls={`column-${id}`}
          tabIndex={id === current ? 0 : -1}
          onClick={() => session.show(id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
