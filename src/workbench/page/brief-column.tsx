import type { Changes, Document } from '../../index.js';
import { DocumentColumn } from './document-column.js';

/** The brief; on paper the only thing there is, under the handling mark on every sheet. */
export function BriefColumn({
  document,
  changes,
}: {
  readonly document: Document | undefined;
  readonly changes: Changes | undefined;
}) {
  return (
    <DocumentColumn
      id="brief"
      name="Brief"
      document={document}
      changes={changes}
      sheetHead={document?.handling}
    >
      {document ? (
        <header className="brief-head">
          <p className="brief-title">{document.title}</p>
          {document.subtitle === undefined ? null : <p className="subtitle">{document.subtitle}</p>}
        </header>
      ) : null}
    </DocumentColumn>
  );
}
