import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** Whether the queue can be tried on this machine; where not, the console says why. */
export function isRedisThere(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('Skipped: there is no redis-server on this machine (Debian: redis-server).');
    return false;
  }
}

export type RedisServer = { readonly url: string; readonly stop: () => Promise<void> };

/** A server of our own on a loopback port, a free one if none is given; it keeps nothing on disk. */
export async function startRedis(given?: number): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'detente-redis-'));
  const port = given ?? (await freePort());
  const own = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
  const server = spawn('redis-server', [...own, '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  });
  const url = `redis://127.0.0.1:${port}`;
  await untilAnswers(url, server);
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

async function untilAnswers(url: string, server: ChildProcess): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  const early = new Promise<never>((_, reject) => {
    server.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
  });
  try {
    await Promise.race([client.ping(), early]);
  } finally {
    early.catch(() => undefined);
    client.disconnect();
  }
}
