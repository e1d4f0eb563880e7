import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { bodyOf } from '../file/file-shape.js';
import { useSession, useSessionState } from '../page/session-context.js';
import { createEditor, type Editor } from './create-editor.js';
import { problemMarks } from './problem-marks.js';

/** The case text in its editor, with what was found in it at the margin. */
export function CaseEditor() {
  const session = useSession();
  const frame = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor>();

  useEffect(() => {
    if (!frame.current) return;
    const { text, shape } = session.store.getState();
    const made = createEditor({
      parent: frame.current,
      body: bodyOf(text, shape),
      lineBreak: shape.lineBreak,
      nonce: document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '',
      onEdit: (body) => session.edit(session.store.getState().shape.mark + body),
      vocabulary: () => session.store.getState().answered?.answer.vocabulary,
    });
    setEditor(made);
    session.attachEditor(made);
    return () => {
      session.attachEditor(undefined);
      made.close();
    };
  }, [session]);

  const diagnostics = useSessionState(({ diagnostics }) => diagnostics);
  useEffect(() => {
    const { text, shape, diagnosed } = session.store.getState();
    // Of a text that has changed again the places are wrong; its own are on their way.
    if (editor && diagnosed === text) editor.mark(problemMarks(diagnostics, text, shape));
  }, [editor, diagnostics, session]);

  return (
    <div className="editor">
      <div className="editor-tools">
        <Button className="button button-quiet" onPress={() => editor?.undo()}>
          Undo
        </Button>
        <Button className="button button-quiet" onPress={() => editor?.redo()}>
          Redo
        </Button>
      </div>
      <div className="editor-frame" ref={frame} />
    </div>
  );
}
