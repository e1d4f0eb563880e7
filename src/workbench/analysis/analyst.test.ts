import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAnalyst, type WorkerLike } from './analyst.js';
import { type Job, nothingSupposed, type Outcome } from './protocol.js';

type FakeWorker = WorkerLike & { jobs: Job[]; isEnded: boolean; answer: (name: string) => void };

let workers: FakeWorker[];

function start(): FakeWorker {
  const worker: FakeWorker = {
    jobs: [],
    isEnded: false,
    onmessage: null,
    onerror: null,
    postMessage: (job) => worker.jobs.push(job),
    terminate: () => {
      worker.isEnded = true;
    },
    answer: (message) =>
      worker.onmessage?.({ data: { kind: 'failed', message } } as MessageEvent<Outcome>),
  };
  workers.push(worker);
  return worker;
}

const answer = (text: string): Job => ({
  kind: 'answer',
  text,
  readings: {},
  supposed: nothingSupposed,
  rivals: undefined,
});

beforeEach(() => {
  workers = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test('of three jobs asked at once the first is stale, the second never sent, the third answered', async () => {
  const analyst = createAnalyst(start);
  const asked = [analyst.ask(answer('a')), analyst.ask(answer('b')), analyst.ask(answer('c'))];
  workers[0]?.answer('to a');
  workers[0]?.answer('to c');
  expect(await Promise.all(asked)).toEqual([
    undefined,
    undefined,
    { kind: 'failed', message: 'to c' },
  ]);
  expect(workers.flatMap(({ jobs }) => jobs)).toEqual([answer('a'), answer('c')]);
});

test('a worker still busy with a stale job after the wait is ended and replaced', async () => {
  const analyst = createAnalyst(start);
  const first = analyst.ask(answer('long'));
  const second = analyst.ask(answer('new'));
  vi.advanceTimersByTime(149);
  expect(workers).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  workers[1]?.answer('to new');
  expect(await first).toBeUndefined();
  expect(await second).toEqual({ kind: 'failed', message: 'to new' });
});

test('a job nobody replaced runs as long as it takes, and jobs of another kind wait for it', async () => {
  const analyst = createAnalyst(start);
  const first = analyst.ask(answer('long'));
  const located = analyst.ask({ kind: 'locate', text: 'long', path: ['title'] });
  vi.advanceTimersByTime(60_000);
  expect(workers).toHaveLength(1);
  expect(workers[0]?.jobs).toHaveLength(1);
  workers[0]?.answer('to long');
  workers[0]?.answer('to locate');
  expect(await first).toEqual({ kind: 'failed', message: 'to long' });
  expect(await located).toEqual({ kind: 'failed', message: 'to locate' });
});

test('a worker that breaks down fails its job and is replaced for the next', async () => {
  const analyst = createAnalyst(start);
  const first = analyst.ask(answer('a'));
  workers[0]?.onerror?.({ message: 'out of memory' } as ErrorEvent);
  expect(await first).toEqual({ kind: 'failed', message: 'out of memory' });
  const second = analyst.ask(answer('b'));
  workers[1]?.answer('to b');
  expect(await second).toEqual({ kind: 'failed', message: 'to b' });
});
