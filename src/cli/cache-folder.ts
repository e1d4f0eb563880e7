import {
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder beside a case file that keeps results. */
export const cacheFolderName = '.detente-cache';

/** Most that the folder holds, in bytes: the oldest entries make room for a new one. */
export const mostKeptBytes = 512 * 1024 * 1024;

/** An entry, or one that was not written to its end. */
const entryName = /^[0-9a-f]{64}\.(json|table)(\.[0-9a-f]{12}\.part)?$/;

/**
 * Where results about a case file are kept: beside the file itself, where its path is a link.
 *
 * @returns undefined for anything that is not a regular file, such as a pipe.
 */
export function cacheFolderOf(casePath: string): string | undefined {
  try {
    const real = realpathSync(casePath);
    return statSync(real).isFile() ? join(dirname(real), cacheFolderName) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a folder is this user's own and closed to others.
 *
 * `absent`: it is not there. `foreign`: it is a link, or no folder, or others own it or may write to
 * it: what is in it may have been put there to mislead.
 */
export function folderState(folder: string): 'own' | 'absent' | 'foreign' {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found) return 'absent';
  if (!found.isDirectory()) return 'foreign';
  const user = process.getuid?.();
  // Where users have no numbers (Windows), the mode says nothing.
  if (user === undefined) return 'own';
  return found.uid === user && (found.mode & 0o022) === 0 ? 'own' : 'foreign';
}

/**
 * The number of the folder on its disk. Entries are made for it: those that come along when a folder
 * is copied or unpacked from elsewhere answer nothing.
 */
export function folderMark(folder: string): string {
  const { dev, ino } = lstatSync(folder, { bigint: true });
  return `${dev}:${ino}`;
}

/** Makes the folder, for this user alone, and keeps it out of git. @throws Error when it cannot. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  try {
    writeFileSync(join(folder, '.gitignore'), '*\n', { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** The entries of the folder with their size in bytes, oldest first; none where there is no folder. */
export function entriesOf(
  folder: string,
): readonly { readonly path: string; readonly bytes: number }[] {
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => entryName.test(name))
    .flatMap((name) => {
      const path = join(folder, name);
      const found = lstatSync(path, { throwIfNoEntry: false });
      return found ? [{ path, bytes: found.size, written: found.mtimeMs }] : [];
    })
    .sort((a, b) => a.written - b.written || (a.path < b.path ? -1 : 1));
}

/** Removes the oldest entries until `bytes` more fit under the bound. */
export function makeRoom(folder: string, bytes: number, most: number): void {
  const entries = entriesOf(folder);
  let total = entries.reduce((sum, entry) => sum + entry.bytes, bytes);
  for (const entry of entries) {
    if (total <= most) return;
    remove(entry.path);
    total -= entry.bytes;
  }
}

/**
 * Removes what the program has put into the folder, and the folder.
 *
 * @returns how many entries were removed, and whether the folder is gone: files that are not the
 *   program's are left alone, and then the folder stays.
 */
export function clearFolder(folder: string): {
  readonly removed: number;
  readonly isGone: boolean;
} {
  const entries = entriesOf(folder);
  for (const { path } of entries) unlinkSync(path);
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found) return { removed: 0, isGone: true };
  const others = readdirSync(folder).filter((name) => name !== '.gitignore');
  if (others.length > 0) return { removed: entries.length, isGone: false };
  remove(join(folder, '.gitignore'));
  rmdirSync(folder);
  return { removed: entries.length, isGone: true };
}

/** Removes a file that may be gone already. */
export function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Another run was quicker, or the folder is read-only: either way there is nothing to do.
  }
}
