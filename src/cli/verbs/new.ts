import { newCaseText } from '../../index.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';

export type NewFlags = { readonly title: string | undefined; readonly party: readonly string[] };

/** Asks a person for a line of text; undefined when the question was cancelled. */
export type AskLine = (question: string, example: string) => Promise<string | undefined>;

/** `new`: a small case file that loads and answers at once. */
export async function runNew(
  terminal: Terminal,
  path: string,
  flags: NewFlags,
  ask: AskLine,
): Promise<number> {
  let { title, party } = flags;
  if (terminal.isInteractive && title === undefined && party.length === 0) {
    title = await ask('What is the case about?', 'Two villages and a well');
    const names = await ask(
      'Who are the parties? Separate names by commas.',
      'Northfield, Southam',
    );
    if (title === undefined || names === undefined) throw new CannotRun('nothing was written');
    party = names.split(',').map((name) => name.trim());
  }
  const parties = party.filter((name) => name !== '');
  const text = newCaseText({
    title: title?.trim() || 'A new case',
    parties: parties.length > 0 ? parties : ['First party', 'Second party'],
  });
  try {
    await terminal.createFile(path, text);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new CannotRun(
      isTaken
        ? `${path}: the file exists already and was left alone; choose another name`
        : `${path}: the file could not be written; check that its folder exists and may be written to`,
    );
  }
  await terminal.out(`${path}: written; now run  detente brief ${path}\n`);
  return exitCodes.done;
}
