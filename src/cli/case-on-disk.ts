import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import {
  access,
  type FileHandle,
  open,
  readFile,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The largest case file that is read or written, in bytes. */
export const LARGEST_CASE = 5 * 1024 * 1024;

/** A case file as it stands on disk; `hash` is SHA-256 of its bytes, in hexadecimal. */
export type CaseOnDisk = { readonly name: string; readonly text: string; readonly hash: string };

/** How writing went: refused when the file no longer holds what the writer had read. */
export type WriteResult =
  | { readonly kind: 'written'; readonly hash: string }
  /** `present` is undefined when the file is gone. */
  | { readonly kind: 'changed'; readonly present: CaseOnDisk | undefined };

/** A file that cannot be read or written, in words for the person at the page or terminal. */
export class CaseFileError extends Error {
  override readonly name = 'CaseFileError';
  /** `missing`: no such file; `unusable`: it is there, but cannot be used as asked. */
  readonly reason: 'missing' | 'unusable';

  constructor(reason: 'missing' | 'unusable', message: string) {
    super(message);
    this.reason = reason;
  }
}

/** SHA-256 of bytes, in hexadecimal. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Reads a case file. A byte order mark stays in the text, so that the text encodes to the same bytes.
 *
 * @throws CaseFileError when there is no such file, or it is no readable UTF-8 text of at most 5 MB
 */
export async function readCaseFile(path: string): Promise<CaseOnDisk> {
  const bytes = await readBytes(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CaseFileError(
      'unusable',
      `${path} is not UTF-8 text. Save it as UTF-8 and open it again.`,
    );
  }
  return { name: basename(path), text, hash: hashBytes(bytes) };
}

/** SHA-256 of the file's present bytes; undefined when it is gone. */
export async function presentHash(path: string): Promise<string | undefined> {
  try {
    return hashBytes(await readBytes(path));
  } catch (error) {
    if (error instanceof CaseFileError && error.reason === 'missing') return undefined;
    throw error;
  }
}

/**
 * Writes a case file whole or not at all: a temporary file beside it takes its place by one rename.
 * A link is followed, so that it stays a link. Nothing is written unless the file's present bytes
 * hash to `baseHash` (undefined: unless there is no file).
 *
 * @throws CaseFileError when the file or its folder cannot be written
 */
export async function writeCaseFile(
  path: string,
  text: string,
  baseHash: string | undefined,
): Promise<WriteResult> {
  if ((await presentHash(path)) !== baseHash)
    return { kind: 'changed', present: await presentCase(path) };
  const bytes = Buffer.from(text, 'utf8');
  const target = baseHash === undefined ? path : await realpath(path);
  const part = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.part`);
  try {
    const mode = baseHash === undefined ? 0o666 : await writableMode(target);
    await writeWhole(part, bytes, mode);
    // Once more, now that only the rename is left to do.
    if ((await presentHash(path)) !== baseHash) {
      return { kind: 'changed', present: await presentCase(path) };
    }
    await rename(part, target);
  } catch (error) {
    if (error instanceof CaseFileError) throw error;
    throw new CaseFileError('unusable', `${path} could not be written: ${reasonOf(error)}`);
  } finally {
    await unlink(part).catch(() => undefined);
  }
  return { kind: 'written', hash: hashBytes(bytes) };
}

async function presentCase(path: string): Promise<CaseOnDisk | undefined> {
  try {
    return await readCaseFile(path);
  } catch (error) {
    if (error instanceof CaseFileError && error.reason === 'missing') return undefined;
    throw error;
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_CASE) {
      throw new CaseFileError(
        'unusable',
        `${path} has ${size} bytes; a case file has at most ${LARGEST_CASE}.`,
      );
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof CaseFileError) throw error;
    if (codeOf(error) === 'ENOENT') throw new CaseFileError('missing', `There is no file ${path}.`);
    throw new CaseFileError('unusable', `${path} could not be read: ${reasonOf(error)}`);
  }
}

/** The file's mode bits. A rename would replace a read-only file too: that is refused. */
async function writableMode(target: string): Promise<number> {
  await access(target, constants.W_OK);
  return (await stat(target)).mode & 0o7777;
}

async function writeWhole(part: string, bytes: Uint8Array, mode: number): Promise<void> {
  let file: FileHandle | undefined;
  try {
    file = await open(part, 'wx', mode);
    await file.writeFile(bytes);
    // The mode given to open is narrowed by the umask; an existing file's mode is kept as it is.
    if (mode !== 0o666) await file.chmod(mode);
    await file.sync();
  } finally {
    await file?.close();
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied. Change the permissions of the file and its folder.',
  EPERM: 'the system does not permit it. Change the permissions of the file and its folder.',
  EROFS: 'the disk is read-only.',
  ENOSPC: 'the disk is full.',
  ENOENT: 'its folder is gone.',
  EISDIR: 'it is a folder. Name a case file.',
};

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return (
    (code === undefined ? undefined : REASONS[code]) ??
    (error instanceof Error ? error.message : String(error))
  );
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}
