import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../../src/core/case.js';
import { uncontrolled } from '../../src/core/report.js';
import { version } from '../../src/core/version.js';
import { readCase } from '../../src/io/case-file/read-case.js';
import { deals } from '../../src/questions/deals.js';
import { circle, domain, noPact, pact } from '../small/deal-cases.js';
import { caseOfText } from '../small/small-cases.js';
import { collect, keyLines, noKinds, type Shapes } from './json-keys.js';
import { root } from './page.js';

const shapes: Shapes = {
  idKeys: {
    'options.readings': '<party>',
    'options.where': '<issue>',
    levels: '<state>',
    'noDeal[].parties': '<party>',
    'deals[].against[].standing': '<party>',
    'deals[].against[].difference': '<party>',
    'deals[].utilities': '<party>',
    'proposals[].range': '<party>',
    'solutions.nash.outcomes[]': '<issue>',
  },
  sameShape: [
    [/^proposals\[\]\.verdict\./, 'deals[].'],
    [/^solutionsByNoDeal\[\]\.(?=[a-zA-Z]+\.)/, 'solutions.'],
    [/^solutions\.(?!nash\b)[a-zA-Z]+\.(?!leftOut)/, 'solutions.nash.'],
    [/^proposals\[\]\.repairs\.both\[\]\./, 'proposals[].repairs.acceptable[].'],
    [/\.gets\[\]\./, '.gives[].'],
  ],
};

/** A proposal that a rule forbids, of parties without points. */
const forbidden = caseOfText(`
detente: 1
title: Forbidden
parties: {A: Ayland, B: Beeland}
issues:
  a: {agree: [A, B], levels: [none, some]}
  b: {agree: [A, B], levels: [none, some]}
today: {a: none, b: none}
rules: [{never: a = some and b = some, why: one or the other}]
wants: {A: [a = some], B: [b = some]}
proposals: {both: {by: A, terms: {a: some, b: some}}, one: {by: A, terms: {a: some}}}
tracks: {first: {parties: [A, B], issues: [a]}}
`);

/** Nothing can be agreed: a red line is crossed. */
const refused = caseOfText(`
detente: 1
title: Refused
parties: {A: Ayland, B: Beeland}
issues: {a: {agree: [A, B], levels: [none, some]}}
today: {a: none}
preferences:
  A: {one: {wants: [a = some]}}
  B: {one: {wants: [a = none], red_lines: [a = some]}}
`);

/** A proposal of a domain that leaves an issue open. */
const open = caseOfText(`
detente: 1
title: Open
parties: {A: Ayland, B: Beeland}
issues: {price: {agree: [A, B], levels: [low, high]}, day: {agree: [A, B], levels: [early, late]}}
preferences:
  A: {one: {points: {price: {levels: {low: 0, high: 9}}, day: {levels: {early: 0, late: 2}}}, no_deal: {value: 1, from: judgement}}}
  B: {one: {points: {price: {levels: {low: 9, high: 0}}, day: {levels: {early: 2, late: 0}}}, no_deal: {value: 1, from: judgement}}}
proposals: {cheap: {by: B, terms: {price: low}}}
`);

/** What no small case shows: counts beyond 2^53, outcomes that cannot be listed, a stopped search. */
const alsoOf: Readonly<Record<string, string>> = {
  outcomes: 'integer or string',
  'frontier.outcomes': 'integer or string',
  'solutions.nash.count': 'integer or string',
  'solutions.nash.bound': 'amount or null',
  counts: 'object or null',
  frontier: 'object or null',
  'proposals[].short[].by': 'amount or null',
  'proposals[].short[].difference': 'object or null',
  'emptyZones[].fewest[].unwilling[].difference': 'object or null',
};

/** What is gained or lost, and reasons, have the keys that they have in the JSON of `holds`. */
const asInHolds =
  /\.reasons\[\]\.|\.(gained|difference)\.(<party>\.)?(by|place|gained|lost|before|after)\b/;

/** Keys whose values are exact amounts: a number, or a string where a number would not be exact. */
const amounts =
  /\.(worst|best|by|lost|value|bound|utilities|disagreement|points|<party>)$|^frontier\.points$/;
const notAmounts =
  /^(options|levels|noDeal\[\]\.parties\.<party>$|.*\.(standing|difference)\.)|^proposals\[\]\.by$/;

function asAmount(line: string): string {
  const [key = '', type = ''] = line.split(': ');
  if (Object.hasOwn(alsoOf, key)) return `${key}: ${alsoOf[key]}`;
  if (!amounts.test(key) || notAmounts.test(key) || type === 'object') return line;
  const isNull = type.endsWith(' or null') ? ' or null' : '';
  const lists = 'list of '.repeat(
    Math.max(0, ...type.split(' or ').map((one) => one.split('list').length - 1)),
  );
  return `${key}: ${lists}amount${isNull}`;
}

/** Every key of real answers with its type, sorted. */
export function keysOfDeals(): readonly string[] {
  const kinds = noKinds();
  const run = (theCase: Case, options: Partial<typeof deals.defaults>) => {
    const report = deals.run(theCase, { ...deals.defaults, ...options }, uncontrolled);
    const { groups: _, tracks: __, ...rest } = report;
    collect({ version, case: { title: theCase.title, hash: '' }, ...rest }, shapes, kinds);
  };
  const example = (name: string) => {
    const text = readFileSync(join(root, 'cases', 'examples', `${name}.yaml`), 'utf8');
    const { case: theCase } = readCase(text);
    if (!theCase) throw new Error(`${name} does not load`);
    return theCase;
  };
  run(pact, { repair: 'big', near: 'big', with: ['A'], without: ['C'] });
  run(noPact, {});
  run(domain, {});
  run(circle, {});
  run(example('two-villages'), { where: { treaty: 'none' } });
  run(example('germany-2017'), { repair: 'trade_offer' });
  run(forbidden, { track: 'first' });
  run(refused, {});
  run(open, {});
  run(example('spring-2025'), {});
  return keyLines(kinds)
    .filter((line) => !asInHolds.test(line.split(': ')[0] ?? ''))
    .map(asAmount)
    .sort();
}
