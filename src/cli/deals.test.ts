import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runDetente } from './program.js';
import type { Terminal } from './terminal.js';

const twoVillages = fileURLToPath(
  new URL('../../cases/examples/two-villages.yaml', import.meta.url),
);

const pact = `detente: 1
title: A pact
parties: {A: Ayland, B: Beeland}
issues:
  pact: {label: the pact, agree: [A, B], leave: none, levels: {none: open, small: small, large: large}}
today: {pact: none}
preferences:
  A: {stated: {points: {pact: {levels: {none: 0, small: 1, large: 3}}}}}
  B: {stated: {points: {pact: {levels: {none: 2, small: 3, large: 0}}}}}
proposals:
  big: {label: the big pact, by: A, terms: {pact: large}}
  modest: {label: the modest pact, by: B, terms: {pact: small}}
tracks:
  first: {parties: [A, B], issues: [pact]}
`;
const domain = `detente: 1
title: A domain
parties: {A: Ayland, B: Beeland}
issues:
  price: {agree: [A, B], levels: [low, high]}
preferences:
  A: {stated: {points: {price: {levels: {low: 0, high: 1/3}}}, no_deal: {value: 1/6, from: judgement}}}
  B: {stated: {points: {price: {levels: {low: 9, high: 2}}}, no_deal: {value: 1, from: judgement}}}
`;
const files = {
  'pact.yaml': pact,
  'nothing.yaml': pact.replace('small: 3, large: 0', 'small: 1, large: 0'),
  'domain.yaml': domain,
  'profile.xml': '<utility_space><objective/></utility_space>',
};

