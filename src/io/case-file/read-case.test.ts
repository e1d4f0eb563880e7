import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../core/case.js';
import { wellCase, wellCaseAnd } from '../../core/diagnostic-codes/well-case.js';
import { formatRational } from '../../core/rational.js';
import { formatDiagnostic } from './format-diagnostic.js';
import { readCase } from './read-case.js';

/** The case of a text; fails with what is wrong when there is none. */
function caseIn(text: string): Case {
  const { case: read, diagnostics } = readCase(text);
  const printed = diagnostics.map((diagnostic) => formatDiagnostic(text, 'case', diagnostic));
  if (!read) throw new Error(printed.join('\n'));
  return read;
}

/** The codes that a text is given. */
const codesOf = (text: string) => readCase(text).diagnostics.map(({ code }) => code);

describe('the smallest useful case', () => {
  const read = caseIn(wellCase());

  test('has its parties, issues and today in the order of the file', () => {
    expect(read.parties.map(({ id, name, called }) => [id, name, called])).toEqual([
      ['North', 'Northfield', 'Northfield'],
      ['South', 'Southam', 'Southam'],
    ]);
    expect(read.issues.map(({ id, levels }) => [id, levels.map((level) => level.id)])).toEqual([
      ['pump', ['shared', 'locked']],
      ['road', ['open', 'blocked']],
      ['treaty', ['none', 'quotas']],
    ]);
    expect(read.today).toEqual([1, 1, 0]);
  });

  test('lets each signer leave an agreement alone', () => {
    expect(read.issues[2]?.control).toEqual({
      kind: 'agree',
      parties: [0, 1],
      leave: {
        alone: [
          { party: 0, to: 0 },
          { party: 1, to: 0 },
        ],
        together: true,
      },
    });
  });

  test('has one reading a party, called stated', () => {
    expect(read.preferences.map((readings) => readings.map(({ id }) => id))).toEqual([
      ['stated'],
      ['stated'],
    ]);
    const wants = read.preferences[1]?.[0]?.wants ?? [];
    expect(wants.map((group) => group.map(({ text, path }) => [text, path]))).toEqual([
      [['pump = shared', ['wants', 'South', 0]]],
      [['treaty = quotas', ['wants', 'South', 1]]],
      [['road = blocked', ['wants', 'South', 2]]],
    ]);
    expect(wants[0]?.[0]?.want).toEqual({
      kind: 'comparison',
      issue: 0,
      operator: '=',
      level: 0,
      span: { start: 0, end: 13 },
    });
  });
});

describe('who can leave an agreement', () => {
  const leaveOf = (leave: string, ...changes: (readonly [string, string])[]) => {
    const control = caseIn(wellCase(['[none, quotas]}', `[none, quotas]${leave}}`], ...changes))
      .issues[2]?.control;
    return control?.kind === 'agree' ? control.leave : undefined;
  };
  const both = [
    { party: 0, to: 0 },
    { party: 1, to: 0 },
  ];

  test.each([
    ['', { alone: both, together: true }],
    [', leave: any', { alone: both, together: true }],
    [', leave: all', { alone: [], together: true }],
    [', leave: none', { alone: [], together: false }],
    [', leave: [South]', { alone: [{ party: 1, to: 0 }], together: true }],
    [', leave: {South: none}', { alone: [{ party: 1, to: 0 }], together: true }],
    [', leave: []', { alone: [], together: true }],
  ])('%j', (leave, expected) => {
    expect(leaveOf(leave)).toEqual(expected);
  });

  test('nobody alone, in a case without a today', () => {
    const text = wellCase(['today: {pump: locked, road: blocked, treaty: none}\n', '']);
    const control = caseIn(text).issues[2]?.control;
    expect(control).toMatchObject({ leave: { alone: [], together: true } });
  });

  test('a party falls back to the level that is named', () => {
    const text = wellCase(['[none, quotas]}', '[none, low, quotas], leave: {South: low}}']);
    expect(caseIn(text).issues[2]?.control).toMatchObject({
      leave: { alone: [{ party: 1, to: 1 }] },
    });
  });
});

