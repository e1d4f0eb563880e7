#!/usr/bin/env node
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { isCancel, text } from '@clack/prompts';
import colours from 'picocolors';
import { runDetente } from './program.js';
import { programMark } from './program-mark.js';
import { openResultsCache } from './results-cache.js';
import type { Terminal } from './terminal.js';
import { writeFolder } from './write-whole.js';

// A reader that closes the pipe early (`| head`) has what it wants.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** Names of the files in a folder; undefined when it is none, or cannot be read: its files then say why. */
async function listFolder(path: string): Promise<readonly string[] | undefined> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [] : [entry.name])).sort();
  } catch {
    return undefined;
  }
}

const err = (text: string) => {
  process.stderr.write(text);
};

const told = new Set<string>();
/** Says a thing about the kept results once, however often it is met. */
const tell = (message: string) => {
  if (!told.has(message)) err(`detente: ${message}\n`);
  told.add(message);
};

/** Set and not empty: nothing is read from or written to a folder of kept results. */
const isWithoutCache = Boolean(process.env.DETENTE_NO_CACHE);

const terminal: Terminal = {
  out: (text) =>
    new Promise((resolve) => {
      process.stdout.write(text, () => resolve());
    }),
  err,
  // picocolors honours NO_COLOR and pipes.
  paint: (text, as) =>
    as === 'error'
      ? colours.red(text)
      : as === 'warning'
        ? colours.yellow(text)
        : colours.dim(text),
  isInteractive: process.stderr.isTTY === true && process.stdin.isTTY === true,
  readFile: (path) => readFile(path),
  listFolder,
  readStdin,
  createFile: (path, content) => writeFile(path, content, { flag: 'wx' }),
  writeFolder,
  threads: availableParallelism(),
  now: () => performance.now(),
  ...(isWithoutCache
    ? {}
    : {
        openCache: (casePath) =>
          openResultsCache({
            casePath,
            program: programMark,
            tell,
          }),
      }),
};

const code = await runDetente(process.argv.slice(2), terminal, {
  ask: async (question, example) => {
    const answer = await text({ message: question, placeholder: example });
    return isCancel(answer) ? undefined : answer || example;
  },
  untilInterrupted: () =>
    new Promise((resolve) => {
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    }),
});
process.exitCode = code;
