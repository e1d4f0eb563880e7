// The agreement of the engines on 100,000 random cases, other ones at each run unless a seed is given:
//   npm run test:deep            npm run test:deep -- 5000 20250427
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';

const [runs = '100000', seed = String(randomInt(2 ** 31))] = process.argv.slice(2);
console.log(
  `${runs} random cases from seed ${seed}; repeat with: npm run test:deep -- ${runs} ${seed}`,
);
const { status } = spawnSync('npx', ['vitest', 'run', 'test/laws/engines.test.ts'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, DETENTE_DEEP: runs, DETENTE_SEED: seed },
});
process.exitCode = status ?? 1;
