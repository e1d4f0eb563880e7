import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasErrors } from '../../core/diagnostic.js';
import { buildModel } from '../../core/model.js';
import { type Arcs, targetsOf } from '../../core/moves.js';
import { readCase } from '../case-file/read-case.js';
import { importGmcr } from './import-gmcr.js';

const option = (name: string, permittedDirection = 'both') => ({ name, permittedDirection });

/** A file by statements: every form of a statement, one-way options, infeasible patterns. */
const dam = {
  program: 'gmcr-py',
  version: '0.4.1',
  options: [option('Build the dam', 'fwd'), option('Pay'), option('Sue', 'back'), option('Not')],
  decisionMakers: [
    {
      name: 'Upper Town',
      options: [0, 1],
      preferences: [
        [[0, 'Y']],
        [
          [1, 'N'],
          [2, 'N'],
        ],
        {
          compound: true,
          members: [
            [
              [0, 'Y'],
              [2, 'Y'],
            ],
            [
              [0, 'N'],
              [2, 'N'],
            ],
          ],
        },
      ],
    },
    {
      name: 'Lower Town',
      options: [2, 3],
      preferences: [
        {
          compound: true,
          members: [
            [
              [0, 'Y'],
              [2, 'Y'],
            ],
            [
              [0, 'N'],
              [2, 'Y'],
            ],
            [
              [0, 'N'],
              [2, 'N'],
            ],
          ],
        },
        {
          compound: true,
          members: [
            [[1, 'Y']],
            [
              [2, 'N'],
              [3, 'Y'],
            ],
          ],
        },
      ],
    },
  ],
  infeasibles: [
    [
      [2, 'Y'],
      [3, 'Y'],
    ],
  ],
  useManualPreferenceRanking: false,
  coalitions: [0, 1],
};

/** A file by rankings: options shared by name, not in the order of their owners. */
const ranked = {
  options: [option('Talk'), option('Talk'), option('Leave', 'fwd')],
  decisionMakers: [
    { name: 'B side', options: [1], preferenceRanking: [[2, 3], 1, 5, 4, 6], preferences: [] },
    { name: 'A: side', options: [0, 2], payoffs: [1, 3, 2, 3, 0, 0] },
  ],
  infeasibles: [
    [
      [0, 'Y'],
      [2, 'Y'],
    ],
  ],
  useManualPreferenceVectors: true,
};

const importOf = (file: unknown) => importGmcr(JSON.stringify(file, null, 1));

function caseOf(file: unknown) {
  const reading = readCase(importOf(file).caseText ?? '');
  expect(reading.diagnostics.filter((found) => hasErrors([found]))).toEqual([]);
  if (!reading.case) expect.fail('the imported case has flaws');
  return reading.case;
}

test('a file by statements becomes a case with levers, rules and wants', () => {
  const { caseText, diagnostics } = importOf(dam);
  expect(diagnostics).toEqual([]);
  expect(caseText).toBe(`detente: 1
title: "Upper Town, Lower Town"
note: Imported from a file of gmcr-py (version 0.4.1).

parties:
  Upper_Town: Upper Town
  Lower_Town: Lower Town

issues:
  build_the_dam: {lever: Upper_Town, label: Build the dam, irreversible: up}
  pay: {lever: Upper_Town, label: Pay}
  sue: {lever: Lower_Town, label: Sue, irreversible: down}
  not_: {lever: Lower_Town, label: Not}

# The imported file does not say where things stand. With a line such as the next one,
# corrected, it is also answered where things go from today and what is on offer:
# today: {build_the_dam: no, pay: no, sue: no, not_: no}

rules:
  - {never: sue and not_, why: infeasible in the imported file}

wants:
  Upper_Town:
    - build_the_dam
    - not pay and not sue
    - build_the_dam iff sue
  Lower_Town:
    - if build_the_dam then sue
    - pay or (not sue and not_)
`);
});

