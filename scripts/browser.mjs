/**
 * A headless Chromium for tests and pictures.
 *
 * On Linux x64 it comes out of the npm package @sparticuz/chromium, unpacked once under
 * node_modules/.cache; elsewhere it is the Chrome or Edge installed there.
 * DETENTE_BROWSER names another program to use.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root, run } from './project.mjs';

/** `--headless=shell` and no more: the package's own flags (one process for all) crash it here. */
const ARGS = ['--no-sandbox', '--headless=shell'];

const EXTRACT = `
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
`;

/** Unpacks the package's browser, its libraries and fonts, once; safe to call side by side. */
async function unpack() {
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8'),
  );
  const folder = join(root, 'node_modules', '.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const part = `${folder}.${process.pid}`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  // It unpacks into the temporary folder, the libraries only where it believes to run in a cloud.
  const { code, output } = await run(process.execPath, ['--input-type=module', '-e', EXTRACT], {
    env: { TMPDIR: part, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    capture: true,
  });
  try {
    if (code !== 0) throw new Error(`The browser could not be unpacked.\n${output}`);
    renameSync(part, folder);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    // Another process was first.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Whether the system has every library the program wants (a bare server lacks libnss3). */
function hasLibraries(program) {
  try {
    return !execFileSync('ldd', [program], { encoding: 'utf8' }).includes('not found');
  } catch {
    return false;
  }
}

/** Starts the browser; close it when done. */
export async function launchBrowser() {
  if (process.env.DETENTE_BROWSER) {
    return chromium.launch({ executablePath: process.env.DETENTE_BROWSER, args: ARGS });
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const folder = await unpack();
    const executablePath = join(folder, 'chromium');
    const env = { ...process.env };
    if (!hasLibraries(executablePath)) {
      const libraries = join(folder, 'al2023', 'lib');
      env.LD_LIBRARY_PATH = [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(':');
    }
    if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH ??= join(folder, 'fonts');
    return chromium.launch({ executablePath, args: ARGS, env });
  }
  let failure;
  for (const channel of ['chrome', 'msedge', 'chromium']) {
    try {
      return await chromium.launch({ channel });
    } catch (error) {
      failure = error;
    }
  }
  throw new Error('No browser found: install Chrome, or name one in DETENTE_BROWSER.', {
    cause: failure,
  });
}
