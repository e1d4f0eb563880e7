import type { Diagnostic as EditorDiagnostic } from '@codemirror/lint';
import type { Diagnostic } from '../../index.js';
import { editorOffset, type FileShape } from '../file/file-shape.js';

const SEVERITIES = { error: 'error', warning: 'warning', note: 'info' } as const;

/** Diagnostics of a text as the editor shows them, in its own offsets. */
export function problemMarks(
  diagnostics: readonly Diagnostic[],
  text: string,
  shape: FileShape,
): readonly EditorDiagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const { range, severity } = diagnostic;
    if (!range) return [];
    return {
      from: editorOffset(text, shape, range.start),
      to: editorOffset(text, shape, range.end),
      severity: SEVERITIES[severity],
      message: messageOf(diagnostic),
      renderMessage: () => renderMessage(diagnostic),
    };
  });
}

function messageOf({ code, severity, what, details, help }: Diagnostic): string {
  return [
    `${severity} ${code}: ${what}`,
    ...(details ?? []),
    ...(help === undefined ? [] : [`help: ${help}`]),
  ].join('\n');
}

function renderMessage({ code, severity, what, details, help }: Diagnostic): HTMLElement {
  const message = document.createElement('div');
  const add = (className: string, text: string) => {
    const line = document.createElement('p');
    line.className = className;
    line.textContent = text;
    message.append(line);
  };
  add('problem-code', `${severity} ${code}`);
  add('problem-what', what);
  for (const detail of details ?? []) add('problem-detail', detail);
  if (help !== undefined) add('problem-help', `Help: ${help}`);
  return message;
}
