/**
 * What the queue itself costs: chunks whose answers take no time, over a server of our own on this
 * machine, with one worker in this process. `npm run bench:queue -- [chunks]`.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { queueExecutor } from '../dist/cluster/queue-executor.js';
import { workOnQueue } from '../dist/cluster/queue-worker.js';
import { keyOf } from '../dist/cluster/sealing.js';
import { ensemble } from '../dist/index.js';

const count = Number(process.argv[2] ?? 2000);
/** Draws in a chunk of the case, and bytes of answers for each. */
const draws = 44;
const bytesPerDraw = 6;

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = probe.address();
    probe.close(() => resolve(free));
  });
});
const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
const server = spawn('redis-server', args, { stdio: 'ignore' });
server.on('error', () => {
  console.error('bench:queue: there is no redis-server on this machine');
  process.exit(2);
});
await sleep(500);

const url = `redis://127.0.0.1:${port}`;
const key = keyOf(randomBytes(32));
const file = new URL('../cases/examples/spring-2025.yaml', import.meta.url);
const job = { caseText: readFileSync(file, 'utf8'), options: ensemble.defaults };
const chunks = Array.from({ length: count }, (_, at) => ({ first: at * draws, count: draws }));

let stop = () => {};
const stopped = new Promise((resolve) => {
  stop = resolve;
});
const work = workOnQueue(
  {
    ...{ url, program: 'bench', key, cases: undefined, threads: 2, isUntilIdle: false },
    ...{ lockMilliseconds: 60_000, stalledMilliseconds: 30_000 },
    answer: async (_name, _job, chunk) => ({
      ...chunk,
      bits: new Uint8Array(draws * bytesPerDraw),
    }),
    ready: () => {},
    tell: (message) => console.error(message),
    answered: () => {},
  },
  stopped,
);
const executor = await queueExecutor({
  url,
  program: 'bench',
  key,
  isByHash: false,
  tell: () => {},
});
for (const round of [1, 2, 3]) {
  // Another seed is another ensemble, so that nothing is known of it.
  const own = { ...job, options: { ...job.options, seed: round } };
  let done = 0;
  const start = performance.now();
  await executor.run(
    own,
    chunks,
    () => {
      done += 1;
    },
    () => false,
  );
  const milliseconds = performance.now() - start;
  const perChunk = milliseconds / done;
  console.log(
    `${done} chunks in ${(milliseconds / 1000).toFixed(2)} s: ${perChunk.toFixed(2)} ms a chunk, ` +
      `${((perChunk * 1000) / draws).toFixed(0)} µs a draw at ${draws} draws a chunk`,
  );
}
stop();
await work;
await executor.close();
server.kill('SIGKILL');
