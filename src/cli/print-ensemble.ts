import {
  type Case,
  type EnsembleReport,
  ensembleDocument,
  jsonChunks,
  type Stamp,
  version,
} from '../index.js';
import { type Format, formatDocument } from './format.js';
import type { Terminal } from './terminal.js';

/** Prints what would change the answer, as a document or, for other programs, as one JSON object. */
export async function printEnsemble(
  terminal: Terminal,
  theCase: Case,
  report: EnsembleReport,
  stamp: Stamp,
  flags: { readonly json: boolean; readonly format: Format },
): Promise<void> {
  if (!flags.json) {
    await terminal.out(formatDocument(ensembleDocument(theCase, report, stamp), flags.format));
    return;
  }
  const { analysis, options, seed, ...findings } = report;
  const about = { title: theCase.title, hash: stamp.hash };
  const whole = { analysis, version, case: about, options, seed, ...findings };
  for (const chunk of jsonChunks(whole)) await terminal.out(chunk);
}
