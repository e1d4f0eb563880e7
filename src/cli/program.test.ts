import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCase } from '../index.js';
import { runDetente } from './program.js';
import type { Terminal } from './terminal.js';

const twoVillages = fileURLToPath(
  new URL('../../cases/examples/two-villages.yaml', import.meta.url),
);

const cycle = `detente: 1
title: Cycle
parties: {A: Ayland, B: Beeland}
issues:
  a: {by: A, levels: [undone, done]}
  b: {by: B, levels: [undone, done]}
today: {a: undone, b: undone}
wants:
  A: [a iff b]
  B: [not (a iff b)]
`;

const rival = `detente: 1
title: Rival readings
parties: {A: Ayland}
issues:
  a: {by: A, levels: [undone, done]}
  b: {by: A, levels: [low, middle, high]}
today: {a: undone, b: low}
preferences:
  A:
    keen: {label: keen to act, wants: [a]}
    calm: {label: content, wants: [not a]}
scenarios:
  late: {set: {b: high}}
`;

type Run = { code: number; out: string; err: string; written: Map<string, string> };

/** Runs the program on arguments with files held in memory; real paths are read from disk. */
async function detente(
  args: readonly string[],
  files: Record<string, string | Uint8Array> = {},
  stdin = '',
): Promise<Run> {
  let out = '';
  let err = '';
  const written = new Map<string, string>();
  const bytes = (text: string | Uint8Array) =>
    typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const terminal: Terminal = {
    out: async (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    paint: (text) => text,
    isInteractive: false,
    readFile: async (path) => (path in files ? bytes(files[path] ?? '') : readFile(path)),
    readStdin: async () => bytes(stdin),
    createFile: async (path, text) => {
      if (path in files || written.has(path)) {
        throw Object.assign(new Error('exists'), { code: 'EEXIST' });
      }
      written.set(path, text);
    },
    writeFolder: async () => [],
    now: () => 0,
  };
  const code = await runDetente(args, terminal, {
    ask: async () => undefined,
    untilInterrupted: async () => {},
  });
  return { code, out, err, written };
}

describe('holds', () => {
  it('prints one JSON object that other programs can read', async () => {
    const { code, out, err } = await detente(['holds', twoVillages, '--json']);
    const report = JSON.parse(out);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(report).toMatchObject({
      analysis: 'holds',
      seed: null,
      convergence: null,
      limits: [],
      parties: ['North', 'South'],
      today: 3,
      ends: [[3]],
      payoffs: { North: [4, 6, 0, 2, 5, 7, 1, 3], South: [4, 0, 5, 1, 6, 2, 7, 3] },
      equilibria: { nash: [3, 7], gmr: [0, 3, 4, 5, 7], seq: [0, 3, 4, 7], firm: [0, 3, 4, 7] },
    });
    expect(report.states[3]).toEqual({
      levels: { pump: 'locked', road: 'blocked', treaty: 'none' },
    });
    expect(report.stability.nash).toEqual({
      North: [0, 1, 0, 1, 0, 1, 0, 1],
      South: [0, 0, 1, 1, 0, 0, 1, 1],
    });
    expect(Object.keys(report.stability)).toEqual(
      expect.arrayContaining(['nash', 'gmr', 'smr', 'seq', 'sseq', 'sim', 'firm']),
    );
    expect(report.onOffer).toContainEqual({
      state: 4,
      from: 3,
      group: ['North', 'South'],
      sign: 4,
    });
  });

  it('answers by concepts that make a table beside the headline, and says which did not apply', async () => {
    const open = rival.replace('wants: [a]', 'wants: [{want: a, unknown: true}]');
    const asked = ['holds', 'r.yaml', '--json', '--concept', 'nash:a, firm,strong-seq,nash:a'];
    const { code, out } = await detente(asked, { 'r.yaml': open });
    const found = JSON.parse(out);
    expect(code).toBe(0);
    expect(found.options).toMatchObject({ concepts: ['firm'], further: ['nash:a', 'strong-seq'] });
    expect(found.further).toMatchObject([{ id: 'nash:a', states: [] }]);
    expect(found.limits).toContain(
      'strong-seq was not computed: no want or ranking entry of the readings in force is marked strong.',
    );
    const alone = await detente(['holds', 'r.yaml', '--concept', 'nash:a'], { 'r.yaml': open });
    expect(alone.out).toContain('OTHER CONCEPTS ASKED FOR');
    expect(alone.out).toContain('stable for every party under firm');
  });

  it('leaves a concept that was not asked for out of the JSON and names it in limits', async () => {
    const { out } = await detente(['holds', twoVillages, '--json', '--concept', 'nash,seq']);
    const report = JSON.parse(out);
    expect(Object.keys(report.stability)).toEqual(['nash', 'seq']);
    expect(Object.keys(report.equilibria)).toEqual(['nash', 'seq']);
    expect(report.limits.join(' ')).toContain('GMR was not computed: it was not asked for.');
    expect(report.verdicts.map(({ state }: { state: number }) => state)).toEqual([3, 7]);
  });

  it('ends with 1 and a page of its own when nothing holds', async () => {
    const { code, out } = await detente(['holds', 'cycle.yaml'], { 'cycle.yaml': cycle });
    expect(code).toBe(1);
    expect(out).toContain('NOTHING WOULD HOLD');
    expect(out).toContain('circle of four outcomes');
  });

  it('uses the reading that is asked for', async () => {
    const files = { 'r.yaml': rival };
    const keen = JSON.parse((await detente(['holds', 'r.yaml', '--json'], files)).out);
    const calm = JSON.parse(
      (await detente(['holds', 'r.yaml', '--json', '--reading', 'A=calm'], files)).out,
    );
    expect(keen.ends).not.toEqual(calm.ends);
    expect(calm.ends).toEqual([[0]]);
    expect(calm.options.readings).toEqual({ A: 'calm' });
  });

  it('fixes issues by --where, or by a scenario that sets levels', async () => {
    const files = { 'r.yaml': rival };
    for (const where of ['b = high', 'late']) {
      const { out } = await detente(['holds', 'r.yaml', '--json', '--where', where], files);
      const report = JSON.parse(out);
      expect(report.states).toEqual([
        { levels: { a: 'undone', b: 'high' } },
        { levels: { a: 'done', b: 'high' } },
      ]);
    }
  });

  it('reads standard input for -', async () => {
    const { code, out } = await detente(['holds', '-', '--json'], {}, rival);
    expect(code).toBe(0);
    expect(JSON.parse(out).parties).toEqual(['A']);
  });

  it('never throws at a flawed case: it lists the errors and ends with 1', async () => {
    const { code, out, err } = await detente(['holds', 'bad.yaml'], {
      'bad.yaml': rival.replace('[a]', '[a = don]'),
    });
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('bad.yaml:10:44  error DET204: issue "a" has no level "don"');
    expect(err).toContain('did you mean "done"?');
    expect(err).toContain('nothing was computed');
  });

  it('refuses above 2^24 outcomes, with the number and what to do, and computes nothing', async () => {
    const levers = Array.from({ length: 41 }, (_, at) => at);
    const big = `detente: 1
title: Big
parties: {A: Ayland}
issues:
${levers.map((at) => `  x${at}: {lever: A}`).join('\n')}
today:
${levers.map((at) => `  x${at}: no`).join('\n')}
wants: {A: [x0]}
`;
    const { code, out, err } = await detente(['holds', 'big.yaml'], { 'big.yaml': big });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('2.2e12 outcomes, above the 16,777,216 that can be listed');
    expect(err).toContain('--where "x0 = no"');
    const fixed = levers.slice(3).map((at) => `x${at} = no`);
    const small = await detente(['holds', 'big.yaml', '--json', '--where', fixed.join(' and ')], {
      'big.yaml': big,
    });
    expect(JSON.parse(small.out).states).toHaveLength(8);
  });
});

describe('a request that cannot run ends with 2 and one message', () => {
  const files = {
    'r.yaml': rival,
    'latin.yaml': Uint8Array.from([0x74, 0xe9, 0x3a]),
    'picture.yaml': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x00, 0x1a]),
  };
  it.each([
    [['holds', 'none.yaml'], 'none.yaml: there is no such file'],
    [['holds', 'latin.yaml'], 'latin.yaml: the file is not UTF-8 text'],
    [['holds', 'picture.yaml'], 'picture.yaml: this is not a text file'],
    [
      ['holds', 'r.yaml', '--where', 'b = low', '--where', 'b = high'],
      '"b" is fixed at two levels, low and high',
    ],
    [
      ['holds', 'r.yaml', '--where', 'b = low', '--where', 'late'],
      '"b" is fixed at two levels, low and high',
    ],
    [
      ['brief', 'r.yaml', '--reading', 'A=keen', '--reading', 'A=calm'],
      'A is given two readings, keen and calm',
    ],
    [['holds', 'r.yaml', '--reading', 'A'], 'expected PARTY=READING, for example A=calm'],
    [['holds', 'r.yaml', '--reading', 'B=calm'], 'there is no party "B" to read'],
    [['holds', 'r.yaml', '--reading', 'A=cross'], 'readings of A: keen, calm'],
    [['holds', 'r.yaml', '--concept', 'seq:e'], 'seq is asked for with a type: seq:a, seq:b'],
    [['holds', 'r.yaml', '--concept', 'nush'], 'there is no concept "nush"; choose from nash'],
    [['holds', 'r.yaml', '--where', 'a or b = low'], 'write "issue = level", joined by "and"'],
    [['explain', 'r.yaml', '--at', 'b = lo'], 'did you mean "low"?'],
    [['explain', 'r.yaml', '--party', 'C'], 'parties: A'],
    [['serve', 'r.yaml', '--port', 'x'], 'expected a whole number from 0 to 65535'],
    [['import', 'r.yaml'], 'the file is of no kind that can be imported'],
    [['hold', 'r.yaml'], "unknown command 'hold'"],
    [['holds', 'r.yaml', '--jason'], "unknown option '--jason'"],
    [['holds'], "missing required argument 'case'"],
  ])('%j', async (args, message) => {
    const { code, out, err } = await detente(args, files);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err).not.toMatch(/\bat .*\.[jt]s:\d+/);
  });
});

