import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolderName, clearFolder, entriesOf } from './cache-folder.js';
import { type AnswerKey, openResultsCache } from './results-cache.js';

const hasModes = process.platform !== 'win32';

let folder: string;
let casePath: string;
let kept: string;
let told: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-cache-'));
  casePath = join(folder, 'case.yaml');
  kept = join(folder, cacheFolderName);
  writeFileSync(casePath, 'detente: 1\n');
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (given: { program?: string; most?: number; path?: string } = {}) => {
  const cache = openResultsCache({
    casePath: given.path ?? casePath,
    program: () => given.program ?? '0.1.0 abc',
    tell: (message) => told.push(message),
    ...(given.most === undefined ? {} : { most: given.most }),
  });
  if (!cache) throw new Error('the cache was not opened');
  return cache;
};
const key = (over: Partial<AnswerKey> = {}): AnswerKey => ({
  caseHash: 'aa',
  analysis: 'holds',
  options: { readings: { US: 'engage' }, where: {}, concepts: ['firm', 'nash'] },
  ...over,
});
const answer = { analysis: 'holds', limits: ['“none”'], table: [[1, 2], []], seed: null };

describe('answers', () => {
  it('gives back what was kept, in another run', () => {
    open().keep(key(), answer);
    expect(open().recall(key())).toEqual(answer);
    expect(told).toEqual([]);
  });

  it('knows an answer again whatever the order of the options', () => {
    open().keep(key(), answer);
    const turned = { concepts: ['firm', 'nash'], where: {}, readings: { US: 'engage' } };
    expect(open().recall(key({ options: turned }))).toEqual(answer);
  });

  it.each<[string, AnswerKey]>([
    ['case file', key({ caseHash: 'ab' })],
    ['analysis', key({ analysis: 'explain' })],
    [
      'reading',
      key({ options: { ...(key().options as object), readings: { US: 'conditional' } } }),
    ],
    ['fixed issue', key({ options: { ...(key().options as object), where: { front: 'frozen' } } })],
    ['concept', key({ options: { ...(key().options as object), concepts: ['nash', 'firm'] } })],
  ])('gives no answer to a question with another %s', (_, other) => {
    open().keep(key(), answer);
    expect(open().recall(other)).toBeUndefined();
  });

  it('gives no answer of another version of the program', () => {
    open().keep(key(), answer);
    expect(open({ program: '0.1.0 abd' }).recall(key())).toBeUndefined();
  });

  it('removes a damaged answer, says so, and keeps the next one', () => {
    open().keep(key(), answer);
    const [entry] = entriesOf(kept);
    const bytes = readFileSync(entry?.path ?? '');
    bytes[bytes.length - 3] = (bytes.at(-3) as number) ^ 1;
    writeFileSync(entry?.path ?? '', bytes);
    expect(open().recall(key())).toBeUndefined();
    expect(told).toEqual([expect.stringContaining('was damaged')]);
    expect(entriesOf(kept)).toEqual([]);
    open().keep(key(), answer);
    expect(open().recall(key())).toEqual(answer);
  });

  it('takes an answer that ends early, or is empty, for a damaged one', () => {
    for (const length of [0, 10, 100]) {
      open().keep(key(), answer);
      const path = entriesOf(kept)[0]?.path ?? '';
      writeFileSync(path, readFileSync(path).subarray(0, length));
      expect(open().recall(key())).toBeUndefined();
    }
    expect(told).toHaveLength(3);
  });

  it('does not believe an answer that stands under the name of another', () => {
    open().keep(key(), answer);
    const first = entriesOf(kept)[0]?.path ?? '';
    open().keep(key({ caseHash: 'bb' }), { other: true });
    const second = entriesOf(kept).find(({ path }) => path !== first)?.path ?? '';
    cpSync(second, first);
    expect(open().recall(key())).toBeUndefined();
  });

  it('does not believe answers in a folder that came from elsewhere', () => {
    open().keep(key(), answer);
    const other = mkdtempSync(join(tmpdir(), 'detente-cache-copy-'));
    try {
      cpSync(folder, other, { recursive: true });
      expect(readdirSync(join(other, cacheFolderName))).toHaveLength(2);
      expect(open({ path: join(other, 'case.yaml') }).recall(key())).toBeUndefined();
    } finally {
      rmSync(other, { recursive: true });
    }
  });
});

