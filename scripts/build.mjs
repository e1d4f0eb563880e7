/**
 * Builds dist: the library and command line by tsc, the workbench page by Vite.
 * The new dist is made beside the old one and put in its place whole, stamped with a hash of
 * everything it was made from.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate } from './generate.mjs';
import { install } from './install.mjs';
import { filesUnder, hashFiles, requireNode, root, runTool, say, withLock } from './project.mjs';

const DIST = join(root, 'dist');
const STAMP = join(DIST, '.stamp');
const TO_STDERR = { stdio: ['ignore', 2, 2] };

function sourceHash() {
  return hashFiles([
    'package.json',
    'package-lock.json',
    'tsconfig.base.json',
    'tsconfig.build.json',
    'vite.config.ts',
    'scripts/build.mjs',
    'scripts/generate.mjs',
    ...filesUnder('src', (file) => !/\.test\.tsx?$|\.generated(\.terms)?\.ts/.test(file)),
    // The page may carry the example cases.
    ...filesUnder('cases', (file) => /\.ya?ml$/.test(file)),
  ]);
}

export function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceHash();
}

/** Builds unless dist is up to date. @returns whether dist is there and up to date */
export async function build() {
  if (isBuilt()) return true;
  const hash = sourceHash();
  say('Building …');
  if (!(await generate())) return false;
  const fresh = join(root, `dist.${process.pid}`);
  const old = join(root, `dist.${process.pid}.old`);
  const clean = () => {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  };
  process.on('exit', clean);
  try {
    const tsc = ['-p', 'tsconfig.build.json', '--outDir', fresh];
    if ((await runTool('typescript/bin/tsc', tsc, TO_STDERR)).code !== 0) return false;
    if (existsSync(join(root, 'src', 'workbench', 'index.html'))) {
      const page = join(fresh, 'workbench-page');
      const vite = ['build', '--outDir', page, '--emptyOutDir', '--logLevel', 'warn'];
      if ((await runTool('vite/bin/vite.js', vite, TO_STDERR)).code !== 0) return false;
    } else {
      say('No page at src/workbench/index.html: the workbench is left out.');
    }
    writeFileSync(join(fresh, '.stamp'), hash);
    if (existsSync(DIST)) renameSync(DIST, old);
    renameSync(fresh, DIST);
    return true;
  } finally {
    process.off('exit', clean);
    clean();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  requireNode();
  const built = await withLock(async () => (await install()) && (await build()));
  if (!built) say('The build failed; dist is as it was.');
  process.exitCode = built ? 0 : 1;
}
