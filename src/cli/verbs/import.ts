import { join } from 'node:path';
import { filesToImport, formatDiagnostic, importFiles, type SourceFile } from '../../index.js';
import { readText } from '../case-input.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';

/** `import`: a case file made from files of another program, printed. */
export async function runImport(terminal: Terminal, paths: readonly string[]): Promise<number> {
  if (paths.filter((path) => path === '-').length > 1) {
    throw new CannotRun('detente import: standard input can be read only once');
  }
  const files: SourceFile[] = [];
  for (const path of paths) {
    const inside = path === '-' ? undefined : await filesIn(terminal, path);
    for (const name of inside ?? [path]) files.push(await readText(terminal, name));
  }
  const { caseText, diagnostics } = importFiles(files);
  for (const { file, diagnostic } of diagnostics) {
    terminal.err(`${formatDiagnostic(file.text, file.name, diagnostic)}\n`);
  }
  if (caseText === undefined) return exitCodes.failed;
  await terminal.out(caseText);
  return exitCodes.done;
}

/** The files of a folder that can be imported; undefined when the path is no folder. */
async function filesIn(terminal: Terminal, path: string): Promise<readonly string[] | undefined> {
  const names = await terminal.listFolder?.(path);
  if (!names) return undefined;
  const scores = (await terminal.listFolder?.(join(path, 'scores_files'))) ?? [];
  const found = filesToImport([...names, ...scores.map((name) => `scores_files/${name}`)]);
  if (found.length > 0) return found.map((name) => join(path, name));
  throw new CannotRun(
    `${path}: no file in this folder can be imported; expected are .xml, .yml, .yaml or .json files, or the config.txt of a scorable game`,
  );
}
