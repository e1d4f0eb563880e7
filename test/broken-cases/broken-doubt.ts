import { wellCase, wellCaseAnd } from '../../src/core/diagnostic-codes/well-case.js';
import { type BrokenCase, southWants } from './broken-case.js';

const wants = (text: string) => wellCase([southWants, `  South: ${text}\n`]);
const reading = (text: string) =>
  wellCase([southWants, `preferences:\n  South: {need: ${text}}\n`]);
const points = (text: string) => reading(`{points: {pump: ${text}}}`);
const noDeal = (text: string) =>
  reading(`{points: {pump: {levels: {shared: 1, locked: 0}}}, no_deal: ${text}}`);
const today = (text: string) => wellCase(['treaty: none}', `treaty: ${text}}`]);
const unsure = 'unsure: true';

/** Kinds of broken case about what a file leaves open. */
export const brokenDoubt: readonly BrokenCase[] = [
  {
    name: 'unsure of the place of one want',
    text: wants(`[{want: pump = shared, ${unsure}}, treaty = quotas]`),
    code: 'DET248',
    at: '11:33',
    sees: 'unsure',
  },
  {
    name: 'unsure of the place of one ranking entry',
    text: reading(`{ranking: [pump = shared, {outcomes: treaty = quotas, ${unsure}}]}`),
    code: 'DET248',
    at: '12:71',
    sees: 'unsure',
  },
  {
    name: 'unsure of a want among equally important ones',
    text: wants(`[[{want: pump = shared, ${unsure}}, treaty = quotas], road = blocked]`),
    code: 'DET249',
    at: '11:34',
    sees: 'unsure',
  },
  {
    name: 'unsure of a run that is strong in part',
    text: wants(
      `[{want: pump = shared, ${unsure}, strong: true}, {want: treaty = quotas, ${unsure}}]`,
    ),
    code: 'DET251',
    at: '11:86',
    sees: 'unsure',
  },
  {
    name: 'unsure of a ranking entry that sets the next far off',
    text: reading(
      `{ranking: [{outcomes: pump = shared, ${unsure}, strong: true}, {outcomes: treaty = quotas, ${unsure}, strong: true}]}`,
    ),
    code: 'DET251',
    at: '12:54',
    sees: 'unsure',
  },
  {
    name: 'a mark of doubt that is neither true nor false',
    text: wellCaseAnd('rules: [{never: pump and not road, doubt: perhaps}]'),
    code: 'DET206',
    at: '12:43',
    sees: 'perhaps',
  },
  {
    name: 'a mark of doubt on a want',
    text: wants('[{want: pump = shared, doubt: true}]'),
    code: 'DET201',
    at: '11:33',
    sees: 'doubt',
  },
  {
    name: 'a spread below 0',
    text: points('{levels: {shared: 60 ± -10, locked: 0}}'),
    code: 'DET252',
    at: '12:51',
    sees: '60 ± -10',
  },
  {
    name: 'a spread of 0',
    text: points('{levels: {shared: 60 +- 0, locked: 0}}'),
    code: 'DET252',
    at: '12:51',
    sees: '60 +- 0',
  },
  {
    name: 'a spread that is no number',
    text: points('{levels: {shared: 60 ± ten, locked: 0}}'),
    code: 'DET252',
    at: '12:51',
    sees: '60 ± ten',
  },
  {
    name: 'a spread in hundredths',
    text: points('{levels: {shared: 60 ± 10 %, locked: 0}}'),
    code: 'DET252',
    at: '12:51',
    sees: '60 ± 10 %',
  },
  {
    name: 'a range of two numbers',
    text: points('{levels: {shared: [50, 75], locked: 0}}'),
    code: 'DET252',
    at: '12:51',
    sees: '[50, 75]',
  },
  {
    name: 'a range of no number',
    text: points('{levels: {shared: [], locked: 0}}'),
    code: 'DET252',
    at: '12:51',
    sees: '[]',
  },
  {
    name: 'a range that does not ascend',
    text: points('{levels: {shared: [50, 75, 60], locked: 0}}'),
    code: 'DET252',
    at: '12:51',
    sees: '[50, 75, 60]',
  },
  {
    name: 'a range from a number to itself',
    text: points('{levels: {shared: [60, 60, 60.0], locked: 0}}'),
    code: 'DET252',
    at: '12:51',
    sees: '[60, 60, 60.0]',
  },
  {
    name: 'a range with a word in it',
    text: points('{levels: {shared: [50, mid, 75], locked: 0}}'),
    code: 'DET252',
    at: '12:51',
    sees: '[50, mid, 75]',
  },
  {
    name: 'a range with a truth in it',
    text: points('{levels: {shared: [50, true, 75], locked: 0}}'),
    code: 'DET203',
    at: '12:56',
    sees: 'true',
  },
  {
    name: 'a weight that may fall below 0',
    text: points('{weight: 5 ± 10, levels: {shared: 1, locked: 0}}'),
    code: 'DET207',
    at: '12:42',
    sees: '5 ± 10',
  },
  {
    name: 'a range as the weight of a reading',
    text: reading('{weight: 3 ± 1, wants: [pump = shared]}'),
    code: 'DET207',
    at: '12:26',
    sees: '3 ± 1',
  },
  {
    name: 'three numbers as the weight of a reading',
    text: reading('{weight: [1, 2, 3], wants: [pump = shared]}'),
    code: 'DET203',
    at: '12:26',
    sees: '[1, 2, 3]',
  },
  {
    name: 'a range of no deal without a source',
    text: noDeal('[50, 60, 75]'),
    code: 'DET234',
    at: '12:77',
    sees: '[50, 60, 75]',
  },
  {
    name: 'no deal as a list of words',
    text: noDeal('{value: [today, ends], from: judgement}'),
    code: 'DET252',
    at: '12:85',
    sees: '[today, ends]',
  },
  {
    name: 'an issue open between one level',
    text: today('[quotas]'),
    code: 'DET253',
    at: '8:46',
    sees: '[quotas]',
  },
  {
    name: 'an issue open between no levels',
    text: today('[]'),
    code: 'DET210',
    at: '8:46',
    sees: '[]',
  },
  {
    name: 'an issue open between a level and itself',
    text: today('[none, none]'),
    code: 'DET213',
    at: '8:53',
    sees: 'none',
  },
  {
    name: 'an issue open with a level that it does not have',
    text: today('[none, quota]'),
    code: 'DET204',
    at: '8:53',
    sees: 'quota',
  },
  {
    name: 'an issue open between lists',
    text: today('[none, [quotas]]'),
    code: 'DET203',
    at: '8:53',
    sees: '[quotas]',
  },
  {
    name: 'an open today whose first way is forbidden',
    text: `${today('[quotas, none]')}rules: [{never: treaty = quotas and pump = locked}]\n`,
    code: 'DET402',
    at: '8:1',
    sees: 'today',
  },
  {
    name: 'an open level in a scenario',
    text: wellCaseAnd('scenarios: {wet: {set: {treaty: [none, quotas]}}}'),
    code: 'DET203',
    at: '12:33',
    sees: '[none, quotas]',
  },
  {
    name: 'a question about a reading that is not there',
    text: wellCaseAnd('questions: {q: {text: Will it hold?, bears_on: [South.proud]}}'),
    code: 'DET212',
    at: '12:49',
    sees: 'South.proud',
  },
  {
    name: 'a question about what is a party and an issue',
    text: wellCase(
      ['  pump: {', '  North: {by: South, levels: [calm, wild]}\n  pump: {'],
      ['treaty: none}', 'treaty: none, North: calm}'],
    ).concat('questions: {q: {text: Will it hold?, bears_on: [North]}}\n'),
    code: 'DET213',
    at: '13:49',
    sees: 'North',
  },
];

/** Cases that load, with a remark about what is open. */
export const doubtfulDoubt: readonly BrokenCase[] = [
  {
    name: 'an open today that a rule forbids in part',
    text: `${today('[none, quotas]')}rules: [{never: treaty = quotas and road = blocked}]\n`,
    code: 'DET436',
    at: '8:1',
    sees: 'today',
  },
];
