import {
  formatDiagnostic,
  hasErrors,
  jsonChunks,
  outcomeCount,
  positionAt,
  version,
} from '../../index.js';
import { readInput } from '../case-input.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';

/** `check`: every problem of one or more case files, in one pass. */
export async function runCheck(
  terminal: Terminal,
  paths: readonly string[],
  options: { readonly json: boolean },
): Promise<number> {
  let isFlawed = false;
  let isUnread = false;
  const results: Record<string, unknown>[] = [];
  for (const path of paths) {
    const input = await readInput(terminal, path).catch((error: unknown) => {
      if (!(error instanceof CannotRun)) throw error;
      terminal.err(`${error.message}\n`);
      return undefined;
    });
    if (!input) {
      isUnread = true;
      continue;
    }
    const { name, text, reading } = input;
    const { diagnostics, case: theCase, hash } = reading;
    if (hasErrors(diagnostics)) isFlawed = true;
    if (options.json) {
      results.push({
        file: name,
        hash,
        parties: theCase?.parties.map(({ id }) => id) ?? null,
        outcomes: theCase ? outcomeCount(theCase).toString() : null,
        diagnostics: diagnostics.map(({ code, severity, what, details, help, range }) => ({
          code,
          severity,
          ...positionAt(text, range?.start ?? 0),
          end: positionAt(text, range?.end ?? 0),
          what,
          details: details ?? [],
          help: help ?? null,
        })),
      });
      continue;
    }
    for (const diagnostic of diagnostics) {
      const mark = `${diagnostic.severity} ${diagnostic.code}`;
      const told = formatDiagnostic(text, name, diagnostic);
      await terminal.out(`${told.replace(mark, terminal.paint(mark, diagnostic.severity))}\n`);
    }
    const count = (severity: string) =>
      diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    const shape = theCase
      ? `; ${plural(theCase.parties.length, 'party', 'parties')}, ${plural(theCase.issues.length, 'issue')}, ${outcomeCount(theCase)} outcomes before the rules`
      : '';
    await terminal.out(
      `${name}: ${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}, ${plural(count('note'), 'note')}${shape}\n`,
    );
  }
  if (options.json) {
    for (const chunk of jsonChunks({ analysis: 'check', version, files: results })) {
      await terminal.out(chunk);
    }
  }
  if (isUnread) return exitCodes.failed;
  return isFlawed ? exitCodes.no : exitCodes.done;
}

function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}
