import type { ReactNode } from 'react';
import type { Changes, Document } from '../../index.js';
import type { Column as ColumnId } from '../session/state.js';
import { Column } from './column.js';
import { DocumentView } from './document-view.js';
import { useSessionState } from './session-context.js';

/** A column that shows one of the documents, also while a newer answer is missing. */
export function DocumentColumn({
  id,
  name,
  document,
  changes,
  sheetHead,
  problem: own,
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
  const isStale = useSessionState(({ isStale }) => isStale);
  const answering = useSessionState(({ problem }) => problem);
  const problem = own ?? answering;
  const isComputing = useSessionState(({ isComputing }) => isComputing);
  const hasErrors = useSessionState(({ diagnostics }) =>
    diagnostics.some(({ severity }) => severity === 'error'),
  );
  return (
    <Column id={id} name={name} isBusy={isComputing || isBusy} sheetHead={sheetHead}>
      {isStale ? (
        <p className="stale">
          {problem === undefined
            ? 'From the last valid text. The present text has errors.'
            : `From the last answer. The present text could not be worked out: ${problem}.`}
        </p>
      ) : null}
      {children}
      {document ? (
        <DocumentView document={document} changes={changes} />
      ) : (
        <p className="waiting">
          {problem !== undefined
            ? `This could not be worked out: ${problem}.`
            : hasErrors
              ? 'The case text has errors: mend them, and the answer appears here.'
              : 'Working it out …'}
        </p>
      )}
    </Column>
  );
}
