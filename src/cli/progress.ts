import type { Control } from '../index.js';
import type { Terminal } from './terminal.js';

/** Work shorter than this shows no progress line. */
const quietMilliseconds = 700;

/**
 * A control that keeps one line of progress on standard error while a person watches. Interrupting
 * (Ctrl-C) ends the program; nothing is half written, since results are printed at the end.
 */
export function progressLine(
  terminal: Terminal,
  label: string,
): { control: Control; clear: () => void } {
  const start = terminal.now();
  let isShown = false;
  return {
    control: {
      stopped: () => false,
      progress: (done, total) => {
        if (!terminal.isInteractive || terminal.now() - start < quietMilliseconds) return;
        isShown = true;
        terminal.err(`\r${label}: ${done} of ${total} (Ctrl-C stops)`);
      },
    },
    clear: () => {
      if (isShown) terminal.err('\r\u001b[K');
    },
  };
}
