// Draws of spring-2025 on one thread and on two, in one run: `npm run bench:threads -- 400`.
import { readFileSync } from 'node:fs';
import { threadExecutor } from '../dist/cli/thread-executor.js';
import { ensemble, ensembleChunks, readCase } from '../dist/index.js';

const draws = Number(process.argv[2] ?? 400);
const caseText = readFileSync(
  new URL('../cases/examples/spring-2025.yaml', import.meta.url),
  'utf8',
);
const { case: theCase } = readCase(caseText);
const options = { ...ensemble.defaults, draws, precision: 0, chunk: 10 };

async function secondsOn(threads) {
  const executor = threadExecutor(threads);
  // Threads start and warm up before the clock does.
  await answer({ ...options, draws: 40, seed: 2 }, executor);
  const start = performance.now();
  const bits = await answer(options, executor);
  const seconds = (performance.now() - start) / 1000;
  await executor.close();
  return { seconds, bits };
}

/** The bytes of every chunk, in the order of the draws. */
async function answer(asked, executor) {
  const results = new Map();
  const done = ({ first, bits }) => results.set(first, Buffer.from(bits));
  const chunks = ensembleChunks(theCase, asked);
  await executor.run({ caseText, options: asked }, chunks, done, () => false);
  return Buffer.concat(chunks.map(({ first }) => results.get(first)));
}

const one = await secondsOn(1);
const two = await secondsOn(2);
const isSame = one.bits.equals(two.bits);
console.log(`spring-2025, ${draws} draws of every doubt`);
console.log(
  `one thread: ${one.seconds.toFixed(1)} s, ${((1000 * one.seconds) / draws).toFixed(1)} ms a draw`,
);
console.log(
  `two threads: ${two.seconds.toFixed(1)} s, ${(one.seconds / two.seconds).toFixed(2)} times as fast`,
);
console.log(isSame ? 'the same bytes' : 'NOT THE SAME BYTES');
process.exitCode = isSame ? 0 : 1;