describe('the size of a case', () => {
  const letters = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`);

  it('of 18 levers of one party is refused, with the numbers and what to do', async () => {
    const levers = letters(18, 'x');
    const wide = `detente: 1
title: Wide
parties: {A: Ayland}
issues: {${levers.map((id) => `${id}: {lever: A}`).join(', ')}}
today: {${levers.map((id) => `${id}: no`).join(', ')}}
wants: {A: [x1]}
`;
    const { code, out, err } = await detente(['holds', 'wide.yaml'], { 'wide.yaml': wide });
    expect(code).toBe(2);
    expect(out).toBe('');
    // 2^18 − 1.
    expect(err).toContain('262,143 moves from one outcome');
    expect(err).toContain('nothing was computed');
    expect(err).toContain('--where');
  });

  it('of 13 parties is answered, with the limit named', async () => {
    const ids = letters(13, 'P');
    const many = `detente: 1
title: Many
parties: {${ids.map((id) => `${id}: ${id}`).join(', ')}}
issues: {pact: {agree: [P1, P2], levels: [none, signed]}}
today: {pact: none}
wants: {P1: [pact], P2: [pact]}
`;
    const files = { 'many.yaml': many };
    const { code, out } = await detente(['holds', 'many.yaml'], files);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'The case has 13 parties, above the 12 whose groups are listed: what is on offer, who would not sign and side deals were not computed.',
    );
    const brief = await detente(['brief', 'many.yaml'], files);
    expect(brief.code).toBe(0);
    expect(brief.out.replace(/\s+/g, ' ')).toContain(
      'With 13 parties it was not worked out what is on offer: groups are listed up',
    );
  });
});

describe('the stamp', () => {
  const stamp = async (...args: string[]) =>
    (await detente(args, { 'r.yaml': rival, 'some/where/r.yaml': rival })).out
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^.* · (?=detente )/, '');

  it('shows the command that repeats the answer', async () => {
    expect(await stamp('brief', 'r.yaml', '--reading', 'A=calm')).toBe(
      'detente brief r.yaml --reading A=calm',
    );
    expect(await stamp('explain', 'r.yaml', '--party', 'A', '--at', 'b = low and a = done')).toBe(
      'detente explain r.yaml --party A --at "b = low and a = done"',
    );
  });

  it('names the file without its folder', async () => {
    expect(await stamp('holds', 'some/where/r.yaml', '--concept', 'nash,seq')).toBe(
      'detente holds r.yaml --concept nash,seq',
    );
  });
});

describe('explain', () => {
  it('tells why a party leaves, and ends with 1', async () => {
    const { code, out } = await detente(['explain', 'r.yaml'], { 'r.yaml': rival });
    expect(code).toBe(1);
    expect(out).toContain('Ayland would leave:');
    expect(out).toContain('no reply would make it regret that');
  });

  it('tells why a party stays, with the reply and the want that would be lost', async () => {
    const at = 'pump = shared and road = open and treaty = quotas';
    const { code, out } = await detente([
      'explain',
      twoVillages,
      '--party',
      'North',
      '--at',
      at,
      '--json',
    ]);
    expect(code).toBe(0);
    const [reason] = JSON.parse(out).reasons;
    expect(reason).toMatchObject({ party: 'North', state: 4, verdict: 'deterred' });
    expect(reason.exits[0]).toMatchObject({
      to: 5,
      isDeterred: true,
      reply: [{ party: 'South', to: 7 }],
      gained: { by: 'wants', place: 1, gained: [['wants', 'North', 1]], lost: [] },
      lost: { by: 'wants', place: 0, gained: [], lost: [['wants', 'North', 0]] },
    });
  });

  it('takes the id of a proposal for its terms, the rest as today', async () => {
    const files = {
      'p.yaml': `${rival}proposals: {halfway: {label: half the way, by: A, terms: {b: middle}}}\n`,
    };
    const { out, err } = await detente(['explain', 'p.yaml', '--at', 'halfway', '--json'], files);
    const report = JSON.parse(out);
    expect(err).toBe('');
    expect(report.levels[String(report.options.state)]).toEqual([0, 1]);
  });

  it('says how many outcomes an expression covers when it explains the nearest', async () => {
    const { err } = await detente(['explain', twoVillages, '--at', 'treaty = quotas']);
    expect(err).toContain(
      '4 outcomes satisfy "treaty = quotas"; explaining the one nearest to today',
    );
  });
});

describe('check', () => {
  it('lists every problem with line and column and ends with 1 on errors', async () => {
    const broken = rival
      .replace('by: A, levels: [undone', 'by: Z, levels: [undone')
      .replace('[a]', '[c]');
    const { code, out } = await detente(['check', 'b.yaml'], { 'b.yaml': broken });
    expect(code).toBe(1);
    expect(out).toContain('b.yaml:5:11  error DET211: ');
    expect(out).toContain('error DET212: ');
    expect(out).toContain('b.yaml: 2 errors');
  });

  it('is silent about a sound case but for its summary', async () => {
    const { code, out } = await detente(['check', twoVillages]);
    expect(code).toBe(0);
    expect(out).toBe(
      `${twoVillages}: 0 errors, 0 warnings, 0 notes; 2 parties, 3 issues, 8 outcomes before the rules\n`,
    );
  });

  const shut = `detente: 1
title: Shut
parties: {P: Pia, Q: Quin}
issues: {x: {by: P, levels: [low, high]}, y: {lever: Q}}
today: {x: low, y: no}
rules:
  - {never: x = high and not y}
wants: {P: [x = high, x = low], Q: [not y]}
`;

  it('ends with what the verdicts hang on, each at its place, and says nothing twice', async () => {
    const { code, out } = await detente(['check', 'shut.yaml'], { 'shut.yaml': shut });
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines.filter((line) => line.includes('DET403'))).toHaveLength(1);
    const at = lines.findIndex((line) => line.includes('what the verdicts hang on'));
    expect(lines.slice(at).join('\n').replaceAll('\n    ', ' ')).toBe(
      `shut.yaml: what the verdicts hang on, by the first reading of each party
shut.yaml:7:5  check: Two outcomes (today among them) would hold only because a rule says this can never be: x is high and the answer on y is no. Without it Pia could move so that x is high and would at once have “x is high”; no reply would make it regret that.
shut.yaml:3:11  check: Pia cannot move alone today, which would hold: staying there says nothing about wanting to.
shut.yaml:3:19  check: Quin cannot move alone at one outcome (x is high and the answer on y is yes), which would hold: staying there says nothing about wanting to.
shut.yaml: 0 errors, 1 warning, 0 notes; 2 parties, 2 issues, 4 outcomes before the rules
`,
    );
    const json = JSON.parse(
      (await detente(['check', 'shut.yaml', '--json'], { 'shut.yaml': shut })).out,
    );
    expect(json.files[0].limits).toEqual([]);
    expect(json.files[0].checks).toMatchObject([
      { kind: 'rule', path: ['rules', 0], line: 7, column: 5 },
      { kind: 'no move here', path: ['parties', 'P'], line: 3, column: 11 },
      { kind: 'no move here', path: ['parties', 'Q'], line: 3, column: 19 },
    ]);
  });

  it('goes on after a file that it cannot read, and ends with 2', async () => {
    const broken = rival.replace('[a]', '[c]');
    const args = ['check', 'none.yaml', 'b.yaml', 'r.yaml'];
    const files = { 'b.yaml': broken, 'r.yaml': rival };
    const { code, out, err } = await detente(args, files);
    expect(code).toBe(2);
    expect(err).toContain('none.yaml: there is no such file');
    expect(out).toContain('b.yaml: 1 error');
    expect(out).toContain('r.yaml: 0 errors');
    const json = JSON.parse((await detente([...args, '--json'], files)).out);
    expect(json.files.map(({ file }: { file: string }) => file)).toEqual(['b.yaml', 'r.yaml']);
  });

  it('prints JSON with one entry a file', async () => {
    const { out } = await detente(['check', 'r.yaml', twoVillages, '--json'], { 'r.yaml': rival });
    const report = JSON.parse(out);
    expect(report.files).toHaveLength(2);
    expect(report.files[0]).toMatchObject({ file: 'r.yaml', parties: ['A'], outcomes: '6' });
  });
});

describe('new', () => {
  it('writes a case that loads and answers', async () => {
    const { code, out, written } = await detente([
      'new',
      'mine.yaml',
      '--title',
      'Fish: "quota" & nets',
      '--party',
      'Норвегия',
      '--party',
      'NO',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('mine.yaml: written');
    const text = written.get('mine.yaml') ?? '';
    const { case: theCase, diagnostics } = readCase(text);
    expect(diagnostics).toEqual([]);
    expect(theCase?.title).toBe('Fish: "quota" & nets');
    expect(theCase?.parties.map(({ id }) => id)).toEqual(['Норвегия', 'NO']);
    expect((await detente(['brief', 'mine.yaml'], { 'mine.yaml': text })).code).toBe(0);
  });

  it('leaves an existing file alone', async () => {
    const { code, err, written } = await detente(['new', 'r.yaml'], { 'r.yaml': rival });
    expect(code).toBe(2);
    expect(err).toContain('the file exists already and was left alone');
    expect(written.size).toBe(0);
  });
});

describe('brief', () => {
  it('is a page without script or request in HTML', async () => {
    const { out } = await detente(['brief', twoVillages, '--format', 'html']);
    expect(out).toMatch(/^<!doctype html>/);
    expect(out).not.toMatch(/<script|https?:\/\//);
  });

  it('is the same bytes twice', async () => {
    const [first, second] = await Promise.all([
      detente(['brief', twoVillages]),
      detente(['brief', twoVillages]),
    ]);
    expect(first.out).toBe(second.out);
  });

  it('keeps text within 80 columns', async () => {
    const { out } = await detente(['brief', twoVillages]);
    for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
  });
});

describe('help', () => {
  it('lists the verbs and ends with 0', async () => {
    const { code, out } = await detente(['--help']);
    expect(code).toBe(0);
    for (const verb of ['check', 'holds', 'explain', 'brief', 'new', 'import', 'serve']) {
      expect(out).toContain(`  ${verb} `);
    }
  });
});
