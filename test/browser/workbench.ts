/** The workbench on a copy of a case, in a browser that is watched for requests to elsewhere. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { serveCase } from '../../src/cli/serve.js';
import { launchBrowser } from './launch.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The small case of these tests. */
export const CASE = await readFile(new URL('./workbench-case.yaml', import.meta.url), 'utf8');

/** A page and what it tried to reach outside its own origin. */
export type Visit = { readonly page: Page; readonly strays: () => Promise<readonly string[]> };

export type Bench = {
  /** Serves a copy of the case and opens the page on it, worked out and ready. */
  readonly visit: (
    text?: string | Uint8Array,
    options?: BrowserContextOptions,
  ) => Promise<Visit & { readonly path: string }>;
  /** Closes the visits; fails when one of them strayed. */
  readonly leave: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * Builds the page from the sources as they are, so that the tests never see an older one, and
 * starts the browser.
 */
export async function openBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'detente-workbench-'));
  const pageFolder = join(folder, 'page');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const [browser] = await Promise.all([
    launchBrowser(),
    promisify(execFile)(
      process.execPath,
      [vite, 'build', '--outDir', pageFolder, '--emptyOutDir', '--logLevel', 'error'],
      // Vitest's own value would build the page with React's development version.
      { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
    ),
  ]);
  const endings: (() => Promise<void>)[] = [];
  let count = 0;

  const visit: Bench['visit'] = async (text = CASE, options = {}) => {
    count += 1;
    const path = join(folder, `case-${count}.yaml`);
    await writeFile(path, text);
    const server = await serveCase({ path, port: 0, pageFolder });
    const visited = await watchedPage(browser, server.url, options);
    endings.push(async () => {
      const strays = await visited.strays();
      await visited.page.context().close();
      await server.close();
      if (strays.length > 0) throw new Error(`left the page's origin: ${strays.join(', ')}`);
    });
    await visited.page.goto(server.url);
    await visited.page.locator('.column-brief .document').waitFor();
    await visited.page.locator('.cm-content').waitFor({ state: 'attached' });
    return { ...visited, path };
  };

  return {
    visit,
    leave: async () => {
      for (const end of endings.splice(0)) await end();
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A page that notes every request to another origin, and every one that its policy stopped: those
 * are no requests to the browser, only violations.
 */
export async function watchedPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
): Promise<Visit> {
  const context = await browser.newContext(options);
  // What does not come about soon never does: the test should say what it waited for.
  context.setDefaultTimeout(6000);
  const { origin } = new URL(url);
  const strays: string[] = [];
  context.on('request', (request) => {
    const to = request.url();
    if (!to.startsWith(`${origin}/`) && !/^(data|blob):/.test(to)) strays.push(`request ${to}`);
  });
  await context.exposeFunction('noteStray', (what: string) => strays.push(what));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const note = (window as unknown as { noteStray: (what: string) => void }).noteStray;
      note(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => strays.push(`error in the page: ${error.message}`));
  return {
    page,
    strays: async () => {
      // What the page notes is under way until it has answered once more.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
      return [...strays];
    },
  };
}
