/** The file as the server last gave it. */
export type FileOnDisk = { readonly name: string; readonly text: string; readonly hash: string };

/** How saving went. `refused`: the file is not what it was; its hash and text are null when gone. */
export type SaveResult =
  | { readonly kind: 'saved'; readonly hash: string }
  | {
      readonly kind: 'refused';
      readonly hash: string | null;
      readonly text: string | null;
      readonly message: string;
    }
  | { readonly kind: 'failed'; readonly message: string };

/** The case file behind the page. */
export type CaseFile = {
  readonly read: () => Promise<FileOnDisk>;
  /** Hash of the file's present bytes; null when it is gone, undefined when the server is. */
  readonly presentHash: () => Promise<string | null | undefined>;
  readonly save: (text: string, baseHash: string | null) => Promise<SaveResult>;
};

const ADDRESS = './api/case';
const NO_SERVER =
  'Détente does not answer. It may have been stopped in the terminal: start it again, then retry.';

/** The case file by the server's address for it; `token` is that of the server's run. */
export function createCaseFile(token: string): CaseFile {
  // The cookie that came with the page would do for reading, but a browser may keep none.
  const ask = async (method: string, init: RequestInit = {}): Promise<Response | undefined> => {
    const headers = { ...init.headers, 'x-detente-token': token };
    try {
      return await fetch(ADDRESS, { method, cache: 'no-store', ...init, headers });
    } catch {
      return undefined;
    }
  };
  return {
    read: async () => {
      const response = await ask('GET');
      if (!response) throw new Error(NO_SERVER);
      const body: unknown = await response.json();
      if (!response.ok) throw new Error(messageOf(body));
      return body as FileOnDisk;
    },
    presentHash: async () => {
      const response = await ask('HEAD');
      if (response?.status === 404) return null;
      return response?.headers.get('etag')?.replaceAll('"', '');
    },
    save: async (text, baseHash) => {
      const response = await ask('PUT', {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text, baseHash }),
      });
      if (!response) return { kind: 'failed', message: NO_SERVER };
      const body: unknown = await response.json();
      if (response.ok) return { kind: 'saved', hash: (body as { hash: string }).hash };
      const message = messageOf(body);
      if (response.status !== 409) return { kind: 'failed', message };
      return {
        kind: 'refused',
        message,
        ...(body as { hash: string | null; text: string | null }),
      };
    },
  };
}

function messageOf(body: unknown): string {
  const message = (body as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : 'Détente gave an answer without a reason.';
}
