import { describe, expect, test } from 'vitest';
import type { Case } from '../../core/case.js';
import { wellCase, wellCaseAnd } from '../../core/diagnostic-codes/well-case.js';
import { formatRational } from '../../core/rational.js';
import { formatDiagnostic } from './format-diagnostic.js';
import { readCase } from './read-case.js';

const southWants = '  South: [pump = shared, treaty = quotas, road = blocked]\n';

/** A case without remarks. */
function clean(text: string): Case {
  const { case: read, diagnostics } = readCase(text);
  expect(diagnostics.map((one) => formatDiagnostic(text, 'case', one))).toEqual([]);
  if (!read) throw new Error('the case is not read');
  return read;
}

const codesOf = (text: string) => readCase(text).diagnostics.map(({ code }) => code);

const withReading = (lines: string) =>
  wellCase([southWants, `preferences:\n  South:\n    need: ${lines}\n`]);

/** Every range of South's one reading, its numbers as text. */
function rangesOf(text: string) {
  const [reading] = clean(text).preferences[1] ?? [];
  return reading?.ranges.map(({ low, high, mode, ...rest }) => ({
    ...rest,
    low: formatRational(low),
    high: formatRational(high),
    mode: mode && formatRational(mode),
  }));
}

describe('numbers given as ranges', () => {
  test('stand with both ends; the middle or the peak is the number itself', () => {
    const text = withReading(
      '{points: {pump: {weight: 60 ± 10, levels: {shared: [50, 60, 75], locked: 0}}, treaty: {levels: {none: 1/3 +- 1/6, quotas: -1.5 ± 0.5}}}}',
    );
    const path = ['preferences', 'South', 'need', 'points'];
    expect(rangesOf(text)).toEqual([
      {
        of: { kind: 'weight', issue: 0 },
        low: '50',
        high: '70',
        mode: undefined,
        text: '60 ± 10',
        path: [...path, 'pump', 'weight'],
      },
      {
        of: { kind: 'score', issue: 0, level: 0 },
        low: '50',
        high: '75',
        mode: '60',
        text: '[50, 60, 75]',
        path: [...path, 'pump', 'levels', 'shared'],
      },
      {
        of: { kind: 'score', issue: 2, level: 0 },
        low: '1/6',
        high: '0.5',
        mode: undefined,
        text: '1/3 +- 1/6',
        path: [...path, 'treaty', 'levels', 'none'],
      },
      {
        of: { kind: 'score', issue: 2, level: 1 },
        low: '-2',
        high: '-1',
        mode: undefined,
        text: '-1.5 ± 0.5',
        path: [...path, 'treaty', 'levels', 'quotas'],
      },
    ]);
    const [reading] = clean(text).preferences[1] ?? [];
    const points = reading?.points?.issues.map(({ weight, scores }) =>
      [weight, ...scores].map(formatRational),
    );
    expect(points).toEqual([
      ['60', '60', '0'],
      ['100', '1/3', '-1.5'],
    ]);
  });

  test('a worth is told by its group and its place in it, also of wants without readings', () => {
    const wants =
      '[{want: pump = shared, worth: 4}, [{want: treaty = quotas, worth: 3 ± 1}, {want: road = blocked, worth: [0, 0, 2]}]]';
    for (const text of [
      withReading(`{wants: ${wants}}`),
      wellCase([southWants, `  South: ${wants}\n`]),
    ]) {
      expect(rangesOf(text)?.map(({ of, low, high, mode }) => ({ of, low, high, mode }))).toEqual([
        { of: { kind: 'worth', group: 1, place: 0 }, low: '2', high: '4', mode: undefined },
        { of: { kind: 'worth', group: 1, place: 1 }, low: '0', high: '2', mode: '0' },
      ]);
    }
  });

  test.each([
    ['48 ± 2', '48', '46', '50'],
    ['48±2', '48', '46', '50'],
    ['"48 +- 2"', '48', '46', '50'],
    ['[40, 48, 48]', '48', '40', '48'],
  ])('no deal may be %s', (value, middle, low, high) => {
    const text = withReading(
      `{points: {pump: {levels: {shared: 100, locked: 0}}}, no_deal: {value: ${value}, from: judgement}}`,
    );
    expect(rangesOf(text)).toMatchObject([{ of: { kind: 'no deal' }, low, high }]);
    const stated = clean(text).preferences[1]?.[0]?.noDeal?.value;
    expect(typeof stated === 'object' && formatRational(stated)).toBe(middle);
  });

  test('a long text is refused at once', () => {
    const spaces = ' '.repeat(100_000);
    const start = performance.now();
    expect(
      codesOf(withReading(`{wants: [{want: pump = shared, worth: "6${spaces}±${spaces}x"}]}`)),
    ).toEqual(['DET252']);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('wants and entries whose place is unsure', () => {
  const south = (wants: string) => wellCase([southWants, `  South: ${wants}\n`]);
  const marked = (condition: string, more = '') => `{want: ${condition}, unsure: true${more}}`;

  test('neighbours are marked, an inner list of one among them', () => {
    const [reading] =
      clean(south(`[${marked('pump = shared')}, [${marked('treaty = quotas')}], road = blocked]`))
        .preferences[1] ?? [];
    expect(reading?.wants?.map((group) => group.map(({ isUnsure }) => isUnsure))).toEqual([
      [true],
      [true],
      [false],
    ]);
  });

  test('entries of a ranking likewise', () => {
    const [reading] =
      clean(
        withReading(
          '{ranking: [treaty = quotas, {outcomes: pump = shared, unsure: true}, {outcomes: road = blocked, unsure: true}]}',
        ),
      ).preferences[1] ?? [];
    expect(reading?.ranking?.map(({ isUnsure }) => isUnsure)).toEqual([false, true, true]);
  });

  test('a want between parts two runs, and each of one is a flaw', () => {
    const wants = [marked('pump = shared'), 'road = blocked', marked('treaty = quotas')];
    expect(codesOf(south(`[${wants.join(', ')}]`))).toEqual(['DET248', 'DET248']);
    const group = `[road = blocked, ${marked('not road')}]`;
    expect(codesOf(south(`[${marked('pump = shared')}, ${group}]`))).toEqual(['DET248', 'DET249']);
  });

  test('a run may be strong as a whole, and an unknown want may be in it', () => {
    const strong = ['pump = shared', 'treaty = quotas'].map((one) => marked(one, ', strong: true'));
    clean(south(`[${strong.join(', ')}, road = blocked]`));
    clean(south(`[${marked('pump = shared')}, ${marked('road = blocked', ', unknown: true')}]`));
  });

  test('the last entry of a run of a ranking may be strong', () => {
    const entry = (condition: string, more = '') => `{outcomes: ${condition}, unsure: true${more}}`;
    const strong = ', strong: true';
    const ranking = (...entries: readonly string[]) =>
      withReading(`{ranking: [${entries.join(', ')}]}`);
    clean(ranking(entry('pump = shared'), entry('road = blocked', strong), 'treaty = quotas'));
    expect(
      codesOf(ranking(entry('pump = shared', strong), entry('road = blocked'), 'treaty = quotas')),
    ).toEqual(['DET251']);
  });

  test('runs on both sides of the line of strong wants are two runs in one: a flaw', () => {
    const strong = marked('pump = shared', ', strong: true');
    expect(codesOf(south(`[${strong}, ${marked('treaty = quotas')}]`))).toEqual(['DET251']);
  });
});

test('a rule is in doubt where it says so, and only there', () => {
  const rules = (mark: string) =>
    clean(wellCaseAnd(`rules: [{never: pump = shared and road = open${mark}}]`)).rules.map(
      ({ isInDoubt }) => isInDoubt,
    );
  expect(rules('')).toEqual([false]);
  expect(rules(', doubt: false')).toEqual([false]);
  expect(rules(', doubt: true')).toEqual([true]);
});

describe('an open today', () => {
  test('starts from the first level of each list', () => {
    const theCase = clean(
      wellCase(['pump: locked, road: blocked', 'pump: [locked, shared], road: [open, blocked]']),
    );
    expect(theCase.today).toEqual([1, 0, 0]);
    expect(theCase.openToday).toEqual([
      { issue: 0, levels: [1, 0], path: ['today', 'pump'] },
      { issue: 1, levels: [0, 1], path: ['today', 'road'] },
    ]);
  });

  test('works for a lever, whose bare yes and no are levels', () => {
    const theCase = clean(
      wellCase(
        ['pump: {by: North, levels: [shared, locked]}', 'pump: {lever: North}'],
        ['pump: locked', 'pump: [yes, no]'],
        ['pump = locked', 'pump'],
        ['pump = shared', 'not pump'],
      ),
    );
    expect(theCase.today?.[0]).toBe(1);
    expect(theCase.openToday).toEqual([{ issue: 0, levels: [1, 0], path: ['today', 'pump'] }]);
  });

  const context = (today: string, wants: string) =>
    wellCase(
      ['  treaty: {', '  rain: {by: nobody, levels: [dry, wet]}\n  treaty: {'],
      ['treaty: none}', `treaty: none, rain: ${today}}`],
      [southWants, `  South: ${wants}\n`],
    );

  test('of context: a want about it acts at one of its levels, so nothing is said', () => {
    const wants = '[if rain = wet then pump = shared, treaty = quotas]';
    expect(codesOf(context('dry', wants))).toEqual(['DET403']);
    expect(codesOf(context('[dry, wet]', wants))).toEqual([]);
  });

  test('of context: what never acts at either level is still told', () => {
    expect(codesOf(context('[dry, wet]', '[rain = wet, treaty = quotas]'))).toEqual(['DET403']);
  });

  test('is told which rule forbids another way, and of how many', () => {
    const text = `${wellCase(['pump: locked, road: blocked', 'pump: [locked, shared], road: [blocked, open]'])}rules: [{never: pump = shared and road = open}]\n`;
    const { diagnostics } = readCase(text);
    expect(diagnostics.map((one) => formatDiagnostic(text, 'case', one)).join('\n')).toContain(
      'a rule forbids 1 of the 4 ways in which today may stand',
    );
  });
});

test('a warning that rests on a rule in doubt is not given', () => {
  const rules = (mark: string) =>
    wellCaseAnd(`rules: [{never: pump = shared${mark}}]`).replace('pump = locked, ', '');
  expect(codesOf(rules(''))).toEqual(['DET409', 'DET403']);
  expect(codesOf(rules(', doubt: true'))).toEqual([]);
});

test('a question can bear on a party and on a reading', () => {
  const theCase = clean(
    wellCaseAnd('questions: {q: {text: Will it?, bears_on: [South, North.stated, pump]}}'),
  );
  expect(theCase.evidence.questions[0]?.bearsOn).toEqual(['South', 'North.stated', 'pump']);
});
