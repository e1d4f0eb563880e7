import { type ChunkRecord, chunkRecordText, readChunkRecord } from '../index.js';
import { ClusterProblem } from './cluster-problem.js';
import { type Key, seal, unseal } from './sealing.js';

/** The record of a chunk as it travels: sealed under the chunk's name where there is a key. */
export function answerText(key: Key | undefined, record: ChunkRecord): string {
  const text = chunkRecordText(record);
  return key ? seal(key, text, `chunk ${record.id}`) : text;
}

/** @throws ClusterProblem when the text is no record of that chunk, sealed with that key. */
export function readAnswer(key: Key | undefined, text: string, id: string): ChunkRecord {
  const read = readChunkRecord(key ? unseal(key, text, `chunk ${id}`) : text);
  if ('problem' in read) throw new ClusterProblem(`chunk ${id}: ${read.problem}`);
  if (read.record.id === id) return read.record;
  throw new ClusterProblem(`chunk ${id}: the record under its name is of another chunk`);
}

export function isSameAnswer(one: ChunkRecord, other: ChunkRecord): boolean {
  return (
    one.first === other.first &&
    one.count === other.count &&
    Buffer.compare(one.bits, other.bits) === 0
  );
}

/** What went wrong in a chunk, as it is told to whoever asked for it. */
type Fault = {
  readonly worker: string;
  /** Says nothing of the case. */
  readonly message?: string;
  /** May say something of the case: sealed where there is a key. */
  readonly sealed?: string;
};

/** @param isOpen - whether the message says nothing of the case. */
export function faultText(
  key: Key | undefined,
  id: string,
  worker: string,
  message: string,
  isOpen: boolean,
): string {
  const fault: Fault =
    key && !isOpen ? { worker, sealed: seal(key, message, `fault ${id}`) } : { worker, message };
  return JSON.stringify(fault);
}

export function readFault(key: Key | undefined, id: string, text: string): string {
  const { worker, message, sealed } = JSON.parse(text) as Fault;
  const told = sealed !== undefined && key ? unseal(key, sealed, `fault ${id}`) : message;
  return `worker ${worker}: ${told ?? 'failed, and what it says is sealed'}`;
}
