/** Installs what the lockfile names, when it is not what node_modules holds. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say } from './project.mjs';

/**
 * Whether node_modules holds what the lockfile names. npm writes its own record of a finished
 * install to node_modules; packages for other platforms are absent from it.
 */
export function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      entry.optional ||
      entry.devOptional ||
      (present[path]?.version === entry.version && present[path]?.integrity === entry.integrity),
  );
}

/** Runs npm with its output on stderr. @returns its exit code */
export async function npm(args) {
  const options = { stdio: ['ignore', 2, 2] };
  const all = [...args, '--loglevel=error'];
  const script = process.env.npm_execpath;
  const { code } = script?.endsWith('.js')
    ? await run(process.execPath, [script, ...all], options)
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', all, options);
  return code;
}

/** @returns whether the packages are there */
export async function install() {
  if (isInstalled()) return true;
  say('Installing packages (once; needs the network) …');
  const code = await npm(['ci', '--include=dev']);
  if (code !== 0) say(`Installing failed: npm ci ended with ${code}.`);
  return code === 0;
}
