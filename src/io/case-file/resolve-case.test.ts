import { expect, test } from 'vitest';
import { smallCases } from '../../../test/laws/small-cases.js';
import { formatRational, type Rational } from '../../core/rational.js';
import { readCase } from './read-case.js';

const text = smallCases.find((each) => each.includes('hypotheses')) ?? '';
const read = readCase(text).case;
const amount = (value: Rational | undefined) => value && formatRational(value);

test('parties carry how they are called, their voices and members', () => {
  expect(read?.parties[0]).toMatchObject({
    id: 'NO',
    name: 'Norway',
    called: 'the Norwegians',
    voices: ['the mayor', 'the priest, at times'],
    aliases: ['Norge'],
    unaware: [{ text: expect.stringContaining('мост'), path: ['parties', 'NO', 'unaware', 0] }],
    attitudes: [
      { party: 0, attitude: 'positive' },
      { party: 1, attitude: 'neutral' },
      { party: 2, attitude: 'negative' },
    ],
    concept: 'seq',
    members: [
      { id: 'OSL', name: 'Oslo', voices: [], note: undefined },
      { id: 'BGO', name: 'Bergen', voices: ['a poet'], note: 'on the west coast' },
    ],
    note: 'one of two',
  });
});

test('a lever takes clauses and acts for its two levels', () => {
  expect(read?.issues[0]).toMatchObject({
    label: 'the bridge',
    control: { kind: 'by', parties: [0] },
    irreversible: undefined,
    levels: [
      { id: 'no', label: 'no', says: 'the bridge is shut', act: 'shut the bridge' },
      { id: 'yes', label: 'yes', says: 'the bridge is open', act: 'open the bridge' },
    ],
  });
});

test('levels may mix ids and labels; blocks and moves hold positions and conditions', () => {
  expect(read?.issues[1]).toMatchObject({
    control: { kind: 'by', parties: [1, 2] },
    levels: [{ id: '0' }, { id: '10' }, { id: '20', label: 'twenty boats' }],
    blocked: [{ parties: [2], to: [2], when: { kind: 'name', of: 'issue', index: 0 } }],
  });
  expect(read?.issues[3]?.control).toMatchObject({
    kind: 'moves',
    moves: [
      { parties: [0], from: [0], to: [1], when: { kind: 'not' } },
      { parties: [1, 2], from: [1], to: [0], when: undefined },
    ],
  });
});

test('an agreement names who falls back to what', () => {
  expect(read?.issues[2]).toMatchObject({
    control: { parties: [0, 1], leave: { alone: [{ party: 1, to: 1 }], together: true } },
    levels: [
      { id: 'none', label: 'no pact' },
      {
        label: 'drafted',
        says: 'there is a draft',
        act: 'draft a pact',
        note: 'unsigned',
        from: ['judgement'],
      },
      { from: ['st-1', 'src-1'] },
    ],
    from: ['cl-1'],
  });
  expect(read?.today).toEqual([0, 1, 0, 0, 0]);
});

test('readings hold wants, ranking, points, red lines and no deal', () => {
  const [first, second] = read?.preferences[1] ?? [];
  expect([amount(first?.weight), amount(second?.weight)]).toEqual(['2/3', '1/3']);
  expect(
    first?.points?.issues.map(({ issue, weight, scores }) => [
      issue,
      amount(weight),
      scores.map(amount),
    ]),
  ).toEqual([
    [0, '60', ['0', '100']],
    [2, '40', ['0', '0.5', '100']],
  ]);
  expect(first?.redLines[0]).toMatchObject({
    label: 'a toll without a bridge',
    why: 'pride',
    from: ['cl-1'],
  });
  expect([amount(first?.noDeal?.value as Rational), first?.noDeal?.from]).toEqual([
    '12.5',
    ['judgement'],
  ]);
  expect(second?.noDeal?.value).toBe('ends');
  expect(second?.ranking?.map(({ text: words, label }) => [words, label])).toEqual([
    ['calm', undefined],
    ['мост', undefined],
    ['open', 'open'],
  ]);
});

test('a want carries why, from, confidence and worth', () => {
  const group = read?.preferences[0]?.[0]?.wants?.[1] ?? [];
  expect(group.map(({ text: words }) => words)).toEqual(['мост', 'toll = high']);
  expect(group[1]).toMatchObject({
    label: 'a toll',
    why: 'needs money',
    from: ['src-1'],
    confidence: 'low',
  });
  expect(amount(group[1]?.worth)).toBe('1/3');
});

test('evidence is taken over field by field', () => {
  expect(read?.evidence.sources[0]).toEqual({
    id: 'src-1',
    title: 'A letter',
    kind: 'letter',
    outlet: 'The Post',
    date: '2025-04-01',
    accessed: '2025-04',
    language: 'nb',
    slant: 'local',
    reliability: 'B',
    origin: 'the mayor',
    via: ['a clerk'],
    url: 'https://example.org/1',
    note: 'short',
  });
  expect(read?.evidence.statements[0]).toEqual({
    id: 'st-1',
    text: 'We shall open it',
    source: 'src-1',
    speaker: 'the mayor',
    party: 0,
    reportedBy: ['a clerk'],
    kind: 'quoted',
    modality: 'conditional',
    said: '2025-03-30',
    published: '2025-04-01',
    credibility: 2,
    passage: {
      exact: 'open it',
      prefix: 'We shall',
      suffix: 'in May',
      position: { start: 9, end: 16 },
      hash: '0a1b',
    },
    note: 'if dry',
  });
  expect(read?.evidence.claims[0]).toEqual({
    id: 'cl-1',
    text: 'The bridge is safe',
    status: 'contested',
    for: ['st-1'],
    against: ['src-1'],
    note: 'disputed',
  });
  expect(read?.evidence.hypotheses[0]).toMatchObject({
    text: 'It opens',
    when: { kind: 'name', of: 'issue', index: 0 },
    evidence: [
      { id: 'st-1', bearing: '+' },
      { id: 'src-1', bearing: '--' },
      { id: 'cl-1', bearing: '1.5' },
    ],
  });
});

test('a question carries its date, rule, signs and forecasts', () => {
  const [question] = read?.evidence.questions ?? [];
  expect(question).toMatchObject({
    by: '2025-05-31',
    resolves: 'the mayor says so',
    bearsOn: ['мост', 'calm', 'good', 'cl-1', 'h-1', 'NO', 'Юг.first'],
    forecasts: [{ source: 'src-1', at: '2025-04-02', note: 'a bet' }],
  });
  expect(amount(question?.forecasts[0]?.probability)).toBe('0.25');
  expect(question?.indicators.map(({ text: sign, ratio }) => [sign, amount(ratio)])).toEqual([
    ['paint', undefined],
    ['a ribbon', '3'],
  ]);
});

test('a folded note is one line, as YAML has it', () => {
  expect(read?.note).toBe('Two towns, one bridge.');
});