describe('what holds somebody back', () => {
  const road = (rights: string) =>
    wellCase([
      '{by: South, levels: [open, blocked]}',
      `{${rights}, levels: [open, narrow, blocked]}`,
    ]);

  test('is every level where a block names none', () => {
    const text = road('by: [South, North], blocked: [{by: South, when: pump = shared}]');
    expect(caseIn(text).issues[1]?.blocked).toMatchObject([{ parties: [1], to: [0, 1, 2] }]);
  });

  // The neighbours of what is refused because another line leaves it without effect.
  test.each([
    [
      'moves along irreversible',
      'moves: [{by: South, from: [open, narrow], to: blocked}], irreversible: up',
    ],
    [
      'moves along irreversible, downwards',
      'moves: [{by: South, from: [narrow, blocked], to: open}], irreversible: down',
    ],
    [
      'a move from a level to itself in a list',
      'moves: [{by: South, from: [open, narrow], to: [narrow, blocked]}], irreversible: up',
    ],
    [
      'one move on two conditions',
      'moves: [{by: South, from: open, to: narrow, when: pump = shared}, {by: South, from: open, to: narrow, when: treaty = none}]',
    ],
    [
      'moves that overlap',
      'moves: [{by: South, from: open, to: [narrow, blocked]}, {by: [South, North], from: open, to: narrow}]',
    ],
    [
      'a move that is sometimes blocked',
      'moves: [{by: South, from: open, to: narrow}], blocked: [{by: South, to: narrow, when: pump = shared}]',
    ],
    [
      'a level that one of the blocked cannot reach',
      'moves: [{by: South, from: open, to: [narrow, blocked]}, {by: North, from: open, to: narrow}], blocked: [{by: [South, North], to: [narrow, blocked], when: pump = shared}]',
    ],
    [
      'a block on every level, of which some are out of reach',
      'by: South, irreversible: up, blocked: [{by: South, when: pump = shared}]',
    ],
    [
      'a block on the only level but one',
      'by: South, irreversible: up, blocked: [{by: South, to: narrow}]',
    ],
    [
      'one level blocked on two conditions',
      'by: South, blocked: [{by: South, to: open, when: pump = shared}, {by: South, to: open, when: treaty = none}]',
    ],
    [
      'a signer who signs one level only',
      'agree: [North, South], leave: {South: narrow}, blocked: [{by: South, to: blocked}]',
    ],
    [
      'a signer who sometimes cannot leave',
      'agree: [North, South], leave: [South], blocked: [{by: South, to: open, when: pump = shared}]',
    ],
    [
      'a return together that one cannot join',
      'agree: [North, South], leave: all, blocked: [{by: South, to: open}]',
    ],
  ])('stands where it has an effect: %s', (_name, rights) => {
    const told = readCase(road(rights)).diagnostics.filter(({ severity }) => severity === 'error');
    expect(told).toEqual([]);
  });
});

describe('a lever', () => {
  const text = wellCase(
    [
      'pump: {by: North, levels: [shared, locked]}',
      'pump: {lever: North, says: {no: it is shared, yes: it is locked}}',
    ],
    ['pump: locked', 'pump: yes'],
    ['pump = locked', 'pump = yes'],
    ['pump = shared', 'pump = no'],
  );

  test('has the levels no and yes, which stand bare', () => {
    const [pump] = caseIn(text).issues;
    expect(pump).toMatchObject({ isLever: true, control: { kind: 'by', parties: [0] } });
    expect(pump?.levels.map(({ id, says }) => [id, says])).toEqual([
      ['no', 'it is shared'],
      ['yes', 'it is locked'],
    ]);
    expect(codesOf(text)).toEqual([]);
  });

  test.each(['"yes"', "'yes'", 'yes'])('can be set to %s', (level) => {
    expect(caseIn(text.replace('pump: yes', `pump: ${level}`)).today?.[0]).toBe(1);
  });
});

describe('names', () => {
  test('are letters of any script; NO is a party like any other', () => {
    const text = `detente: 1
title: x
parties: {NO: Norway, ДНР: x, مصر: y, 日本: z}
issues: {мост: {by: NO, levels: [нет, есть]}, 水: {lever: 日本}}
today: {мост: нет, 水: no}
wants: {NO: [мост], ДНР: [not 水], مصر: [мост = есть], 日本: [水 = yes]}
`;
    expect(caseIn(text).parties.map(({ id }) => id)).toEqual(['NO', 'ДНР', 'مصر', '日本']);
    expect(codesOf(text).filter((code) => code < 'DET400')).toEqual([]);
  });

  test('of levels may be numbers, taken as they are written', () => {
    const text = wellCase(
      ['[none, quotas]', '[0, 010, 1_000]'],
      ['treaty: none', 'treaty: 010'],
      ['treaty = quotas]', 'treaty = 0]'],
      ['treaty = quotas', 'treaty = 1_000'],
    );
    expect(caseIn(text).issues[2]?.levels.map(({ id }) => id)).toEqual(['0', '010', '1_000']);
    expect(caseIn(text).today?.[2]).toBe(1);
  });

  test('that programs use for themselves are names like any other', () => {
    const text = wellCaseAnd(
      'terms: {constructor: pump, toString: road, hasOwnProperty: treaty}',
      'rules: [{never: constructor and not toString and hasOwnProperty}]',
    );
    expect(caseIn(text).terms.map(({ id }) => id)).toEqual([
      'constructor',
      'toString',
      'hasOwnProperty',
    ]);
  });
});

