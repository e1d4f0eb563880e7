import type { ReactNode } from 'react';
import type { Column as ColumnId } from '../session/state.js';
import { keyboardScrollable } from './keyboard-scrollable.js';
import { useSessionState } from './session-context.js';
import { useMedia, WIDE } from './use-media.js';

/** One of the columns; where only one has room, the panel of its tab. */
export function Column({
  id,
  name,
  isBusy = false,
  sheetHead,
  children,
}: {
  readonly id: ColumnId;
  readonly name: string;
  readonly isBusy?: boolean;
  /** Repeated at the head of every printed sheet. */
  readonly sheetHead?: string | undefined;
  readonly children: ReactNode;
}) {
  const isWide = useMedia(WIDE);
  const isActive = useSessionState(({ column }) => column === id);
  return (
    <section
      id={`column-${id}`}
      className={`column column-${id}`}
      data-active={isActive ? '' : undefined}
      aria-labelledby={`column-${id}-heading`}
      aria-busy={isBusy}
      {...(isWide ? {} : { role: 'tabpanel' })}
    >
      {sheetHead === undefined ? null : (
        <div className="sheet-head">
          <span>{sheetHead}</span>
        </div>
      )}
      <h2 id={`column-${id}-heading`} className="column-heading">
        <span className="column-name">{name}</span>
        {isBusy ? <span className="busy">computing …</span> : null}
      </h2>
      <div className="column-body" {...(isWide && id !== 'case' ? keyboardScrollable : {})}>
        {children}
      </div>
    </section>
  );
}
