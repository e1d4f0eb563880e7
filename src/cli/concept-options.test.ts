import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runDetente } from './program.js';
import type { Terminal } from './terminal.js';

const chicken = `detente: 1
title: Chicken
parties: {A: Ayland, B: Beeland}
issues: {a: {lever: A}, b: {lever: B}}
today: {a: no, b: no}
preferences:
  A: {given: {ranking: [b and not a, a and b, a and not b, not a and not b]}}
  B: {given: {ranking: [a and not b, a and b, b and not a, not a and not b]}}
`;

const answerTogether = `detente: 1
title: A reply by an agreement
parties: {R: Rayland, E: Eeland, U: Uland}
issues:
  ceasefire: {agree: [R, U], levels: [none, signed]}
  force: {agree: [E, U], levels: [undone, sent]}
today: {ceasefire: signed, force: undone}
wants:
  R: [not force, not ceasefire]
  E: [force iff not ceasefire]
  U: [ceasefire, force iff not ceasefire]
`;

const own = chicken.replace('A: Ayland', 'A: {name: Ayland, concept: nash}');

const files: Record<string, string> = {
  'chicken.yaml': chicken,
  'together.yaml': answerTogether,
  'own.yaml': own,
};

/** Runs the program on arguments with files held in memory. */
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
    readFile: async (path) => {
      const text = files[path];
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
  return { code, out: out.replaceAll(/\s+/g, ' '), json: () => JSON.parse(out), err };
}

describe('a concept with tables but no steps', () => {
  it('stands beside the answer, whose headline stays firm, and the answer says so', async () => {
    const { code, out } = await detente('holds', 'chicken.yaml', '--concept', 'limited:3');
    expect(code).toBe(0);
    expect(out).toContain('stable for every party under firm');
    expect(out).not.toContain('it was not asked for');
    expect(out).toContain(
      'These have no steps in the sense used here, so they do not decide what would hold or where things go: firm does.',
    );
    expect(out).toMatch(
      /OTHER CONCEPTS ASKED FOR .*Limited move, 3 ahead.*One outcome is stable for all\./,
    );
  });

  it('gives its verdicts by party or group to other programs', async () => {
    const { json } = await detente(
      ...['holds', 'chicken.yaml', '--json', '--concept', 'nash,limited:3,cnash:joint,indirect'],
    );
    const { options, further } = json();
    expect(options).toMatchObject({
      concepts: ['nash'],
      further: ['limited:3', 'cnash:joint', 'indirect'],
      replies: 'alone',
    });
    expect(further).toMatchObject([
      { id: 'limited:3', states: [3], undecided: [], chains: [] },
      {
        id: 'cnash:joint',
        states: [1, 2],
        verdicts: [
          { parties: ['A'], stable: [0, 1, 1, 0] },
          { parties: ['B'], stable: [0, 1, 1, 0] },
          { parties: ['A', 'B'], stable: [0, 1, 1, 1] },
        ],
      },
      { id: 'indirect', states: [1, 2, 3], verdicts: [] },
    ]);
  });

  it.each([
    [['holds', 'together.yaml', '--concept', 'limited:2'], 'defined for two parties'],
    [['holds', 'chicken.yaml', '--concept', 'cnash'], 'needs the reach of a group named'],
    [['holds', 'chicken.yaml', '--concept', 'stackelberg:C'], 'stackelberg:A or stackelberg:B'],
    [['brief', 'chicken.yaml', '--concept', 'consistent'], 'has tables but no steps'],
    [['explain', 'chicken.yaml', '--concept', 'limited:2'], 'has tables but no steps'],
    [
      ['holds', 'own.yaml', '--make-stable', 'a and b'],
      '--make-stable asks under one concept for all parties',
    ],
    [
      ['holds', 'chicken.yaml', '--make-stable', 'a and b', '--replies', 'together'],
      '--replies together does not go with --make-stable',
    ],
    [['holds', 'chicken.yaml', '--concept', 'C=nash'], 'there is no party "C"; parties: A, B'],
    [['holds', 'chicken.yaml', '--concept', 'A=limited:2'], 'A can be judged by nash, gmr'],
    [['holds', 'chicken.yaml', '--concept', 'A=nash,A=seq'], 'A is given two concepts'],
  ])('%j is refused in words', async (args, message) => {
    const { code, out, err } = await detente(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
  });
});

describe('a concept for each party', () => {
  it('that is the same for all is one for all in --make-stable', async () => {
    const mixed = await detente(
      'holds',
      'chicken.yaml',
      '--make-stable',
      'a and b',
      '--concept',
      'A=nash,B=nash',
      '--json',
    );
    const one = await detente(
      'holds',
      'chicken.yaml',
      '--make-stable',
      'a and b',
      '--concept',
      'nash',
      '--json',
    );
    expect(JSON.parse(mixed.out)).toMatchObject({ concept: { id: 'nash' } });
    expect(mixed.out).toBe(one.out);
  });

  it('decides what holds, with an id that names every party', async () => {
    const { json } = await detente(
      ...['holds', 'chicken.yaml', '--json', '--concept', 'B=GMR,nash,A=nash'],
    );
    const report = json();
    expect(report.options.concepts).toEqual(['A=nash,B=gmr', 'nash']);
    expect(report.equilibria).toEqual({ 'A=nash,B=gmr': [1, 2], nash: [1, 2] });
    expect(report.stability['A=nash,B=gmr'].B).toEqual([0, 1, 1, 1]);
    expect(report.concepts[0].definition).toMatch(/^Ayland by Nash: .* Beeland by GMR: /);
  });

  it('of the case file is used unless another is asked for', async () => {
    const given = (await detente('holds', 'own.yaml', '--json')).json();
    expect(given.options.concepts.slice(0, 2)).toEqual(['A=nash,B=firm', 'firm']);
    const asked = (await detente('holds', 'own.yaml', '--json', '--concept', 'B=seq')).json();
    expect(asked.options.concepts).toEqual(['A=nash,B=seq']);
    const plain = (await detente('holds', 'own.yaml', '--json', '--concept', 'firm')).json();
    expect(plain.options.concepts).toEqual(['firm']);
    const why = (await detente('explain', 'own.yaml', '--json')).json();
    expect(why.concept.id).toBe('A=nash,B=firm');
  });
});

describe('--replies together', () => {
  it('says where an outcome would not hold unless others would answer together', async () => {
    const { out } = await detente(
      ...['holds', 'together.yaml', '--concept', 'seq', '--replies', 'together'],
    );
    expect(out).toContain('It would not, unless Eeland and Uland would answer together.');
    expect(out).toContain(
      'unless Eeland and Uland would answer together: Eeland and Uland could together move so that force is sent, each gaining by its move; Rayland would have lost',
    );
    expect(out).toContain('--concept seq --replies together');
    expect(out).toContain('Groups of the other parties are taken to be able to answer together');
  });

  it('changes the verdicts, and marks the reply with its makers', async () => {
    const args = ['explain', 'together.yaml', '--json', '--concept', 'seq', '--party', 'R'];
    const alone = (await detente(...args)).json();
    expect(alone.reasons[0]).toMatchObject({
      verdict: 'leaves',
      exits: [{ isDeterred: false, isDeterredAlone: false, reply: [] }],
    });
    const together = (await detente(...args, '--replies', 'together')).json();
    expect(together.engine).toBe('groups');
    expect(together.reasons[0]).toMatchObject({
      verdict: 'deterred',
      exits: [
        {
          isDeterred: true,
          isDeterredAlone: false,
          reply: [{ party: 'E', with: ['U'], to: 2 }],
        },
      ],
    });
  });
});
