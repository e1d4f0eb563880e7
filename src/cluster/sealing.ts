import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { ClusterProblem, messageOf } from './cluster-problem.js';

/** A key of 256 bits, and a mark by which two keys are told apart without showing either. */
export type Key = { readonly bytes: Buffer; readonly mark: string };

const keyLength = 32;
/** Bytes of the number used once; random ones are safe for some 2^32 texts under one key. */
const nonceLength = 12;
const tagLength = 16;

/** The key of 32 bytes. */
export function keyOf(bytes: Buffer): Key {
  const mark = createHash('sha256').update('detente ensemble key').update(bytes).digest('hex');
  return { bytes, mark: mark.slice(0, 12) };
}

/** Makes a key file that its owner alone may read: 64 hexadecimal digits. An existing file stays. */
export async function createKeyFile(path: string): Promise<void> {
  const text = `${randomBytes(keyLength).toString('hex')}\n`;
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new ClusterProblem(
      isThere
        ? `${path} exists already and was left alone; name another file`
        : `${path}: the key could not be written: ${messageOf(error)}`,
    );
  }
}

/** Reads a key file: 64 hexadecimal digits, or 32 bytes as they are. */
export async function readKeyFile(path: string): Promise<Key> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new ClusterProblem(`${path}: the key could not be read: ${messageOf(error)}`);
  }
  if (bytes.length === keyLength) return keyOf(bytes);
  const text = bytes.toString('latin1').trim();
  if (/^[0-9a-f]{64}$/i.test(text)) return keyOf(Buffer.from(text, 'hex'));
  throw new ClusterProblem(
    `${path}: this is not a key; expected 64 hexadecimal digits or 32 bytes, as detente ensemble key writes`,
  );
}

/**
 * Encrypts a text with AES-256-GCM, and binds it to what it is about: it opens under that name alone.
 *
 * @returns base 64 of nonce, tag and cipher text.
 */
export function seal(key: Key, text: string, about: string): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce);
  cipher.setAAD(Buffer.from(about, 'utf8'));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

/**
 * Opens what `seal` made.
 *
 * @throws ClusterProblem when the key is another one, or the text was changed or is about another thing.
 */
export function unseal(key: Key, sealed: string, about: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const nonce = bytes.subarray(0, nonceLength);
  const tag = bytes.subarray(nonceLength, nonceLength + tagLength);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, nonce, {
      authTagLength: tagLength,
    });
    decipher.setAAD(Buffer.from(about, 'utf8'));
    decipher.setAuthTag(tag);
    const body = decipher.update(bytes.subarray(nonceLength + tagLength));
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    throw new ClusterProblem(
      'what came over the queue does not open with this key: it was sealed with another one, or changed on its way',
    );
  }
}
