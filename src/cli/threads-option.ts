import { CannotRun, type Terminal } from './terminal.js';

/** More threads than any machine has; each of them holds the case. */
const mostThreads = 1024;

/** Reads `--threads 4`; as many as the machine runs at once when not given. */
export function threadsOption(terminal: Terminal, text: string | undefined): number {
  if (text === undefined) return terminal.threads ?? 1;
  const threads = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (threads >= 1 && threads <= mostThreads) return threads;
  throw new CannotRun(`--threads "${text}": expected a number from 1 to ${mostThreads}`);
}
