import { Redis } from 'ioredis';
import { ClusterProblem, messageOf } from './cluster-problem.js';

/** Queue of BullMQ, and what its keys begin with; other keys of ours begin likewise. */
export const queueName = 'ensemble';
export const keyPrefix = 'detente';

/** Keys beside those of the queue, by the name of a job. */
export const keysOf = (job: string) => ({
  /** What every worker needs to know: the job in its envelope. */
  envelope: `${keyPrefix}:job:${job}`,
  /** Hash from chunk to its sealed record. */
  results: `${keyPrefix}:results:${job}`,
  /** Hash from chunk to what went wrong in it. */
  faults: `${keyPrefix}:faults:${job}`,
});

/** What is left behind by a program that was killed is let go by the server after a week. */
export const keptMilliseconds = 7 * 24 * 60 * 60 * 1000;

/** A chunk in the queue; its id there is the chunk's name. */
export type ChunkOrder = { readonly job: string; readonly first: number; readonly count: number };

/**
 * Connects to a server of Redis or Valkey. Once connected, a broken connection is made anew without end.
 *
 * @param tell - told in a sentence when the connection is lost, and when it is there again.
 * @throws ClusterProblem when the address is none, or no server answers there.
 */
export async function connect(url: string, tell: (message: string) => void): Promise<Redis> {
  const place = placeOf(url);
  const probe = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  let cause: unknown;
  probe.on('error', (error) => {
    cause = error;
  });
  try {
    await probe.connect();
    await probe.ping();
  } catch (error) {
    throw new ClusterProblem(
      `${place}: no Redis or Valkey server answers there: ${messageOf(cause ?? error)}`,
    );
  } finally {
    probe.disconnect();
  }
  const client = new Redis(url, { maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  let isLost = false;
  client.on('reconnecting', () => {
    if (!isLost) tell(`${place}: the connection is lost; it is tried again until it is there`);
    isLost = true;
  });
  client.on('ready', () => {
    if (isLost) tell(`${place}: the connection is there again`);
    isLost = false;
  });
  return client;
}

/** How BullMQ is to connect. */
export const connectionTo = (url: string) => ({ url, maxRetriesPerRequest: null });

/** The address without the password that it may hold. */
function placeOf(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    parsed = new URL('none:');
  }
  if (!['redis:', 'rediss:'].includes(parsed.protocol)) {
    throw new ClusterProblem(
      'the address of the queue is not one: expected redis://HOST:PORT, or rediss:// for an encrypted connection',
    );
  }
  return `${parsed.protocol}//${parsed.host}`;
}
