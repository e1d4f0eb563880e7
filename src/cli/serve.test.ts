import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { hashBytes, LARGEST_CASE, writeCaseFile } from './case-on-disk.js';
import { type Serving, serveCase } from './serve.js';

const TEXT = 'detente: 1\r\ntitle: Zwei Dörfer\r\n';

let folder: string;
let path: string;
let serving: Serving;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'detente-serve-'));
  path = join(folder, 'case.yaml');
  const page = join(folder, 'page');
  await mkdir(join(page, 'assets'), { recursive: true });
  await writeFile(
    join(page, 'index.html'),
    '<meta property="csp-nonce" nonce="__DETENTE_NONCE__"><meta name="detente-token" content="__DETENTE_TOKEN__">',
  );
  await writeFile(join(page, 'assets', 'page.js'), 'export {};');
  await writeFile(join(folder, 'secret.js'), 'secret');
  await writeFile(path, TEXT);
  serving = await serveCase({ path, port: 0, pageFolder: page });
});

afterAll(async () => {
  await serving.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => writeFile(path, TEXT));
afterEach(() => chmod(path, 0o644).catch(() => undefined));

type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};

/** A request with nothing but these headers; `fetch` would correct them. */
function askBare(
  name: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(serving.url);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        path: name,
        method: options.method ?? 'GET',
        headers: options.headers ?? {},
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}

const key = () => new URL(serving.url).searchParams.get('key') ?? '';
const cookie = () => `detente-${new URL(serving.url).port}=${key()}`;

/** A request with the cookie of the run. */
function ask(name: string, options: Parameters<typeof askBare>[1] = {}): Promise<Answer> {
  return askBare(name, { ...options, headers: { cookie: cookie(), ...options.headers } });
}

async function token(): Promise<string> {
  return /detente-token" content="([^"]+)"/.exec((await ask('/')).body)?.[1] ?? '';
}

async function put(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return ask('/api/case', {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      origin: new URL(serving.url).origin,
      'x-detente-token': await token(),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const hash = (text: string) => hashBytes(Buffer.from(text));

test('it listens on the loopback address only', () => {
  expect(new URL(serving.url).hostname).toBe('127.0.0.1');
});

const NO_KEY = 'Open the address that detente serve printed; its key belongs to this run.';

test('the address printed holds a key of 128 bits, another one in each run', async () => {
  const { origin } = new URL(serving.url);
  expect(serving.url).toBe(`${origin}/?key=${key()}`);
  expect(Buffer.from(key(), 'base64url')).toHaveLength(16);
  const other = await serveCase({ path, port: 0, pageFolder: join(folder, 'page') });
  expect(new URL(other.url).searchParams.get('key')).not.toBe(key());
  await other.close();
});

test('the address printed gives the page to who has no cookies, and a cookie that stays here', async () => {
  const response = await fetch(serving.url);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.getSetCookie()).toEqual([
    `${cookie()}; HttpOnly; SameSite=Strict; Path=/`,
  ]);
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
});

test('the cookie alone gives the page again, also among others', async () => {
  const again = await askBare('/', { headers: { cookie: `a=b; ${cookie()};c=d` } });
  expect(again.status).toBe(200);
  expect(again.headers['set-cookie']).toBeUndefined();
});

test.for([
  ['no key', '/'],
  ['no key, by the name of its file', '/index.html'],
  ['an empty key', '/?key='],
  ['a wrong key', '/?key=AAAAAAAAAAAAAAAAAAAAAA'],
  ['a wrong key before the right one', '/?key=x&key=KEY'],
  ['the right key and more', '/?key=KEYx'],
  ['the key by another name', '/?token=KEY'],
])('with %s there is no page, no token and no cookie', async ([, name = '']) => {
  const answer = await askBare(name.replace('KEY', key()));
  expect([answer.status, answer.body]).toEqual([403, `${NO_KEY}\n`]);
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(answer.headers['set-cookie']).toBeUndefined();
});

test.for([
  ['nothing', () => ({})],
  ['the cookie of another run', () => ({ cookie: `${cookie().split('=')[0]}=x` })],
  ['the cookie of another port', () => ({ cookie: `detente-1=${key()}` })],
  ['a wrong token', () => ({ 'x-detente-token': 'x' })],
] as const)('with %s the case is neither read nor written', async ([, headersOf]) => {
  const headers: Record<string, string> = headersOf();
  for (const name of ['/api/case', `/api/case?key=${key()}`]) {
    const read = await askBare(name, { headers });
    expect(read.status).toBe(403);
    expect(JSON.parse(read.body)).toEqual({ message: `${NO_KEY} Copy unsaved text first.` });
    const head = await askBare(name, { headers, method: 'HEAD' });
    expect([head.status, head.headers.etag]).toEqual([403, undefined]);
    const written = await askBare(name, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        origin: new URL(serving.url).origin,
        ...headers,
      },
      body: JSON.stringify({ text: 'mine\n', baseHash: hash(TEXT) }),
    });
    expect(written.status).toBe(403);
  }
  expect(await readFile(path, 'utf8')).toBe(TEXT);
});

test('the token of the page is enough to read and write the case', async () => {
  const headers = { 'x-detente-token': await token() };
  expect((await askBare('/api/case', { headers })).status).toBe(200);
  const written = await put({ text: 'mine\n', baseHash: hash(TEXT) }, { cookie: '' });
  expect(written.status).toBe(200);
});

test('the cookie is not enough to write the case', async () => {
  const change = { text: 'mine\n', baseHash: hash(TEXT) };
  expect((await put(change, { 'x-detente-token': '' })).status).toBe(403);
  expect(await readFile(path, 'utf8')).toBe(TEXT);
});

test('the files of the program need no key', async () => {
  expect((await askBare('/assets/page.js')).status).toBe(200);
});

test('the page comes with a strict policy and a nonce of its own each time', async () => {
  const first = await ask('/');
  const second = await ask('/');
  const policy = String(first.headers['content-security-policy']);
  const nonce = /nonce="([^"]+)"/.exec(first.body)?.[1];
  expect(nonce).toMatch(/^[\w+/]{22}==$/);
  expect(policy).toBe(
    `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; ` +
      "connect-src 'self'; worker-src 'self'; img-src 'self' data:; font-src 'self'; " +
      "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  );
  expect(second.body).not.toContain(nonce);
  expect(first.headers).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
  });
});

