import { type Executor, ensembleChunks, runEnsemble, version } from '../../index.js';
import { placeIn, readInput, soundCase } from '../case-input.js';
import { orCannotRun } from '../cluster-problem.js';
import { commandText } from '../command-text.js';
import type { Format } from '../format.js';
import { printEnsemble } from '../print-ensemble.js';
import { programMark } from '../program-mark.js';
import { exitCodes, type Terminal } from '../terminal.js';

export type EnsembleMergeFlags = { readonly format: Format; readonly json: boolean };

/** Everything was answered elsewhere; the driver tells if not. */
const nobody: Executor = { run: async () => {} };

/** `ensemble merge`: the answer of an ensemble whose shards were answered on any machines. */
export async function runEnsembleMerge(
  terminal: Terminal,
  path: string,
  files: readonly string[],
  flags: EnsembleMergeFlags,
): Promise<number> {
  const input = await readInput(terminal, path);
  const theCase = soundCase(terminal, input);
  if (!theCase) return exitCodes.no;
  const { mergeShards, readShards } = await import('../../cluster/shard-merge.js');
  const { options, results } = await orCannotRun('ensemble merge', async () =>
    mergeShards(
      await readShards(files),
      { caseText: input.text, program: programMark() },
      (asked) => ensembleChunks(theCase, asked),
    ),
  );
  const report = await runEnsemble(theCase, { caseText: input.text, options }, nobody, {
    progress: () => {},
    stopped: () => false,
    earlier: results,
  });
  const none = { reading: [], where: [], concept: undefined };
  const stamp = {
    hash: input.reading.hash,
    version,
    command: commandText('ensemble', ['merge', path, ...files], none),
    placeOf: placeIn(input),
  };
  await printEnsemble(terminal, theCase, report, stamp, flags);
  return exitCodes.done;
}
