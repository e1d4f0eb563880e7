import { Queue, QueueEvents } from 'bullmq';
import type { Redis } from 'ioredis';
import { type Chunk, type ChunkResult, type EnsembleJob, type Executor, jobIds } from '../index.js';
import { readAnswer, readFault } from './answer-text.js';
import { ClusterProblem } from './cluster-problem.js';
import { envelopeText, type Travel } from './envelope.js';
import {
  type ChunkOrder,
  connect,
  connectionTo,
  keptMilliseconds,
  keyPrefix,
  keysOf,
  queueName,
} from './server.js';

export type QueuePlace = Travel & {
  readonly url: string;
  /** Told in a sentence when nobody works on the queue, or the connection is lost. */
  readonly tell: (message: string) => void;
  /** How often everything outstanding is looked through; see `lookMilliseconds`. */
  readonly sweepMilliseconds?: number;
};

/** How often what the queue announced is fetched, and a stop is looked for. */
const lookMilliseconds = 50;
/** By default, how often chunks are looked for that went unannounced, or were lost with the server. */
const defaultSweep = 5000;
/** Chunks looked through, added or fetched at once. */
const atOnce = 500;
/** Announcements that the server keeps. */
const announcementsKept = 1000;
/** At the end what is known of a job stays so long, for another program that asked for the same. */
const partingMilliseconds = 60_000;

/** An executor that is connected until it is closed. */
export type QueueExecutor = Executor & { readonly close: () => Promise<void> };

/**
 * Answers chunks by whoever works on a queue of BullMQ, in Redis or Valkey.
 *
 * A chunk stands in the queue under its own name, so adding it twice adds it once; its answer is kept
 * under that name until the end, so a program that starts again finds what was answered meanwhile.
 * Each chunk is handed on once, and never after a stop. Nothing hangs on an announcement: what is
 * outstanding is looked through now and then, and added again where the server lost it.
 *
 * @throws ClusterProblem when no server answers, the case would travel in clear, a worker tells that
 *   it cannot answer, or two workers answered one chunk differently.
 */
export async function queueExecutor(place: QueuePlace): Promise<QueueExecutor> {
  if (!place.key) refuseClear(place);
  const redis = await connect(place.url, place.tell);
  const options = { connection: connectionTo(place.url), prefix: keyPrefix };
  const queue = new Queue<ChunkOrder>(queueName, {
    ...options,
    streams: { events: { maxLen: announcementsKept } },
  });
  queue.on('error', () => undefined);
  const jobs = new Set<string>();
  return {
    run: async (job, chunks, done, stopped) => {
      const name = jobIds(job).job;
      jobs.add(name);
      await runJob({ place, redis, queue, options, name }, job, chunks, done, stopped);
    },
    close: async () => {
      for (const job of jobs) {
        const keys = keysOf(job);
        for (const key of Object.values(keys)) await redis.pexpire(key, partingMilliseconds);
      }
      await queue.close();
      await redis.quit();
    },
  };
}

function refuseClear(travel: Travel): void {
  // Said before anything is connected.
  envelopeText({ caseText: '', options: {} as EnsembleJob['options'] }, travel);
}

type Line = {
  readonly place: QueuePlace;
  readonly redis: Redis;
  readonly queue: Queue<ChunkOrder>;
  readonly options: {
    readonly connection: ReturnType<typeof connectionTo>;
    readonly prefix: string;
  };
  readonly name: string;
};