test('the imported case reads, and its moves keep their direction', () => {
  const theCase = caseOf(dam);
  expect(theCase.today).toBeUndefined();
  const model = buildModel(theCase);
  expect(model.states).toBe(12);
  // From all options dropped: the dam can be built and the payment made, but nobody can sue.
  const numbers = (party: number, state: number) =>
    [...targetsOf(model.moves.alone[party] as Arcs, state)].map((to) => model.space.numbers[to]);
  expect(numbers(0, 0)).toEqual([1, 2, 3]);
  expect(numbers(1, 0)).toEqual([8]);
  // A built dam stays.
  expect(numbers(0, 1)).toEqual([3]);
});

test('the line for today, once uncommented, reads too', () => {
  const text = (importOf(dam).caseText ?? '').replace('# today:', 'today:');
  expect(readCase(text).case?.today).toEqual([0, 0, 0, 0]);
});

test('the suggested today is a state that can be', () => {
  const { caseText } = importOf({
    ...dam,
    infeasibles: [
      [
        [0, 'N'],
        [1, 'N'],
      ],
    ],
  });
  expect(caseText).toContain('# today: {build_the_dam: yes, pay: no, sue: no, not_: no}');
});

test('statements that rankings by hand override are said to be unused', () => {
  const [first, second] = ranked.decisionMakers;
  const { caseText } = importOf({
    ...ranked,
    decisionMakers: [{ ...first, preferences: [[[0, 'Y']]] }, second],
  });
  expect(caseText).toContain('ranks them by hand and does not use its statements');
  expect(caseText).not.toContain('wants:');
});

test('a file by rankings numbers states by the options of each decision maker in turn', () => {
  const { caseText } = importOf(ranked);
  // States: talk_B 1, talk_A 2, leave 4 added up, without 6 and 7; so s1 … s6 are 0 … 5.
  expect(caseText).toContain(`terms:
  s1: not talk_B_side and not talk_A_side and not leave
  s2: talk_B_side and not talk_A_side and not leave
  s3: not talk_B_side and talk_A_side and not leave
  s4: talk_B_side and talk_A_side and not leave
  s5: not talk_B_side and not talk_A_side and leave
  s6: talk_B_side and not talk_A_side and leave

preferences:
  B_side:
    ranked:
      ranking:
        - s2 or s3
        - s1
        - s5
        - s4
        - s6
  A_side:
    ranked:
      ranking:
        - s2 or s4
        - s3
        - s1
        - s5 or s6
`);
  const model = buildModel(caseOf(ranked));
  expect([...model.space.numbers]).toEqual([0, 1, 2, 3, 4, 5]);
  expect([...(model.payoffs[0] as Int32Array)]).toEqual([3, 4, 4, 1, 2, 0]);
  expect([...(model.payoffs[1] as Int32Array)]).toEqual([1, 3, 2, 3, 0, 0]);
  expect(model.case.parties.map(({ name }) => name)).toEqual(['B side', 'A: side']);
});

test('the older name of a ranking is read', () => {
  const [first, second] = ranked.decisionMakers;
  const older = {
    ...ranked,
    decisionMakers: [
      { name: first?.name, options: first?.options, preferenceVector: first?.preferenceRanking },
      second,
    ],
  };
  expect(importOf(older).caseText).toBe(importOf(ranked).caseText);
});

test('names of any script and none become ids that read', () => {
  const strange = {
    options: ['Übergabe (sofort)', '停火', '…', '7', 'no', 'yes: "quoted" #', '停火'].map((name) =>
      option(name),
    ),
    decisionMakers: [
      { name: 'nobody', options: [0, 1, 2], preferences: [[[0, 'Y']]] },
      { name: 'Δ\nβ', options: [3, 4, 5, 6], preferences: [[[6, 'N']]] },
    ],
  };
  const theCase = caseOf(strange);
  expect(theCase.issues.map(({ id }) => id)).toEqual([
    'übergabe_sofort',
    '停火_nobody_',
    'option',
    'option_7',
    'no_',
    'yes_quoted',
    '停火_Δ_β',
  ]);
  expect(theCase.issues.map(({ label }) => label)).toEqual(strange.options.map(({ name }) => name));
  expect(theCase.parties.map(({ id }) => id)).toEqual(['nobody_', 'Δ_β']);
});

