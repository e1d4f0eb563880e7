import { exportNegmas } from '../../index.js';
import { readInput, soundCase } from '../case-input.js';
import { readingOptions } from '../question-options.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';
import { writeInto } from '../write-into.js';
import type { ExportFlags } from './export.js';

/** `export --negmas`: the domain and a utility function per party, one file each. */
export async function runExportNegmas(
  terminal: Terminal,
  path: string,
  flags: ExportFlags,
  folder: string,
): Promise<number> {
  if (flags.csv !== undefined || flags.where.length > 0 || flags.concept !== undefined) {
    throw new CannotRun(
      'detente export: --csv, --where and --concept do not go with --negmas, which writes the case itself',
    );
  }
  const input = await readInput(terminal, path);
  const theCase = soundCase(terminal, input);
  if (!theCase) return exitCodes.no;
  const made = exportNegmas(theCase, readingOptions(theCase, flags.reading));
  if ('refusals' in made) {
    throw new CannotRun(
      [
        `${input.name}: this case cannot be written for NegMAS, and nothing was written`,
        ...made.refusals.map((reason) => `  ${reason}`),
      ].join('\n'),
    );
  }
  for (const note of made.notes) terminal.err(`not written: ${note}\n`);
  const files = made.files.map(({ name, text }) => ({ name, pieces: () => [text] }));
  await writeInto(terminal, folder, files, flags.force);
  return exitCodes.done;
}
