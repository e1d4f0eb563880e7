import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { version } from '../core/version.js';
import { base64Of, bytesOfBase64 } from './base64.js';
import { canonicalJson } from './canonical-json.js';

type Job = { readonly caseText: string; readonly options: unknown };
type Part = { readonly first: number; readonly count: number };

/** Names that stand for their content, each a SHA-256 in hexadecimal. */
export type JobIds = {
  /** Of the case's text. */
  readonly caseHash: string;
  /** Of all that an answer depends on: program, case and options, the seed among these. */
  readonly job: string;
  /** Of the same and the part that is asked for. */
  readonly chunk: (part: Part) => string;
};

/**
 * Names of an ensemble and of its chunks.
 *
 * A name is SHA-256 over the canonical JSON of {case, options, program} and, for a chunk, {count,
 * first}: whoever answers the same question, on whatever machine, gives it the same name.
 */
export function jobIds({ caseText, options }: Job): JobIds {
  const caseHash = textHash(caseText);
  const whole = { program: version, case: caseHash, options };
  return {
    caseHash,
    job: textHash(canonicalJson(whole)),
    chunk: ({ first, count }) => textHash(canonicalJson({ ...whole, first, count })),
  };
}

function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** What was answered in a chunk, under the chunk's name. */
export type ChunkRecord = Part & { readonly id: string; readonly bits: Uint8Array };

/** A record as one line of JSON with a SHA-256 over everything in it, without a line feed. */
export function chunkRecordText({ id, first, count, bits }: ChunkRecord): string {
  const body = { id, first, count, bits: base64Of(bits) };
  return JSON.stringify({ ...body, sum: textHash(canonicalJson(body)) });
}

/** Reads a record back; says what is wrong where the text is not as `chunkRecordText` wrote it. */
export function readChunkRecord(
  text: string,
): { readonly record: ChunkRecord } | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {
      problem: 'this is not a whole line of JSON, as if it was cut off while being written',
    };
  }
  if (typeof value !== 'object' || value === null) return { problem: notARecord };
  const { id, first, count, bits, sum } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof bits !== 'string') return { problem: notARecord };
  if (!isCount(first) || !isCount(count)) return { problem: notARecord };
  if (sum !== textHash(canonicalJson({ id, first, count, bits }))) {
    return { problem: 'its check sum is not that of its content: it was damaged or edited' };
  }
  const bytes = bytesOfBase64(bits);
  return bytes ? { record: { id, first, count, bits: bytes } } : { problem: notARecord };
}

const notARecord = 'this is not the record of a chunk: expected id, first, count, bits and sum';

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
