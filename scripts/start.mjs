/**
 * `npm start`: installs and builds when needed, then runs the command line with the arguments
 * given; without arguments, the brief of the example case and then the workbench on it.
 */
import { join } from 'node:path';
import { build, isBuilt } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { requireNode, root, run, say, withLock } from './project.mjs';

const EXAMPLE = 'cases/examples/spring-2025.yaml';

requireNode();

if (!isInstalled() || !isBuilt()) {
  // Ended by a signal while setting up: 'exit' handlers remove the lock and the half-built dist.
  const stop = () => process.exit(130);
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const ready = await withLock(async () => (await install()) && (await build()));
  process.off('SIGINT', stop);
  process.off('SIGTERM', stop);
  if (!ready) {
    say('Détente could not be set up; nothing was run.');
    process.exit(2);
  }
}

/** Runs the program; paths given are relative to where the user is. */
function detente(args, options) {
  return run(process.execPath, [join(root, 'dist', 'cli', 'main.js'), ...args], options);
}

const args = process.argv.slice(2);
let result;
if (args.length > 0) {
  result = await detente(args, { cwd: process.env.INIT_CWD ?? process.cwd() });
} else {
  result = await detente(['brief', EXAMPLE]);
  // 1 is an answer ("no", or findings to report); only 2 and signals mean there is none.
  if (result.code <= 1) result = await detente(['serve', EXAMPLE]);
}
process.exitCode = result.code;
