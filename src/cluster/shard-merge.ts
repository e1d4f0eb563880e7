import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Chunk,
  type ChunkRecord,
  type ChunkResult,
  type EnsembleJob,
  type EnsembleOptions,
  jobIds,
} from '../index.js';
import { isSameAnswer } from './answer-text.js';
import { ClusterProblem } from './cluster-problem.js';
import { differenceOf, readShardFile, type ShardFile, type ShardHeader } from './shard-file.js';

/** Shards named in a message; the others are counted. */
const mostNamed = 20;

/** The shard files that are named, or stand in a folder that is. Runs cut off are no shards yet. */
export async function readShards(paths: readonly string[]): Promise<readonly ShardFile[]> {
  const files: ShardFile[] = [];
  for (const path of paths) {
    const names = await readdir(path).catch(() => undefined);
    const inside = names?.filter((name) => /^shard-\d+-of-\d+\.jsonl$/.test(name)).sort();
    if (inside?.length === 0) {
      throw new ClusterProblem(
        `${path}: there is no whole shard in this folder; detente ensemble run --out writes them`,
      );
    }
    for (const one of inside?.map((name) => join(path, name)) ?? [path]) {
      const file = await readShardFile(one);
      if (!file || file.damage !== undefined) {
        const damage = file?.damage ?? 'its first line is cut off';
        throw new ClusterProblem(
          `${one}: ${damage}; remove the file and answer its shard again with detente ensemble run`,
        );
      }
      files.push(file);
    }
  }
  return files;
}

/**
 * The answers of all chunks of an ensemble, from its shards.
 *
 * A chunk answered twice counts once. Shards may come from different divisions of the chunks.
 *
 * @param chunksOf - all chunks of the case under the options of the shards.
 * @throws ClusterProblem when the shards are of different ensembles, of another case or of another
 *   build, when chunks are missing, which are then named, or when two answers of one chunk differ.
 */
export function mergeShards(
  files: readonly ShardFile[],
  { program, caseText }: { readonly program: string; readonly caseText: string },
  chunksOf: (options: EnsembleOptions) => readonly Chunk[],
): { readonly options: EnsembleOptions; readonly results: readonly ChunkResult[] } {
  const [first, ...others] = files;
  if (!first) throw new ClusterProblem('there is no shard to merge');
  const { header } = first;
  for (const file of others) {
    const differs = differenceOf(file.header, header);
    if (differs !== undefined) {
      throw new ClusterProblem(
        `${file.path} is of another ensemble than ${first.path}: ${differs}`,
      );
    }
  }
  const job: EnsembleJob = { caseText, options: header.options };
  refuseForeign(first, job, program);
  const ids = jobIds(job);
  const chunks = chunksOf(header.options);
  const places = new Map(chunks.map((chunk, at) => [ids.chunk(chunk), at]));
  const found: (ChunkRecord | undefined)[] = chunks.map(() => undefined);
  for (const { path, records } of files) {
    for (const record of records) {
      const at = places.get(record.id);
      const chunk = at === undefined ? undefined : chunks[at];
      if (at === undefined || chunk?.first !== record.first || chunk.count !== record.count) {
        throw new ClusterProblem(
          `${path}: sets ${record.first} to ${record.first + record.count - 1} are no chunk of this ensemble`,
        );
      }
      const earlier = found[at];
      if (earlier && !isSameAnswer(earlier, record)) {
        throw new ClusterProblem(
          `${path}: sets ${record.first} to ${record.first + record.count - 1} were answered differently before; one of the machines cannot be trusted`,
        );
      }
      found[at] ??= record;
    }
  }
  refuseMissing(found, header);
  const results = found.flatMap((record) => {
    if (!record) return [];
    const { first: start, count, bits } = record;
    return [{ first: start, count, bits }];
  });
  return { options: header.options, results };
}

function refuseForeign({ path, header }: ShardFile, job: EnsembleJob, program: string): void {
  const differs = differenceOf(header, {
    ...header,
    program,
    case: jobIds(job).caseHash,
  });
  if (differs !== undefined) throw new ClusterProblem(`${path} does not fit: ${differs}`);
}

/** Names the shards that chunks are missing of, and the chunks, counted from 1, where not all are. */
function refuseMissing(found: readonly (ChunkRecord | undefined)[], { shards }: ShardHeader): void {
  const missing = found.flatMap((record, at) => (record ? [] : [at]));
  if (missing.length === 0) return;
  const named = Array.from({ length: shards }, (_, shard) => {
    const lost = missing.filter((at) => at % shards === shard);
    const all = found.filter((_one, at) => at % shards === shard).length;
    if (lost.length === 0) return undefined;
    const which = lost.length === all ? '' : ` (chunks ${lost.map((at) => at + 1).join(', ')})`;
    return `${shard + 1}/${shards}${which}`;
  }).filter((name) => name !== undefined);
  const others = named.length - mostNamed;
  throw new ClusterProblem(
    `${missing.length} of ${found.length} chunks are missing, of shard ${named.slice(0, mostNamed).join(', ')}${others > 0 ? ` and ${others} more` : ''}; answer these with detente ensemble run --shard`,
  );
}
