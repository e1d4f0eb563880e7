import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const projectFile = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const builtFolder = projectFile('dist');

/** The built program: threads and other processes cannot run the sources. */
export const builtProgram = projectFile('dist/cli/main.js');

/** Builds the program unless it is up to date. */
export async function buildProgram(): Promise<void> {
  await promisify(execFile)(process.execPath, [projectFile('scripts/build.mjs')]);
}
