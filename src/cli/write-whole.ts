import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { access, mkdir, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';

/** A file to write: its name in the folder, and its text in pieces. */
export type TextFile = { readonly name: string; readonly pieces: () => Iterable<string> };

/**
 * Writes files into a folder, which is made if it is not there; each file whole or not at all.
 *
 * @returns the names that exist already, in which case nothing was written; empty when all is written.
 */
export async function writeFolder(
  folder: string,
  files: readonly TextFile[],
  mayReplace: boolean,
): Promise<readonly string[]> {
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const known = await Promise.all(files.map(({ name }) => isThere(join(folder, name))));
  if (!mayReplace && known.includes(true)) {
    return files.flatMap(({ name }, at) => (known[at] ? [name] : []));
  }
  for (const { name, pieces } of files) {
    await writeWhole(join(folder, name), pieces(), mayReplace);
  }
  return [];
}

/**
 * Writes a text file whole or not at all: a file beside it takes its place by one rename. The pieces
 * are asked for as the disk takes them.
 *
 * @throws an error with code EEXIST when the file exists and may not be replaced; any other error of
 *   the disk, or of making the pieces, as it comes.
 */
export async function writeWhole(
  path: string,
  pieces: Iterable<string>,
  mayReplace: boolean,
): Promise<void> {
  if (!mayReplace) await refuseExisting(path);
  const part = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
  const stream = createWriteStream(part, { flags: 'wx', encoding: 'utf8' });
  // Errors are told by `finished`; a stream without a listener would end the program.
  const end = finished(stream);
  end.catch(() => undefined);
  try {
    for (const piece of pieces) {
      if (stream.errored) break;
      if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), end]);
    }
    stream.end();
    await end;
    if (!mayReplace) await refuseExisting(path);
    await rename(part, path);
  } catch (error) {
    stream.destroy();
    await unlink(part).catch(() => undefined);
    throw error;
  }
}

async function refuseExisting(path: string): Promise<void> {
  if (await isThere(path)) throw Object.assign(new Error(`${path} exists`), { code: 'EEXIST' });
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
