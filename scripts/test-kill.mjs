// The test that kills a worker in the middle of its work, so many times in a row:
//   npm run test:kill            npm run test:kill -- 10
import { build } from './build.mjs';
import { install } from './install.mjs';
import { requireNode, runTool, withLock } from './project.mjs';

requireNode();
const runs = Number(process.argv[2] ?? 1);
if (!Number.isSafeInteger(runs) || runs < 1) {
  console.error(`test:kill "${process.argv[2]}": expected how many times, from 1`);
  process.exit(2);
}
const built = await withLock(async () => (await install()) && (await build()));
let passed = 0;
while (built && passed < runs) {
  const { code, output } = await runTool(
    'vitest/vitest.mjs',
    ['run', '--reporter=json', 'test/cluster/kill.test.ts'],
    { capture: true },
  );
  const ran = /"numPassedTests":([1-9]\d*)/.test(output);
  if (code !== 0 || !ran) {
    console.log(output);
    break;
  }
  passed += 1;
  console.log(`run ${passed} of ${runs}: passed`);
}
console.log(`${passed} of ${runs} passed`);
process.exitCode = passed === runs ? 0 : 1;
