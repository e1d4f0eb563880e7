import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chunksOfShare, shardFileName, writeShard } from '../../src/cluster/shard-file.js';
import { mergeShards, readShards } from '../../src/cluster/shard-merge.js';
import type { Chunk, EnsembleJob, Executor } from '../../src/index.js';

const job: EnsembleJob & { readonly program: string } = {
  program: '0.1.0 abc',
  caseText: 'detente: 1\n',
  options: { seed: 1, draws: 50 } as unknown as EnsembleJob['options'],
};
const chunks: readonly Chunk[] = Array.from({ length: 10 }, (_, at) => ({
  first: at * 5,
  count: 5,
}));
const bitsOf = ({ first, count }: Chunk) =>
  Uint8Array.from({ length: count }, (_, at) => (first + at) % 256);
const all = chunks.map((chunk) => ({ ...chunk, bits: bitsOf(chunk) }));

let folder: string;
let asked: number[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-shards-'));
  asked = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

/** An executor that is cut off after so many chunks. */
const executor = (most = Number.POSITIVE_INFINITY): Executor => ({
  run: async (_job, some, done) => {
    for (const chunk of some) {
      if (asked.length >= most) throw new Error('cut off');
      asked.push(chunk.first / 5);
      done({ ...chunk, bits: bitsOf(chunk) });
    }
  },
});

const run = (shard: number, shards: number, own = job, most?: number) =>
  writeShard(folder, { shard, shards }, own, chunks, executor(most), () => {});
const merge = async (paths: readonly string[] = [folder]) =>
  mergeShards(await readShards(paths), job, () => chunks);
const pathOf = (shard: number, shards: number) => join(folder, shardFileName({ shard, shards }));

test('every chunk is in one share, and shares differ by one chunk at most', () => {
  const shares = [1, 2, 3, 4].map((shard) => chunksOfShare(chunks, { shard, shards: 4 }));
  expect(shares.map(({ length }) => length)).toEqual([3, 3, 2, 2]);
  expect(new Set(shares.flat())).toEqual(new Set(chunks));
  expect(chunksOfShare(chunks, { shard: 12, shards: 12 })).toEqual([]);
});

describe('shards', () => {
  test('of all shares merge to what one thread answers', async () => {
    for (const shard of [3, 1, 2]) await run(shard, 3);
    const { results, options } = await merge();
    expect(results).toEqual(all);
    expect(options).toEqual(job.options);
    expect(readdirSync(folder).sort()).toEqual([
      'shard-1-of-3.jsonl',
      'shard-2-of-3.jsonl',
      'shard-3-of-3.jsonl',
    ]);
  });

  test('more shares than chunks leave some without a chunk', async () => {
    for (let shard = 1; shard <= 12; shard += 1) await run(shard, 12);
    expect((await merge()).results).toEqual(all);
  });

  test('a whole one is not answered again', async () => {
    await run(2, 3);
    const before = readFileSync(pathOf(2, 3));
    asked = [];
    expect(await run(2, 3)).toEqual({ path: pathOf(2, 3), isNew: false, answered: 0 });
    expect(asked).toEqual([]);
    expect(readFileSync(pathOf(2, 3))).toEqual(before);
  });

  test('one that was cut off is gone on with', async () => {
    await expect(run(1, 2, job, 2)).rejects.toThrow('cut off');
    expect(asked).toEqual([0, 2]);
    const [part = ''] = readdirSync(folder);
    expect(part).toMatch(/^shard-1-of-2\.jsonl\..*\.part$/);
    await expect(merge()).rejects.toThrow(/no whole shard/);
    // Killed in the middle of a line.
    appendFileSync(join(folder, part), '{"id":"0123');
    asked = [];
    expect(await run(1, 2)).toEqual({ path: pathOf(1, 2), isNew: true, answered: 3 });
    expect(asked).toEqual([4, 6, 8]);
    expect(readdirSync(folder)).toEqual(['shard-1-of-2.jsonl']);
    await run(2, 2);
    expect((await merge()).results).toEqual(all);
  });

  test('one that was cut off in its first line is begun again', async () => {
    writeFileSync(`${pathOf(1, 1)}.0.part`, '{"detente":"ensem');
    await run(1, 1);
    expect((await merge()).results).toEqual(all);
  });

  test('two runs of one share at once both end well', async () => {
    const slow: Executor = {
      run: async (_job, some, done) => {
        for (const chunk of some) {
          await new Promise((resolve) => setTimeout(resolve, 2));
          done({ ...chunk, bits: bitsOf(chunk) });
        }
      },
    };
    const share = { shard: 1, shards: 1 };
    await Promise.all([1, 2, 3].map(() => writeShard(folder, share, job, chunks, slow, () => {})));
    expect(readdirSync(folder)).toEqual(['shard-1-of-1.jsonl']);
    expect((await merge()).results).toEqual(all);
  });

  test('missing chunks are named by their shards', async () => {
    await run(2, 3);
    await expect(merge()).rejects.toThrow(/^7 of 10 chunks are missing, of shard 1\/3, 3\/3;/);
    await run(1, 3);
    await run(3, 3);
    const path = pathOf(1, 3);
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, lines.filter((_, at) => at !== 2).join('\n'));
    await expect(merge()).rejects.toThrow(
      /^1 of 10 chunks are missing, of shard 1\/3 \(chunks 4\)/,
    );
    await run(1, 3);
    expect((await merge()).results).toEqual(all);
  });

  test('a damaged line is told, and mended by answering the shard again', async () => {
    await run(1, 1);
    const text = readFileSync(pathOf(1, 1), 'utf8');
    writeFileSync(pathOf(1, 1), text.replace('"first":20', '"first":25'));
    await expect(merge()).rejects.toThrow(/line 6: its check sum.*answer its shard again/);
    asked = [];
    await run(1, 1);
    expect(asked).toEqual([4, 5, 6, 7, 8, 9]);
    expect((await merge()).results).toEqual(all);
  });

  test('the first answer of a chunk counts, and a second that differs is an error', async () => {
    await run(1, 1);
    await run(1, 2);
    const files = await readShards([pathOf(1, 1), pathOf(1, 2)]);
    expect(mergeShards(files, job, () => chunks).results).toEqual(all);
    const [one, two] = files;
    if (!one || !two) throw new Error('there are two files');
    const [first, ...others] = two.records;
    if (!first) throw new Error('there is a record');
    const changed = { ...two, records: [...others, { ...first, bits: Uint8Array.of(9) }] };
    expect(() => mergeShards([one, changed], job, () => chunks)).toThrow(
      /shard-1-of-2\.jsonl: sets 0 to 4 were answered differently before/,
    );
  });

  test('of another ensemble are refused, with the difference', async () => {
    await run(1, 2);
    const other = { ...job, options: { ...job.options, seed: 2 } };
    await expect(run(1, 2, other)).rejects.toThrow(/of another ensemble.*asked otherwise \(seed\)/);
    const edited = { ...job, caseText: 'detente: 1 \n' };
    await expect(run(1, 2, edited)).rejects.toThrow(
      /of another ensemble.*its case is not the same/,
    );
    await run(2, 2, other);
    await expect(merge()).rejects.toThrow(/shard-2-of-2.*shard-1-of-2.*asked otherwise \(seed\)/);
    const files = await readShards([pathOf(1, 2)]);
    expect(() => mergeShards(files, edited, () => chunks)).toThrow(/case is not the same/);
    const old = files.map((file) => ({
      ...file,
      header: { ...file.header, program: '0.1.0 abd' },
    }));
    expect(() => mergeShards(old, job, () => chunks)).toThrow(
      /made by 0\.1\.0 \(build abd\) of the program, not 0\.1\.0 \(build abc\)/,
    );
  });

  test('a folder that cannot be written is told', async () => {
    const path = join(folder, 'file');
    writeFileSync(path, '');
    const share = { shard: 1, shards: 1 };
    await expect(writeShard(path, share, job, chunks, executor(), () => {})).rejects.toThrow(
      /file: the shard cannot be written/,
    );
  });

  test('what is no shard is told from one', async () => {
    const path = join(folder, 'other.jsonl');
    writeFileSync(path, '{"a": 1}\n');
    await expect(merge([path])).rejects.toThrow(/this is not a shard/);
    await expect(merge([join(folder, 'gone.jsonl')])).rejects.toThrow(/cannot be read/);
    expect(() => mergeShards([], job, () => chunks)).toThrow(/no shard/);
  });
});