describe('invisible characters', () => {
  const around = (code: number) => wellCaseAnd(`note: a${String.fromCodePoint(code)}b`);
  const reordering = [0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069];

  test.each(reordering)('that reorder text are refused by number: %i', (code) => {
    const [flaw, ...others] = readCase(around(code)).diagnostics;
    expect(flaw).toMatchObject({ code: 'DET101', help: expect.stringMatching(/^delete it/) });
    expect(flaw?.what).toContain(`(U+${code.toString(16).toUpperCase()})`);
    expect(others).toEqual([]);
  });

  // Neighbours of those that are refused, and what Persian, Arabic, Hebrew and emoji need.
  test.each([0x200c, 0x200d, 0x200e, 0x200f, 0x061c, 0x2029, 0x202f, 0x2065, 0x206a])(
    'that do not are kept: %i',
    (code) => {
      expect(caseIn(around(code)).note).toBe(`a${String.fromCodePoint(code)}b`);
    },
  );

  test('a Persian label keeps its joiners', () => {
    const text = wellCase(['{by: North, levels', '{by: North, label: می\u200cخواهم, levels']);
    expect(caseIn(text).issues[0]?.label).toBe('می\u200cخواهم');
  });
});

describe('numbers', () => {
  const weights = (first: string, second: string) => {
    const text = wellCase([
      '  South: [pump = shared, treaty = quotas, road = blocked]\n',
      `preferences:\n  South:\n    a: {weight: ${first}, wants: [pump = shared]}\n    b: {weight: ${second}, wants: [road = open]}\n`,
    ]);
    return caseIn(text).preferences[1]?.map(({ weight }) => weight && formatRational(weight));
  };

  test('are exact, and weights are normalised to sum to 1', () => {
    expect(weights('0.1', '0.3')).toEqual(['0.25', '0.75']);
    expect(weights('1', '2')).toEqual(['1/3', '2/3']);
    expect(weights('1/3', '2/3')).toEqual(['1/3', '2/3']);
    expect(weights('"0.50"', '0.5')).toEqual(['0.5', '0.5']);
    expect(weights('0.1000000000000000000000000001', '0.9')).toEqual([
      '1000000000000000000000000001/10000000000000000000000000001',
      '9000000000000000000000000000/10000000000000000000000000001',
    ]);
  });

  test('a weight on no reading is a weight of none', () => {
    expect(caseIn(wellCase()).preferences[0]?.[0]?.weight).toBeUndefined();
  });
});

describe('settings as an outcome', () => {
  const text = wellCaseAnd(
    'outcomes: {peace: {set: {pump: shared, treaty: quotas}}, open: road = open}',
    'scenarios: {one: {set: {road: open}}}',
  );
  const { outcomes, scenarios } = caseIn(text);

  test('are the conjunction of their levels, and kept', () => {
    expect(outcomes[0]).toMatchObject({
      text: 'pump = shared and treaty = quotas',
      set: [
        { issue: 0, level: 0 },
        { issue: 2, level: 1 },
      ],
      when: {
        kind: 'and',
        operands: [
          { issue: 0, operator: '=', level: 0, span: { start: 0, end: 13 } },
          { issue: 2, operator: '=', level: 1, span: { start: 18, end: 33 } },
        ],
      },
    });
  });

  test('of one issue are one comparison; a condition keeps no settings', () => {
    expect(scenarios[0]?.when.kind).toBe('comparison');
    expect(outcomes[1]).toMatchObject({ text: 'road = open', set: undefined, label: 'open' });
  });
});