test('the case is read with the hash of its bytes', async () => {
  const { status, body, headers } = await ask('/api/case');
  expect(status).toBe(200);
  expect(JSON.parse(body)).toEqual({ name: 'case.yaml', text: TEXT, hash: hash(TEXT) });
  const head = await ask('/api/case', { method: 'HEAD' });
  expect(head.headers.etag).toBe(`"${hash(TEXT)}"`);
  expect(headers.etag).toBe(head.headers.etag);
});

test('a write leaves exactly the bytes sent, with byte order mark and line ends', async () => {
  const text = '\uFEFFdetente: 1\r\ntitle: Dörfer\rund\nein Brunnen';
  const { status, body } = await put({ text, baseHash: hash(TEXT) });
  expect([status, JSON.parse(body)]).toEqual([200, { hash: hash(text) }]);
  expect((await readFile(path)).equals(Buffer.from(text))).toBe(true);
  expect(JSON.parse((await ask('/api/case')).body).text).toBe(text);
});

test('a write keeps the mode of the file and a link a link', async () => {
  await chmod(path, 0o640);
  const link = join(folder, 'link.yaml');
  await symlink(path, link);
  expect((await writeCaseFile(link, 'detente: 1\n', hash(TEXT))).kind).toBe('written');
  expect((await stat(path)).mode & 0o777).toBe(0o640);
  expect(await readFile(path, 'utf8')).toBe('detente: 1\n');
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
});

test('a write is refused when the file changed on disk meanwhile', async () => {
  await writeFile(path, 'changed by another program\n');
  const { status, body } = await put({ text: 'mine\n', baseHash: hash(TEXT) });
  expect(status).toBe(409);
  expect(JSON.parse(body)).toEqual({
    hash: hash('changed by another program\n'),
    text: 'changed by another program\n',
    message: 'The file changed on disk meanwhile. Nothing was written.',
  });
  expect(await readFile(path, 'utf8')).toBe('changed by another program\n');
});

