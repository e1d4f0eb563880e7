import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { buildProgram } from '../../src/cli/program.js';
import { formatDiagnostic } from '../../src/io/case-file/format-diagnostic.js';
import { readCase } from '../../src/io/case-file/read-case.js';
import { keysOfDeals } from './deals-keys.js';
import { generatedParts, withGenerated } from './generated.js';
import { keysOfOutputs } from './holds-keys.js';
import { documentedKeys } from './json-keys.js';
import { allPages, anchorsOf, fencesOf, isUpdate, root, tableRows, withoutFences } from './page.js';
import { example, mergeBlocks, openSandbox, type Sandbox } from './sandbox.js';
import { isShown, refreshed } from './shown-output.js';
import { printedBy, typeErrors } from './snippets.js';
import { keysOfWhatIf } from './whatif-keys.js';

// The page of the workbench is built apart; an empty one stands in for it, on any free port.
vi.mock('../../src/cli/serve.js', async (original) => {
  const real = await original<typeof import('../../src/cli/serve.js')>();
  return {
    serveCase: async ({ path }: { path: string }) => {
      const pageFolder = mkdtempSync(join(tmpdir(), 'detente-page-'));
      writeFileSync(join(pageFolder, 'index.html'), '<!doctype html>');
      try {
        return await real.serveCase({ path, port: 0, pageFolder });
      } finally {
        rmSync(pageFolder, { recursive: true });
      }
    },
  };
});

if (isUpdate) {
  for (const { path, text } of allPages()) {
    const fresh = withGenerated(text);
    if (fresh !== text) writeFileSync(join(root, path), fresh);
  }
}
const pages = allPages();
/** Pages that other tests make from the code are looked at for their links only. */
const isMade = (text: string) => text.startsWith('<!-- Generated from ');

/** Lines without space at their ends, and without empty lines at both ends of the text. */
const linesOf = (text: string) =>
  text
    .replace(/^\n+|\s+$/g, '')
    .split('\n')
    .map((line) => line.trimEnd());

/** Splits a console block into commands with the output shown below each. */
function commandsOf(lines: readonly string[]) {
  const commands: { line: string; shown: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('$ ')) commands.push({ line: line.slice(2), shown: [] });
    else commands.at(-1)?.shown.push(line);
  }
  return commands;
}

/** Runs a console block; returns it with the output that belongs there now. */
async function runBlock(
  sandbox: Sandbox,
  lines: readonly string[],
  exit: string | undefined,
): Promise<readonly string[]> {
  const fresh: string[] = [];
  for (const { line, shown } of commandsOf(lines)) {
    const { text, code } = await sandbox.run(line);
    if (exit === undefined) expect(code, `exit code of ${line}\n${text}`).toBeLessThan(2);
    else expect(code, `exit code of ${line}`).toBe(Number(exit));
    const real = text === '' ? [] : linesOf(text);
    const given = shown.length === 0 ? [] : linesOf(shown.join('\n'));
    if (!isUpdate && !isShown(given, real)) {
      expect(given, `output of ${line}; UPDATE_DOCS=1 rewrites it`).toEqual(real);
    }
    const now = refreshed(given, real);
    if (!now) expect.fail(`${line}: an excerpt shown is not printed any more; edit it by hand`);
    fresh.push(`$ ${line}`, ...now);
  }
  return fresh;
}

function loads(text: string, name: string): void {
  const { diagnostics } = readCase(text);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map((found) => formatDiagnostic(text, name, found))).toEqual([]);
}

test('npm start shows the case that the pages say it does', () => {
  expect(readFileSync(join(root, 'scripts', 'start.mjs'), 'utf8')).toContain(`'${example}'`);
});