describe('the sealed block', () => {
  const sealed =
    'later:\n  events: [yes, no, {a: 1, a: 2}]\n  x: &y [*y]\n  pump: 3\n  prize: 1e3\n';
  const text = `${wellCase()}${sealed}`;
  const reading = readCase(text);

  test('is cut out before anything looks at it', () => {
    expect(reading.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['DET415', 'note'],
    ]);
    expect(
      JSON.stringify(reading.case, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toMatch(/events|prize/);
    expect(reading.locate(['later'])).toBeUndefined();
    expect(reading.locate(['later', 'events'])).toBeUndefined();
  });

  test('leaves its span and its hash', () => {
    const { span, hash } = reading.case?.later ?? { span: { start: 0, end: 0 }, hash: '' };
    const block = text.slice(span.start, span.end);
    expect(block).toBe(sealed.trimEnd());
    expect(hash).toBe(bytesToHex(sha256(utf8ToBytes(block))));
  });

  test('still has to be YAML', () => {
    expect(codesOf(`${wellCase()}later: {a: [1}\n`)).toEqual(['DET101']);
  });
});

describe('places', () => {
  const text = wellCaseAnd(
    'rules:',
    '  - never: >-',
    '      pump = shared and',
    '      road = opne',
    '    why: "caf\\u00e9"',
  );

  test('of conditions are those of their words, through folds', () => {
    const [flaw] = readCase(text).diagnostics;
    expect(text.slice(flaw?.range?.start, flaw?.range?.end)).toBe('opne');
    expect(flaw).toMatchObject({ path: ['rules', 0, 'never'], within: { start: 25, end: 29 } });
  });

  test('are found by path, at the value or the key or within', () => {
    const { locate } = readCase(text);
    const slice = (...args: Parameters<typeof locate>) => {
      const span = locate(...args);
      return span && text.slice(span.start, span.end);
    };
    expect(slice(['today', 'road'])).toBe('blocked');
    expect(slice(['today', 'road'], true)).toBe('road');
    expect(slice(['wants', 'South', 1])).toBe('treaty = quotas');
    expect(slice(['wants', 'South', 1], false, { start: 9, end: 15 })).toBe('quotas');
    expect(slice(['rules', 0, 'why'], false, { start: 3, end: 4 })).toBe('\\u00e9');
    expect(slice(['nowhere'])).toBeUndefined();
    expect(slice(['wants', 'South', 9])).toBeUndefined();
  });
});

test('the hash is that of the text in UTF-8', () => {
  expect(readCase('').hash).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
});

test('a byte-order mark and line ends of two characters change nothing but places', () => {
  const text = `\uFEFF${wellCase().replaceAll('\n', '\r\n')}`;
  expect(caseIn(text)).toEqual(caseIn(wellCase()));
  const broken = text.replace('road: blocked', 'road: bloked');
  expect(formatDiagnostic(broken, 'x', readCase(broken).diagnostics[0] as never)).toMatch(
    /^x:8:29 /,
  );
});

test('JSON is a case file too', () => {
  const json = JSON.stringify({
    detente: 1,
    title: 'x',
    parties: { A: 'Ay' },
    issues: { i: { lever: 'A' } },
    today: { i: 'no' },
    wants: { A: ['i'] },
  });
  expect(caseIn(json).today).toEqual([0]);
});

test('flaws of one file are reported together, in the order of the file', () => {
  const text = wellCase(
    ['title:', 'titel:'],
    ['by: South', 'by: Sotuh'],
    ['treaty: none', 'treaty: noen'],
    ['road = open,', 'raod = open,'],
    ['pump = shared,', 'pump = shard,'],
  );
  expect(codesOf(text)).toEqual(['DET201', 'DET211', 'DET204', 'DET212', 'DET204']);
});

test('a part that is broken does not hide flaws in others, nor cause any', () => {
  const text = wellCaseAnd(
    'proposals: {plan: {by: North, terms: {pump: shard}}}',
    'tracks: {t: {parties: [North, issues: [pump]}}',
    'as_of: soon',
  );
  expect(codesOf(text)).toEqual(['DET204', 'DET101', 'DET208']);
});

test('a broken list of issues does not make their names look wrong', () => {
  const text = wellCase(['[open, blocked]', '[open, blocked']).concat('as_of: soon\n');
  expect(codesOf(text)).toEqual(['DET101', 'DET208']);
});

test('an issue without levels is not held against conditions about it', () => {
  const text = wellCase(['road: {by: South, levels: [open, blocked]}', 'road: {by: South}']);
  expect(codesOf(text)).toEqual(['DET202']);
});
