import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeyFile, keyOf, readKeyFile, seal, unseal } from './sealing.js';

const key = keyOf(Buffer.alloc(32, 1));
const other = keyOf(Buffer.alloc(32, 2));

describe('a sealed text', () => {
  it('opens with the same key under the same name', () => {
    for (const text of ['', 'a want', 'хочет\n'.repeat(1000)]) {
      expect(unseal(key, seal(key, text, 'chunk 1'), 'chunk 1')).toBe(text);
    }
  });

  it('is never the same twice, and shows nothing of the text', () => {
    const [one, two] = [seal(key, 'a want', 'chunk 1'), seal(key, 'a want', 'chunk 1')];
    expect(one).not.toBe(two);
    expect(Buffer.from(one, 'base64').toString('latin1')).not.toContain('a want');
  });

  it('opens with no other key, under no other name, and not when a byte was changed', () => {
    const sealed = seal(key, 'a want', 'chunk 1');
    expect(() => unseal(other, sealed, 'chunk 1')).toThrow(/does not open with this key/);
    expect(() => unseal(key, sealed, 'chunk 2')).toThrow(/does not open with this key/);
    const bytes = Buffer.from(sealed, 'base64');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(key, changed.toString('base64'), 'chunk 1')).toThrow(/does not open/);
    }
    expect(() => unseal(key, bytes.subarray(0, 20).toString('base64'), 'chunk 1')).toThrow();
    expect(() => unseal(key, '', 'chunk 1')).toThrow(/does not open/);
  });
});

describe('a key file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'detente-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made for its owner alone, with another key each time, and is not replaced', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    await createKeyFile(one);
    await createKeyFile(two);
    expect(readFileSync(one, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    if (process.platform !== 'win32') expect(statSync(one).mode & 0o777).toBe(0o600);
    expect((await readKeyFile(one)).mark).not.toBe((await readKeyFile(two)).mark);
    await expect(createKeyFile(one)).rejects.toThrow(/exists already/);
  });

  it('holds 64 hexadecimal digits, or 32 bytes', async () => {
    const path = join(folder, 'key');
    writeFileSync(path, key.bytes);
    expect(await readKeyFile(path)).toEqual(key);
    writeFileSync(path, `${key.bytes.toString('hex').toUpperCase()}\r\n`);
    expect(await readKeyFile(path)).toEqual(key);
    for (const wrong of ['', 'abc', 'a'.repeat(63), 'a'.repeat(65)]) {
      writeFileSync(path, wrong);
      await expect(readKeyFile(path)).rejects.toThrow(/this is not a key/);
    }
    await expect(readKeyFile(join(folder, 'gone'))).rejects.toThrow(/could not be read/);
  });
});
