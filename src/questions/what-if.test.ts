import { expect, test } from 'vitest';
import { readCase } from '../io/case-file/read-case.js';
import { supposed } from './what-if.js';

const text = `detente: 1
title: suppositions
parties: {A: Aland, B: Borland}
issues:
  gate: {by: A, levels: [shut, open]}
  road: {by: B, levels: [clear, blocked]}
today: {gate: shut, road: clear}
preferences:
  A:
    mild: {wants: [{want: gate = open, confidence: low}, road = clear]}
    stern: {wants: [{want: gate = shut, confidence: low}]}
  B: {stated: {wants: [road = blocked]}}
`;
const theCase = read();

function read() {
  const { case: found, diagnostics } = readCase(text);
  if (!found) throw new Error(diagnostics.map(({ what }) => what).join('; '));
  return found;
}

const none = { readings: {}, where: {} };

test('nothing supposed leaves the case and the options alone', () => {
  const found = supposed(theCase, none, []);
  expect(found.case).toBe(theCase);
});

test('a reading is an option, a doubt changes the case, an act changes today', () => {
  const found = supposed(theCase, none, [
    { kind: 'reading', party: 0, reading: 1 },
    { kind: 'doubt', doubt: 'A.stern.1', case: 'struck' },
    { kind: 'act', settings: [{ issue: 1, level: 1 }], by: undefined },
  ]);
  expect(found.problems).toEqual([]);
  if (found.case === undefined) return;
  expect(found.options.readings).toEqual({ A: 'stern' });
  expect(found.case.preferences[0]?.[1]?.wants).toEqual([]);
  expect(found.case.preferences[0]?.[0]).toBe(theCase.preferences[0]?.[0]);
  expect(found.case.today).toEqual([0, 1]);
  expect(found.acts).toEqual([{ setting: { issue: 1, level: 1 }, actors: [1] }]);
});

test('a want of a reading that is not in force is refused, with what would put it in force', () => {
  const { problems } = supposed(theCase, none, [
    { kind: 'doubt', doubt: 'A.stern.1', case: 'struck' },
  ]);
  expect(problems).toEqual([
    {
      what: '"A.stern.1" matters only where A is read as "stern", which is not in force',
      details: [],
      help: 'suppose that too: "A=stern" "A.stern.1=…"',
    },
  ]);
});

test('an unknown doubt and an unknown case are refused with those there are', () => {
  const problem = (doubt: string, chosen: string) =>
    supposed(theCase, none, [{ kind: 'doubt', doubt, case: chosen }]).problems[0];
  expect(problem('A.mild.2', 'struck')?.details).toEqual(['in doubt: A, A.mild.1, A.stern.1']);
  expect(problem('A.mild.1', 'gone')?.details).toEqual(['cases of "A.mild.1": held, struck']);
});
