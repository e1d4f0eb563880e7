import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runDetente } from '../program.js';
import type { Terminal } from '../terminal.js';

const rivals = `detente: 1
title: Rivals
parties: {A: Ayland, B: Beeland}
issues: {x: {lever: A}, y: {lever: B}}
today: {x: no, y: no}
preferences:
  A: {keen: {label: keen to act, wants: [{want: x, confidence: low}, y]}, calm: {wants: [not x]}}
  B: {stated: {wants: [{want: x and y, confidence: low}, {want: y, confidence: low}]}}
outcomes: {acts: {when: x, label: Ayland acts}}
`;
const files: Record<string, string> = {
  'rivals.yaml': rivals,
  'comment.yaml': `# A comment.\n${rivals}`,
  'flawed.yaml': rivals.replace('not x', 'not z'),
};

let folder: string;
beforeEach(() => {
  vi.stubEnv('DETENTE_REDIS', undefined);
  folder = mkdtempSync(join(tmpdir(), 'detente-ensemble-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

async function detente(...args: readonly string[]) {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    out: async (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    paint: (text) => text,
    isInteractive: false,
    readFile: async (path) => new TextEncoder().encode(files[path] ?? ''),
    readStdin: async () => new TextEncoder().encode(rivals),
    createFile: async () => {},
    writeFolder: async () => [],
    now: () => 0,
  };
  const code = await runDetente(args, terminal, {
    ask: async () => undefined,
    untilInterrupted: () => new Promise(() => {}),
  });
  return { code, out, err };
}

const shard = (number: string, ...more: readonly string[]) =>
  detente('ensemble', 'run', 'rivals.yaml', '--shard', number, '--out', folder, ...more);

describe('ensemble run and merge', () => {
  it('answer as whatif does, in shares', async () => {
    for (const number of ['2/3', '1/3', '3/3']) {
      const { code, out, err } = await shard(number, '--chunk', '1');
      expect({ code, err }).toEqual({
        code: 0,
        err: expect.stringMatching(/^shard \d of 3: chunks answered: [34]\n$/),
      });
      expect(out).toBe(`${join(folder, `shard-${number[0]}-of-3.jsonl`)}\n`);
    }
    const whole = await detente('whatif', 'rivals.yaml', '--json', '--chunk', '1');
    const merged = await detente('ensemble', 'merge', 'rivals.yaml', folder, '--json');
    expect(merged).toMatchObject({ code: 0, err: '' });
    const answer = JSON.parse(merged.out);
    // All draws are answered in shares, whatever precision would have been enough.
    expect(answer).toEqual({
      ...JSON.parse(whole.out),
      options: { ...answer.options, precision: 0 },
    });
    const { out } = await detente('ensemble', 'merge', 'rivals.yaml', folder);
    expect(out).toContain('What would change the answer: Rivals');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('detente ensemble merge rivals.yaml');
    const files = readdirSync(folder).map((name) => join(folder, name));
    expect((await detente('ensemble', 'merge', 'rivals.yaml', ...files, '--json')).out).toBe(
      merged.out,
    );
  });

  it('say so when a share was answered before', async () => {
    await shard('1/1');
    const { code, err } = await shard('1/1');
    expect({ code, err }).toEqual({
      code: 0,
      err: 'shard 1 of 1: it was answered before and is left as it is\n',
    });
  });

  it('refuse what does not fit, and say what to do', async () => {
    await shard('1/2', '--chunk', '1');
    const missing = await detente('ensemble', 'merge', 'rivals.yaml', folder);
    expect(missing.code).toBe(2);
    expect(missing.err).toMatch(/^detente ensemble merge: \d+ of \d+ chunks are missing.*2\/2/);
    const other = await detente('ensemble', 'merge', 'comment.yaml', folder);
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('byte for byte') });
    const asked = await shard('1/2', '--chunk', '1', '--replies', 'together');
    expect(asked).toMatchObject({
      code: 2,
      err: expect.stringMatching(/of another ensemble: it was asked otherwise \(replies\)/),
    });
    const flawed = await detente('ensemble', 'merge', 'flawed.yaml', folder);
    expect(flawed).toMatchObject({ code: 1, err: expect.stringContaining('nothing was computed') });
  });

  it.each(['0/3', '4/3', '3', '1/0', 'a/b', ''])('refuse the share "%s"', async (number) => {
    const { code, err } = await shard(number);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/^--shard .*: expected .* as in 3\/40.*JOB_COMPLETION_INDEX/),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuse a number of threads that is none', async () => {
    expect(await shard('1/1', '--threads', '0')).toMatchObject({
      code: 2,
      err: '--threads "0": expected a number from 1 to 1024\n',
    });
  });
});

describe('ensemble key', () => {
  it('writes a key and names its file; an existing file stays', async () => {
    const path = join(folder, 'key');
    expect(await detente('ensemble', 'key', path)).toEqual({ code: 0, out: `${path}\n`, err: '' });
    const key = readFileSync(path, 'utf8');
    expect(await detente('ensemble', 'key', path)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^detente ensemble key: .* exists already/),
    });
    expect(readFileSync(path, 'utf8')).toBe(key);
  });
});

describe('ensemble work', () => {
  const work = (...args: readonly string[]) => detente('ensemble', 'work', ...args);

  it('wants the address of a queue', async () => {
    expect(await work()).toMatchObject({ code: 2, err: expect.stringContaining('DETENTE_REDIS') });
    expect(await work('--redis', 'localhost')).toMatchObject({
      code: 2,
      err: expect.stringContaining('expected redis://HOST:PORT'),
    });
    const nobody = await work('--redis', 'redis://127.0.0.1:1');
    expect(nobody.code).toBe(2);
    expect(nobody.err).toMatch(
      /^detente ensemble work: redis:\/\/127\.0\.0\.1:1: no Redis or Valkey/,
    );
  });

  it('wants a key file that is one, and seconds that are some', async () => {
    const gone = await work('--redis', 'redis://127.0.0.1:1', '--key', join(folder, 'none'));
    expect(gone).toMatchObject({ code: 2, err: expect.stringContaining('could not be read') });
    const never = await work('--redis', 'redis://127.0.0.1:1', '--lock', '0');
    expect(never).toMatchObject({ code: 2, err: expect.stringContaining('--lock "0": expected') });
  });
});

describe('whatif on a queue', () => {
  it('refuses to send a case in clear', async () => {
    const { code, err } = await detente('whatif', 'rivals.yaml', '--on', 'redis://127.0.0.1:1');
    expect(code).toBe(2);
    expect(err).toMatch(/^detente whatif: the case would travel in clear/);
  });
});