describe.each(pages)('$path', ({ path, text }) => {
  const fences = fencesOf(text);

  test('its links lead somewhere', () => {
    const lost: string[] = [];
    for (const [, target = ''] of withoutFences(text)
      .join('\n')
      .matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [file = '', anchor] = target.split('#');
      const to = file === '' ? path : normalize(join(dirname(path), file));
      if (!existsSync(join(root, to))) lost.push(target);
      else if (anchor !== undefined && !anchorsOf(readFileSync(join(root, to), 'utf8')).has(anchor))
        lost.push(target);
    }
    expect(lost).toEqual([]);
  });

  if (isMade(text)) return;
  if (fences.some(({ language }) => ['console', 'yaml', 'js', 'json', 'ts'].includes(language))) {
    test('its commands and snippets run, and print what is shown', async () => {
      const sandbox = openSandbox();
      const lines = text.split('\n');
      let printed: readonly string[] = [];
      try {
        // From the end, so that a block of another length moves nothing that is still to come.
        const changes: { start: number; length: number; fresh: readonly string[] }[] = [];
        for (const { language, directive, lines: inside, start } of fences) {
          const [kind, name = ''] = directive?.split(/: /) ?? [];
          const content = `${inside.join('\n')}\n`;
          if (kind === 'file') sandbox.write(name, content);
          if (kind === 'into') sandbox.write(name, mergeBlocks(sandbox.read(name), content));
          if (kind === 'case') loads(content, `${path}:${start}`);
          if (language === 'yaml') expect(directive, `yaml at ${path}:${start}`).toBeDefined();
          if (language === 'ts') printed = await printedBy(content, sandbox.path('.'));
          let fresh: readonly string[] = inside;
          if (kind === 'printed') {
            if (!isUpdate) expect(inside).toEqual(printed);
            fresh = printed;
          }
          if (language === 'console') {
            fresh = await runBlock(sandbox, inside, kind === 'exit' ? name : undefined);
          }
          changes.unshift({ start, length: inside.length, fresh });
        }
        for (const { start, length, fresh } of changes) lines.splice(start, length, ...fresh);
        if (isUpdate) writeFileSync(join(root, path), lines.join('\n'));
      } finally {
        sandbox.close();
      }
    });
  }

  test('its generated parts are up to date', () => {
    expect(text).toBe(withGenerated(text));
  });

  test('its text wraps at 100 columns', () => {
    const long = withoutFences(text).filter(
      (line) => [...line].length > 100 && !line.startsWith('|') && !/^\S+$/.test(line),
    );
    expect(long).toEqual([]);
  });
});

test('every generated part stands on a page', () => {
  const used = pages.flatMap(({ text }) =>
    [...text.matchAll(/^<!-- generated: (.*) -->$/gm)].map(([, name]) => name),
  );
  expect(used.sort()).toEqual([...generatedParts.keys()].sort());
});

test('TypeScript snippets have no type errors', () => {
  const snippets = pages.flatMap(({ path, text }) =>
    fencesOf(text)
      .filter(({ language }) => language === 'ts')
      .map(({ lines, start }) => ({ name: `${path}:${start}`, text: `${lines.join('\n')}\n` })),
  );
  expect(typeErrors(snippets)).toEqual([]);
});

test('README calls built the verbs that exist, and planned those that do not', () => {
  const readme = pages.find(({ path }) => path === 'README.md')?.text ?? '';
  const terminal = { out: async () => {}, err: () => {} } as never;
  const verbs = buildProgram(terminal, {} as never, () => {}).commands.map((verb) => verb.name());
  const told = tableRows(readme).filter((cells) => /^(built|planned)\b/.test(cells.at(-1) ?? ''));
  expect(told).toHaveLength(5);
  for (const cells of told) {
    const isBuilt = cells.at(-1)?.startsWith('built');
    for (const [, verb] of (cells[1] ?? '').matchAll(/`(\w+)/g)) {
      expect(verbs.includes(verb as string), `${verb} is ${cells.at(-1)}`).toBe(isBuilt);
    }
  }
});

test('the page on holds --json names every key with its type, and no other', () => {
  const page = pages.find(({ path }) => path === 'docs/reference/holds-json.md')?.text ?? '';
  expect(documentedKeys(page)).toEqual(keysOfOutputs());
});

test('the page on deals --json names every key with its type, and no other', () => {
  const page = pages.find(({ path }) => path === 'docs/reference/deals-json.md')?.text ?? '';
  expect(documentedKeys(page)).toEqual(keysOfDeals());
});

test('the page on whatif --json names every key with its type, and no other', async () => {
  const page = pages.find(({ path }) => path === 'docs/reference/what-if-json.md')?.text ?? '';
  expect(documentedKeys(page)).toEqual(await keysOfWhatIf());
});
