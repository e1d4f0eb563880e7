import { hostname } from 'node:os';
import { type Job, Queue, UnrecoverableError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import {
  type Chunk,
  type ChunkRecord,
  type ChunkResult,
  type EnsembleJob,
  type JobIds,
  jobIds,
} from '../index.js';
import { answerText, faultText, isSameAnswer, readAnswer } from './answer-text.js';
import { ClusterProblem, messageOf } from './cluster-problem.js';
import { type Opener, openEnvelope } from './envelope.js';
import { type ChunkOrder, connect, connectionTo, keyPrefix, keysOf, queueName } from './server.js';

export type QueueWorker = Opener & {
  readonly url: string;
  /** Answers a chunk away from this thread, which has the locks of the chunks to renew. */
  readonly answer: (name: string, job: EnsembleJob, chunk: Chunk) => Promise<ChunkResult>;
  /** Chunks at once: as many as threads answer them. */
  readonly threads: number;
  /** A chunk is another worker's when its lock was not renewed for so long. */
  readonly lockMilliseconds: number;
  /** How often a worker looks for chunks whose lock ran out. */
  readonly stalledMilliseconds: number;
  /** Whether to end when nothing is left to do, rather than wait for more. */
  readonly isUntilIdle: boolean;
  /** Told when the server is there and chunks can come. */
  readonly ready: () => void;
  /** Told in a sentence when a chunk fails, or the connection. */
  readonly tell: (message: string) => void;
  /** Told after each chunk how many this worker answered. */
  readonly answered: (chunks: number) => void;
};

/** How often it is looked whether anything is left to do. */
const idleMilliseconds = 500;

/** A chunk whose workers died so often is given up: it may be what kills them. */
const mostDeaths = 5;

/** Jobs that stay opened. */
const mostOpen = 4;

/**
 * Answers chunks from a queue until told to stop, or until nothing is left.
 *
 * The first answer of a chunk stays; a second one, from a worker that was thought dead, must be the
 * same, else whoever asked is told. Chunks begun when told to stop are finished and handed in.
 *
 * @returns the number of chunks answered.
 * @throws ClusterProblem when there is no server at the address.
 */
export async function workOnQueue(own: QueueWorker, stopped: Promise<void>): Promise<number> {
  const redis = await connect(own.url, own.tell);
  const name = `${hostname()}:${process.pid}`;
  const answers = chunkWork(own, redis, name);
  let count = 0;
  const worker = new Worker<ChunkOrder>(
    queueName,
    async (order) => {
      if (!(await answers(order))) return;
      count += 1;
      own.answered(count);
    },
    {
      connection: connectionTo(own.url),
      prefix: keyPrefix,
      name,
      concurrency: own.threads,
      lockDuration: own.lockMilliseconds,
      stalledInterval: own.stalledMilliseconds,
      maxStalledCount: mostDeaths,
      // Answers are kept apart from the queue, which need not keep anything.
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    },
  );
  // Broken connections are made anew; a lost lock is another worker's matter.
  worker.on('error', () => undefined);
  await worker.waitUntilReady();
  own.ready();
  const idle = own.isUntilIdle ? untilIdle(own.url) : undefined;
  await Promise.race([stopped, ...(idle ? [idle.reached] : [])]);
  await idle?.close();
  await worker.close();
  redis.disconnect();
  return count;
}

type Opened = { readonly job: EnsembleJob; readonly ids: JobIds };

/** Answers one chunk and hands it in; false when nobody waits for it any more. */
function chunkWork(own: QueueWorker, redis: Redis, name: string) {
  const { key } = own;
  const opened = new Map<string, Promise<Opened>>();
  const open = async (name: string, envelope: string): Promise<Opened> => {
    const job = await openEnvelope(envelope, name, own);
    return { job, ids: jobIds(job) };
  };
  const jobOf = (job: string, envelope: string) => {
    const known = opened.get(job) ?? open(job, envelope);
    opened.set(job, known);
    // What could not be opened may be by the next chunk: the file may have come.
    known.catch(() => opened.delete(job));
    for (const old of [...opened.keys()].slice(0, -mostOpen)) opened.delete(old);
    return known;
  };
  return async ({ id = '', data: { job, first, count } }: Job<ChunkOrder>): Promise<boolean> => {
    const keys = keysOf(job);
    const fail = async (message: string, isOpen: boolean): Promise<never> => {
      own.tell(`chunk ${id.slice(0, 12)}: ${message}`);
      const left = await redis.pttl(keys.envelope);
      if (left > 0) {
        const text = faultText(key, id, name, message, isOpen);
        await redis.multi().hset(keys.faults, id, text).pexpire(keys.faults, left).exec();
      }
      throw new UnrecoverableError('the worker told why beside the queue');
    };
    const envelope = await redis.get(keys.envelope);
    if (envelope === null) return false;
    let record: ChunkRecord;
    try {
      const known = await jobOf(job, envelope);
      if (known.ids.chunk({ first, count }) !== id) {
        throw new ClusterProblem('the chunk that came is not what its name says: it was changed');
      }
      record = { ...(await own.answer(job, known.job, { first, count })), id };
    } catch (error) {
      return fail(messageOf(error), error instanceof ClusterProblem);
    }
    const text = answerText(key, record);
    const left = await redis.pttl(keys.envelope);
    if (left <= 0) return false;
    const isFirst = await redis.hsetnx(keys.results, id, text);
    await redis.pexpire(keys.results, left);
    if (isFirst === 1) return true;
    const earlier = await redis.hget(keys.results, id);
    if (earlier !== null && !isSameAnswer(readAnswer(key, earlier, id), record)) {
      return fail(
        `two workers answered sets ${first} to ${first + count - 1} differently; one of the machines cannot be trusted`,
        true,
      );
    }
    return true;
  };
}

/** Resolves when, twice in a row, no chunk waits or is being answered anywhere. */
function untilIdle(url: string): {
  readonly reached: Promise<void>;
  readonly close: () => Promise<void>;
} {
  const queue = new Queue(queueName, { connection: connectionTo(url), prefix: keyPrefix });
  queue.on('error', () => undefined);
  let quiet = 0;
  let watch: NodeJS.Timeout | undefined;
  const reached = new Promise<void>((resolve) => {
    watch = setInterval(async () => {
      const counts = await queue
        .getJobCounts('waiting', 'active', 'delayed')
        .catch(() => ({ no: 1 }));
      const isQuiet = Object.values(counts).every((count) => count === 0);
      quiet = isQuiet ? quiet + 1 : 0;
      if (quiet >= 2) resolve();
    }, idleMilliseconds);
  });
  return {
    reached,
    close: async () => {
      clearInterval(watch);
      await queue.close();
    },
  };
}
