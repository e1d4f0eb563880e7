import { createContext, Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { hasErrors } from '../../src/core/diagnostic.js';
import { formatDiagnostic } from '../../src/io/case-file/format-diagnostic.js';
import { type CaseReading, readCase } from '../../src/io/case-file/read-case.js';
import { caseJsonSchema, caseSchema } from '../../src/io/case-file/schema.js';
import type { MapNode } from '../../src/io/case-file/yaml-tree.js';
import { blocksOf } from './blocks-of.js';
import { smallCases } from './small-cases.js';

const [everyKey = ''] = smallCases.toSorted((a, b) => b.length - a.length);
const others = smallCases.filter((text) => text !== everyKey);

const seed = 20_250_427;
const mutations = 10_000;
/** Longest that one file may take, in milliseconds: a few of them take 50 on a busy machine. */
const longest = 5_000;

/** A stream of numbers in [0, 1) that is the same everywhere: mulberry32. */
function randomStream(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;
const below = (random: Random, count: number) => Math.floor(random() * count);
const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[below(random, items.length)] as Item;

const noise = [
  ...'[]{}(),:&*!|>-?@`"\'%#=<\\~ \n\t\r',
  '\n\n',
  ': ',
  '- ',
  '  ',
  '\u0000',
  'é',
  '𝒳',
  '\ud800',
  '\ufeff',
  'yes',
  'not',
  '---',
  '...',
  '<<: ',
  '1e9',
  '.inf',
];

/** Changes a text at one place, in one of the ways in which texts get broken. */
const ways: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => {
    const at = below(random, text.length);
    return text.slice(0, at) + text.slice(at + 1 + below(random, 4));
  },
  (text, random) => {
    const at = below(random, text.length + 1);
    return text.slice(0, at) + pick(random, noise) + text.slice(at);
  },
  (text, random) => {
    const at = below(random, text.length - 1);
    return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
  },
  (text, random) => onLine(text, random, (line) => [line, line]),
  (text, random) => onLine(text, random, () => []),
  (text, random) => onLine(text, random, (line) => [` ${line}`]),
  (text, random) => onLine(text, random, (line) => [line.replace(/^ /, '')]),
  (text, random) => onLine(text, random, (line) => [line.replace(/^ +/, '\t')]),
  (text, random) => {
    const keys = [...text.matchAll(/[\p{L}_]+(?=:)/gu)];
    if (keys.length === 0) return text;
    const { index, 0: key } = pick(random, keys);
    return `${text.slice(0, index)}${key}${pick(random, ['s', '_', 'x'])}${text.slice(index + key.length)}`;
  },
  (text, random) => {
    const words = [...text.matchAll(/[\p{L}\p{N}_]+/gu)];
    if (words.length === 0) return text;
    const { index, 0: word } = pick(random, words);
    const other = pick(random, words)[0];
    return text.slice(0, index) + other + text.slice(index + word.length);
  },
  (text, random) => text.slice(0, below(random, text.length)),
  (text) => text.replaceAll('\n', '\r\n'),
];

function onLine(text: string, random: Random, change: (line: string) => readonly string[]): string {
  const lines = text.split('\n');
  const at = below(random, lines.length);
  return [...lines.slice(0, at), ...change(lines[at] as string), ...lines.slice(at + 1)].join('\n');
}

/** What must hold of every reading, whatever the text; what does not hold. */
function brokenPromises(text: string, reading: CaseReading): readonly string[] {
  const broken: string[] = [];
  const promise = (holds: boolean, name: string) => {
    if (!holds) broken.push(name);
  };
  promise((reading.case === undefined) === hasErrors(reading.diagnostics), 'case without errors');
  promise(/^[0-9a-f]{64}$/.test(reading.hash), 'hash');
  let last = 0;
  for (const diagnostic of reading.diagnostics) {
    const { range = { start: -1, end: -1 }, help, code } = diagnostic;
    promise(range.start >= last, `${code} in the order of the file`);
    promise(range.end >= range.start && range.end <= text.length, `${code} inside the file`);
    promise(code === 'DET415' || Boolean(help), `${code} with help`);
    const printed = formatDiagnostic(text, 'x', diagnostic);
    promise(!/undefined|\[object/.test(printed), `${code} in words: ${printed}`);
    last = range.start;
  }
  return broken;
}

/** What the walk needs of a JSON Schema. */
type Schema = {
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
};

/** Keys of a value that no alternative of the published schema has at their place. */
function unknownKeys(value: unknown, schemas: readonly Schema[], path = ''): readonly string[] {
  const flat = schemas.flatMap((schema) => schema.anyOf ?? schema.allOf ?? definedBy(schema));
  if (flat.some((schema) => schema.anyOf ?? schema.allOf ?? schema.$ref))
    return unknownKeys(value, flat, path);
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    const items = flat.flatMap((schema) => schema.items ?? []);
    return value.flatMap((item, at) => unknownKeys(item, items, `${path}/${at}`));
  }
  return Object.entries(value).flatMap(([key, child]) => {
    const inside = flat.flatMap(({ properties = {}, additionalProperties: others }) => {
      if (Object.hasOwn(properties, key)) return properties[key] as Schema;
      return typeof others === 'object' ? others : [];
    });
    const at = `${path}/${key}`;
    return inside.length === 0 ? [at] : unknownKeys(child, inside, at);
  });
}

const published = [caseJsonSchema() as Schema];

const { definitions } = caseJsonSchema() as { definitions: Readonly<Record<string, Schema>> };

/** What a schema refers to by name, else itself. */
function definedBy(schema: Schema): readonly Schema[] {
  const name = schema.$ref?.replace('#/definitions/', '');
  return name === undefined ? [schema] : [definitions[name] as Schema];
}

/** What is wrong with a file by the schema alone, read by the YAML parser's shortest way. */
function flawsBySchema(text: string): readonly string[] {
  const plain = parse(
    text,
    // The format has no infinite numbers: such a word is a text.
    (_key, value) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value),
    { version: '1.2', schema: 'core', uniqueKeys: true, merge: false, logLevel: 'silent' },
  );
  const { later: _sealed, ...open } = plain;
  const { success, error } = caseSchema.safeParse(open);
  return [...unknownKeys(open, published), ...(success ? [] : [`schema: ${error.message}`])];
}