test('a decision maker without preferences is imported with a warning', () => {
  const silent = structuredClone(dam);
  silent.decisionMakers[1]!.preferences = [];
  const { caseText, diagnostics } = importOf(silent);
  expect(diagnostics.map(({ code, severity, path }) => [code, severity, path])).toEqual([
    ['DET506', 'warning', ['decisionMakers', 1]],
  ]);
  expect(readCase(caseText ?? '').case).toBeDefined();
});

test('a coalition is not imported, with a warning that names it', () => {
  const { caseText, diagnostics } = importOf({ ...dam, coalitions: [[0, 1]] });
  expect(caseText).toBe(importOf(dam).caseText);
  expect(diagnostics).toMatchObject([
    {
      code: 'DET504',
      severity: 'warning',
      path: ['coalitions', 0],
      what: 'the coalition of Upper Town and Lower Town is not imported',
    },
  ]);
});

test('what a decision maker does not perceive becomes what its party is unaware of', () => {
  const misled = structuredClone(dam) as typeof dam & {
    decisionMakers: { misperceptions?: unknown }[];
  };
  misled.decisionMakers[0]!.misperceptions = [
    [[0, 'Y']],
    {
      compound: true,
      members: [
        [
          [1, 'N'],
          [2, 'N'],
        ],
        [[3, 'Y']],
      ],
    },
  ];
  const { caseText, diagnostics } = importOf(misled);
  expect(diagnostics).toEqual([]);
  expect(caseText).toContain(`  Upper_Town:
    name: Upper Town
    unaware:
      - build_the_dam
      - not pay and not sue
      - not_
  Lower_Town: Lower Town
`);
  const reading = readCase(caseText ?? '');
  expect(reading.case?.parties[0]?.unaware.map(({ text }) => text)).toEqual([
    'build_the_dam',
    'not pay and not sue',
    'not_',
  ]);
});

test.each([
  ['', 'expected a value, found the end of the file', 0],
  ['{"options": [}', 'expected a value, found "}"', 13],
  ['{"options": [1,]}', 'expected a value, found "]"', 15],
  ["{'options': []}", 'expected a key in double quotes, found "\'"', 1],
  ['{"options" []}', 'expected ":", found "["', 11],
  ['{"options": [] "x": 1}', 'expected "," or "}", found "\\""', 15],
  ['{} {}', 'expected nothing after the value, found "{"', 3],
  ['{"a": "b\nc"}', 'no line break or control character inside a text, found "\\n"', 8],
  ['['.repeat(100_000), 'at most 200 lists or objects in one another', 201],
])('text that is not JSON is located: %j', (text, what, start) => {
  const { caseText, diagnostics } = importGmcr(text);
  expect(caseText).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({ code: 'DET501', range: { start } });
  expect(diagnostics[0]?.what).toContain(what);
});

test.each([
  [[], 'should be an object'],
  [{}, '"options" is missing'],
  [{ ...dam, decisionMakers: undefined }, '"decisionMakers" is missing'],
  [{ ...dam, options: 'many' }, '"options" should be a list, not "many"'],
  [{ ...dam, options: [option('A', 'up')] }, 'needs a "permittedDirection"'],
  [{ ...dam, options: [...dam.options, option('Idle')] }, '"Idle", belongs to no decision maker'],
  [{ ...dam, infeasibles: [[[9, 'Y']]] }, 'expected the position of an option, found 9'],
  [{ ...dam, infeasibles: [[[0, true]]] }, 'expected [option, "Y" or "N"], found a list'],
  [{ ...dam, infeasibles: [[]] }, 'found an empty list'],
  [{ ...dam, infeasibles: [{ iff: [] }] }, 'a statement is a pattern, or an object'],
  [{ ...dam, useManualPreferenceRanking: 'no' }, 'should be true or false, not "no"'],
  [{ ...dam, useManualPreferenceRanking: true }, '"Upper Town" has no ranking'],
  [{ ...dam, decisionMakers: [] }, 'the file has no decision makers'],
  [
    {
      ...dam,
      decisionMakers: [...dam.decisionMakers, { name: 'X', options: [0], preferences: [] }],
    },
    'option 0 stands a second time',
  ],
])('a file of another shape is refused: %#', (file, what) => {
  const { caseText, diagnostics } = importOf(file);
  expect(caseText).toBeUndefined();
  expect(diagnostics.map((found) => found.what).join('\n')).toContain(what);
});

