import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { runDetente } from '../../src/cli/program.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { writeFolder } from '../../src/cli/write-whole.js';
import { root } from './page.js';

/** What `npm start` shows when nothing is asked of it (scripts/start.mjs). */
export const example = 'cases/examples/spring-2025.yaml';

export type Printed = { readonly text: string; readonly code: number };

/** A folder with the example cases in which the commands of one page run. */
export type Sandbox = {
  readonly write: (name: string, text: string) => void;
  readonly read: (name: string) => string;
  /** Runs a line of a console block. */
  readonly run: (line: string) => Promise<Printed>;
  readonly path: (name: string) => string;
  readonly close: () => void;
};

export function openSandbox(): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), 'detente-docs-'));
  cpSync(join(root, 'cases', 'examples'), join(folder, 'cases', 'examples'), { recursive: true });
  const path = (name: string) => (isAbsolute(name) ? name : join(folder, name));

  async function detente(args: readonly string[], stdin: string) {
    let out = '';
    let both = '';
    const terminal: Terminal = {
      out: async (text) => {
        out += text;
        both += text;
      },
      err: (text) => {
        both += text;
      },
      paint: (text) => text,
      isInteractive: false,
      readFile: async (name) => readFileSync(path(name)),
      listFolder: (name) => readdir(path(name)).catch(() => undefined),
      readStdin: async () => new TextEncoder().encode(stdin),
      createFile: (name, text) => writeFile(path(name), text, { flag: 'wx' }),
      writeFolder: (name, files, mayReplace) => writeFolder(path(name), files, mayReplace),
      now: () => 0,
    };
    // `serve` reads its file by itself, relative to where the tests run.
    const placed =
      args[0] === 'serve' ? args.map((word, at) => (at === 1 ? path(word) : word)) : args;
    const code = await runDetente(placed, terminal, {
      ask: async () => undefined,
      // Nobody is there to press Ctrl-C: only `serve`, which would never end, is told to.
      untilInterrupted: args[0] === 'serve' ? async () => {} : () => new Promise<void>(() => {}),
    });
    both = both.replaceAll(`${folder}${sep}`, '');
    return { out, both, code };
  }

  const node = (file: string, args: readonly string[], stdin: string) =>
    new Promise<Printed>((resolve) => {
      const child = execFile(
        process.execPath,
        [file, ...args],
        { cwd: folder },
        (error, out, err) => resolve({ text: out + err, code: error ? Number(error.code) : 0 }),
      );
      child.stdin?.end(stdin);
    });

  return {
    path,
    write: (name, text) => {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), text);
    },
    read: (name) => readFileSync(path(name), 'utf8'),
    close: () => rmSync(folder, { recursive: true, force: true }),
    run: async (line) => {
      const [command, ...words] = wordsOf(line);
      if (command === 'node') return node(words[0] ?? '', words.slice(1), '');
      if (line === 'npm start') {
        const brief = await detente(['brief', example], '');
        const served = await detente(['serve', example], '');
        return { text: brief.both + served.both, code: served.code };
      }
      const args =
        command === 'detente'
          ? words
          : line.startsWith('npm start -- ')
            ? words.slice(2)
            : undefined;
      if (!args) throw new Error(`the docs cannot run "${line}"; use a sh block if nothing should`);
      const at = args.findIndex((word) => word === '>' || word === '|' || word === '<');
      if (at === -1) {
        const { both, code } = await detente(args, '');
        return { text: both, code };
      }
      const own = args.slice(0, at);
      const [target = '', ...rest] = args.slice(at + 1);
      if (args[at] === '<') {
        const { both, code } = await detente(own, readFileSync(path(target), 'utf8'));
        return { text: both, code };
      }
      const { out, both, code } = await detente(own, '');
      if (args[at] === '|') return node(rest[0] ?? '', rest.slice(1), out);
      writeFileSync(path(target), out);
      return { text: both.replace(out, ''), code };
    },
  };
}

/** The words of a command line; double quotes hold a word with spaces together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

/**
 * The text of a case file after the top-level blocks of a snippet have taken the place of the blocks
 * of the same name, or have been added at the end.
 */
export function mergeBlocks(text: string, snippet: string): string {
  const blocks = blocksOf(text);
  for (const [key, block] of blocksOf(snippet)) blocks.set(key, block);
  return [...blocks.values()].join('');
}

function blocksOf(text: string): Map<string, string> {
  const blocks = new Map<string, string>();
  let key = '';
  for (const line of text.trimEnd().split('\n')) {
    key = /^([^\s#:]+):/.exec(line)?.[1] ?? key;
    blocks.set(key, `${blocks.get(key) ?? ''}${line}\n`);
  }
  return blocks;
}