async function detente(...args: readonly string[]) {
  let out = '';
  let err = '';
  const read = (path: string) => files[path as keyof typeof files];
  const terminal: Terminal = {
    out: async (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    paint: (text) => text,
    isInteractive: false,
    readFile: async (path) => {
      const text = read(path);
      return text === undefined ? readFile(path) : new TextEncoder().encode(text);
    },
    readStdin: async () => new Uint8Array(),
    createFile: async () => {},
    writeFolder: async () => [],
    now: () => 0,
  };
  const code = await runDetente(args, terminal, {
    ask: async () => undefined,
    untilInterrupted: async () => {},
  });
  return { code, out, err };
}

describe('deals', () => {
  it('ends with 0 where a deal is as good as no deal and would hold, and with 1 where none is', async () => {
    const { code, out, err } = await detente('deals', 'pact.yaml');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('What could be agreed: A pact');
    expect(out).toMatch(/nothing drawn at random · detente deals\s+pact\.yaml\n$/u);
    expect((await detente('deals', 'nothing.yaml')).code).toBe(1);
  });

  it('prints one JSON object that other programs can read', async () => {
    const { code, out, err } = await detente('deals', 'pact.yaml', '--json');
    expect([code, err]).toEqual([0, '']);
    const report = JSON.parse(out);
    expect(Object.keys(report).slice(0, 5)).toEqual([
      'analysis',
      'version',
      'case',
      'options',
      'seed',
    ]);
    expect(report).toMatchObject({
      analysis: 'deals',
      case: { title: 'A pact' },
      options: { noDeal: 'ends', concept: 'firm', with: [], without: [], near: null },
      outcomes: 3,
      parties: ['A', 'B'],
      today: 0,
      headline: [1],
      noDeal: [{ states: [0], parties: { A: { kind: 'ends', worst: 0, best: 0 } } }],
      frontier: {
        parties: ['A', 'B'],
        points: [
          [3, 0],
          [1, 3],
        ],
        count: 2,
        individuallyRational: 1,
      },
      solutions: {
        nash: { utilities: [[1, 3]], count: 1, outcomes: [{ pact: 'small' }] },
        egalitarian: { utilities: [[1, 3]], count: 1, outcomes: [{ pact: 'small' }] },
      },
    });
  });

  it('prints a number that does not end as a fraction', async () => {
    const report = JSON.parse((await detente('deals', 'domain.yaml', '--json')).out);
    expect(report.frontier.points).toEqual([
      ['1/3', 2],
      [0, 9],
    ]);
    expect(report.noDeal[0].parties.A.worst).toBe('1/6');
  });

  it('needs no today: then an outcome that would be consented to is enough', async () => {
    const { code, out } = await detente('deals', 'domain.yaml');
    expect(code).toBe(0);
    expect(out).not.toMatch(/Would hold|Would not hold/);
  });

  it('takes today for no deal, near and repair, and repeats them in its command', async () => {
    const { code, out, err } = await detente(
      ...['deals', 'pact.yaml', '--no-deal', 'today', '--near', 'big', '--repair', 'big'],
      ...['--track', 'first', '--with', 'B,A', '--without', 'A', '--json'],
    );
    expect([code, err]).toEqual([0, '']);
    const report = JSON.parse(out);
    expect(report.options).toMatchObject({
      noDeal: 'today',
      near: 'big',
      repair: 'big',
      track: 'first',
      with: ['A', 'B'],
      without: ['A'],
    });
    const [big] = report.proposals;
    expect(big.repairs.acceptable).toMatchObject([{ state: 1 }]);
    expect(big.near).toEqual([{ state: 1, changes: 1 }]);
    const text = (await detente('deals', 'pact.yaml', '--no-deal', 'today', '--near', 'big')).out;
    expect(text.replace(/\s+/gu, ' ')).toContain(
      'detente deals pact.yaml --near big --no-deal today',
    );
  });

  it('tells how to ask why of each outcome by its number', async () => {
    const { out } = await detente('deals', twoVillages);
    expect(out).toMatch(/“the full deal” \[#4\]/u);
    expect(out).toMatch(/detente explain .*two-villages\.yaml --at "#4"/u);
  });
});

describe('what deals refuses', () => {
  const refused = async (...flags: readonly string[]) => {
    const { code, out, err } = await detente('deals', 'pact.yaml', ...flags);
    expect([code, out]).toEqual([2, '']);
    return err;
  };

  it('is a proposal, a track or a party that the case has not, with those it has and the nearest', async () => {
    expect(await refused('--repair', 'modset')).toBe(
      [
        'detente deals: --repair "modset": there is no proposal "modset"',
        '  proposals: big, modest',
        '  help: did you mean "modest"?\n',
      ].join('\n'),
    );
    expect(await refused('--near', 'pact')).toBe(
      'detente deals: --near "pact": there is no proposal "pact"\n  proposals: big, modest\n',
    );
    expect(await refused('--track', 'frist')).toContain('did you mean "first"?');
    expect(await refused('--with', 'A,C')).toBe(
      'detente deals: --with "C": there is no party "C"\n  parties: A, B\n',
    );
    expect(await refused('--without', 'Z')).toContain('there is no party "Z"');
  });

  it('is an empty list of ids, and leaving out everybody', async () => {
    expect(await refused('--with', '')).toContain('there is no party ""');
    expect(await refused('--without', 'A,B')).toBe(
      'detente deals: --without leaves out every party; name fewer\n',
    );
  });

  it('is a track of a case without tracks', async () => {
    const { code, err } = await detente('deals', 'domain.yaml', '--track', 'first');
    expect(code).toBe(2);
    expect(err).toContain('the case has no tracks');
  });

  it('is another no deal than the ends and today, and more than one concept', async () => {
    expect(await refused('--no-deal', 'worst')).toContain('Allowed choices are ends, today');
    expect(await refused('--concept', 'nash,seq')).toBe(
      'detente deals: --concept takes one concept here\n',
    );
    expect(await refused('--concept', 'limited:2')).toContain('cannot decide what would hold');
  });

  it('is a case that is not sound: 1, with its problems', async () => {
    const { code, out, err } = await detente('deals', 'missing.yaml');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('missing.yaml');
  });
});

describe('brief', () => {
  it('says what could be agreed and by which command more is told', async () => {
    const { code, out } = await detente('brief', 'pact.yaml');
    expect(code).toBe(0);
    expect(out).toContain('WHAT COULD BE AGREED');
    expect(out).toContain('detente deals pact.yaml');
  });

  it('given another program’s file says how to make a case of it', async () => {
    const { code, err } = await detente('deals', 'profile.xml');
    expect(code).toBe(1);
    expect(err).toContain('`detente import` makes a case of one');
  });
});
