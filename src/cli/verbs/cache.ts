import {
  cacheFolderName,
  cacheFolderOf,
  clearFolder,
  entriesOf,
  folderState,
} from '../cache-folder.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';

/** `cache`: how much is kept beside a case file; with `--clear` it is removed. */
export async function runCache(
  terminal: Terminal,
  path: string,
  flags: { readonly clear: boolean },
): Promise<number> {
  const folder = cacheFolderOf(path);
  if (folder === undefined) {
    throw new CannotRun(
      `${path}: there is no such file; name the case file beside which results are kept`,
    );
  }
  const state = folderState(folder);
  if (state === 'absent') {
    await terminal.out(`Nothing is kept beside ${path}.\n`);
    return exitCodes.done;
  }
  if (state === 'foreign') {
    throw new CannotRun(
      `${folder} was not made by detente for this user alone; nothing in it is used, and it was left alone`,
    );
  }
  if (!flags.clear) {
    const entries = entriesOf(folder);
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    await terminal.out(
      `${counted(entries.length)} kept in ${folder}, ${Math.ceil(bytes / 1024)} KB. --clear removes them.\n`,
    );
    return exitCodes.done;
  }
  let cleared: ReturnType<typeof clearFolder>;
  try {
    cleared = clearFolder(folder);
  } catch (error) {
    throw new CannotRun(
      `${folder} could not be removed: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const { removed, isGone } = cleared;
  await terminal.out(
    `${counted(removed)} removed${isGone ? '' : `; ${cacheFolderName} holds other files and was left in place`}.\n`,
  );
  return exitCodes.done;
}

function counted(entries: number): string {
  return `${entries} ${entries === 1 ? 'result' : 'results'}`;
}
