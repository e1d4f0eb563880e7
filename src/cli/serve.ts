import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import {
  CaseFileError,
  LARGEST_CASE,
  presentHash,
  readCaseFile,
  writeCaseFile,
} from './case-on-disk.js';
import { loadPage, type PageFile } from './page-files.js';

/** The first port tried when none is asked for. */
const FIRST_PORT = 4870;
/** How many ports after it are tried while others are in use. */
const PORTS_TRIED = 20;
/** Room for the JSON around the text: escapes at most double what a case of lines of text needs. */
const LARGEST_BODY = 2 * LARGEST_CASE;
/** Sixteen bytes: 128 bits, beyond guessing. */
const KEY_BYTES = 16;

const NO_KEY = 'Open the address that detente serve printed; its key belongs to this run.';

export type ServeOptions = {
  /** The case file. */
  readonly path: string;
  /** Only this port; without it the first free one from 4870 on. 0: any free one. */
  readonly port?: number;
  /** The loopback address to listen on. */
  readonly host?: '127.0.0.1';
  /** The built page; that of this package by default. */
  readonly pageFolder?: string;
};

/** `url` holds the key of the run: whoever has it can read and write the case. */
export type Serving = { readonly url: string; readonly close: () => Promise<void> };

/** What every answer needs to know of the run. */
type Run = {
  readonly path: string;
  readonly page: ReadonlyMap<string, PageFile>;
  /** Opens the page; part of the address printed. The cookie that the page comes with holds it too. */
  readonly key: string;
  /** Cookies are shared by all ports of a host: the name holds the port, so runs keep apart. */
  readonly cookie: string;
  /** Part of the page: what a write must come with. */
  readonly token: string;
  /** `127.0.0.1:4870`: the only Host and, with `http://`, the only Origin that is answered. */
  readonly authority: string;
  /** Writes one after the other: each compares with what the one before it left. */
  readonly oneAtATime: <T>(work: () => Promise<T>) => Promise<T>;
};

/**
 * Serves the workbench on a case file, to this machine alone.
 *
 * Other accounts of the machine reach the address as well. So the page is given only to who names
 * the run's key, or has the cookie that came with the page; the case only to who has that cookie or
 * the page's token. The files of the program are public.
 *
 * The page comes with a policy that lets it speak to this address only. The case is read and written
 * at `/api/case`; a write needs the run's token and the hash of the bytes it was made from, and is
 * refused when the file has changed on disk meanwhile.
 *
 * @throws CaseFileError when the file cannot be read; Error when the page is not built, or the port
 *   asked for, or every one tried, is in use
 */
export async function serveCase(options: ServeOptions): Promise<Serving> {
  const { path, host = '127.0.0.1' } = options;
  await readCaseFile(path);
  const page = await loadPage(options.pageFolder ?? builtPage());
  const server = createServer();
  const port = await listen(server, host, options.port);
  const run: Run = {
    path,
    page,
    key: randomBytes(KEY_BYTES).toString('base64url'),
    cookie: `detente-${port}`,
    token: randomBytes(32).toString('base64url'),
    // A browser leaves the port of http out of Host and Origin.
    authority: port === 80 ? host : `${host}:${port}`,
    oneAtATime: queue(),
  };
  server.on('request', (request, response) => {
    respond(run, request, response).catch((error: unknown) => fail(response, error));
  });
  return {
    url: `http://${run.authority}/?key=${run.key}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function builtPage(): string {
  return fileURLToPath(new URL('../workbench-page', import.meta.url));
}

async function listen(server: Server, host: string, asked: number | undefined): Promise<number> {
  const first = asked ?? FIRST_PORT;
  const last = asked ?? FIRST_PORT + PORTS_TRIED;
  for (let port = first; port <= last; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EADDRINUSE' && asked === undefined) continue;
      if (code === 'EADDRINUSE') {
        throw new Error(`Port ${port} is in use. Name another one, or none to take a free one.`);
      }
      if (code === 'EACCES') {
        throw new Error(`Port ${port} may not be used by you. Name one above 1023.`);
      }
      throw error;
    }
  }
  throw new Error(`The ports ${first} to ${last} are all in use. Name another one.`);
}

async function respond(
  run: Run,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  // A name that was made to point here (DNS rebinding) arrives in Host.
  if (request.headers.host !== run.authority) {
    return refuse(response, 403, `This server answers to http://${run.authority}/ only.`);
  }
  const site = request.headers['sec-fetch-site'];
  const isNavigation = request.headers['sec-fetch-mode'] === 'navigate';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isNavigation) {
    return refuse(response, 403, 'Another page may not ask for this.');
  }
  const [name = '/', query = ''] = request.url?.split('?') ?? [];
  if (name === '/api/case') {
    const isOurs = hasCookie(run, request) || isSame(request.headers['x-detente-token'], run.token);
    if (!isOurs) return refuse(response, 403, `${NO_KEY} Copy unsaved text first.`);
    return answerCase(run, request, response);
  }
  const file = run.page.get(name === '/' ? '/index.html' : name);
  if (file === undefined) return refuse(response, 404, 'There is nothing at this address.');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return notAllowed(response, 'GET, HEAD');
  }
  if (file.isPage) {
    const isKey = isSame(new URLSearchParams(query).get('key'), run.key);
    if (!isKey && !hasCookie(run, request)) {
      const words = Buffer.from(`${NO_KEY}\n`);
      return send(request, response, 403, 'text/plain; charset=utf-8', words);
    }
    const cookie = `${run.cookie}=${run.key}; HttpOnly; SameSite=Strict; Path=/`;
    if (isKey) response.setHeader('set-cookie', cookie);
  }
  sendPage(run, request, response, file);
}