async function runJob(
  { place, redis, queue, options, name }: Line,
  job: EnsembleJob,
  chunks: readonly Chunk[],
  done: (result: ChunkResult) => void,
  stopped: () => boolean,
): Promise<void> {
  const keys = keysOf(name);
  const ids = jobIds(job);
  const envelope = envelopeText(job, place);
  const outstanding = new Map(chunks.map((chunk) => [ids.chunk(chunk), chunk]));
  const sweepMilliseconds = place.sweepMilliseconds ?? defaultSweep;

  const announce = async () => {
    await redis.set(keys.envelope, envelope, 'PX', keptMilliseconds, 'NX');
    for (const key of Object.values(keys)) await redis.pexpire(key, keptMilliseconds);
  };
  /** Hands on the answers of those chunks that have one. */
  const take = async (some: readonly string[]) => {
    if (some.length === 0) return;
    const texts = await redis.hmget(keys.results, ...some);
    for (const [at, id] of some.entries()) {
      const text = texts[at];
      const chunk = outstanding.get(id);
      if (typeof text !== 'string' || !chunk || stopped()) continue;
      const { first, count, bits } = readAnswer(place.key, text, id);
      if (first !== chunk.first || count !== chunk.count) {
        throw new ClusterProblem(`chunk ${id}: what came back is about other sets`);
      }
      outstanding.delete(id);
      done({ first, count, bits });
    }
  };
  const refuseFaults = async () => {
    const [[id, text] = []] = Object.entries(await redis.hgetall(keys.faults));
    if (id === undefined || text === undefined) return;
    // Told once: the next attempt is a new one.
    await redis.del(keys.faults);
    throw new ClusterProblem(readFault(place.key, id, text));
  };
  const add = async (some: readonly string[]) => {
    const orders = some.flatMap((id) => {
      const chunk = outstanding.get(id);
      return chunk
        ? [{ name: 'chunk', data: { job: name, ...chunk }, opts: { jobId: id, ...kept } }]
        : [];
    });
    if (orders.length > 0) await queue.addBulk(orders);
  };
  const sweep = async () => {
    await announce();
    await refuseFaults();
    for (const some of pieces([...outstanding.keys()])) {
      if (stopped()) return;
      await take(some);
      const states = await Promise.all(some.map((id) => queue.getJobState(id)));
      await add(some.filter((id, at) => states[at] === 'unknown' && outstanding.has(id)));
    }
  };

  const [[last] = []] = await redis.xrevrange(queue.toKey('events'), '+', '-', 'COUNT', 1);
  const events = new QueueEvents(queueName, { ...options, lastEventId: last ?? '0-0' });
  events.on('error', () => undefined);
  let announced = new Set<string>();
  let failure: string | undefined;
  events.on('completed', ({ jobId }) => {
    if (outstanding.has(jobId)) announced.add(jobId);
  });
  events.on('failed', ({ jobId, failedReason }) => {
    if (outstanding.has(jobId)) failure = failedReason;
  });
  const isWorked = nobodyWorks(queue, place.tell);
  try {
    // Answers and faults of an earlier attempt: the one is used, the other forgotten.
    await redis.del(keys.faults);
    await announce();
    for (const some of pieces([...outstanding.keys()])) {
      if (stopped()) break;
      await take(some);
      await add(some);
    }
    let swept = performance.now();
    while (outstanding.size > 0 && !stopped()) {
      await new Promise((resolve) => setTimeout(resolve, lookMilliseconds));
      const some = [...announced];
      announced = new Set();
      for (const piece of pieces(some)) await take(piece);
      if (failure !== undefined) {
        await refuseFaults();
        throw new ClusterProblem(`a chunk was given up by the queue: ${failure}`);
      }
      if (performance.now() - swept < sweepMilliseconds) continue;
      await sweep();
      await isWorked(outstanding.size);
      swept = performance.now();
    }
    await refuseFaults();
  } finally {
    await events.close();
    // Those that a worker is in the middle of cannot be taken back; nobody waits for their answer.
    for (const some of pieces([...outstanding.keys()])) {
      await Promise.all(some.map((id) => queue.remove(id).catch(() => 0)));
    }
  }
}

/** The queue keeps nothing of what is done: answers stand beside it. */
const kept = { removeOnComplete: true, removeOnFail: true, attempts: 1 };

function pieces(ids: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(ids.length / atOnce);
  return Array.from({ length: count }, (_, at) => ids.slice(at * atOnce, (at + 1) * atOnce));
}

/** Says so once when chunks wait and no worker is there. */
function nobodyWorks(
  queue: Queue<ChunkOrder>,
  tell: (message: string) => void,
): (waiting: number) => Promise<void> {
  let isTold = false;
  return async (waiting) => {
    // Some servers do not tell who is connected.
    if (isTold || (await queue.getWorkersCount().catch(() => 1)) > 0) return;
    isTold = true;
    tell(
      `${waiting} chunks wait and nobody works on the queue; start detente ensemble work there, on any number of machines`,
    );
  };
}
