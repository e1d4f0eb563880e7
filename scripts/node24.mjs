/** The tests under Node 24, whose program comes from npm: npm run test:node24 [-- vitest arguments]. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install, npm } from './install.mjs';
import { requireNode, root, run, withLock } from './project.mjs';

const VERSION = '24.21.0';

requireNode();
const folder = join(root, 'node_modules', '.cache', `node-${VERSION}`);
const windows = process.platform === 'win32';
const platform = `node-${windows ? 'win' : process.platform}-${process.arch}`;
const program = join(folder, 'node_modules', platform, 'bin', windows ? 'node.exe' : 'node');

const ready = await withLock(async () => {
  if (!(await install()) || !(await build())) return false;
  if (existsSync(program)) return true;
  const where = ['--prefix', folder, '--no-save', '--no-package-lock'];
  return (await npm(['install', ...where, `${platform}@${VERSION}`])) === 0;
});
if (!ready) process.exit(1);

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
process.exitCode = (await run(program, [vitest, 'run', ...process.argv.slice(2)])).code;
