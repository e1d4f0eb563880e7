/**
 * Makes the expression parser from its grammar:
 * src/io/expression/expression.grammar → grammar.generated.ts, grammar.generated.terms.ts.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, say } from './project.mjs';

const FOLDER = join(root, 'src', 'io', 'expression');

/** @returns whether the parser is there (also when there is no grammar yet) */
export async function generate() {
  const grammar = join(FOLDER, 'expression.grammar');
  if (!existsSync(grammar)) {
    say('No grammar at src/io/expression/expression.grammar: no parser made.');
    return true;
  }
  const { buildParserFile } = await import('@lezer/generator');
  const warnings = [];
  let made;
  try {
    made = buildParserFile(readFileSync(grammar, 'utf8'), {
      fileName: 'src/io/expression/expression.grammar',
      moduleStyle: 'es',
      typeScript: true,
      warn: (message) => warnings.push(message),
    });
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return false;
  }
  for (const warning of warnings) say(warning);
  write(join(FOLDER, 'grammar.generated.ts'), made.parser);
  write(join(FOLDER, 'grammar.generated.terms.ts'), made.terms);
  return true;
}

/** Leaves an equal file alone, so that watchers see no change; never leaves half a file. */
function write(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  const part = `${path}.${process.pid}`;
  writeFileSync(part, text);
  renameSync(part, path);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = (await generate()) ? 0 : 1;
}
