import type { Changes } from '../../index.js';
import type { Answer } from '../analysis/protocol.js';
import { HoldsExplorer } from '../holds/holds-explorer.js';
import { DocumentColumn } from './document-column.js';

/** What holds: in words, and where it has the screen to itself as a picture too. */
export function HoldsColumn({
  answer,
  changes,
  isWhole,
}: {
  readonly answer: Answer | undefined;
  readonly changes: Changes | undefined;
  readonly isWhole: boolean;
}) {
  const hasPicture = answer !== undefined && answer.graph.nodes.length > 0;
  return (
    <DocumentColumn
      id="holds"
      name="What holds"
      document={answer?.holds}
      changes={changes}
      sheetHead={isWhole ? answer?.handling : undefined}
    >
      {!hasPicture ? null : isWhole ? (
        <HoldsExplorer graph={answer.graph} />
      ) : (
        <p className="to-picture">
          <a href="#holds">As a picture, outcome by outcome</a>
        </p>
      )}
    </DocumentColumn>
  );
}
