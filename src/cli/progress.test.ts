import { expect, it } from 'vitest';
import { progressLine } from './progress.js';
import type { Terminal } from './terminal.js';

/** A terminal with a clock that is set by hand. */
function watched(isInteractive: boolean) {
  const seen = { text: '', time: 0 };
  const terminal: Terminal = {
    out: async () => {},
    err: (text) => {
      seen.text += text;
    },
    paint: (text) => text,
    isInteractive,
    readFile: async () => new Uint8Array(),
    readStdin: async () => new Uint8Array(),
    createFile: async () => {},
    writeFolder: async () => [],
    now: () => seen.time,
  };
  return { seen, line: progressLine(terminal, 'verdicts') };
}

it('short work shows no line', () => {
  const { seen, line } = watched(true);
  seen.time = 699;
  line.control.progress(3, 28);
  line.clear();
  expect(seen.text).toBe('');
});

it('long work keeps one line for a person, with what is done and how to stop, and clears it', () => {
  const { seen, line } = watched(true);
  seen.time = 700;
  line.control.progress(3, 28);
  line.control.progress(4, 28);
  expect(seen.text).toBe('\rverdicts: 3 of 28 (Ctrl-C stops)\rverdicts: 4 of 28 (Ctrl-C stops)');
  line.clear();
  expect(seen.text.endsWith('\r\u001b[K')).toBe(true);
});

it('where nobody watches there is no line', () => {
  const { seen, line } = watched(false);
  seen.time = 60_000;
  line.control.progress(3, 28);
  line.clear();
  expect(seen.text).toBe('');
});
