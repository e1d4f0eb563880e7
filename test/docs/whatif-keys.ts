import { collect, keyLines, noKinds, type Shapes } from './json-keys.js';
import { openSandbox } from './sandbox.js';

const shapes: Shapes = {
  idKeys: { 'options.readings': '<party>', 'options.where': '<issue>' },
  sameShape: [[/^options\.given\./, 'options.headlines[].']],
};

/** Everything that a file can leave open, but for numbers; under one of its todays a rule is broken. */
const listed = `detente: 1
title: Two villages
parties: {N: Northfield, S: Southam}
issues:
  pump: {by: N, levels: [shared, locked]}
  road: {by: S, levels: [open, blocked]}
  treaty: {agree: [N, S], levels: [none, quotas]}
  summer: {by: nobody, levels: [wet, dry]}
today: {pump: locked, road: [blocked, open], treaty: none, summer: [wet, dry]}
rules:
  - {never: treaty = quotas and pump = locked, doubt: true, why: the mayor says so}
  - {never: road = open and summer = wet, why: it floods}
preferences:
  N:
    trader: {weight: 2, wants: [road = open, pump = locked, treaty = quotas]}
    guardian: {weight: 1, wants: [pump = locked, {want: road = open, confidence: low}]}
  S:
    thirsty:
      wants:
        - {want: pump = shared, unsure: true}
        - {want: road = blocked, unsure: true}
        - treaty = quotas
outcomes:
  full: {label: the full deal, when: pump = shared and road = open}
questions:
  q: {text: Will it rain before July?, by: 2027-07-01, bears_on: [summer, N]}
`;

/** A number in a range: sets are drawn. */
const drawn = `detente: 1
title: Two villages
parties: {N: Northfield, S: Southam}
issues:
  pump: {by: N, levels: [shared, locked]}
  road: {by: S, levels: [open, blocked]}
today: {pump: locked, road: blocked}
preferences:
  N: {trader: {wants: [road = open, {want: pump = locked, confidence: low}]}}
  S:
    weighs:
      points:
        pump: {weight: 60 ± 30, levels: {shared: 1, locked: 0}}
        road: {weight: [30, 50, 90], levels: {blocked: 1, open: 0}}
outcomes:
  full: {label: the full deal, when: pump = shared and road = open}
scenarios:
  peace: {label: peace, when: pump = shared and road = open}
`;

/** Keys whose values are exact amounts: a number, or a string where a number would not be exact. */
const amounts = /(?<!errors)\.(share|swing|information|effect|best|noWorse|better|weights)$/;

function asAmount(line: string): string {
  const [key = '', type = ''] = line.split(': ');
  if (!amounts.test(key)) return line;
  const isList = type.startsWith('list');
  return `${key}: ${isList ? 'list of ' : ''}amount${type.endsWith(' or null') ? ' or null' : ''}`;
}

/** What no case this small shows. */
const alsoOf: Readonly<Record<string, string>> = {
  assumptions: 'list of string',
  limits: 'list of string',
  'flips[].searched': 'integer or null',
  'options.precision': 'number',
  'tornadoes[].bars[].cases[].share': 'amount or null',
};

/** Parts that have the keys of another page, or that are for the program alone. */
const elsewhere = /^(before|after)\.|\.when\./;

/** Every key that \`detente whatif --json\` prints with its type, sorted. */
export async function keysOfWhatIf(): Promise<readonly string[]> {
  const kinds = noKinds();
  const sandbox = openSandbox();
  const add = async (line: string) => {
    const { text } = await sandbox.run(`detente whatif ${line} --json`);
    collect(JSON.parse(text), shapes, kinds);
  };
  try {
    sandbox.write('listed.yaml', listed);
    sandbox.write('drawn.yaml', drawn);
    await add('listed.yaml --choices');
    await add('listed.yaml --reading N=trader --where "treaty = none" --headline full');
    await add('drawn.yaml --given "pump = locked" --headline "pump = shared" --chunk 100');
    await add('drawn.yaml --given "pump = shared"');
    await add('drawn.yaml --draws 1000 --precision 0 --choices');
    await add('cases/examples/germany-2017.yaml --choices');
    await add('cases/examples/germany-2017.yaml FDP=office');
    return keyLines(kinds)
      .filter((line) => !elsewhere.test(line.split(': ')[0] ?? ''))
      .map((line) => {
        const [key = ''] = line.split(': ');
        return Object.hasOwn(alsoOf, key) ? `${key}: ${alsoOf[key]}` : asAmount(line);
      })
      .sort();
  } finally {
    sandbox.close();
  }
}
