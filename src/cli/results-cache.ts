import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { canonicalJson, type Kept } from '../index.js';
import {
  cacheFolderOf,
  folderMark,
  folderState,
  makeFolder,
  makeRoom,
  mostKeptBytes,
  remove,
} from './cache-folder.js';

/** What an answer depends on, beside the program. Options are plain JSON. */
export type AnswerKey = {
  /** SHA-256 of the case file's text. */
  readonly caseHash: string;
  readonly analysis: string;
  readonly options: unknown;
};

/** Results of earlier runs about one case file. */
export type ResultsCache = {
  /** A whole answer that was kept; undefined when there is none, or when it was damaged. */
  readonly recall: (key: AnswerKey) => unknown;
  readonly keep: (key: AnswerKey, answer: unknown) => void;
  /** Tables for the same case and options; the concept and the party are in the tables' names. */
  readonly tables: (key: Omit<AnswerKey, 'analysis'>) => Kept;
};

export type CachePlace = {
  readonly casePath: string;
  /** The program's mark; asked for only when there is something to look up or to keep. */
  readonly program: () => string;
  /** Told in a sentence when an entry is damaged or the folder is not to be trusted. */
  readonly tell: (message: string) => void;
  /** Most bytes in the folder; a fixed bound by default. */
  readonly most?: number;
};

type Kind = 'json' | 'table';

const lineFeed = 0x0a;
/** Longer than any first line of an entry. */
const longestHeader = 200;

/**
 * The results kept beside a case file, in a folder of this user's own.
 *
 * An entry is named by the SHA-256 of everything it depends on: the case's text, the program, the
 * analysis and its options, and the folder it was written in. Its first line holds a SHA-256 over
 * that name and the content, so an entry that was damaged, or put under another name, is removed and
 * worked out anew. Entries are written beside their place and renamed into it: a reader, in this run
 * or another, sees a whole entry or none. Where nothing can be read or written, nothing is: keeping
 * results never stands in the way of an answer.
 *
 * @returns undefined for a case that is not a file, or beside which the folder is not to be trusted.
 */
export function openResultsCache(place: CachePlace): ResultsCache | undefined {
  const folder = cacheFolderOf(place.casePath);
  if (folder === undefined) return undefined;
  const { tell, most = mostKeptBytes } = place;
  if (folderState(folder) === 'foreign') {
    tell(
      `${folder} was not made by detente for this user alone, so the results in it are not used; remove it to have results kept`,
    );
    return undefined;
  }
  let program: string | undefined;
  const fileOf = (key: object, kind: Kind) => {
    program ??= place.program();
    const parts = { format: 1, program, folder: folderMark(folder), ...key };
    const name = createHash('sha256').update(canonicalJson(parts)).digest('hex');
    return { name, path: join(folder, `${name}.${kind}`) };
  };
  const read = (key: object, kind: Kind): Buffer | undefined => {
    if (folderState(folder) !== 'own') return undefined;
    const { name, path } = fileOf(key, kind);
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch {
      return undefined;
    }
    const end = bytes.subarray(0, longestHeader).indexOf(lineFeed);
    const body = bytes.subarray(end + 1);
    if (end !== -1 && bytes.toString('latin1', 0, end) === headerOf(name, body)) return body;
    remove(path);
    tell(`a result kept beside the case was damaged; it was removed and is worked out anew`);
    return undefined;
  };
  const write = (key: object, kind: Kind, body: Uint8Array): void => {
    if (body.byteLength + longestHeader > most) return;
    try {
      if (folderState(folder) === 'absent') makeFolder(folder);
      if (folderState(folder) !== 'own') return;
      const { name, path } = fileOf(key, kind);
      makeRoom(folder, body.byteLength + longestHeader, most);
      writeWhole(path, Buffer.from(`${headerOf(name, body)}\n`, 'latin1'), body);
    } catch {
      // A folder that cannot be written, a full disk: the answer does without.
    }
  };
  return {
    recall: (key) => {
      const body = read(key, 'json');
      return body && JSON.parse(body.toString('utf8'));
    },
    keep: (key, answer) => {
      let text: string;
      try {
        text = JSON.stringify(answer);
      } catch {
        // Longer than the longest string there can be.
        return;
      }
      write(key, 'json', Buffer.from(text, 'utf8'));
    },
    tables: (key) => ({
      read: (table) => {
        const body = read({ ...key, table }, 'table');
        return body && tableOf(body);
      },
      write: (table, values) => write({ ...key, table }, 'table', bytesOf(values)),
    }),
  };
}

function headerOf(name: string, body: Uint8Array): string {
  const sum = createHash('sha256').update(name).update(body).digest('hex');
  return `detente kept result 1 ${sum}`;
}

function writeWhole(path: string, ...parts: readonly Uint8Array[]): void {
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = openSync(part, 'wx', 0o600);
    try {
      for (const bytes of parts) {
        for (let at = 0; at < bytes.byteLength; ) at += writeSync(file, bytes, at);
      }
    } finally {
      closeSync(file);
    }
    renameSync(part, path);
  } catch (error) {
    remove(part);
    throw error;
  }
}

/** Four bytes a number, the lowest first, on every machine. */
function bytesOf(table: Int32Array): Uint8Array {
  const bytes = Buffer.from(table.buffer, table.byteOffset, table.byteLength);
  return endianness() === 'LE' ? bytes : Buffer.from(bytes).swap32();
}

function tableOf(body: Buffer): Int32Array {
  // A copy: the bytes in the file need not stand where numbers may.
  const bytes = Buffer.from(new ArrayBuffer(body.byteLength));
  body.copy(bytes);
  if (endianness() !== 'LE') bytes.swap32();
  return new Int32Array(bytes.buffer, 0, Math.floor(bytes.byteLength / 4));
}
