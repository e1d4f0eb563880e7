import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runDetente } from '../program.js';
import type { Terminal } from '../terminal.js';

const villages = readFileSync(
  new URL('../../../cases/examples/two-villages.yaml', import.meta.url),
  'utf8',
);
const careless = villages.replace(
  'want: road = blocked, label: quiet on the road',
  'want: road = open, label: quiet on the road',
);
const rivals = `detente: 1
title: Rivals
parties: {A: Ayland, B: Beeland}
issues: {x: {lever: A}, y: {lever: B}}
today: {x: no, y: no}
preferences:
  A: {keen: {label: keen to act, wants: [x]}, calm: {label: content, wants: [not x]}}
  B: {stated: {wants: [y]}}
outcomes: {acts: x}
`;

const files: Record<string, string> = {
  'villages.yaml': villages,
  'copy.yaml': villages,
  'comment.yaml': `# A comment.\n${villages}`,
  'note.yaml': villages.replace('An invented case.', 'Invented.'),
  'label.yaml': villages.replace('label: the open road', 'label: an open road'),
  'careless.yaml': careless,
  'rivals.yaml': rivals,
  'flawed.yaml': villages.replace('road = open, label', 'rod = open, label'),
};

async function detente(...args: readonly string[]) {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    out: async (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    paint: (text) => text,
    isInteractive: false,
    readFile: async (path) => new TextEncoder().encode(files[path] ?? ''),
    readStdin: async () => new TextEncoder().encode(careless),
    createFile: async () => {},
    writeFolder: async () => [],
    now: () => 0,
  };
  const code = await runDetente(args, terminal, {
    ask: async () => undefined,
    untilInterrupted: async () => {},
  });
  return { code, out, err, said: out.replaceAll(/\s+/g, ' ') };
}

describe('diff of two files', () => {
  it('tells assumptions, then verdicts with the move that decides, then sentences', async () => {
    const { code, said, err } = await detente('diff', 'villages.yaml', 'careless.yaml');
    expect(err).toBe('');
    expect(code).toBe(1);
    const parts = [
      'Before: villages.yaml. Now: careless.yaml.',
      'Southam: the want “quiet on the road” says now “road = open”, before “road = blocked”.',
      'Would not hold any more',
      'Northfield could lock the pump and would at once have “the pump for itself”; no reply would make it regret that. Before, that move was answered.',
      'Two outcomes of 8 would hold now, 4 of 8 before.',
      'Said now',
      'Of the two named outcomes, none would hold once in place.',
      'No longer said',
      'If left alone, things stay as today',
      'detente diff villages.yaml careless.yaml',
    ];
    const places = parts.map((part) => said.indexOf(part));
    expect(places.filter((place) => place === -1)).toEqual([]);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('says that nothing changed between equal files, and answers with 0', async () => {
    const { code, said } = await detente('diff', 'villages.yaml', 'copy.yaml');
    expect(code).toBe(0);
    expect(said).toContain('Nothing changed: both are the same file, asked in the same way.');
  });

  it('says that comments, and notes, change nothing in the answer', async () => {
    const comment = await detente('diff', 'villages.yaml', 'comment.yaml');
    expect(comment.code).toBe(0);
    expect(comment.said).toContain('the files differ in comments or layout alone.');
    const note = await detente('diff', 'villages.yaml', 'note.yaml');
    expect(note.code).toBe(0);
    expect(note.said).toContain('Nothing changed in the answer');
    expect(note.said).toContain('Said otherwise, with no bearing on what holds: note (case).');
  });

  it('tells other words for a want apart from other wants', async () => {
    const { said } = await detente('diff', 'villages.yaml', 'label.yaml');
    expect(said).toContain('Said otherwise, with no bearing on what holds: label (want North');
  });

  it('reads the second case from standard input', async () => {
    const { code, said } = await detente('diff', 'villages.yaml', '-');
    expect(code).toBe(1);
    expect(said).toContain('Now: standard input.');
  });
});

describe('diff of one file asked twice', () => {
  it('changes the reading, or the levels fixed, for the second answer', async () => {
    const { code, said } = await detente('diff', 'rivals.yaml', '--to-reading', 'A=calm');
    expect(code).toBe(1);
    expect(said).toContain('Ayland is read now as “content”, before as “keen to act”.');
    expect(said).toContain('rivals.yaml with A=calm');
    const fixed = await detente('diff', 'rivals.yaml', '--to-where', 'y = yes');
    expect(fixed.said).toContain('Fixed for the answer now: the answer on y is yes.');
    expect(fixed.said).toContain('Two outcomes are possible in both, 2 before alone.');
  });

  it('asks the second as the first, but for what --to- says', async () => {
    const { out } = await detente(
      ...['diff', 'rivals.yaml', '--reading', 'A=calm', '--to-where', 'y = yes', '--json'],
    );
    expect(JSON.parse(out).options).toEqual({
      before: { readings: { A: 'calm', B: 'stated' }, where: {} },
      after: { readings: { A: 'calm', B: 'stated' }, where: { y: 'yes' } },
      concept: 'firm',
    });
  });
});

it('diff --json is one object with the changes and the sentences', async () => {
  const { code, out } = await detente('diff', 'villages.yaml', 'careless.yaml', '--json');
  const found = JSON.parse(out);
  expect(code).toBe(1);
  expect(found).toMatchObject({
    analysis: 'diff',
    cases: { before: { file: 'villages.yaml' }, after: { file: 'careless.yaml' } },
    hasVerdictChange: true,
    changes: [{ part: 'want', change: 'changed', party: 'South', reading: 'stated' }],
    ends: { isSame: false, before: [[3]], after: [[1]] },
    outcomes: { holding: { before: 4, after: 2 }, shared: 8, holdBoth: 0 },
  });
  expect(found.sentences.added.length).toBeGreaterThan(0);
  expect(new Set(found.sentences.dropped).size).toBe(found.sentences.dropped.length);
});

describe('diff could not run', () => {
  it.each([
    [['diff', 'villages.yaml'], 'nothing to compare with'],
    [['diff', '-', '-'], 'only one of the two cases can come from standard input'],
    [['diff', 'villages.yaml', 'flawed.yaml'], 'nothing was computed'],
    [['diff', 'rivals.yaml', '--to-reading', 'A=wild'], 'A has no reading "wild"'],
    [['diff', 'rivals.yaml', 'villages.yaml', '--reading', 'A=calm'], 'there is no party "A"'],
  ])('%j: %s', async (args, message) => {
    const { code, out, err } = await detente(...args);
    expect(err).toContain(message);
    expect(out).toBe('');
    expect(code).toBe(2);
  });
});
