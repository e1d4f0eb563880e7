import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerText } from '../../src/cluster/answer-text.js';
import { type QueuePlace, queueExecutor } from '../../src/cluster/queue-executor.js';
import { type QueueWorker, workOnQueue } from '../../src/cluster/queue-worker.js';
import { keyOf } from '../../src/cluster/sealing.js';
import type { Chunk, ChunkResult, EnsembleJob } from '../../src/index.js';
import { isRedisThere, type RedisServer, startRedis } from './redis-server.js';

/** For what a busy machine may take long to do. */
const patience = { timeout: 10_000 };

const job: EnsembleJob = {
  caseText: 'detente: 1\ntitle: a secret well\n',
  options: { seed: 1, given: 'a secret expression' } as unknown as EnsembleJob['options'],
};
const chunks: readonly Chunk[] = Array.from({ length: 12 }, (_, at) => ({
  first: at * 5,
  count: at === 11 ? 2 : 5,
}));
const bitsOf = ({ first, count }: Chunk) =>
  Uint8Array.from({ length: count }, (_, at) => (first + at) % 256);
const key = keyOf(randomBytes(32));

describe.skipIf(!isRedisThere())('a queue', () => {
  let server: RedisServer;
  let redis: Redis;
  let folder: string;
  let told: string[];
  const ends: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url, { maxRetriesPerRequest: null });
    redis.on('error', () => undefined);
  });
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });
  beforeEach(async () => {
    await redis.flushall();
    folder = mkdtempSync(join(tmpdir(), 'detente-queue-'));
    told = [];
  });
  afterEach(async () => {
    await Promise.all(ends.splice(0).map((end) => end()));
    rmSync(folder, { recursive: true });
  });

  /** Starts a worker in this process, which ends with the test. */
  function work(more: Partial<QueueWorker> = {}): () => Promise<number> {
    let stop = () => {};
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const whole = workOnQueue(
      {
        url: server.url,
        program: '0.1.0 abc',
        key,
        cases: undefined,
        answer: async (_name, _job, chunk) => ({ ...chunk, bits: bitsOf(chunk) }),
        threads: 2,
        lockMilliseconds: 30_000,
        stalledMilliseconds: 30_000,
        isUntilIdle: false,
        tell: (message) => told.push(message),
        ready: () => {},
        answered: () => {},
        ...more,
      },
      stopped,
    );
    const end = () => {
      stop();
      return whole;
    };
    ends.push(end);
    return end;
  }

  async function ask(
    more: Partial<QueuePlace> = {},
    stopped: (results: readonly ChunkResult[]) => boolean = () => false,
  ): Promise<readonly ChunkResult[]> {
    const results: ChunkResult[] = [];
    const executor = await queueExecutor({
      url: server.url,
      program: '0.1.0 abc',
      key,
      isByHash: false,
      tell: (message) => told.push(message),
      sweepMilliseconds: 300,
      ...more,
    });
    try {
      await executor.run(
        job,
        chunks,
        (result) => results.push(result),
        () => stopped(results),
      );
    } finally {
      await executor.close();
    }
    return results;
  }

  const inOrder = (results: readonly ChunkResult[]) =>
    [...results].sort((a, b) => a.first - b.first);
  const all = chunks.map((chunk) => ({ ...chunk, bits: bitsOf(chunk) }));

  /** Everything the server holds, as text. */
  async function everything(): Promise<string> {
    const names = await redis.keys('*');
    const values = await Promise.all(
      names.map(async (name) => {
        const type = await redis.type(name);
        if (type === 'string') return redis.get(name);
        if (type === 'hash') return JSON.stringify(await redis.hgetall(name));
        if (type === 'stream') return JSON.stringify(await redis.xrange(name, '-', '+'));
        if (type === 'list') return JSON.stringify(await redis.lrange(name, 0, -1));
        return JSON.stringify(await redis.zrange(name, '0', '-1').catch(() => ''));
      }),
    );
    return [...names, ...values].join('\n');
  }

  test('every chunk is handed on once, and only what is to expire stays', async () => {
    work();
    expect(inOrder(await ask())).toEqual(all);
    const left = await redis.keys('*');
    for (const name of left.filter((one) => /:(job|results|faults):/.test(one))) {
      expect(await redis.pttl(name)).toBeGreaterThan(0);
      expect(await redis.pttl(name)).toBeLessThanOrEqual(60_000);
    }
    expect(left.filter((name) => /ensemble:[0-9a-f]{64}/.test(name))).toEqual([]);
  });

  test('neither case, options nor answers are on the server in clear', async () => {
    const asked = ask();
    await vi.waitFor(async () => expect(await redis.keys('*')).not.toEqual([]), patience);
    const before = await everything();
    work();
    await asked;
    const text = before + (await everything());
    expect(text).toContain('ensemble');
    expect(text).not.toMatch(/secret|detente: 1|"bits"/);
  });

  test('two that ask the same at the same time both get everything', async () => {
    work();
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(inOrder(one)).toEqual(all);
    expect(inOrder(other)).toEqual(all);
  });

  test('a second attempt takes what was answered in the first', async () => {
    let answered = 0;
    work({
      answer: async (_name, _job, chunk) => {
        answered += 1;
        return { ...chunk, bits: bitsOf(chunk) };
      },
    });
    await ask();
    expect(answered).toBe(chunks.length);
    expect(inOrder(await ask())).toEqual(all);
    expect(answered).toBe(chunks.length);
  });

  test('when stopped, nothing more is handed on and nothing waits in the queue', async () => {
    work({ threads: 1, answer: slowly });
    const results = await ask({}, ({ length }) => length >= 3);
    expect(results.length).toBe(3);
    expect(await redis.llen('detente:ensemble:wait')).toBe(0);
  });

  test('a worker told to stop hands in what it has begun', async () => {
    const end = work({ threads: 1, answer: slowly });
    let seen = 0;
    const asked = ask({}, ({ length }) => {
      seen = length;
      return false;
    });
    await vi.waitFor(() => expect(seen).toBeGreaterThan(2), patience);
    const answered = await end();
    expect(await redis.llen('detente:ensemble:active')).toBe(0);
    expect(answered).toBeGreaterThan(2);
    work();
    expect(inOrder(await asked)).toEqual(all);
  });

  test('a worker ends by itself when nothing is left, if so told', async () => {
    const asked = ask();
    await vi.waitFor(
      async () => expect(await redis.llen('detente:ensemble:wait')).toBe(12),
      patience,
    );
    const whole = workOnQueue(
      {
        ...{
          url: server.url,
          program: '0.1.0 abc',
          key,
          cases: undefined,
          threads: 2,
          isUntilIdle: true,
        },
        ...{ lockMilliseconds: 30_000, stalledMilliseconds: 30_000 },
        answer: async (_name, _job, chunk) => ({ ...chunk, bits: bitsOf(chunk) }),
        tell: () => {},
        ready: () => {},
        answered: () => {},
      },
      new Promise(() => {}),
    );
    expect(await whole).toBe(12);
    expect(inOrder(await asked)).toEqual(all);
  });

  test('work that a server lost is asked for again', async () => {
    const asked = ask();
    await vi.waitFor(
      async () => expect(await redis.llen('detente:ensemble:wait')).toBe(12),
      patience,
    );
    await redis.flushall();
    work();
    expect(inOrder(await asked)).toEqual(all);
  });

  test('a server that is started anew, empty, is worked with again', async () => {
    const own = await startRedis();
    const port = Number(new URL(own.url).port);
    work({ url: own.url, threads: 1, answer: slowly });
    let seen = 0;
    const asked = ask({ url: own.url }, ({ length }) => {
      seen = length;
      return false;
    });
    await vi.waitFor(() => expect(seen).toBeGreaterThan(2), patience);
    await own.stop();
    const anew = await startRedis(port);
    try {
      expect(inOrder(await asked)).toEqual(all);
      expect(told).toContain(
        `${own.url}: the connection is lost; it is tried again until it is there`,
      );
    } finally {
      await Promise.all(ends.splice(0).map((end) => end()));
      await anew.stop();
    }
  });

  test('it is said when nobody works on the queue', async () => {
    const asked = ask();
    await vi.waitFor(
      () => expect(told).toEqual([expect.stringContaining('nobody works')]),
      patience,
    );
    work();
    await asked;
  });

  test('a case in clear is refused, with what to do', async () => {
    await expect(ask({ key: undefined })).rejects.toThrow(/never does.*ensemble key.*--by-hash/s);
    expect(await redis.keys('*')).toEqual([]);
  });

  test('a worker with another key, or none, says so, and so does who asked', async () => {
    const other = keyOf(randomBytes(32));
    const end = work({ key: other });
    const why = new RegExp(
      `sealed with the key ${key.mark}.*holds another key \\(${other.mark}\\)`,
    );
    await expect(ask()).rejects.toThrow(why);
    expect(told[0]).toMatch(why);
    await end();
    work({ key: undefined });
    await expect(ask()).rejects.toThrow(/has no key; start it with --key/);
  });

  test('a worker of another build says so, and so does who asked', async () => {
    work({ program: '0.1.0 abd' });
    const why =
      /this worker runs 0\.1\.0 \(build abd\), and the work comes from 0\.1\.0 \(build abc\)/;
    await expect(ask()).rejects.toThrow(why);
    expect(told[0]).toMatch(why);
  });

  test('by hash, the text of the case stays at home', async () => {
    const cases = join(folder, 'cases');
    mkdirSync(cases);
    writeFileSync(join(cases, 'other.yaml'), 'detente: 1\n');
    work({ key: undefined, cases });
    const travel = { key: undefined, isByHash: true };
    await expect(ask(travel)).rejects.toThrow(/no case file .* has the SHA-256 [0-9a-f]{64}/);
    writeFileSync(join(cases, 'well.yaml'), job.caseText);
    expect(inOrder(await ask(travel))).toEqual(all);
    expect(await everything()).not.toContain('a secret well');
    await redis.flushall();
    expect(inOrder(await ask({ ...travel, key: undefined }))).toEqual(all);
  });

  test('by hash, a worker without a folder of cases says so', async () => {
    work({ key: undefined });
    await expect(ask({ key: undefined, isByHash: true })).rejects.toThrow(/start it with --cases/);
  });

  test('what an answer says of the case when it fails reaches who asked, sealed', async () => {
    work({ answer: async () => Promise.reject(new Error('a secret fault')) });
    const asked = ask();
    await expect(asked).rejects.toThrow(/^worker .*: a secret fault$/);
    expect(await everything()).not.toContain('secret');
  });

  test('a second answer that differs is an error', async () => {
    const asked = ask({ sweepMilliseconds: 60_000 });
    asked.catch(() => undefined);
    await vi.waitFor(
      async () => expect(await redis.llen('detente:ensemble:wait')).toBe(12),
      patience,
    );
    // As if a worker that was thought dead had handed in its answer.
    const [id = ''] = await redis.lrange('detente:ensemble:wait', 0, 0);
    const order = JSON.parse((await redis.hget(`detente:ensemble:${id}`, 'data')) ?? '');
    const { first, count } = order as Chunk;
    const record = { id, first, count, bits: bitsOf({ first: first + 1, count }) };
    await redis.hset(`detente:results:${order.job}`, id, answerText(key, record));
    work();
    await expect(asked).rejects.toThrow(/two workers answered sets \d+ to \d+ differently/);
  });

  test('an address without a server is told, without the password in it', async () => {
    const url = 'redis://me:hidden@127.0.0.1:1';
    await expect(ask({ url })).rejects.toThrow(/^redis:\/\/127\.0\.0\.1:1: no Redis/);
    await expect(ask({ url: 'localhost:6379' })).rejects.toThrow(/expected redis:/);
  });
});

async function slowly(_name: string, _job: EnsembleJob, chunk: Chunk): Promise<ChunkResult> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { ...chunk, bits: bitsOf(chunk) };
}
