import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** A file of the built page. */
export type PageFile = { readonly bytes: Buffer; readonly type: string; readonly isPage: boolean };

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Reads the built page once, so that no address can name a file outside it.
 *
 * @returns the files by their address: `/index.html`, `/assets/index-1234.js`
 * @throws Error when the folder holds no page
 */
export async function loadPage(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const page = new Map<string, PageFile>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const extension = extname(entry.name);
    const type = TYPES[extension];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    page.set(`/${relative(folder, path).split(sep).join('/')}`, {
      bytes: await readFile(path),
      type,
      isPage: extension === '.html',
    });
  }
  if (!page.has('/index.html')) {
    throw new Error(`There is no workbench page in ${folder}. Build it: npm run build`);
  }
  return page;
}
