import { orCannotRun } from '../cluster-problem.js';
import { exitCodes, type Terminal } from '../terminal.js';

/** `ensemble key`: makes a key file, with which work travels sealed. */
export async function runEnsembleKey(terminal: Terminal, path: string): Promise<number> {
  const { createKeyFile } = await import('../../cluster/sealing.js');
  await orCannotRun('ensemble key', () => createKeyFile(path));
  await terminal.out(`${path}\n`);
  return exitCodes.done;
}
