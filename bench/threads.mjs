// Draws of spring-2025 on one thread and on two, in one run: `npm run bench:threads -- 400`.
import { readFileSync } from 'node:fs';
import { threadExecutor } from '../dist/cli/thread-executor.js';
import { ensemble, readCase, runEnsemble } from '../dist/index.js';

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
  const few = { ...options, draws: 40, seed: 2 };
  await answer(few, executor);
  const start = performance.now();
  const report = await answer(options, executor);
  const seconds = (performance.now() - start) / 1000;
  await executor.close();
  return { seconds, report };
}

function answer(asked, executor) {
  const control = { progress: () => {}, stopped: () => false };
  return runEnsemble(theCase, { caseText, options: asked }, executor, control);
}

const one = await secondsOn(1);
const two = await secondsOn(2);
const isSame = JSON.stringify(one.report) === JSON.stringify(two.report);
console.log(`spring-2025, ${draws} draws of every doubt, the search for smallest changes included`);
console.log(
  `one thread: ${one.seconds.toFixed(1)} s, ${((1000 * one.seconds) / draws).toFixed(1)} ms a draw`,
);
console.log(
  `two threads: ${two.seconds.toFixed(1)} s, ${(one.seconds / two.seconds).toFixed(2)} times as fast`,
);
console.log(isSame ? 'the same answer' : 'NOT THE SAME ANSWER');
process.exitCode = isSame ? 0 : 1;