function hasCookie(run: Run, request: IncomingMessage): boolean {
  const cookies = request.headers.cookie?.split(';') ?? [];
  const start = `${run.cookie}=`;
  return cookies.some((text) => {
    const cookie = text.trim();
    return cookie.startsWith(start) && isSame(cookie.slice(start.length), run.key);
  });
}

/** Nothing is stored, nothing is framed, nothing is shared with another origin. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "worker-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function sendPage(
  run: Run,
  request: IncomingMessage,
  response: ServerResponse,
  file: PageFile,
): void {
  const nonce = randomBytes(16).toString('base64');
  let body = file.bytes;
  // A worker is ruled by the policy that its own script came with.
  response.setHeader('content-security-policy', policy(nonce));
  if (file.isPage) {
    body = Buffer.from(
      body
        .toString('utf8')
        .replaceAll('__DETENTE_NONCE__', nonce)
        .replaceAll('__DETENTE_TOKEN__', run.token),
    );
  }
  send(request, response, 200, file.type, body);
}

async function answerCase(
  run: Run,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  switch (request.method) {
    case 'HEAD': {
      const hash = await presentHash(run.path);
      if (hash === undefined) return refuse(response, 404, `There is no file ${run.path}.`);
      response.writeHead(200, { etag: `"${hash}"` }).end();
      return;
    }
    case 'GET': {
      const present = await readCaseFile(run.path);
      response.setHeader('etag', `"${present.hash}"`);
      return sendJson(response, 200, present);
    }
    case 'PUT':
      return writeCase(run, request, response);
    default:
      return notAllowed(response, 'GET, HEAD, PUT');
  }
}

async function writeCase(
  run: Run,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.headers.origin !== `http://${run.authority}`) {
    return refuse(response, 403, 'Only the page that this server sent may write the file.');
  }
  if (!isSame(request.headers['x-detente-token'], run.token)) {
    // The cookie of this run, from another tab, on a page of an earlier one.
    return refuse(
      response,
      403,
      'The page was loaded in an earlier run of the server. Copy your text, then reload the page.',
    );
  }
  if (!/^application\/json(;|$)/.test(request.headers['content-type'] ?? '')) {
    return refuse(response, 415, 'The body must be application/json.');
  }
  const body = await readBody(request);
  const change = body === undefined ? undefined : parseChange(body);
  if (body === undefined || (change && Buffer.byteLength(change.text) > LARGEST_CASE)) {
    return refuse(response, 413, `A case file has at most ${LARGEST_CASE} bytes.`);
  }
  if (change === undefined) {
    return refuse(response, 400, 'The body must be {"text": string, "baseHash": string or null}.');
  }
  const result = await run.oneAtATime(() =>
    writeCaseFile(run.path, change.text, change.baseHash ?? undefined),
  );
  if (result.kind === 'written') return sendJson(response, 200, { hash: result.hash });
  return sendJson(response, 409, {
    hash: result.present?.hash ?? null,
    text: result.present?.text ?? null,
    message: result.present
      ? 'The file changed on disk meanwhile. Nothing was written.'
      : 'The file is no longer there. Nothing was written.',
  });
}

/** The body; undefined when it is too large: read to its end then, so that the answer arrives. */
function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > LARGEST_BODY) chunks = [];
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(size > LARGEST_BODY ? undefined : Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

function parseChange(
  body: Buffer,
): { readonly text: string; readonly baseHash: string | null } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { text, baseHash } = value as Record<string, unknown>;
  // A lone half of a surrogate pair has no bytes: what was written would not be what was sent.
  if (typeof text !== 'string' || Buffer.from(text).toString() !== text) return undefined;
  if (typeof baseHash !== 'string' && baseHash !== null) return undefined;
  return { text, baseHash };
}

/** Whether the secret is given, in a time that does not tell how much of it was right. */
function isSame(given: string | readonly string[] | null | undefined, secret: string): boolean {
  if (typeof given !== 'string') return false;
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

function queue(): Run['oneAtATime'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  body: Buffer,
): void {
  response.writeHead(status, { 'content-type': type, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

function refuse(response: ServerResponse, status: number, message: string): void {
  sendJson(response, status, { message });
}

function notAllowed(response: ServerResponse, allow: string): void {
  response.setHeader('allow', allow);
  refuse(response, 405, `This address answers to ${allow}.`);
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error instanceof CaseFileError) {
    refuse(response, error.reason === 'missing' ? 404 : 500, error.message);
    return;
  }
  refuse(response, 500, error instanceof Error ? error.message : String(error));
}
