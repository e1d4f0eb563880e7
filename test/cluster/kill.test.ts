import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { programMark } from '../../src/cli/program-mark.js';
import { threadExecutor } from '../../src/cli/thread-executor.js';
import { queueExecutor } from '../../src/cluster/queue-executor.js';
import { createKeyFile, readKeyFile } from '../../src/cluster/sealing.js';
import { connectionTo, keyPrefix, queueName } from '../../src/cluster/server.js';
import type { ChunkResult } from '../../src/index.js';
import { buildProgram, builtFolder, builtProgram } from './built.js';
import { isRedisThere, type RedisServer, startRedis } from './redis-server.js';
import { smallEnsemble } from './small-ensemble.js';

const chunkCount = 200;
const workers = 3;
/** Results after which one worker is killed. */
const killAfter = 60;

const { job, chunks } = smallEnsemble(chunkCount);

const inOrder = (results: readonly ChunkResult[]) => [...results].sort((a, b) => a.first - b.first);

describe.skipIf(!isRedisThere())('an ensemble on the queue', () => {
  let server: RedisServer;
  let folder: string;
  let keyFile: string;
  const processes: ChildProcess[] = [];

  beforeAll(async () => {
    await buildProgram();
    server = await startRedis();
    folder = mkdtempSync(join(tmpdir(), 'detente-kill-'));
    keyFile = join(folder, 'key');
    await createKeyFile(keyFile);
  });
  afterAll(async () => {
    for (const one of processes) one.kill('SIGKILL');
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  function startWorker(): { readonly process: ChildProcess; readonly ready: Promise<void> } {
    const args = ['ensemble', 'work', '--redis', server.url, '--key', keyFile, '--threads', '1'];
    // A dead worker is found within some three seconds, rather than minutes.
    const child = spawn(
      process.execPath,
      [builtProgram, ...args, '--lock', '2', '--stalled', '0.5'],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    processes.push(child);
    let said = '';
    const ready = new Promise<void>((resolve, reject) => {
      child.stderr?.on('data', (text) => {
        said += text;
        if (said.includes('ready')) resolve();
      });
      child.once('exit', (code) => reject(new Error(`a worker ended with ${code}: ${said}`)));
    });
    return { process: child, ready };
  }

  test('survives a worker killed in the middle: each chunk once, bytes as of one thread', async () => {
    const started = Array.from({ length: workers }, startWorker);
    await Promise.all(started.map(({ ready }) => ready));
    const queue = new Queue(queueName, {
      connection: connectionTo(server.url),
      prefix: keyPrefix,
    });
    const victim = started[0]?.process as ChildProcess;

    /** Kills the worker at a moment when it is in the middle of a chunk; the names of those. */
    const kill = async (): Promise<readonly string[]> => {
      const name = `${hostname()}:${victim.pid}`;
      for (let tries = 0; tries < 10_000; tries += 1) {
        // Held still, so that what it is in the middle of stays so.
        victim.kill('SIGSTOP');
        const active = await queue.getActive();
        const held = active.filter(({ processedBy }) => processedBy === name);
        if (held.length > 0) {
          victim.kill('SIGKILL');
          return held.map(({ id = '' }) => id);
        }
        victim.kill('SIGCONT');
        await sleep(3);
      }
      throw new Error('the worker was never in the middle of a chunk');
    };

    const results: ChunkResult[] = [];
    let killed: Promise<readonly string[]> | undefined;
    const executor = await queueExecutor({
      url: server.url,
      program: programMark(builtFolder),
      key: await readKeyFile(keyFile),
      isByHash: false,
      tell: () => {},
    });
    await executor.run(
      job,
      chunks,
      (result) => {
        results.push(result);
        if (results.length === killAfter) killed = kill();
      },
      () => false,
    );
    await executor.close();

    const held = (await killed) ?? [];
    expect(held.length).toBeGreaterThan(0);
    expect(victim.signalCode).toBe('SIGKILL');
    expect(results.length).toBe(chunkCount);
    expect(new Set(results.map(({ first }) => first)).size).toBe(chunkCount);

    const alone: ChunkResult[] = [];
    const oneThread = threadExecutor(1);
    await oneThread.run(
      job,
      chunks,
      (result) => alone.push(result),
      () => false,
    );
    expect(inOrder(results)).toEqual(inOrder(alone));

    // The others end when told to, in good order.
    const ends = started.slice(1).map(({ process: worker }) => {
      const end = new Promise((resolve) => worker.once('exit', resolve));
      worker.kill('SIGTERM');
      return end;
    });
    expect(await Promise.all(ends)).toEqual([0, 0]);
    expect(await queue.getJobCounts('waiting', 'active', 'failed')).toMatchObject({
      waiting: 0,
      active: 0,
      failed: 0,
    });
    await queue.close();
  }, 60_000);
});
