import type { ReactNode } from 'react';
import type { Changes, Document } from '../../index.js';
import type { Column as ColumnId } from '../session/state.js';
import { Column } from './column.js';
import { DocumentView } from './document-view.js';
import { useSessionState } from './session-context.js';
import { StaleNotice } from './stale-notice.js';
import { SupposedNote } from './supposed-note.js';

/** A column that shows one of the documents, also while a newer answer is missing. */
export function DocumentColumn({
  id,
  name,
  document,
  changes,
  sheetHead,
  problem,
  isBusy = false,
  children,
}: {
  readonly id: ColumnId;
  readonly name: string;
  readonly document: Document | undefined;
  readonly changes: Changes | undefined;
  /** Repeated at the head of every printed sheet. */
  readonly sheetHead?: string | undefined;
  /** Why there is no document although the case is answered. */
  readonly problem?: string | undefined;
  readonly isBusy?: boolean;
  readonly children?: ReactNode;
}) {
  const isComputing = useSessionState(({ isComputing }) => isComputing);
  return (
    <Column id={id} name={name} isBusy={isComputing || isBusy} sheetHead={sheetHead}>
      <StaleNotice hasAnswer={document !== undefined} problem={problem} />
      <SupposedNote />
      {children}
      {document ? <DocumentView document={document} changes={changes} /> : null}
    </Column>
  );
}