const context = createContext({ task: undefined });
const script = new Script('task()');

/** Does a task, and breaks it off, with an error, when it takes too long: also one that never ends. */
function within(milliseconds: number, task: () => void): void {
  context.task = task;
  script.runInContext(context, { timeout: milliseconds });
}

/** A text with one more key in a block, first or last. */
function withKey(text: string, block: MapNode, line: string, isFirst: boolean): string {
  const [first] = block.entries;
  const start = first?.keySpan.start ?? block.span.start;
  if (block.isFlow) {
    const at = isFirst ? block.span.start + 1 : block.span.end - 1;
    return text.slice(0, at) + (isFirst ? `${line}, ` : `, ${line}`) + text.slice(at);
  }
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  if (isFirst) return `${text.slice(0, start)}${line}\n${indent}${text.slice(start)}`;
  const end = text.indexOf('\n', block.span.end - 1);
  return `${text.slice(0, end + 1)}${indent}${line}\n${text.slice(end + 1)}`;
}

test(`${mutations} broken files are read to the end, none with a key unknown to the schema (seed ${seed})`, {
  timeout: 120_000,
}, () => {
  const random = randomStream(seed);
  let accepted = 0;
  let where = '';
  const check = (count: number) => {
    // The one with every key takes five times as long as the others.
    let text = random() < 0.08 ? everyKey : pick(random, others);
    const times = 1 + below(random, 3);
    for (let time = 0; time < times; time += 1) text = pick(random, ways)(text, random);
    where = `mutation ${count} of seed ${seed}:\n${text}`;
    const start = performance.now();
    const reading = readCase(text);
    const broken = [...brokenPromises(text, reading)];
    if (reading.case) {
      accepted += 1;
      broken.push(...flawsBySchema(text));
    }
    const taken = performance.now() - start;
    if (taken > longest) broken.push(`${taken} ms`);
    if (broken.length > 0) expect(broken, where).toEqual([]);
  };
  for (let first = 0; first < mutations; first += 100) {
    try {
      // Starting to watch waits for another thread, so a hundred are watched together.
      within(longest + 10_000, () => {
        for (let count = first; count < first + 100; count += 1) check(count);
      });
    } catch (error) {
      throw new Error(where, { cause: error });
    }
  }
  expect(accepted).toBeGreaterThan(mutations / 20);
});

test('a file that is never read to its end would be broken off', () => {
  const endless = () => {
    for (let count = 0; count >= 0; ) count += 1;
  };
  expect(() => within(20, endless)).toThrow(/timed out after 20ms/);
});

describe.each(smallCases)('a small case', (small) => {
  test('reports an unknown key in any of its blocks, first or last', () => {
    const blocks = blocksOf(small);
    expect(blocks.length).toBeGreaterThan(0);
    for (const { block } of blocks) {
      for (const isFirst of [true, false]) {
        const text = withKey(small, block, 'unknown_key: 1', isFirst);
        const told = readCase(text).diagnostics.filter(({ code }) => code === 'DET201');
        const places = told.map(({ range }) => text.slice(range?.start, range?.end));
        expect(places, text).toEqual(['unknown_key']);
        const [walked, ...others] = flawsBySchema(text);
        expect(walked).toMatch(/\/unknown_key$/);
        expect(others, text).toEqual([expect.stringMatching(/^schema: /)]);
      }
    }
  });
});
