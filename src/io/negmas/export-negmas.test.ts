import { expect, test } from 'vitest';
import { readCase } from '../case-file/read-case.js';
import { exportNegmas } from './export-negmas.js';

const text = `detente: 1
title: "A well: two villages"
parties: {North: Northfield, domain: Southam}
issues:
  pump: {agree: [North, domain], levels: {shared: "yes", locked: no water}}
  dues: {label: dues, agree: [North, domain], levels: [low, high]}
preferences:
  North:
    stated:
      points: {pump: {weight: 50, levels: {shared: 3, locked: 1/3}}}
      no_deal: {value: 0.5, from: judgement}
    rival:
      points: {dues: {levels: {low: 0, high: 1}}}
      no_deal: {value: -1/7, from: judgement}
  domain:
    stated:
      points: {dues: {weight: 10, levels: {low: -2, high: 1}}}
      no_deal: {value: 0, from: judgement}
`;

const caseOf = (changed: string) =>
  readCase(changed).case ?? expect.fail(JSON.stringify(readCase(changed).diagnostics));

test('a case becomes an outcome space and a utility function per party', () => {
  expect(exportNegmas(caseOf(text))).toEqual({
    notes: [],
    files: [
      {
        name: 'domain.yml',
        text: `name: "A well: two villages"
type: DiscreteCartesianOutcomeSpace
issues:
  - name: pump
    type: CategoricalIssue
    values:
      - "yes"
      - no water
  - name: dues
    type: CategoricalIssue
    values:
      - low
      - high
`,
      },
      {
        name: 'North.yml',
        text: `# Numbers whose decimals do not end are rounded to 17 significant digits.
name: Northfield
type: LinearAdditiveUtilityFunction
reserved_value: 0.5
weights:
  - 0.5
  - 0
values:
  - type: TableFun
    mapping:
      "yes": 3
      no water: 0.33333333333333333
  - type: TableFun
    mapping:
      low: 0
      high: 0
`,
      },
      {
        name: 'domain_.yml',
        text: `name: Southam
type: LinearAdditiveUtilityFunction
reserved_value: 0
weights:
  - 0
  - 0.1
values:
  - type: TableFun
    mapping:
      "yes": 0
      no water: 0
  - type: TableFun
    mapping:
      low: -2
      high: 1
`,
      },
    ],
  });
});

test('another reading can be asked for by name', () => {
  const made = exportNegmas(caseOf(text), { North: 'rival' });
  expect('files' in made && made.files[1]?.text).toContain(
    'reserved_value: -0.14285714285714286\n',
  );
  expect(exportNegmas(caseOf(text), { North: 'x', West: 'y' })).toEqual({
    refusals: [
      'there is no party "West"; parties: North, domain',
      'North has no reading "x"; readings: stated, rival',
    ],
  });
});

test('what NegMAS cannot say is refused, all of it at once', () => {
  const other = caseOf(
    `${text
      .replace('issues:\n', 'issues:\n  rain: {by: nobody, levels: [little, much]}\n')
      .replace('{value: 0, from: judgement}', 'ends')
      .replace(/ {6}points: \{pump.*\n/, '      wants: [{want: dues = low, worth: 2}]\n')}
rules: [{never: pump = shared and dues = high}]
coalesce: [{when: dues = low}]
today: {rain: much, pump: shared, dues: low}
`,
  );
  expect(exportNegmas(other)).toEqual({
    refusals: [
      'North has no points, and NegMAS knows no order of wants: give it `points`',
      'the no deal of domain is `ends`: give it as a number, which NegMAS needs',
      'the case has 1 rule, which forbids 1 of 4 outcomes; NegMAS has none',
      'the case counts several outcomes as one (`coalesce`), which NegMAS cannot say',
      'rain is context that nobody decides, so it cannot be bargained over',
    ],
  });
});

test('worth of wants is refused beside points', () => {
  const worth = text.replace(
    'points: {pump',
    'wants: [{want: dues = low, worth: 2}]\n      points: {pump',
  );
  expect(exportNegmas(caseOf(worth))).toEqual({
    refusals: ['North has 1 want with `worth`, which no function of single issues can say'],
  });
});

test('what is merely left out is named, also in the file', () => {
  const made = exportNegmas(
    caseOf(
      `${text
        .replace('pump: {agree: [North, domain]', 'pump: {by: North')
        .replace(
          '      points: {pump',
          '      wants: [dues = low]\n      red_lines: [dues = high]\n      points: {pump',
        )}
today: {pump: shared, dues: low}
proposals: {first: {by: North, terms: {dues: high}}}
`,
    ),
  );
  const notes = [
    'today, and what follows from it',
    'who can change what without the others: NegMAS has agreements of all',
    'the order of wants of 1 party; the points stand',
    '1 red line',
    '1 proposal',
  ];
  if ('refusals' in made) expect.fail(made.refusals.join('; '));
  expect(made.notes).toEqual(notes);
  expect(made.files[0]?.text.split('\n').slice(0, 6)).toEqual([
    ...notes.map((note) => `# Not written: ${note}.`),
    'name: "A well: two villages"',
  ]);
});

test('a rule of consent is left out and named', () => {
  const made = exportNegmas(caseOf(`${text}consent: {any: [North, domain]}\n`));
  expect('notes' in made && made.notes).toEqual([
    'whose consent is enough: NegMAS wants that of all',
  ]);
});

test('of a range the middle or the peak is written, and the ranges are named as left out', () => {
  const ranged = text
    .replace('shared: 3,', 'shared: [1, 3, 4],')
    .replace('value: 0.5,', 'value: 0.5 ± 1/8,');
  const [plain, made] = [text, ranged].map((one) => exportNegmas(caseOf(one)));
  if (!plain || !made || 'refusals' in plain || 'refusals' in made) expect.fail('refused');
  expect(made.notes).toEqual(['2 ranges of numbers; the middle or the peak stands']);
  expect(made.files.slice(1)).toEqual(plain.files.slice(1));
});
