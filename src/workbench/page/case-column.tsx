import { lazy, Suspense } from 'react';
import { Column } from './column.js';
import { ProblemList } from './problem-list.js';

const CaseEditor = lazy(async () => ({
  default: (await import('../editor/case-editor.js')).CaseEditor,
}));

/** The text of the case and what was found in it; `isWhole` where it has the screen to itself. */
export function CaseColumn({ isWhole }: { readonly isWhole: boolean }) {
  return (
    <Column id="case" name="Case text">
      <Suspense fallback={<p className="waiting">Opening the editor …</p>}>
        <CaseEditor />
      </Suspense>
      <ProblemList isWhole={isWhole} />
    </Column>
  );
}
