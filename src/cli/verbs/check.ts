import {
  type Case,
  formatDiagnostic,
  formatRemark,
  hasErrors,
  jsonChunks,
  outcomeCount,
  positionAt,
  trapRemarks,
  traps,
  uncontrolled,
  version,
} from '../../index.js';
import { type CaseInput, readInput, spanOf } from '../case-input.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';

/** Most outcomes before the rules of a case that is looked at for what its verdicts hang on: 2^19. */
const mostOutcomes = 524_288n;

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
    const remarks = theCase ? remarksOn(theCase, input) : { told: [], limits: [] };
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
        checks: remarks.told.map(({ kind, path: place, text: what }) => ({
          kind,
          path: place,
          ...positionAt(text, spanOf(input, place).start),
          what,
        })),
        limits: remarks.limits,
      });
      continue;
    }
    for (const diagnostic of diagnostics) {
      const mark = `${diagnostic.severity} ${diagnostic.code}`;
      const told = formatDiagnostic(text, name, diagnostic);
      await terminal.out(`${told.replace(mark, terminal.paint(mark, diagnostic.severity))}\n`);
    }
    if (remarks.told.length > 0) {
      await terminal.out(
        `${name}: what the verdicts hang on, by the first reading of each party\n`,
      );
    }
    for (const { path: place, text: remark } of remarks.told) {
      const told = formatRemark(text, name, spanOf(input, place).start, remark);
      await terminal.out(`${told.replace('check', terminal.paint('check', 'note'))}\n`);
    }
    for (const limit of remarks.limits) await terminal.out(`${name}: ${limit}\n`);
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

/** What the verdicts on a case hang on, but for what its diagnostics say already. */
function remarksOn(theCase: Case, { reading }: CaseInput) {
  if (outcomeCount(theCase) > mostOutcomes) {
    const limit = `what the verdicts hang on was not worked out: the issues give more than ${mostOutcomes} outcomes`;
    return { told: [], limits: [limit] };
  }
  if (traps.check(theCase, traps.defaults).length > 0) return { told: [], limits: [] };
  const report = traps.run(theCase, traps.defaults, uncontrolled);
  const isTold = (place: readonly (string | number)[]) =>
    reading.diagnostics.some(
      ({ code, path }) =>
        (code === 'DET403' || code === 'DET408') && JSON.stringify(path) === JSON.stringify(place),
    );
  return {
    told: trapRemarks(theCase, report).filter(({ path }) => !isTold(path)),
    limits: report.limits,
  };
}

function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}
