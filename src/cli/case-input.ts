import { basename } from 'node:path';
import {
  type Case,
  formatDiagnostic,
  hasErrors,
  type Path,
  positionAt,
  readCase,
  type Span,
} from '../index.js';
import { CannotRun, type Terminal } from './terminal.js';

/** A case read from a file or from standard input. */
export type CaseInput = {
  readonly name: string;
  readonly text: string;
  readonly reading: ReturnType<typeof readCase>;
};

/** Reads the text of a file, or of standard input for `-`; both must be UTF-8. */
export async function readText(
  terminal: Terminal,
  path: string,
): Promise<{ name: string; text: string }> {
  const name = path === '-' ? 'standard input' : path;
  let bytes: Uint8Array;
  try {
    bytes = path === '-' ? await terminal.readStdin() : await terminal.readFile(path);
  } catch (error) {
    throw new CannotRun(`${name}: ${fileProblem(error)}`);
  }
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    throw new CannotRun(
      bytes.includes(0)
        ? `${name}: this is not a text file; a case file is text, such as detente new writes`
        : `${name}: the file is not UTF-8 text; save it as UTF-8 in your editor and try again`,
    );
  }
}

function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT')
    return 'there is no such file; check the path, or make one with detente new';
  if (code === 'EISDIR') return 'this is a folder; name a case file in it';
  if (code === 'EACCES' || code === 'EPERM') return 'the file may not be read by this user';
  return error instanceof Error ? error.message : String(error);
}

/** Reads a case, flawed or not. */
export async function readInput(terminal: Terminal, path: string): Promise<CaseInput> {
  const { name, text } = await readText(terminal, path);
  return { name, text, reading: readCase(text) };
}

/** The case of an input without errors; else prints what is wrong and returns undefined. */
export function soundCase(terminal: Terminal, input: CaseInput): Case | undefined {
  const { diagnostics, case: theCase } = input.reading;
  if (theCase && !hasErrors(diagnostics)) return theCase;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  for (const diagnostic of errors) {
    terminal.err(`${formatDiagnostic(input.text, input.name, diagnostic)}\n`);
  }
  terminal.err(
    `${basename(input.name)}: ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}; nothing was computed\n`,
  );
  if (input.text.trimStart().startsWith('<')) {
    terminal.err(
      'It looks like another program’s file, not a case: `detente import` makes a case of one.\n',
    );
  }
  return undefined;
}

/** Where an element stands in the file, its key where it has one; the nearest thing around it else. */
export function spanOf({ reading }: CaseInput, path: Path): Span {
  for (let length = path.length; length > 0; length -= 1) {
    const span = reading.locate(path.slice(0, length), true);
    if (span) return span;
  }
  return { start: 0, end: 0 };
}

/** The same as `case.yaml:48`. */
export function placeIn(input: CaseInput): (path: Path) => string {
  return (path) =>
    `${basename(input.name)}:${positionAt(input.text, spanOf(input, path).start).line}`;
}