describe('tables', () => {
  const where = { caseHash: 'aa', options: { readings: {}, where: {} } };

  it('gives back every number, by the name of the table', () => {
    const table = Int32Array.of(0, -1, 2 ** 31 - 1, -(2 ** 31));
    const { write } = open().tables(where);
    write('least firm RU', table);
    write('empty', new Int32Array(0));
    const { read } = open().tables(where);
    expect(read('least firm RU')).toEqual(table);
    expect(read('empty')).toEqual(new Int32Array(0));
    expect(read('least firm US')).toBeUndefined();
    expect(
      open()
        .tables({ ...where, caseHash: 'ab' })
        .read('least firm RU'),
    ).toBeUndefined();
  });

  it('keeps the part of a larger buffer that it was given, the lowest byte first', () => {
    const part = Int32Array.of(7, 258, 9).subarray(1, 2);
    open().tables(where).write('part', part);
    expect(open().tables(where).read('part')).toEqual(Int32Array.of(258));
    expect([...readFileSync(entriesOf(kept)[0]?.path ?? '').subarray(-4)]).toEqual([2, 1, 0, 0]);
  });

  it('removes a damaged table and says so', () => {
    open()
      .tables(where)
      .write('one', Int32Array.of(1, 2, 3));
    const path = entriesOf(kept)[0]?.path ?? '';
    writeFileSync(path, readFileSync(path).subarray(0, -4));
    expect(open().tables(where).read('one')).toBeUndefined();
    expect(told).toHaveLength(1);
    expect(existsSync(path)).toBe(false);
  });
});

