import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { vi } from 'vitest';
import { root } from './page.js';

type Snippet = { readonly name: string; readonly text: string };

const library = join(root, 'src', 'index.ts');

/** Type errors of snippets that import `detente`, each with the page and line of its snippet. */
export function typeErrors(snippets: readonly Snippet[]): readonly string[] {
  const texts = new Map(
    snippets.map(({ text }, at) => [join(root, `docs-snippet-${at}.ts`), text] as const),
  );
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
    paths: { detente: [library] },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => texts.has(name) || fileExists.call(host, name);
  host.readFile = (name) => texts.get(name) ?? readFile.call(host, name);
  host.getSourceFile = (name, version, ...rest) => {
    const text = texts.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, version);
    return getSourceFile.call(host, name, version, ...rest);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()].flatMap((name, at) => {
    const source = program.getSourceFile(name);
    const found = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ];
    return found.map(
      ({ messageText }) =>
        `${snippets[at]?.name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
}

/** Runs a snippet in a folder and returns the lines it prints. */
export async function printedBy(text: string, folder: string): Promise<readonly string[]> {
  const file = join(folder, 'snippet.ts');
  // The snippet reads files relative to where the reader stands.
  const placed = text
    .replaceAll("from 'detente'", `from '${library}'`)
    .replaceAll("readFile('", `readFile('${folder}/`);
  writeFileSync(file, placed);
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...parts: unknown[]) => {
    lines.push(...parts.join(' ').split('\n'));
  });
  try {
    await import(/* @vite-ignore */ pathToFileURL(file).href);
  } finally {
    log.mockRestore();
  }
  return lines;
}
