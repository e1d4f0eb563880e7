import { openChunkPool } from '../chunk-pool.js';
import { orCannotRun } from '../cluster-problem.js';
import { programMark } from '../program-mark.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';
import { threadsOption } from '../threads-option.js';

export type EnsembleWorkFlags = {
  readonly redis: string | undefined;
  readonly key: string | undefined;
  readonly cases: string | undefined;
  readonly threads: string | undefined;
  readonly untilIdle: boolean;
  readonly lock: string;
  readonly stalled: string;
};

/**
 * `ensemble work`: answers chunks from a queue until interrupted, or until nothing is left. Chunks
 * begun when interrupted are finished first.
 */
export async function runEnsembleWork(
  terminal: Terminal,
  flags: EnsembleWorkFlags,
  untilInterrupted: () => Promise<void>,
): Promise<number> {
  const { redis: url } = flags;
  if (url === undefined) {
    throw new CannotRun(
      'detente ensemble work: name the queue with --redis redis://HOST:PORT, or in DETENTE_REDIS',
    );
  }
  const threads = threadsOption(terminal, flags.threads);
  const lockMilliseconds = secondsOption('--lock', flags.lock);
  const stalledMilliseconds = secondsOption('--stalled', flags.stalled);
  const { readKeyFile } = await import('../../cluster/sealing.js');
  const { workOnQueue } = await import('../../cluster/queue-worker.js');
  return orCannotRun('ensemble work', async () => {
    const key = flags.key === undefined ? undefined : await readKeyFile(flags.key);
    const pool = await openChunkPool(threads);
    try {
      const stopped = untilInterrupted().then(() => {
        terminal.err(
          `${terminal.isInteractive ? '\n' : ''}finishing the chunks begun; interrupt again to give them up\n`,
        );
      });
      const ready = () => terminal.err('ready for work\n');
      const answered = await workOnQueue(
        {
          ...{ url, key, cases: flags.cases, threads, lockMilliseconds, stalledMilliseconds },
          program: programMark(),
          answer: pool.answer,
          isUntilIdle: flags.untilIdle,
          ready,
          tell: (message) => terminal.err(`detente: ${message}\n`),
          answered: (chunks) => {
            if (terminal.isInteractive) terminal.err(`\rchunks answered: ${chunks}`);
          },
        },
        stopped,
      );
      terminal.err(`${terminal.isInteractive ? '\r' : ''}chunks answered: ${answered}\n`);
      return exitCodes.done;
    } finally {
      await pool.close();
    }
  });
}

function secondsOption(flag: string, text: string): number {
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (seconds > 0 && seconds <= 86_400) return seconds * 1000;
  throw new CannotRun(`${flag} "${text}": expected a number of seconds above 0, up to a day`);
}