describe('the folder', () => {
  it.runIf(hasModes)('is open to this user alone, and git leaves it out', () => {
    open().keep(key(), answer);
    expect(statSync(kept).mode & 0o777).toBe(0o700);
    expect(readFileSync(join(kept, '.gitignore'), 'utf8')).toBe('*\n');
    expect(entriesOf(kept)).toHaveLength(1);
    for (const name of readdirSync(kept)) {
      expect(statSync(join(kept, name)).mode & 0o777, name).toBe(0o600);
    }
  });

  it('makes room by removing the oldest first, and keeps nothing larger than itself', () => {
    const most = 1000;
    const big = 'x'.repeat(250);
    ['a', 'b', 'c'].forEach((caseHash, at) => {
      open({ most }).keep(key({ caseHash }), caseHash + big);
      for (const { path } of entriesOf(kept)) {
        const isNew = statSync(path).mtimeMs > 10_000_000;
        if (isNew) utimesSync(path, 1000 + at, 1000 + at);
      }
    });
    expect(open().recall(key({ caseHash: 'a' }))).toBeUndefined();
    expect(open().recall(key({ caseHash: 'b' }))).toBe(`b${big}`);
    expect(open().recall(key({ caseHash: 'c' }))).toBe(`c${big}`);
    open({ most }).keep(key({ caseHash: 'd' }), 'x'.repeat(most));
    expect(entriesOf(kept)).toHaveLength(2);
  });

  it('stands beside the file that a link leads to', () => {
    mkdirSync(join(folder, 'links'));
    const link = join(folder, 'links', 'linked.yaml');
    symlinkSync(casePath, link);
    open({ path: link }).keep(key(), answer);
    expect(existsSync(join(folder, 'links', cacheFolderName))).toBe(false);
    expect(open().recall(key())).toEqual(answer);
  });

  it('is not used where something else stands in its place, or it is a link', () => {
    const place = { casePath, program: () => '', tell: (message: string) => told.push(message) };
    writeFileSync(kept, 'a file');
    expect(openResultsCache(place)).toBeUndefined();
    rmSync(kept);
    mkdirSync(join(folder, 'elsewhere'), { mode: 0o700 });
    symlinkSync(join(folder, 'elsewhere'), kept);
    expect(openResultsCache(place)).toBeUndefined();
    expect(told).toHaveLength(2);
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
  });

  it.runIf(hasModes)('is not believed where others may write to it', () => {
    open().keep(key(), answer);
    chmodSync(kept, 0o770);
    expect(
      openResultsCache({ casePath, program: () => '', tell: (message) => told.push(message) }),
    ).toBeUndefined();
    expect(told).toEqual([expect.stringContaining('are not used')]);
  });

  it('is not made for what is no file', () => {
    const place = { program: () => '', tell: (message: string) => told.push(message) };
    expect(openResultsCache({ ...place, casePath: folder })).toBeUndefined();
    expect(openResultsCache({ ...place, casePath: join(folder, 'none.yaml') })).toBeUndefined();
    expect(told).toEqual([]);
  });

  // A folder that not even the system's administrator may write to.
  it.runIf(existsSync('/proc/version'))(
    'is done without, silently, where it cannot be written',
    () => {
      const cache = open({ path: '/proc/version' });
      cache.keep(key(), answer);
      expect(cache.recall(key())).toBeUndefined();
      expect(existsSync(join('/proc', cacheFolderName))).toBe(false);
      expect(told).toEqual([]);
    },
  );

  it('is done without, silently, where its folder is gone by the time there is something to keep', () => {
    const cache = open();
    rmSync(folder, { recursive: true });
    cache.keep(key(), answer);
    expect(cache.recall(key())).toBeUndefined();
    expect(told).toEqual([]);
  });

  it('is cleared of what the program put there, and of nothing else', () => {
    open().keep(key(), answer);
    writeFileSync(join(kept, `${'0'.repeat(64)}.json.0123456789ab.part`), 'cut short');
    writeFileSync(join(kept, 'mine.txt'), 'a note');
    expect(clearFolder(kept)).toEqual({ removed: 2, isGone: false });
    expect(readdirSync(kept).sort()).toEqual(['.gitignore', 'mine.txt']);
    rmSync(join(kept, 'mine.txt'));
    expect(clearFolder(kept)).toEqual({ removed: 0, isGone: true });
    expect(existsSync(kept)).toBe(false);
    expect(clearFolder(kept)).toEqual({ removed: 0, isGone: true });
  });
});

it('two processes that keep and recall at once never read half an answer', async () => {
  // The files as JavaScript, so that other processes can run them.
  const files = {
    'cli/results-cache': 'results-cache',
    'cli/cache-folder': 'cache-folder',
    index: '../io/canonical-json',
  };
  mkdirSync(join(folder, 'cli'));
  for (const [name, from] of Object.entries(files)) {
    const source = readFileSync(join(import.meta.dirname, `${from}.ts`), 'utf8');
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
    });
    writeFileSync(join(folder, `${name}.js`), outputText);
  }
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  writeFileSync(
    join(folder, 'run.js'),
    `import { openResultsCache } from './cli/results-cache.js';
const own = process.argv[2];
let recalled = 0;
const cache = openResultsCache({
  casePath: ${JSON.stringify(casePath)},
  program: () => 'p',
  tell: (message) => { throw new Error(message); },
  most: 400000,
});
for (let turn = 0; turn < 150; turn += 1) {
  const key = { caseHash: String(turn % 5), analysis: 'holds', options: {} };
  cache.keep(key, { own, text: own.repeat(50000) });
  const found = cache.recall(key);
  if (!found) continue;
  recalled += 1;
  if (found.text !== found.own.repeat(50000)) throw new Error('a mixed answer');
}
console.log(recalled);
`,
  );
  const run = (own: string) => promisify(execFile)(process.execPath, [join(folder, 'run.js'), own]);
  const done = await Promise.all([run('a'), run('b')]);
  for (const { stdout, stderr } of done) {
    expect(stderr).toBe('');
    expect(Number(stdout)).toBeGreaterThan(75);
  }
  expect(readdirSync(kept).filter((name) => name.endsWith('.part'))).toEqual([]);
});
