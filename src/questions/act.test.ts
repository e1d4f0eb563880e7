import { expect, test } from 'vitest';
import { readCase } from '../io/case-file/read-case.js';
import { caseAfter } from './act.js';

const theCase = read(`detente: 1
title: acts
parties: {A: Aland, B: Borland, C: Celand}
issues:
  gate: {by: A, levels: [shut, ajar, open]}
  road: {by: [A, B], levels: [clear, blocked]}
  flag: {lever: B, irreversible: true}
  treaty: {agree: [A, B], levels: [none, small, large], leave: any}
  rain: {by: nobody, levels: [dry, wet]}
today: {gate: shut, road: clear, flag: no, treaty: none, rain: dry}
rules: [{never: gate = open and treaty = none}]
wants: {A: [gate = open], B: [road = blocked], C: [flag]}
`);

function read(text: string) {
  const { case: found, diagnostics } = readCase(text);
  if (!found) throw new Error(diagnostics.map(({ what }) => what).join('; '));
  return found;
}

/** Does the acts named by `issue level`, and returns the case or what stands in the way. */
function after(acts: string, by?: string) {
  const settings = acts.split(', ').map((act) => {
    const [issueId, levelId] = act.split(' ');
    const issue = theCase.issues.findIndex(({ id }) => id === issueId);
    return {
      issue,
      level: theCase.issues[issue]?.levels.findIndex(({ id }) => id === levelId) as number,
    };
  });
  const party = by === undefined ? undefined : theCase.parties.findIndex(({ id }) => id === by);
  const outcome = caseAfter(
    theCase,
    settings.map((setting) => ({ setting, by: party })),
  );
  const controlOf = (id: string) => outcome.case?.issues.find((one) => one.id === id)?.control;
  return { ...outcome, controlOf };
}

test('the only one who can move an issue acts, and the issue stays where it was brought', () => {
  const { case: changed, acts, controlOf } = after('gate ajar');
  expect(changed?.today).toEqual([1, 0, 0, 0, 0]);
  expect(acts).toEqual([{ setting: { issue: 0, level: 1 }, actors: [0] }]);
  expect(controlOf('gate')).toEqual({ kind: 'nobody' });
});

test('where several can act, one has to be named, and the others keep their right', () => {
  expect(after('road blocked').problems).toMatchObject([
    {
      what: 'more than one party can bring about "road = blocked"',
      details: ['parties that can: A, B'],
    },
  ]);
  expect(after('road blocked', 'B').controlOf('road')).toEqual({ kind: 'by', parties: [0] });
});

test('one who cannot do it is refused, and those who can are named', () => {
  expect(after('gate ajar', 'C').problems).toMatchObject([
    {
      what: 'C cannot bring about "gate = ajar" from today',
      details: ['today: gate = shut', 'parties that can: A'],
    },
  ]);
});

test('an agreement is the act of all who sign it, and none of them leaves it', () => {
  const { acts, controlOf } = after('treaty large');
  expect(acts).toEqual([{ setting: { issue: 3, level: 2 }, actors: [0, 1] }]);
  expect(controlOf('treaty')).toEqual({ kind: 'nobody' });
});

test('context is changed by nobody', () => {
  const { acts, case: changed } = after('rain wet');
  expect(acts).toEqual([{ setting: { issue: 4, level: 1 }, actors: [] }]);
  expect(changed?.today).toEqual([0, 0, 0, 0, 1]);
  expect(after('rain wet', 'A').problems).toMatchObject([
    { what: 'nobody decides about "rain", A neither' },
  ]);
});

test('acts that a rule forbids are refused unless what lifts it is done too', () => {
  expect(after('gate open').problems).toMatchObject([
    { details: ['rule: never gate = open and treaty = none'] },
  ]);
  expect(after('gate open, treaty small').case?.today).toEqual([2, 0, 0, 1, 0]);
});

test('a party may bind itself to what is so today; an agreement not made cannot be kept', () => {
  expect(after('gate shut').acts).toEqual([{ setting: { issue: 0, level: 0 }, actors: [0] }]);
  expect(after('treaty none').problems).toMatchObject([
    { what: '"treaty = none" is so today already' },
  ]);
});

test('an act takes an open level of today away', () => {
  const open = { ...theCase, openToday: [{ issue: 4, levels: [0, 1], path: [] }] };
  expect(
    caseAfter(open, [{ setting: { issue: 4, level: 1 }, by: undefined }]).case?.openToday,
  ).toEqual([]);
});

test('without a today nothing can be done from there', () => {
  const { problems } = caseAfter({ ...theCase, today: undefined }, [
    { setting: { issue: 0, level: 1 }, by: 0 },
  ]);
  expect(problems).toMatchObject([{ what: expect.stringContaining('has no today') }]);
});
