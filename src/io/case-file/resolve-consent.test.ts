import { expect, test } from 'vitest';
import { readCase } from './read-case.js';

/** A case of five parties and one agreement of A, B and C. */
function caseText(issue: string, parties = '{A: A, B: B, C: C, D: D, E: E}', signers = 'A, B, C') {
  return `detente: 1
title: A road
parties: ${parties}
issues:
  road: {agree: [${signers}], ${issue}levels: [none, built]}
  toll: {lever: D}
  bridge: {lever: E}
today: {road: none, toll: no, bridge: no}
wants: {A: [road = built], B: [road = built], C: [road = none], D: [toll], E: [bridge]}
`;
}

const told = (text: string) => readCase(text).diagnostics.map(({ code, what }) => ({ code, what }));

test('a text where a list belongs is no empty list', () => {
  expect(told(caseText('consent: {all: A}, '))).toEqual([
    { code: 'DET203', what: expect.stringContaining('should be a list of parties') },
  ]);
});

test('an empty list is one', () => {
  expect(told(caseText('consent: {any: []}, '))).toMatchObject([{ code: 'DET210' }]);
});

test('a signer whom the rule leaves out and who cannot leave can change nothing', () => {
  const rule = 'consent: {all: [A, B]}, ';
  expect(told(caseText(`${rule}leave: all, `))).toEqual([
    { code: 'DET408', what: expect.stringContaining('"C" can change nothing') },
  ]);
  expect(told(caseText(rule))).toEqual([]);
});

test('a constituent of a signer has a say', () => {
  const parties = '{A: A, B: B, C: {name: C, consent: {all: [D, E]}}, D: D, E: E}';
  const text = caseText('leave: all, ', parties).replace('{lever: E}', '{lever: D}');
  expect(told(text)).toEqual([]);
});

/** A chain of parties, each of which stands for two of the next: A0 for 2^length. */
function chain(length: number): string {
  const links = Array.from(
    { length },
    (_, at) => `A${at}: {name: A${at}, consent: {all: [{all: [A${at + 1}]}, {all: [A${at + 1}]}]}}`,
  );
  return `{A: A, B: B, C: C, D: D, E: E, ${links.join(', ')}, A${length}: last}`;
}

test('an agreement that names too many once constituents are written out is refused at once', () => {
  const thrice = `{all: [{all: [A0]}, {all: [A0]}, {all: [A0]}]}`;
  // 2^12 = 4,096 parties stand for A0: once and twice are within 10,000, three times are not.
  const text = caseText(`consent: ${thrice}, `, chain(12), 'A, B, C, A0');
  const errors = readCase(text).diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors).toMatchObject([
    { code: 'DET107', what: expect.stringContaining('the consent to "road" names more than') },
  ]);
  const small = readCase(text.replace(', {all: [A0]}]', ']'));
  expect(small.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a tree of a party that is too large is reported there, not at each agreement', () => {
  const errors = readCase(caseText('', chain(14), 'A, B, C, A0')).diagnostics.filter(
    ({ severity }) => severity === 'error',
  );
  expect(errors.map(({ code }) => code)).toEqual(['DET107']);
});

test('all agreements of a case together are bounded too', () => {
  const issues = Array.from(
    { length: 30 },
    (_, at) => `  r${at}: {agree: [A, B, A0], levels: [none, built]}`,
  );
  const text = caseText('', chain(13))
    .replace('  toll:', `${issues.join('\n')}\n  toll:`)
    .replace('today: {', `today: {${issues.map((_, at) => `r${at}: none`).join(', ')}, `);
  const errors = readCase(text).diagnostics.filter(({ severity }) => severity === 'error');
  // 8,194 each: the 25th brings the sum above 200,000.
  expect(errors).toMatchObject([{ code: 'DET107', what: expect.stringContaining('up to "r24"') }]);
});
