import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runDetente } from './program.js';
import type { AnswerKey, ResultsCache } from './results-cache.js';
import type { Terminal } from './terminal.js';

const gates = `detente: 1
title: Two gates
parties: {A: Ayland, B: Beeland}
issues:
  a: {by: A, levels: {shut: {says: the gate is shut, act: shut the gate}, open: {says: the gate is open, act: open the gate}}}
  b: {by: [A, B], levels: [clear, blocked]}
  pact: {agree: [A, B], levels: [none, signed]}
today: {a: shut, b: clear, pact: none}
rules: [{never: a = open and b = blocked, doubt: true}]
preferences:
  A:
    mild: {wants: [pact = signed, {want: a = open, label: an open gate, confidence: low}]}
    stern: {wants: [a = shut]}
  B: {stated: {wants: [pact = signed, b = clear]}}
outcomes:
  peace: {label: a peace, when: pact = signed}
`;
const files: Readonly<Record<string, string>> = { 'gates.yaml': gates };

/** Keeps answers as a folder beside the case would. */
function memory(): ResultsCache & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  const name = (key: AnswerKey) => JSON.stringify([key.analysis, key.options]);
  return {
    kept,
    recall: (key) => kept.get(name(key)),
    keep: (key, answer) => kept.set(name(key), JSON.parse(JSON.stringify(answer))),
    tables: () => ({ read: () => undefined, write: () => {} }),
  };
}

async function detente(
  args: readonly string[],
  { cache, stopAfter }: { cache?: ResultsCache; stopAfter?: number } = {},
) {
  let out = '';
  let err = '';
  let clock = 0;
  const progress: string[] = [];
  let interrupt = () => {};
  const written = new Map<string, string>();
  const terminal: Terminal = {
    out: async (text) => {
      out += text;
    },
    err: (text) => {
      const [, counted] = /: (\d+ of \d+) /.exec(text) ?? [];
      if (counted === undefined) {
        if (!text.startsWith('\r')) err += text;
      } else {
        progress.push(counted);
        if (Number.parseInt(counted, 10) === stopAfter) interrupt();
      }
    },
    paint: (text) => text,
    isInteractive: true,
    readFile: async (path) =>
      files[path] === undefined ? readFile(path) : new TextEncoder().encode(files[path]),
    readStdin: async () => new Uint8Array(),
    createFile: async () => {},
    writeFolder: async (_, pieces) => {
      for (const { name, pieces: own } of pieces) written.set(name, [...own()].join(''));
      return [];
    },
    now: () => {
      clock += 1000;
      return clock;
    },
    ...(cache ? { openCache: () => cache } : {}),
  };
  const code = await runDetente(args, terminal, {
    ask: async () => undefined,
    untilInterrupted: () =>
      new Promise((resolve) => {
        interrupt = resolve;
      }),
  });
  return { code, out, err, files: written, progress };
}

const ask = (...args: readonly string[]) => detente(['whatif', ...args]);

