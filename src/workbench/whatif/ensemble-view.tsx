import { memo, useMemo, useState } from 'react';
import { sentenceText } from '../../index.js';
import type { EnsembleAnswer } from '../ensemble/ensemble-protocol.js';
import { DocumentView } from '../page/document-view.js';
import { FindOutList } from './find-out-list.js';
import { FlipList } from './flip-list.js';
import { ScenarioTree } from './scenario-tree.js';
import { ShareTable } from './share-table.js';
import { TornadoView } from './tornado-view.js';

/** Sentences on what carries the answer that stand before the pictures. */
const MOST_LEADS = 3;

/** What was counted, as pictures and in words. */
export const EnsembleView = memo(function EnsembleView({
  answer: { report, pictures, document },
  isGoingOn,
}: {
  readonly answer: EnsembleAnswer;
  /** Whether it is counted on: what is there so far says of itself that the work was stopped. */
  readonly isGoingOn: boolean;
}) {
  const [chosen, setChosen] = useState<string>();
  const { charts } = pictures;
  const isPart = isGoingOn && report.ended === 'stopped';
  const leads = useMemo(
    () =>
      document.blocks
        .flatMap((block) =>
          block.kind === 'paragraph' && block.role === 'lead' ? [sentenceText(block.content)] : [],
        )
        .slice(isPart ? 1 : 0)
        .slice(0, MOST_LEADS),
    [document, isPart],
  );
  const column = charts.find((chart) => chart.column === chosen)?.column ?? charts[0]?.column;
  return (
    <div className="ensemble">
      <div className="document">
        {leads.map((text, at) => (
          <p key={text} className={at === 0 ? 'lead' : undefined}>
            {text}
          </p>
        ))}
      </div>
      <ShareTable pictures={pictures} chosen={column} onChoose={setChosen} />
      <TornadoView charts={charts} chosen={column} onChoose={setChosen} />
      <ScenarioTree scenarios={pictures.scenarios} />
      <FindOutList findOut={pictures.findOut} />
      <FlipList flips={pictures.flips} />
      {isPart ? null : (
        <details className="in-words">
          <summary>All of it in words and tables</summary>
          <DocumentView document={document} changes={undefined} />
        </details>
      )}
    </div>
  );
});
