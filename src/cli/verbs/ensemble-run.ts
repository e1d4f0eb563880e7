import { ensembleChunks } from '../../index.js';
import { readInput, soundCase } from '../case-input.js';
import { orCannotRun } from '../cluster-problem.js';
import { type EnsembleFlags, ensembleOptions } from '../ensemble-options.js';
import { programMark } from '../program-mark.js';
import { progressLine } from '../progress.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';
import { threadExecutor } from '../thread-executor.js';
import { threadsOption } from '../threads-option.js';

export type EnsembleRunFlags = EnsembleFlags & {
  readonly shard: string;
  readonly out: string;
  readonly threads: string | undefined;
};

/**
 * `ensemble run`: answers one share of an ensemble and writes it to a file of its own. Always all
 * draws: whether they are enough could only be told from all shares together.
 */
export async function runEnsembleRun(
  terminal: Terminal,
  path: string,
  flags: EnsembleRunFlags,
): Promise<number> {
  const share = shareOption(flags.shard);
  const threads = threadsOption(terminal, flags.threads);
  const input = await readInput(terminal, path);
  const theCase = soundCase(terminal, input);
  if (!theCase) return exitCodes.no;
  const options = { ...ensembleOptions(theCase, 'ensemble run', flags), precision: 0 };
  const job = { caseText: input.text, options, program: programMark() };
  const { writeShard } = await import('../../cluster/shard-file.js');
  const executor = threadExecutor(threads);
  const { control, clear } = progressLine(terminal, 'chunks');
  try {
    const chunks = ensembleChunks(theCase, options);
    const written = await orCannotRun('ensemble run', () =>
      writeShard(flags.out, share, job, chunks, executor, control.progress),
    );
    clear();
    terminal.err(
      `shard ${share.shard} of ${share.shards}: ${written.isNew ? `chunks answered: ${written.answered}` : 'it was answered before and is left as it is'}\n`,
    );
    await terminal.out(`${written.path}\n`);
    return exitCodes.done;
  } finally {
    await executor.close();
  }
}

/** Reads `--shard 3/40`. */
function shareOption(text: string): { readonly shard: number; readonly shards: number } {
  const [, one, all] = /^\s*(\d{1,7})\s*\/\s*(\d{1,7})\s*$/.exec(text) ?? [];
  const [shard, shards] = [Number(one), Number(all)];
  if (shard >= 1 && shard <= shards) return { shard, shards };
  throw new CannotRun(
    `--shard "${text}": expected a number and how many there are, as in 3/40, the first being 1/40; where numbers start at 0, as in JOB_COMPLETION_INDEX, add one`,
  );
}
