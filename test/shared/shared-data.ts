import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the shared reference data stands when it is present: beside the checkout. */
const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** The path of a shared file, or undefined, with a message naming it, when it is absent. */
export function sharedPath(name: string): string | undefined {
  const path = folder + name;
  if (existsSync(path)) return path;
  console.warn(`skipped: the shared reference data is absent (../shared/data/${name})`);
  return undefined;
}

/** The JSON of a shared file, or undefined when it is absent. */
export function sharedJson(name: string): unknown {
  const path = sharedPath(name);
  return path === undefined ? undefined : JSON.parse(readFileSync(path, 'utf8'));
}
