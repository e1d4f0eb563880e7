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
    [/\.alone\.(reply|worst)\./, '.alone.today.'],
    [
      /^groups\.against\[\]\.asked\[\]\.responses\[\]\.gap\./,
      'groups.against[].groups[].alone.today.gap.',
    ],
    [/\.(gapBefore|gapAfter|gaps\.(together|first|second))\./, '.gaps[].'],
    [
      /^tracks\.pairs\[\]\.(closings\[\]\.outcomes\[\]|linkage)\.gaps\[\]\./,
      'tracks.tracks[].gaps[].',
    ],
    [/\.inTheEnd\[\]\./, '.atOnce[].'],
    [/^(tracks\.answers\[\])\.proposals\[\]\.changes\[\]\./, '$1.preference.atOnce[].'],
    [
      /^tracks\.answers\[\]\.(preference|leaves\[\])\.atOnce\[\]\./,
      'tracks.pairs[].closings[].outcomes[].atOnce[].',
    ],
    [/\.got\[\]\./, '.given[].'],
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

/** A line ties two tracks; with the second, the first would be signed. */
const tied = (line = '') =>
  caseOfText(`
detente: 1
title: Tied
parties: {P: Pland, Q: Quland, R: Rland}
issues:
  trade: {agree: [P, Q], leave: none, levels: [none, open]}
  bridge: {agree: [P, Q, R], leave: none, levels: [none, built]}
today: {trade: none, bridge: none}
consent: {weight: 3, of: {P: 2, Q: 1, R: 1}}
preferences:
  P: {only: {wants: [bridge = built, trade = open] ${line}}}
  Q: {only: {wants: [trade = open, bridge = none]}}
  R: {only: {wants: [trade = none or bridge = built, bridge = built]}}
tracks:
  trade_talks: {parties: [P, Q], issues: [trade]}
  bridge_talks: {parties: [P, Q, R], issues: [bridge]}
`);

/** Points alone: a trade across two tracks, in amounts. */
const traded = caseOfText(`
detente: 1
title: Traded
parties: {P: Pland, Q: Quland, R: Rland}
issues:
  x: {agree: [P, Q], leave: none, levels: [none, done]}
  y: {agree: [P, Q], leave: none, levels: [none, done]}
today: {x: none, y: none}
preferences:
  P: {only: {points: {x: {levels: {none: 0, done: 10}}, y: {levels: {none: 4, done: 0}}}, no_deal: {value: 1, from: judgement}}}
  Q: {only: {points: {x: {levels: {none: 3, done: 0}}, y: {levels: {none: 0, done: 9}}}}}
  R: {only: {points: {x: {levels: {none: 1, done: 1}}}}}
tracks: {first: {parties: [P, Q, R], issues: [x]}, second: {parties: [P, Q], issues: [y]}}
`);

/** With x done P and R would do y, which Q likes least of all: foreseeing that, Q does not sign x. */
const foreseen = caseOfText(`
detente: 1
title: Foreseen
parties: {P: Pland, Q: Quland, R: Rland}
issues:
  x: {agree: [P, Q], leave: none, levels: [none, done]}
  y: {agree: [P, R], leave: none, levels: [none, done]}
today: {x: none, y: none}
wants: {P: [x = done, y = done iff x = done], Q: [y = none, x = done], R: [y = done iff x = done]}
tracks: {first: {parties: [P, Q], issues: [x]}, second: {parties: [P, R], issues: [y]}}
`);

/** C, who has no part in the pact and loses by it, can take back what A gains. */
const undone = caseOfText(`
detente: 1
title: Undone
parties: {A: Ayland, B: Beeland, C: Ceeland}
issues:
  pact: {agree: [A, B], leave: none, levels: [none, signed]}
  gate: {lever: C}
today: {pact: none, gate: no}
wants: {A: [not gate, pact = signed], B: [pact = signed], C: [pact = none]}
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
  groups: 'object or null',
  'groups.against[].irreconcilable': 'list of list of string or null',
  'groups.against[].toDrop': 'list of list of string or null',
  'groups.against[].groups[].alone.today': 'object or null',
  'groups.against[].groups[].alone.reply': 'object or null',
  'groups.against[].groups[].alone.worst': 'object or null',
  'groups.against[].all.core': 'object or null',
  'groups.against[].asked[].packages[].harmed[].lost': 'object or null',
  'solutions.kalaiSmorodinsky.leftOut': 'list of string',
  'tracks.tracks[].solutions[].leftOut': 'list of string',
  'tracks.pairs[].linkage.told[].parties[].difference': 'object or null',
  'tracks.answers[].links.nearestPreferred': 'integer or null',
};

/** What is gained or lost, and reasons, have the keys that they have in the JSON of `holds`. */
const asInHolds =
  /\.reasons\[\]\.|\.(gained|difference|lost)\.(<party>\.)?(by|place|gained|lost|before|after)\b/;

/** Keys whose values are exact amounts: a number, or a string where a number would not be exact. */
const amounts =
  /\.(worst|best|by|lost|value|bound|utilities|disagreement|points|<party>|shapleyShubik|banzhaf|gap|before|after|short|gain)$|^frontier\.points$|\.linkage\.value\.[a-z]+$/;
const notAmounts =
  /^(options|levels|noDeal\[\]\.parties\.<party>$|.*\.(standing|difference)\.)|^proposals\[\]\.(by|short)$|^groups\..*\.lost$|\.linkage\.value$|\.(refused|stopped)\[\]\.by$/;

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
    collect({ version, case: { title: theCase.title, hash: '' }, ...report }, shapes, kinds);
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
  run(tied(), { with: ['P', 'Q'] });
  run(tied(', red_lines: [trade = open and bridge = none]'), { without: ['R'] });
  run(traded, { with: ['P', 'Q', 'R'] });
  run(foreseen, {});
  run(undone, { with: ['A', 'B'] });
  run(example('ring-road'), { with: ['TOWN'] });
  run(example('spring-2025'), { with: ['US', 'RU'] });
  return keyLines(kinds)
    .filter((line) => !asInHolds.test(line.split(': ')[0] ?? ''))
    .map(asAmount)
    .sort();
}
