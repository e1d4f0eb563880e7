/**
 * `npm test`: every gate runs, also after one failed. The last line is `N passed, N failed` and no
 * more; each gate counts as one there, beside the tests. Skipped tests are told on the line before.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { requireNode, root, run, runTool, say, withLock } from './project.mjs';
import { closingLine, skippedLine } from './vitest-reporter.mjs';

requireNode();
// A forced colour would reach the programs under test.
delete process.env.FORCE_COLOR;
if (!process.stdout.isTTY) process.env.NO_COLOR = '1';

const total = { passed: 0, failed: 0, skipped: 0, skippedIn: [] };
const durations = [];

async function gate(name, work) {
  process.stdout.write(`\n── ${name}\n`);
  const start = performance.now();
  let passed = false;
  try {
    passed = await work();
  } catch (error) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  durations.push([name, passed, (performance.now() - start) / 1000]);
  total[passed ? 'passed' : 'failed']++;
}

const script = async (name) =>
  (await run(process.execPath, [join(root, 'scripts', name)])).code === 0;

async function tests() {
  const folder = mkdtempSync(join(tmpdir(), 'detente-test-'));
  const counts = join(folder, 'counts.json');
  try {
    const { code } = await runTool('vitest/vitest.mjs', ['run', ...process.argv.slice(2)], {
      env: { DETENTE_TEST_COUNTS: counts },
    });
    const result = existsSync(counts)
      ? JSON.parse(readFileSync(counts, 'utf8'))
      : { passed: 0, failed: 0, skipped: 0, skippedIn: [] };
    for (const key of ['passed', 'failed', 'skipped']) total[key] += result[key];
    total.skippedIn = result.skippedIn;
    // A run without tests proves nothing.
    return code === 0 && result.passed > 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await withLock(async () => {
  await gate('install', install);
  if (total.failed === 0) await gate('build', build);
});
if (existsSync(join(root, 'node_modules', '.package-lock.json'))) {
  await gate(
    'lint',
    async () =>
      (await runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])).code === 0,
  );
  await gate('imports', () => script('imports.mjs'));
  await gate('determinism', () => script('determinism.mjs'));
  await gate('types', () => script('types.mjs'));
  await gate('tests', tests);
}

process.stdout.write('\n');
for (const [name, passed, seconds] of durations) {
  process.stdout.write(
    `${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s  ${passed ? 'passed' : 'FAILED'}\n`,
  );
}
process.stdout.write(`\n${[skippedLine(total), closingLine(total)].filter(Boolean).join('\n')}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