test('of two writes from the same text the second is refused', async () => {
  const answers = await Promise.all([
    put({ text: 'first\n', baseHash: hash(TEXT) }),
    put({ text: 'second\n', baseHash: hash(TEXT) }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a file that is gone is said to be gone, and can be written anew', async () => {
  await rm(path);
  const read = await ask('/api/case');
  expect(read.status).toBe(404);
  expect(JSON.parse(read.body).message).toBe(`There is no file ${path}.`);
  const refused = await put({ text: 'mine\n', baseHash: hash(TEXT) });
  expect([refused.status, JSON.parse(refused.body).hash]).toEqual([409, null]);
  expect((await put({ text: 'mine\n', baseHash: null })).status).toBe(200);
  expect(await readFile(path, 'utf8')).toBe('mine\n');
});

test('bytes that are not UTF-8 are refused rather than replaced', async () => {
  await writeFile(path, Buffer.from([0x74, 0xff, 0x0a]));
  const { status, body } = await ask('/api/case');
  expect(status).toBe(500);
  expect(JSON.parse(body).message).toBe(
    `${path} is not UTF-8 text. Save it as UTF-8 and open it again.`,
  );
});

test.for([
  ['another Host', { host: 'rebound.example:80' }],
  ['localhost by another port', { host: 'localhost:1' }],
])('%s is refused', async ([, headers]) => {
  const { status } = await ask('/api/case', { headers: headers as Record<string, string> });
  expect(status).toBe(403);
});

test('a request that another page makes is refused', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
  expect((await ask('/api/case', { headers })).status).toBe(403);
});

test('a write from another origin, or without the token of the run, is refused', async () => {
  const change = { text: 'mine\n', baseHash: hash(TEXT) };
  expect((await put(change, { origin: 'http://evil.example' })).status).toBe(403);
  expect((await put(change, { origin: 'null' })).status).toBe(403);
  expect((await put(change, { 'x-detente-token': 'x' })).status).toBe(403);
  expect((await put(change, { 'content-type': 'text/plain' })).status).toBe(415);
  expect(await readFile(path, 'utf8')).toBe(TEXT);
});

test('a body that is no change to the case is refused', async () => {
  expect((await put('{')).status).toBe(400);
  expect((await put({ text: 1, baseHash: null })).status).toBe(400);
  expect((await put('{"text": "\\ud800", "baseHash": null}')).status).toBe(400);
  expect(await readFile(path, 'utf8')).toBe(TEXT);
});

test('a text above the largest case is refused, however long the body', async () => {
  for (const size of [LARGEST_CASE + 1, 3 * LARGEST_CASE]) {
    const { status } = await put({ text: 'x'.repeat(size), baseHash: hash(TEXT) });
    expect(status).toBe(413);
  }
  expect(await readFile(path, 'utf8')).toBe(TEXT);
});

test('other methods and addresses are refused by their number', async () => {
  const posted = await ask('/api/case', { method: 'POST' });
  expect([posted.status, posted.headers.allow]).toEqual([405, 'GET, HEAD, PUT']);
  expect((await ask('/', { method: 'DELETE' })).status).toBe(405);
  expect((await ask('/nothing')).status).toBe(404);
});

test('no address leads out of the folder of the page', async () => {
  expect((await ask('/assets/page.js')).status).toBe(200);
  for (const name of [
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '//secret.js',
  ]) {
    expect((await ask(name)).status).toBe(404);
  }
});

test('a missing file and a port in use are told in words', async () => {
  const pageFolder = join(folder, 'page');
  await expect(serveCase({ path: join(folder, 'none.yaml'), pageFolder })).rejects.toThrow(
    'There is no file',
  );
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  await expect(serveCase({ path, port, pageFolder })).rejects.toThrow(`Port ${port} is in use.`);
  other.close();
  await expect(serveCase({ path, port: 0, pageFolder: folder })).rejects.toThrow(
    'There is no workbench page in',
  );
});

test('without a port asked for, two servers run side by side', async () => {
  const pageFolder = join(folder, 'page');
  const first = await serveCase({ path, pageFolder });
  const second = await serveCase({ path, pageFolder });
  expect(first.url).not.toBe(second.url);
  await Promise.all([first.close(), second.close()]);
});
