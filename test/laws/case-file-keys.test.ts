import { expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/io/case-file/format-diagnostic.js';
import { applyPatches } from '../../src/io/case-file/patch.js';
import { readCase } from '../../src/io/case-file/read-case.js';
import { caseJsonSchema } from '../../src/io/case-file/schema.js';
import type { Entry, MapNode } from '../../src/io/case-file/yaml-tree.js';
import { blocksOf } from './blocks-of.js';
import { smallCases } from './small-cases.js';

test('the small cases are valid, and nothing is said about them', () => {
  for (const text of smallCases) {
    const { diagnostics } = readCase(text);
    expect(diagnostics.map((diagnostic) => formatDiagnostic(text, 'small', diagnostic))).toEqual(
      [],
    );
  }
});

test('the small cases between them use every key of the format', () => {
  const used = new Map<string, Set<string>>();
  for (const { block, allowed } of smallCases.flatMap(blocksOf)) {
    const keys = used.get(allowed.join(', ')) ?? new Set<string>();
    for (const { key } of block.entries) keys.add(key);
    used.set(allowed.join(', '), keys);
  }
  for (const [allowed, keys] of used) {
    const sealed = allowed.startsWith('detente') ? ['later'] : [];
    expect([...keys, ...sealed].sort()).toEqual(allowed.split(', ').sort());
  }
});

/** The text without one line of a block. */
function without(text: string, block: MapNode, entry: Entry): string {
  const at = block.entries.indexOf(entry);
  const next = block.entries[at + 1];
  const before = block.entries[at - 1];
  const start = next || !before ? entry.keySpan.start : before.value.span.end;
  const end = next ? next.keySpan.start : entry.value.span.end;
  return applyPatches(text, [{ range: { start, end }, text: '' }]);
}

/** A case as text, but for the places that its elements name. */
function contentOf(text: string): string | undefined {
  const { case: read } = readCase(text);
  return (
    read &&
    JSON.stringify(read, (key, value) => {
      if (key === 'path' || key === 'span') return undefined;
      return typeof value === 'bigint' ? `${value}` : (value ?? null);
    })
  );
}

test('no key is accepted and then ignored: without its line the case is another, or none', () => {
  // What these lines say is what holds without them.
  const defaults = ['irreversible: false'];
  const ignored: string[] = [];
  for (const text of smallCases) {
    const whole = contentOf(text);
    for (const { block } of blocksOf(text)) {
      for (const entry of block.entries) {
        const line = text.slice(entry.keySpan.start, entry.value.span.end);
        if (!defaults.includes(line) && contentOf(without(text, block, entry)) === whole) {
          ignored.push(line);
        }
      }
    }
  }
  expect(ignored).toEqual([]);
});

test('every key of the schema is described', () => {
  const undescribed: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties') {
        for (const [name, child] of Object.entries(
          value as Record<string, { description?: string }>,
        )) {
          if (!child.description) undescribed.push(`${path}.${name}`);
        }
      }
      visit(value, `${path}.${key}`);
    }
  };
  visit(caseJsonSchema(), '');
  expect(undescribed).toEqual([]);
});

test('the schema refuses keys that it does not know, everywhere', () => {
  const open: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('properties' in node && !('additionalProperties' in node)) open.push(path);
    for (const [key, value] of Object.entries(node)) visit(value, `${path}.${key}`);
  };
  visit(caseJsonSchema(), '');
  expect(open).toEqual([]);
});
