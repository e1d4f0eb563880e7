import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCsv } from '../../../test/small/parse-csv.js';
import { runDetente } from '../program.js';
import type { Terminal } from '../terminal.js';
import { writeFolder, writeWhole } from '../write-whole.js';

const villages = fileURLToPath(
  new URL('../../../cases/examples/two-villages.yaml', import.meta.url),
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-export-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

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
    readFile: (path) => readFile(path),
    readStdin: async () => new Uint8Array(),
    createFile: async () => {},
    writeFolder,
    now: () => 0,
  };
  const code = await runDetente(args, terminal, {
    ask: async () => undefined,
    untilInterrupted: async () => {},
  });
  return { code, out, err };
}

/** The rows of a written table, each by the names of its columns; texts without the apostrophe. */
function table(name: string, at = join(folder, 'tables')): readonly Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(readFileSync(join(at, `${name}.csv`), 'utf8'));
  return rows.map((row) =>
    Object.fromEntries(header.map((key, column) => [key, (row[column] ?? '').replace(/^'/, '')])),
  );
}

describe('export --csv', () => {
  it('writes what holds --json says, table by table', async () => {
    const { code, out, err } = await detente('export', villages, '--csv', join(folder, 'tables'));
    expect([code, err]).toEqual([0, '']);
    const names = 'about states steps ends offers side_deals verdicts named frontier deals'.split(
      ' ',
    );
    expect(readdirSync(join(folder, 'tables')).sort()).toEqual(
      names.map((one) => `${one}.csv`).sort(),
    );
    expect(out.trim().split('\n')).toHaveLength(names.length);

    const report = JSON.parse((await detente('holds', villages, '--json')).out);
    const states = table('states');
    expect(states).toHaveLength(8);
    for (const [state, row] of states.entries()) {
      expect(row.state).toBe(String(state));
      for (const [issue, level] of Object.entries(report.states[state].levels)) {
        expect(row[`issue.${issue}`]).toBe(level);
      }
      for (const party of report.parties) {
        expect(row[`payoff.${party}`]).toBe(String(report.payoffs[party][state]));
        for (const { id } of report.concepts) {
          expect(row[`${id}.${party}`]).toBe(String(report.stability[id][party][state]));
        }
      }
      for (const { id } of report.concepts) {
        expect(row[`${id}.all`]).toBe(String(Number(report.equilibria[id].includes(state))));
      }
      expect(row.today).toBe(String(Number(state === report.today)));
      expect(row.would_hold).toBe(row['firm.all']);
      const verdict = report.verdicts.find((one: { state: number }) => one.state === state);
      expect(row.mark).toBe(verdict?.mark ?? '');
    }
    const steps = Object.entries(report.steps as Record<string, number[][]>).flatMap(
      ([party, lists]) =>
        lists.flatMap((list, from) =>
          list.map((to) => ({ party, from: String(from), to: String(to) })),
        ),
    );
    expect(table('steps')).toEqual(steps);
    expect(table('offers')).toEqual(
      report.onOffer.map((one: Record<string, number | string[]>) => ({
        state: String(one.state),
        from: String(one.from),
        group: (one.group as string[]).join(' '),
        sign: String(one.sign),
      })),
    );
    expect(table('ends')).toEqual([{ end: '0', state: '3', outcomes_in_circle: '1' }]);
    expect(table('side_deals')).toHaveLength(report.sideDeals.length);
    const agreed = JSON.parse((await detente('deals', villages, '--json')).out);
    expect(table('frontier')).toHaveLength(agreed.frontier.points.length);
    expect(table('frontier')[0]).toEqual({
      point: '0',
      'rank.North': String(agreed.frontier.points[0][0]),
      'rank.South': String(agreed.frontier.points[0][1]),
      first_state: String(agreed.frontier.states[0]),
    });
    expect(table('deals').map(({ state }) => Number(state))).toEqual(
      agreed.deals.map(({ state }: { state: number }) => state),
    );
    expect(table('deals')[0]).toMatchObject({
      no_deal: '0',
      acceptable: '1',
      would_hold: '1',
      mark: 'held by a reply',
      on_offer: '1',
      must_sign: 'North South',
      left_by: '',
      'against_no_deal.South': 'above',
      'points.North': '',
    });
    expect(table('verdicts').map(({ state }) => state)).toEqual(['0', '3', '4', '7']);
    expect(table('verdicts')[0]).toMatchObject({
      'against_today.North': 'better',
      'stays_because.South': 'deterred',
      on_offer: '1',
    });
    expect(table('named')[0]).toMatchObject({
      id: 'full_deal',
      label: 'the full deal',
      holding: '1',
    });
    expect(table('about')).toContainEqual({ key: 'title', value: 'Two villages and a well' });
  });

  it('defuses labels that a spreadsheet could run, and keeps any script', async () => {
    const path = join(folder, 'case.yaml');
    writeFileSync(
      path,
      `detente: 1
title: "=cmd|' /C calc'!A0"
parties: {A: Ayland}
issues: {Ωμέγα: {by: A, levels: [α, β]}}
wants: {A: [Ωμέγα = β]}
outcomes: {done: {label: '+49, "call"', when: Ωμέγα = β}}
`,
    );
    expect((await detente('export', path, '--csv', join(folder, 'tables'))).code).toBe(0);
    const text = (name: string) => readFileSync(join(folder, 'tables', `${name}.csv`), 'utf8');
    expect(text('about')).toContain("title,'=cmd|' /C calc'!A0\r\n");
    expect(text('named')).toContain('"\'+49, ""call"""');
    expect(table('named')[0]?.label).toBe('+49, "call"');
    expect(table('states').map((row) => row['issue.Ωμέγα'])).toEqual(['α', 'β']);
    // Without a today there is nothing to say about where things go.
    expect(table('ends')).toEqual([]);
    expect(table('states').map((row) => row.today)).toEqual(['0', '0']);
  });

  it('has a column for the concepts asked for alone, the first of which decides', async () => {
    await detente('export', villages, '--csv', join(folder, 'tables'), '--concept', 'nash,seq');
    const [row] = table('states');
    expect(Object.keys(row ?? {}).filter((key) => key.endsWith('.all'))).toEqual([
      'nash.all',
      'seq.all',
    ]);
    expect(table('states').filter((one) => one.would_hold === '1')).toHaveLength(2);
  });

  it('replaces nothing without --force, and writes nothing if anything is there', async () => {
    const target = join(folder, 'tables');
    await writeFolder(target, [{ name: 'named.csv', pieces: () => ['mine'] }], false);
    const refused = await detente('export', villages, '--csv', target);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('named.csv is there already, and nothing was written');
    expect(readdirSync(target)).toEqual(['named.csv']);
    expect(readFileSync(join(target, 'named.csv'), 'utf8')).toBe('mine');
    expect((await detente('export', villages, '--csv', target, '--force')).code).toBe(0);
    expect(table('named')).toHaveLength(2);
  });

  it('could not run without a folder to write to', async () => {
    expect((await detente('export', villages)).code).toBe(2);
    const lost = await detente('export', villages, '--csv', join(folder, 'no', 'such'));
    expect(lost.code).toBe(2);
    expect(lost.err).toContain('the files could not be written');
  });

  it('writes the tables that an answer leaves out of a large case', async () => {
    const path = join(folder, 'large.yaml');
    const deals = Array.from({ length: 13 }, (_, at) => `x${at}`);
    const issues = deals.map(
      (id) => `${id}: {agree: [A, B], levels: [no_deal, deal], leave: none}`,
    );
    writeFileSync(
      path,
      `detente: 1
title: Large
parties: {A: Ayland, B: Beeland}
issues: {${issues.join(', ')}, a: {lever: A}, b: {lever: B}}
today: {${deals.map((id) => `${id}: no_deal`).join(', ')}, a: no, b: no}
wants: {A: [a, x0], B: [b]}
`,
    );
    const { code, err } = await detente(
      ...['export', path, '--csv', join(folder, 'tables'), '--concept', 'nash'],
    );
    expect([code, err]).toEqual([0, '']);
    const states = table('states');
    expect(states).toHaveLength(2 ** 15);
    // Nobody can move an agreement alone: what holds is every outcome in which both levers are up.
    expect(states.filter((row) => row.would_hold === '1')).toHaveLength(2 ** 13);
    expect(states.at(-1)).toMatchObject({ state: '32767', 'issue.b': 'yes', 'nash.A': '1' });
    expect(table('about').filter(({ key }) => key === 'limit').length).toBeGreaterThan(0);
    expect(table('steps')).toHaveLength(2 ** 15);
  });
});

describe('writing a file whole', () => {
  it('leaves nothing behind when the pieces cannot be made', async () => {
    function* pieces() {
      yield 'a'.repeat(100_000);
      throw new RangeError('no more');
    }
    await expect(writeWhole(join(folder, 'a.csv'), pieces(), false)).rejects.toThrow('no more');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('makes no more pieces than the disk has taken, and writes them all', async () => {
    let made = 0;
    function* pieces() {
      for (; made < 5000; made += 1) yield 'x'.repeat(1000);
    }
    await writeWhole(join(folder, 'a.csv'), pieces(), false);
    expect(readFileSync(join(folder, 'a.csv')).length).toBe(5_000_000);
    await expect(writeWhole(join(folder, 'a.csv'), ['y'], false)).rejects.toMatchObject({
      code: 'EEXIST',
    });
  });
});
