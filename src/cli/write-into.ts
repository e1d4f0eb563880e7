import { join } from 'node:path';
import { CannotRun, type Terminal } from './terminal.js';
import type { TextFile } from './write-whole.js';

/** Writes files into a folder and prints their paths; says so where they cannot be written. */
export async function writeInto(
  terminal: Terminal,
  folder: string,
  files: readonly TextFile[],
  mayReplace: boolean,
): Promise<void> {
  let known: readonly string[];
  try {
    known = await terminal.writeFolder(folder, files, mayReplace);
  } catch (error) {
    throw new CannotRun(
      `${folder}: the files could not be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (known.length > 0) {
    const them = known.length === 1 ? 'it' : 'them';
    throw new CannotRun(
      `${folder}: ${known.join(', ')} ${known.length === 1 ? 'is' : 'are'} there already, and nothing was written; name another folder, or say --force to replace ${them}`,
    );
  }
  await terminal.out(files.map(({ name }) => `${join(folder, name)}\n`).join(''));
}