test.each([
  [[1, 2, 3, 4, 5], 'does not rank 6 of 6 feasible states'],
  [[1, 2, 3, 4, 5, 6, 1], 'ranks state 1 twice'],
  [[1, 2, 3, 4, 5, 6, 7], 'ranks state 7; there are 6 feasible states'],
  [[0, 1, 2, 3, 4, 5], 'states by number from 1, not 0'],
])('a ranking that does not fit the states is refused: %j', (preferenceRanking, what) => {
  const [first, second] = ranked.decisionMakers;
  const { diagnostics } = importOf({
    ...ranked,
    decisionMakers: [{ ...first, preferenceRanking }, second],
  });
  expect(diagnostics.map((found) => found.what).join('\n')).toContain(what);
});

test('all flaws of a file are reported at once, each with its place', () => {
  const flawed = JSON.stringify({
    options: [option('', 'both'), option('B', 'sideways')],
    decisionMakers: [{ name: 'P', options: [0, 1, 2], preferences: [[[0, 'X']]] }],
  });
  const { diagnostics } = importGmcr(flawed);
  expect(diagnostics.map(({ path }) => path)).toEqual([
    ['options', 0, 'name'],
    ['options', 1, 'permittedDirection'],
    ['decisionMakers', 0, 'options', 2],
    ['decisionMakers', 0, 'preferences', 0, 0],
  ]);
  expect(diagnostics.map(({ range }) => flawed.slice(range?.start, range?.end))).toEqual([
    '""',
    '"sideways"',
    '2',
    '[0,"X"]',
  ]);
});

const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 });
const someNames = fc.oneof(
  names,
  fc.constantFrom('Full', 'full', 'not', 'No', 'nobody', '1', 's1'),
);

/** Files of the right shape with three options of two decision makers. */
const files = fc.record({
  options: fc.array(
    fc.record({
      name: someNames.filter((name) => name.trim() !== ''),
      permittedDirection: fc.constantFrom('both', 'fwd', 'back'),
    }),
    { minLength: 3, maxLength: 3 },
  ),
  decisionMakers: fc
    .tuple(
      someNames.filter((name) => name.trim() !== ''),
      someNames.filter((name) => name.trim() !== ''),
      fc.array(
        fc.array(fc.tuple(fc.nat(2), fc.constantFrom('Y', 'N')), { minLength: 1, maxLength: 3 }),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map(([first, second, preferences]) => [
      { name: first, options: [0, 2], preferences, payoffs: [1, 2, 2, 0, 1, 5, 3, 7] },
      { name: second, options: [1], preferences, payoffs: [1, 2, 2, 0, 1, 5, 3, 7] },
    ]),
  useManualPreferenceRanking: fc.boolean(),
});

test('whatever the names, a file of the right shape becomes a case that reads', () => {
  fc.assert(
    fc.property(files, (file) => {
      const { caseText, diagnostics } = importOf(file);
      expect(diagnostics).toEqual([]);
      const reading = readCase(caseText ?? '');
      expect(reading.diagnostics.filter((found) => hasErrors([found]))).toEqual([]);
      expect(reading.case?.parties.map(({ name }) => name)).toEqual(
        file.decisionMakers.map(({ name }) => name.trim()),
      );
      expect(reading.case?.issues.map(({ label }) => label)).toEqual(
        [0, 2, 1].map((at) => file.options[at]?.name.trim()),
      );
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('no text makes it throw, and a case comes out exactly when there is no error', () => {
  const text = JSON.stringify(dam);
  const damaged = fc
    .tuple(fc.nat(text.length), fc.nat(8), fc.string({ maxLength: 3 }))
    .map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length));
  fc.assert(
    fc.property(fc.oneof(damaged, fc.json(), fc.string()), (given) => {
      const { caseText, diagnostics } = importGmcr(given);
      const isRefused = diagnostics.some(({ severity }) => severity === 'error');
      expect(caseText === undefined).toBe(isRefused);
    }),
    { seed: 1, numRuns: 1000 },
  );
});
