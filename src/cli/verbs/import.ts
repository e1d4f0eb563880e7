import { formatDiagnostic, importGmcr } from '../../index.js';
import { readText } from '../case-input.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';

/** `import`: a case file made from another program's file, printed. */
export async function runImport(terminal: Terminal, path: string): Promise<number> {
  const { name, text } = await readText(terminal, path);
  if (path !== '-' && !path.toLowerCase().endsWith('.gmcr')) {
    throw new CannotRun(`${path}: only .gmcr files can be imported so far`);
  }
  const { caseText, diagnostics } = importGmcr(text);
  for (const diagnostic of diagnostics) {
    terminal.err(`${formatDiagnostic(text, name, diagnostic)}\n`);
  }
  if (caseText === undefined) return exitCodes.failed;
  await terminal.out(caseText);
  return exitCodes.done;
}
