import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { briefDocument } from '../../index.js';
import { answerCase } from './answer.js';
import { answerChanges } from './answer-changes.js';
import { type Answer, nothingSupposed, type Readings, type RivalsCounted } from './protocol.js';
import { countRivals } from './rivals.js';
import { createWork } from './work.js';

const villages = readFileSync(
  new URL('../../../cases/examples/two-villages.yaml', import.meta.url),
  'utf8',
);
/** Its first party has a rival reading, under which both would not come about. */
const TEXT = `
detente: 1
title: A road and a gate
parties: {North: Northfield, South: Southam}
issues:
  road: {by: North, levels: [blocked, open]}
  gate: {by: South, levels: [shut, wide]}
today: {road: blocked, gate: shut}
preferences:
  North:
    calm: {label: calm, wants: [{want: road = open, confidence: low}]}
    fear: {label: fear, wants: [road = blocked]}
wants:
  South: [gate = wide]
outcomes:
  both: {label: both, when: road = open and gate = wide}
`;
const SECTION = 'What would change it';

const asked = (readings: Readings = {}, text = TEXT, doubts = {}) => ({
  text,
  readings,
  supposed: { ...nothingSupposed, doubts },
});

function rivalsOf(of = asked()): RivalsCounted | undefined {
  const outcome = countRivals({ ...of, kind: 'rivals' });
  return outcome.kind === 'rivals' ? outcome.rivals : undefined;
}

function answer(of = asked(), rivals?: RivalsCounted): Answer {
  const outcome = answerCase(createWork(), { ...of, kind: 'answer', rivals });
  if (outcome.kind !== 'answer' || !outcome.answer) throw new Error('there is no answer');
  return outcome.answer;
}

const hasSection = ({ brief }: Answer) =>
  brief.blocks.some((block) => block.kind === 'heading' && block.text === SECTION);

test('the brief of an answer says what would change it, as the brief of the command line does', () => {
  const rivals = rivalsOf();
  const told = answer(asked(), rivals);
  expect(hasSection(told)).toBe(true);
  const { reading, found } = createWork()(asked());
  if (!found || !rivals) throw new Error('there is no answer');
  const stamp = { hash: reading.hash, version: '' };
  const { blocks } = briefDocument(found.theCase, found.report, stamp, undefined, rivals.report);
  expect(told.brief.blocks).toEqual(blocks);
  expect(told.briefAlone).toEqual(answer().brief);
});

test('a brief that is not told of rival readings yet has nothing gone and nothing new', () => {
  const [without, told] = [answer(), answer(asked(), rivalsOf())];
  for (const [before, after] of [
    [without, told],
    [told, without],
  ] as const) {
    const { bottomLine, brief, holds } = answerChanges(before, after);
    expect([brief.count, brief.gone, [...brief.fresh]]).toEqual([0, [], []]);
    expect([holds.count, bottomLine]).toEqual([0, { added: [], dropped: [] }]);
  }
});

test('what else changed is told, whichever of the two is without it', () => {
  const rivals = rivalsOf();
  const other = asked({ North: 'fear' });
  const whole = answerChanges(answer(asked(), rivals), answer(other, rivals));
  expect(whole.bottomLine.dropped.length).toBeGreaterThan(0);
  for (const [before, after] of [
    [rivals, undefined],
    [undefined, rivals],
  ]) {
    const changes = answerChanges(answer(asked(), before), answer(other, after));
    expect(changes.bottomLine).toEqual(whole.bottomLine);
    expect(changes.brief.gone.length).toBeGreaterThan(0);
  }
});

test('where both are told of it, what differs in it is told', () => {
  const wanting = TEXT.replace('label: calm', 'label: quiet');
  const changes = answerChanges(
    answer(asked(), rivalsOf()),
    answer(asked({}, wanting), rivalsOf(asked({}, wanting))),
  );
  expect([...changes.brief.fresh].some((key) => key.startsWith(SECTION))).toBe(true);
});

test('a case without rival readings is told nothing of them', () => {
  const text = TEXT.replace('    fear: {label: fear, wants: [road = blocked]}\n', '');
  expect(rivalsOf(asked({}, text))).toBeUndefined();
  expect(rivalsOf(asked({}, villages))).toBeUndefined();
});

test('what was worked out with another supposition set aside is not told', () => {
  const doubts = { 'North.calm.1': 'struck' };
  const rivals = rivalsOf(asked({}, TEXT, doubts));
  expect(rivals?.aside).toEqual([]);
  expect(hasSection(answer(asked({}, TEXT, doubts), rivals))).toBe(true);
  // Under the other reading the supposition is set aside, so that the case is another.
  const otherwise = asked({ North: 'fear' }, TEXT, doubts);
  expect(hasSection(answer(otherwise, rivals))).toBe(false);
  expect(hasSection(answer(otherwise, rivalsOf(otherwise)))).toBe(true);
});
