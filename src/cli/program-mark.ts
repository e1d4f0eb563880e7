import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../index.js';

/** Folders of the program whose code decides what an answer says. */
const deciding = ['analysis', 'core', 'io', 'numeric', 'questions'];

/**
 * The version of the program and a SHA-256 of the code that works out answers: two builds of one
 * version that differ there have different marks. About 10 ms.
 */
export function programMark(folder = fileURLToPath(new URL('..', import.meta.url))): string {
  const hash = createHash('sha256');
  for (const part of deciding) {
    const files = readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[jt]s$/.test(name) && !/\.(d|test)\.ts$/.test(name))
      .sort();
    for (const name of files) {
      hash.update(`${part}/${name}\n`).update(readFileSync(join(folder, part, name)));
    }
  }
  return `${version} ${hash.digest('hex')}`;
}
