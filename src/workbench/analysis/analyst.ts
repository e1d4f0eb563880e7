import type { Job, Outcome } from './protocol.js';

/** How long a job that nobody waits for any more may hold up a newer one, in milliseconds. */
const PATIENCE = 150;

/** What the analyst needs of a worker. */
export type WorkerLike = {
  postMessage: (job: Job) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<Outcome>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
};

/** Asks the worker; resolves to undefined when a newer job of the same kind took this one's place. */
export type Analyst = {
  readonly ask: (job: Job) => Promise<Outcome | undefined>;
  readonly close: () => void;
};

type Asked = { readonly job: Job; readonly resolve: (outcome: Outcome | undefined) => void };

/**
 * One worker, one job at a time, the newest of each kind only.
 *
 * A job that is superseded while it runs is left to finish if it does so within `PATIENCE`; after
 * that the worker is ended and a new one takes the newer job.
 */
export function createAnalyst(start: () => WorkerLike, patience = PATIENCE): Analyst {
  let worker: WorkerLike | undefined;
  let running: Asked | undefined;
  let isStale = false;
  let impatience: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Map<Job['kind'], Asked>();

  function settle(outcome: Outcome): void {
    clearTimeout(impatience);
    impatience = undefined;
    const done = running;
    running = undefined;
    done?.resolve(isStale ? undefined : outcome);
    isStale = false;
    next();
  }

  function end(): void {
    worker?.terminate();
    worker = undefined;
  }

  function next(): void {
    if (running) return;
    const [first] = waiting;
    if (!first) return;
    const [kind, asked] = first;
    waiting.delete(kind);
    running = asked;
    if (!worker) {
      const started = start();
      // A message may still be on its way from a worker that was ended.
      started.onmessage = ({ data }) => {
        if (worker === started) settle(data);
      };
      started.onerror = (event) => {
        if (worker !== started) return;
        end();
        settle({ kind: 'failed', message: event.message || 'the worker ended' });
      };
      worker = started;
    }
    worker.postMessage(asked.job);
  }

  return {
    ask: (job) =>
      new Promise((resolve) => {
        waiting.get(job.kind)?.resolve(undefined);
        waiting.set(job.kind, { job, resolve });
        if (running?.job.kind === job.kind && !isStale) {
          isStale = true;
          impatience = setTimeout(() => {
            end();
            settle({ kind: 'failed', message: 'superseded' });
          }, patience);
        }
        next();
      }),
    close: () => {
      clearTimeout(impatience);
      end();
      running?.resolve(undefined);
      for (const { resolve } of waiting.values()) resolve(undefined);
      waiting.clear();
      running = undefined;
    },
  };
}
