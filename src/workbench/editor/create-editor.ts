import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyKeymap,
  isolateHistory,
  redo,
  undo,
} from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Vocabulary } from '../analysis/protocol.js';
import type { EditorHandle } from '../session/editor-handle.js';
import { completeCase } from './completion.js';
import { caseHighlighting, caseTheme } from './theme.js';

export type EditorOptions = {
  readonly parent: HTMLElement;
  readonly body: string;
  readonly lineBreak: '\n' | '\r\n';
  /** For the styles that the editor inserts. */
  readonly nonce: string;
  /** Told the whole text after each change, with the line breaks of the file. */
  readonly onEdit: (body: string) => void;
  readonly vocabulary: () => Vocabulary | undefined;
};

/** The editor of the case text. */
export type Editor = EditorHandle & {
  readonly mark: (problems: readonly Diagnostic[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly close: () => void;
};

/** Creates the editor in its parent. Tab leaves it; Ctrl-] and Ctrl-[ indent. */
export function createEditor(options: EditorOptions): Editor {
  const lineBreak = new Compartment();
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: textOf(options.body, options.lineBreak),
      extensions: [
        lineBreak.of(EditorState.lineSeparator.of(options.lineBreak)),
        EditorView.cspNonce.of(options.nonce),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) options.onEdit(state.sliceDoc());
        }),
        autocompletion({
          override: [(context) => completeCase(context, options.vocabulary())],
          icons: false,
        }),
        ...furnishings,
      ],
    }),
  });
  return {
    replace: (body, separator) => {
      view.dispatch({
        effects: lineBreak.reconfigure(EditorState.lineSeparator.of(separator)),
        changes: { from: 0, to: view.state.doc.length, insert: textOf(body, separator) },
        // Undone alone, not together with what was typed just before.
        annotations: isolateHistory.of('full'),
      });
    },
    select: (start, end) => {
      const { length } = view.state.doc;
      const [anchor, head] = [Math.min(start, length), Math.min(end, length)];
      view.dispatch({
        selection: { anchor, head },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      });
      view.focus();
    },
    mark: (problems) => {
      const { length } = view.state.doc;
      const inside = problems.filter(({ to }) => to <= length);
      view.dispatch(setDiagnostics(view.state, inside));
    },
    undo: () => undo(view),
    redo: () => redo(view),
    close: () => view.destroy(),
  };
}

/** Splits at the file's own line break only: another stray one stays in its line, visible. */
function textOf(body: string, separator: '\n' | '\r\n') {
  return EditorState.create({
    doc: body,
    extensions: [EditorState.lineSeparator.of(separator)],
  }).doc;
}

const furnishings: readonly Extension[] = [
  lineNumbers(),
  lintGutter(),
  highlightSpecialChars(),
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches(),
  search({ top: true }),
  yaml(),
  syntaxHighlighting(caseHighlighting),
  caseTheme,
  EditorView.lineWrapping,
  EditorState.tabSize.of(2),
  EditorView.contentAttributes.of({
    'aria-label': 'Case text',
    spellcheck: 'false',
    tabindex: '0',
  }),
  // What is pasted takes the line breaks of the file.
  EditorView.clipboardInputFilter.of((text, state) =>
    text.replace(/\r\n?|\n/g, state.facet(EditorState.lineSeparator) ?? '\n'),
  ),
  keymap.of([
    ...closeBracketsKeymap,
    ...defaultKeymap,
    ...searchKeymap,
    ...historyKeymap,
    ...completionKeymap,
    ...lintKeymap,
  ]),
];