describe('what would change the answer', () => {
  it('counts every assumption set of a case', async () => {
    const { code, out, err } = await ask('gates.yaml', '--json');
    const report = JSON.parse(out);
    expect([code, err]).toEqual([0, '']);
    // Mild with the want held or struck, or stern; the rule applied or lifted.
    expect([report.mode, report.sets, report.all]).toEqual(['every set', 6, '6']);
    expect(report.doubts.map(({ id }: { id: string }) => id)).toEqual(['A', 'A.mild.2', 'rule.1']);
    expect(report.seed).toBeNull();
  });

  it('varies what it is told to, and asks about what it is told to', async () => {
    const { out } = await ask(
      'gates.yaml',
      '--json',
      '--vary',
      'readings',
      '--headline',
      'a = open',
    );
    const report = JSON.parse(out);
    expect(report.sets).toBe(2);
    expect(report.columns[0]).toMatchObject({ id: 'holds:a = open', subject: 'a = open' });
  });

  it('pins a reading that is named', async () => {
    const { out } = await ask('gates.yaml', '--json', '--reading', 'A=stern');
    expect(JSON.parse(out).doubts.map(({ id }: { id: string }) => id)).toEqual(['rule.1']);
  });

  it('tells the command that repeats it', async () => {
    const { out } = await ask('gates.yaml', '--vary', 'readings', '--headline', 'a = open');
    expect(out.replaceAll(/\s+/gu, ' ')).toContain(
      'detente whatif gates.yaml --headline "a = open" --vary readings',
    );
  });

  it('writes its tables', async () => {
    const {
      code,
      out,
      files: written,
    } = await detente(['whatif', 'gates.yaml', '--csv', 'tables']);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toEqual(
      ['doubts', 'shares', 'tornado', 'flips', 'find_out', 'interactions', 'choices'].map(
        (name) => `tables/${name}.csv`,
      ),
    );
    const shares = written.get('shares.csv') ?? '';
    expect(shares).toContain('holds:peace,holds,peace,a peace');
    const both = await ask('gates.yaml', 'A=stern', '--csv', 'tables');
    expect(both.err).toContain('leave one of them out');
  });

  it.each([
    [['--vary', 'moods'], 'there is no kind of doubt "moods"\n  kinds: readings, wants, orders'],
    [['--draws', 'many'], '--draws "many": expected a whole number from 1 to 10000000'],
    [['--seed', '-1'], '--seed "-1": expected a whole number from 0'],
    [['--precision', '70'], '--precision "70": expected percentage points from 0 to 50'],
    [['--headline', 'a = ajar'], '--headline: '],
    [['--reading', 'A=kind'], 'A has no reading "kind"'],
    [['--key', 'k'], '--key and --by-hash go with --on'],
    [['--force'], '--force goes with --csv'],
    [['--csv', 'x', '--json'], 'leave out --json and --format'],
    [['--threads', '0'], '--threads "0": expected a number from 1'],
  ])('refuses %j', async (flags, message) => {
    const { code, out, err } = await ask('gates.yaml', ...flags);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

describe('an interrupted run', () => {
  it('keeps what was answered, and the next run answers only the rest', async () => {
    const cache = memory();
    const args = ['whatif', 'gates.yaml', '--json', '--chunk', '1'];
    const first = await detente(args, { cache, stopAfter: 2 });
    expect(first.code).toBe(2);
    const part = JSON.parse(first.out);
    expect([part.ended, part.sets]).toEqual(['stopped', 2]);
    expect(first.err).toContain('the same command goes on from there');
    const [[, texts]] = [...cache.kept].filter(([key]) => key.includes('in parts')) as [
      [string, readonly string[]],
    ];
    expect(texts.map((text) => JSON.parse(text).first)).toEqual([0, 1]);
    const second = await detente(args, { cache });
    expect(second.progress[0]).toBe('2 of 6');
    expect(second.out).toBe((await detente(args)).out);
    const third = await detente(args, { cache });
    expect(third.out).toBe(second.out);
    expect(third.err).toContain('from the results kept beside the case');
  });

  it('passes over parts that are damaged or of another job', async () => {
    const args = ['whatif', 'gates.yaml', '--json', '--chunk', '1'];
    const cache = memory();
    await detente(args, { cache, stopAfter: 2 });
    const [[name, texts]] = [...cache.kept].filter(([key]) => key.includes('in parts')) as [
      [string, readonly string[]],
    ];
    const other = (texts[0] as string).replace('"first":0', '"first":3');
    cache.kept.set(name, [other, 'no', texts[1]]);
    const next = await detente(args, { cache });
    expect(next.progress[0]).toBe('1 of 6');
    expect(next.out).toBe((await detente(args)).out);
  });
});

describe('what if', () => {
  it('tells only what the brief would say otherwise', async () => {
    const { code, out } = await ask('gates.yaml', 'pact = signed');
    expect(code).toBe(0);
    expect(out).toContain('What if Ayland and Beeland were to');
    expect(out).toContain('Now said');
    const same = await ask('gates.yaml', 'A=mild');
    expect(same.out).toContain('nothing that the brief says changes');
  });

  it('takes a want struck, a rule lifted and an act together', async () => {
    const { code, out } = await ask(
      'gates.yaml',
      '--json',
      'A.mild.2=struck',
      'rule.1=lifted',
      'B: b = blocked',
    );
    const answer = JSON.parse(out);
    expect(code).toBe(0);
    expect(answer.supposed).toHaveLength(3);
    expect(answer.supposed[0]).toContain('“an open gate”');
    expect(answer.after.today).not.toBe(answer.before.today);
  });

  it.each([
    ['b = blocked', 'more than one party can bring about "b = blocked"'],
    ['C: b = blocked', 'there is no party "C" to act'],
    ['B: a = open', 'B cannot bring about "a = open" from today'],
    ['A=kind', 'A has no reading "kind"'],
    ['C=kind', 'there is neither a party nor an issue "C"\n  parties: A, B'],
    ['A.stern.1=struck', 'nothing in the file is in doubt under "A.stern.1"'],
    ['a = open or b = blocked', 'this does not bring each issue it names to one level'],
    ['a = ajar', 'ajar'],
  ])('refuses %j', async (change, message) => {
    const { code, out, err } = await ask('gates.yaml', change);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it.each([
    ['--given', 'peace'],
    ['--headline', 'peace'],
    ['--vary', 'wants'],
    ['--seed', '0'],
    ['--choices'],
  ])('refuses %s, which is about shares', async (...flags) => {
    const { code, out, err } = await ask('gates.yaml', 'A=stern', ...flags);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`detente whatif: ${flags[0]} is about shares`);
  });

  it('refuses acts that a rule forbids, and says what would lift it', async () => {
    const { err } = await ask('gates.yaml', 'a = open', 'B: b = blocked');
    expect(err).toContain('after this, today would be an outcome that a rule forbids');
    expect(err).toContain('a = open and b = blocked');
  });
});
