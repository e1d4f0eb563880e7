import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/** Whether shown outputs and generated parts are rewritten instead of compared. */
export const isUpdate = process.env.UPDATE_DOCS === '1';

/**
 * A fenced block of a page, with the HTML comment that stands directly above it, if any:
 * `file: NAME` (the block is that file), `into: NAME` (its top-level keys go into that case file),
 * `case` (a case that loads), `printed` (what the TypeScript above prints), `exit: CODE`.
 */
export type Fence = {
  readonly language: string;
  readonly directive: string | undefined;
  readonly lines: readonly string[];
  /** Index of the first line inside the fence. */
  readonly start: number;
};

export type Page = { readonly path: string; readonly text: string };

/** Every page that a reader of the project is led to, by its path from the root. */
export function allPages(): readonly Page[] {
  const docs = existsSync(join(root, 'docs'))
    ? readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .map((name) => posix.join('docs', name.replaceAll('\\', '/')))
    : [];
  return ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...docs.sort()].map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
  }));
}

/** The fenced blocks of a Markdown text, in order. */
export function fencesOf(text: string): readonly Fence[] {
  const fences: Fence[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const opening = /^(`{3,})(\w*)\s*$/.exec(lines[at] as string);
    if (!opening) continue;
    const start = at + 1;
    let end = start;
    while (end < lines.length && lines[end] !== opening[1]) end += 1;
    const directive = /^<!-- (.*) -->$/.exec(lines[at - 1] ?? '')?.[1];
    fences.push({ language: opening[2] ?? '', directive, lines: lines.slice(start, end), start });
    at = end;
  }
  return fences;
}

/** A text with the lines of its fenced blocks left empty, so that line numbers stay. */
export function withoutFences(text: string): readonly string[] {
  const lines = text.split('\n');
  for (const { start, lines: inside } of fencesOf(text)) {
    inside.forEach((_, at) => {
      lines[start + at] = '';
    });
  }
  return lines;
}

/** The anchors of a page's headings, as GitHub makes them. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const line of withoutFences(text)) {
    const heading = /^#{1,6} (.*)$/.exec(line)?.[1];
    if (heading === undefined) continue;
    const base = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    let anchor = base;
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${base}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** The cells of the rows of every table in a text, without headings. */
export function tableRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const lines = withoutFences(text);
  lines.forEach((line, at) => {
    const isRow = line.startsWith('|') && !/^\|[\s:|-]+\|$/.test(line);
    const isHeading = /^\|[\s:|-]+\|$/.test(lines[at + 1] ?? '');
    if (!isRow || isHeading) return;
    const cells = line.slice(1, -1).split(/(?<!\\)\|/);
    rows.push(cells.map((cell) => cell.trim().replaceAll('\\|', '|')));
  });
  return rows;
}
