import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type EnsembleJob, jobIds } from '../index.js';
import { buildName } from './build-name.js';
import { ClusterProblem, messageOf } from './cluster-problem.js';
import { type Key, seal, unseal } from './sealing.js';

/** How a case travels: sealed, or by its hash to machines that have the file. */
export type Travel = {
  /** Version and build of the program that asks; see `buildName`. */
  readonly program: string;
  readonly key: Key | undefined;
  /** The text of the case stays at home; every worker finds the file in a folder of its own. */
  readonly isByHash: boolean;
};

/** What a worker has to open a job with. */
export type Opener = {
  /** Version and build of this program. */
  readonly program: string;
  readonly key: Key | undefined;
  /** Folder with case files. */
  readonly cases: string | undefined;
};

type Envelope = {
  readonly program: string;
  /** Mark of the key that sealed the content; null where it is in clear. */
  readonly key: string | null;
  /** SHA-256 of the case's text where it travels by hash. */
  readonly caseHash: string | null;
  /** JSON of {options, caseText?}, sealed where there is a key. */
  readonly content: string;
};

/** Larger files are no cases. */
const largestCase = 5 * 1024 * 1024;

/**
 * A job as text for a queue that others can read: never the case in clear.
 *
 * @throws ClusterProblem without a key and not by hash.
 */
export function envelopeText(job: EnsembleJob, { program, key, isByHash }: Travel): string {
  if (!key && !isByHash) {
    throw new ClusterProblem(
      'the case would travel in clear, which it never does: make a key with detente ensemble key FILE and name it with --key here and on every worker, or put the case file on every worker and say --by-hash',
    );
  }
  const { options, caseText } = job;
  const { caseHash, job: name } = jobIds(job);
  const content = JSON.stringify(isByHash ? { options } : { options, caseText });
  const envelope: Envelope = {
    program,
    key: key?.mark ?? null,
    caseHash: isByHash ? caseHash : null,
    content: key ? seal(key, content, `job ${name}`) : content,
  };
  return JSON.stringify(envelope);
}

/**
 * The job in an envelope, which is the one of that name: same program, case and options.
 *
 * @throws ClusterProblem when this worker is of another build, lacks the key or the case, or the
 *   content is not what its name says.
 */
export async function openEnvelope(
  text: string,
  name: string,
  { program, key, cases }: Opener,
): Promise<EnsembleJob> {
  const envelope = JSON.parse(text) as Envelope;
  if (envelope.program !== program) {
    throw new ClusterProblem(
      `this worker runs ${buildName(program)}, and the work comes from ${buildName(envelope.program)}; use one build of the program on every machine`,
    );
  }
  if (envelope.key !== null && envelope.key !== key?.mark) {
    const own = key ? `holds another key (${key.mark})` : 'has no key';
    throw new ClusterProblem(
      `the work is sealed with the key ${envelope.key}, and this worker ${own}; start it with --key and the same key file`,
    );
  }
  const content =
    key && envelope.key !== null ? unseal(key, envelope.content, `job ${name}`) : envelope.content;
  const parts = JSON.parse(content) as { options: EnsembleJob['options']; caseText?: string };
  const caseText =
    envelope.caseHash === null ? parts.caseText : await caseWithHash(envelope.caseHash, cases);
  if (caseText === undefined) throw new ClusterProblem('the work came without its case');
  const job: EnsembleJob = { caseText, options: parts.options };
  if (jobIds(job).job === name) return job;
  throw new ClusterProblem('the work that came is not what its name says: it was changed');
}

/** The text of the case file in a folder whose SHA-256 is the one asked for. */
async function caseWithHash(hash: string, folder: string | undefined): Promise<string> {
  if (folder === undefined) {
    throw new ClusterProblem(
      'the case comes by its hash, and this worker knows no folder of cases; start it with --cases and the folder that holds the file',
    );
  }
  let names: readonly string[];
  try {
    names = (await readdir(folder)).sort();
  } catch (error) {
    throw new ClusterProblem(`the folder of cases cannot be read: ${messageOf(error)}`);
  }
  for (const name of names) {
    const path = join(folder, name);
    const { size } = await stat(path).catch(() => ({ size: -1 }));
    if (!/\.ya?ml$/i.test(name) || size < 0 || size > largestCase) continue;
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (createHash('sha256').update(bytes).digest('hex') !== hash) continue;
    // A byte order mark is part of the text, as where the case was read.
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }
  throw new ClusterProblem(
    `no case file in this worker’s folder of cases has the SHA-256 ${hash}; put the very same file there, byte for byte`,
  );
}
