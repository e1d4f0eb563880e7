import { lazy, Suspense } from 'react';
import { Column } from './column.js';
import { ProblemList } from './problem-list.js';

const CaseEditor = lazy(async () => ({
  default: (await import('../editor/case-editor.js')).CaseEditor,
}));

/** The text of the case and what was found in it. */
export function CaseColumn() {
  return (
    <Column id="case" name="Case text">
      <Suspense fallback={<p className="waiting">Opening the editor …</p>}>
        <CaseEditor />
      </Suspense>
      <ProblemList />
    </Column>
  );
}
