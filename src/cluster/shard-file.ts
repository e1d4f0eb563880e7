import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Chunk,
  type ChunkRecord,
  canonicalJson,
  chunkRecordText,
  type EnsembleJob,
  type EnsembleOptions,
  type Executor,
  jobIds,
  readChunkRecord,
} from '../index.js';
import { buildName } from './build-name.js';
import { ClusterProblem, messageOf } from './cluster-problem.js';

/** One of several shares of an ensemble, counted from 1: chunk i is in share (i mod shards) + 1. */
export type Share = { readonly shard: number; readonly shards: number };

/** The first line of a shard file: all that its answers depend on. */
export type ShardHeader = Share & {
  readonly detente: 'ensemble shard';
  /** Version and build of the program that answered. */
  readonly program: string;
  /** SHA-256 of the case's text. */
  readonly case: string;
  readonly options: EnsembleOptions;
};

export type ShardFile = {
  readonly path: string;
  readonly header: ShardHeader;
  readonly records: readonly ChunkRecord[];
  /** What is wrong from some line on; records before it count. */
  readonly damage: string | undefined;
};

/** The chunks of a share, in order. */
export function chunksOfShare(chunks: readonly Chunk[], { shard, shards }: Share) {
  return chunks.filter((_, at) => at % shards === shard - 1);
}

/** `shard-03-of-40.jsonl`: names in order are shares in order. */
export function shardFileName({ shard, shards }: Share): string {
  return `shard-${String(shard).padStart(String(shards).length, '0')}-of-${shards}.jsonl`;
}

/**
 * Answers the share of the chunks that is asked for, and writes them to a file of their own in a
 * folder: a line that says of what, then a line for each chunk.
 *
 * The file is written beside its place, chunk by chunk, and renamed into it when it is whole. A run
 * that was cut off is gone on with from the chunks that it wrote; a whole file is left as it is. Two
 * runs of one share at once do not disturb each other.
 *
 * @returns where the file is, whether it was written now, and how many chunks were answered for that.
 * @throws ClusterProblem when the folder holds the share of another ensemble, or cannot be written.
 */
export async function writeShard(
  folder: string,
  share: Share,
  { program, ...job }: EnsembleJob & { readonly program: string },
  chunks: readonly Chunk[],
  executor: Executor,
  progress: (done: number, total: number) => void,
): Promise<{ readonly path: string; readonly isNew: boolean; readonly answered: number }> {
  const ids = jobIds(job);
  const own = chunksOfShare(chunks, share);
  const header: ShardHeader = {
    detente: 'ensemble shard',
    program,
    case: ids.caseHash,
    options: job.options,
    ...share,
  };
  const path = join(folder, shardFileName(share));
  await orProblem(folder, () => mkdir(folder, { recursive: true }));
  const earlier = await earlierRuns(folder, share, header);
  const names = new Set(own.map((chunk) => ids.chunk(chunk)));
  const known = earlier.flatMap(({ records }) => records).filter(({ id }) => names.has(id));
  const answered = new Map(known.map((one) => [one.id, one]));
  const left = own.filter((chunk) => !answered.has(ids.chunk(chunk)));
  const whole = earlier.find((file) => file.path === path);
  if (whole && left.length === 0) return { path, isNew: false, answered: 0 };

  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  const file = await orProblem(folder, () => openSync(part, 'wx'));
  let done = own.length - left.length;
  try {
    const lines = [...answered.values()].map(chunkRecordText);
    writeAll(file, [JSON.stringify(header), ...lines, ''].join('\n'));
    progress(done, own.length);
    await executor.run(
      job,
      left,
      (result) => {
        const id = ids.chunk(result);
        if (answered.has(id)) return;
        answered.set(id, { ...result, id });
        writeAll(file, `${chunkRecordText({ ...result, id })}\n`);
        done += 1;
        progress(done, own.length);
      },
      () => false,
    );
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  // Another run of this share may have ended first, and have cleared this one's part away.
  await rename(part, path).catch(async (error: unknown) => {
    const isThere = (await readdir(folder)).includes(shardFileName(share));
    if (!isThere) throw error;
  });
  for (const { path: old } of earlier) if (old !== path) await unlink(old).catch(() => undefined);
  return { path, isNew: true, answered: left.length };
}

async function orProblem<Result>(
  folder: string,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new ClusterProblem(`${folder}: the shard cannot be written: ${messageOf(error)}`);
  }
}

/** @throws ClusterProblem when the disk does not take all of the text. */
function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  } catch (error) {
    throw new ClusterProblem(`the shard cannot be written: ${messageOf(error)}`);
  }
}

/** What earlier runs of a share left in the folder, whole or cut off. */
async function earlierRuns(
  folder: string,
  share: Share,
  header: ShardHeader,
): Promise<readonly ShardFile[]> {
  const name = shardFileName(share);
  const names = (await readdir(folder)).filter(
    (one) => one === name || (one.startsWith(`${name}.`) && one.endsWith('.part')),
  );
  const files: ShardFile[] = [];
  for (const one of names.sort()) {
    const file = await readShardFile(join(folder, one));
    // Cut off within the first line: nothing was answered.
    if (!file) continue;
    const differs = differenceOf(file.header, header);
    if (differs !== undefined) {
      throw new ClusterProblem(
        `${file.path} is of another ensemble: ${differs}; name another folder, or remove what is in this one`,
      );
    }
    files.push(file);
  }
  return files;
}

/** In what two shards are not of one ensemble; undefined where they are. */
export function differenceOf(one: ShardHeader, other: ShardHeader): string | undefined {
  if (one.program !== other.program)
    return `it was made by ${buildName(one.program)} of the program, not ${buildName(other.program)}`;
  if (one.case !== other.case) return 'its case is not the same, byte for byte';
  if (canonicalJson(one.options) === canonicalJson(other.options)) return undefined;
  const keys = Object.keys({ ...one.options, ...other.options }).filter(
    (key) =>
      canonicalJson(Object.entries(one.options).find(([own]) => own === key)) !==
      canonicalJson(Object.entries(other.options).find(([own]) => own === key)),
  );
  return `it was asked otherwise (${keys.join(', ')})`;
}

/**
 * Reads a shard file, up to the first line that is damaged.
 *
 * @returns undefined when not even its first line is whole.
 * @throws ClusterProblem when the file cannot be read, or is no shard file.
 */
export async function readShardFile(path: string): Promise<ShardFile | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new ClusterProblem(`${path}: the shard cannot be read: ${messageOf(error)}`);
  }
  const [first = '', ...lines] = text.split('\n');
  if (lines.length === 0 && /^(\{.*)?$/.test(first)) return undefined;
  const header = headerOf(first);
  if (!header) {
    throw new ClusterProblem(
      `${path}: this is not a shard of an ensemble, as detente ensemble run writes it`,
    );
  }
  const records: ChunkRecord[] = [];
  for (const [at, line] of lines.entries()) {
    if (line === '' && at === lines.length - 1) break;
    const read = readChunkRecord(line);
    if ('problem' in read)
      return { path, header, records, damage: `line ${at + 2}: ${read.problem}` };
    records.push(read.record);
  }
  return { path, header, records, damage: undefined };
}

function headerOf(line: string): ShardHeader | undefined {
  try {
    const header = JSON.parse(line) as ShardHeader;
    return header.detente === 'ensemble shard' ? header : undefined;
  } catch {
    return undefined;
  }
}
