import type { CodePage } from './code-page.js';
import { wellCase, wellCaseAnd } from './well-case.js';

const southWants = '  South: [pump = shared, treaty = quotas, road = blocked]';
const wantsOfSouth = (...wants: readonly string[]) =>
  wellCase([southWants, `  South:\n${wants.map((want) => `    - ${want}`).join('\n')}`]);
const unsure = (condition: string, more = '') => `{want: ${condition}${more}, unsure: true}`;
const strong = ', strong: true';
const both = wantsOfSouth(unsure('pump = shared'), unsure('treaty = quotas'), 'road = blocked');

/** A case whose issues and wants are so many that they can stand in any number of orders. */
const gates = (count: number, marked: number) => {
  const names = Array.from({ length: count }, (_, at) => `gate_${at + 1}`);
  const wants = names.map((name, at) => `    - ${at < marked ? unsure(name) : name}\n`);
  return wellCase(
    ['  treaty: {', `${names.map((name) => `  ${name}: {lever: North}\n`).join('')}  treaty: {`],
    ['treaty: none}', `treaty: none, ${names.map((name) => `${name}: no`).join(', ')}}`],
    [`${southWants}\n`, `  South:\n${wants.join('')}`],
  );
};

const worth = (text: string) =>
  wellCase([
    `${southWants}\n`,
    `preferences:\n  South:\n    need: {wants: [{want: pump = shared, worth: ${text}}]}\n`,
  ]);

/** DET2xx and DET4xx: what a case leaves open. */
export const doubtCodes: Readonly<Record<string, CodePage>> = {
  DET248: {
    title: 'Unsure of a place, and no neighbour to change with',
    severity: 'error',
    meaning:
      'A want or a ranking entry is marked `unsure`, and neither the one before it nor the one after it is. A line with equally important wants is no neighbour.',
    why: 'The mark says that neighbours may stand in another order. By itself it would change nothing.',
    bad: wantsOfSouth(unsure('pump = shared'), 'treaty = quotas', 'road = blocked'),
    good: both,
  },
  DET249: {
    title: 'Unsure of a place among equals',
    severity: 'error',
    meaning: 'A want of an inner list of several is marked `unsure`.',
    why: 'Equally important wants have no order. That their order is not known is another thing, and is written as marked lines one below the other.',
    bad: wantsOfSouth(`[${unsure('pump = shared')}, treaty = quotas]`, 'road = blocked'),
    good: both,
  },
  DET250: {
    title: 'Too many neighbours in any order',
    severity: 'error',
    meaning: 'More than six wants or ranking entries in a row are marked `unsure`.',
    why: 'They are taken in every order: six have 720, ten have more than three million, and no answer would come of them.',
    bad: gates(7, 7),
    good: gates(7, 6),
  },
  DET251: {
    title: 'Any order across a great difference',
    severity: 'error',
    meaning:
      'Some of a run of wants marked `unsure` are marked `strong` and some are not, or an entry of a ranking is marked both, and so is the next one `unsure`.',
    why: 'Strong wants come before all others, and what comes after a strong entry is greatly less preferred. That the order across this line is not known contradicts it.',
    bad: wantsOfSouth(unsure('pump = shared', strong), unsure('treaty = quotas'), 'road = blocked'),
    good: wantsOfSouth(
      unsure('pump = shared', strong),
      unsure('treaty = quotas', strong),
      'road = blocked',
    ),
  },
  DET252: {
    title: 'A range that is none',
    severity: 'error',
    meaning:
      'The spread behind ± is not above 0, or a list is not three ascending numbers with different ends.',
    why: 'A range says between which numbers one may lie. `60 ± 10` takes any from 50 to 70 alike; `[50, 60, 75]` takes those near 60 more often.',
    bad: worth('[50, 75, 60]'),
    good: worth('[50, 60, 75]'),
  },
  DET253: {
    title: 'Open between one level',
    severity: 'error',
    meaning: '`today` gives an issue a list with a single level.',
    why: 'A list says that it is open at which of its levels the issue stands. Either a level is missing, or nothing is open.',
    bad: wellCase(['treaty: none}', 'treaty: [none]}']),
    good: wellCase(['treaty: none}', 'treaty: [none, quotas]}']),
  },
  DET436: {
    title: 'A today that a rule forbids, among others',
    severity: 'warning',
    meaning:
      '`today` leaves open where issues stand, and a rule forbids one of the ways in which it may be. The first of them is possible.',
    why: 'Such a way is left out wherever the rule applies, so fewer are counted than the lists suggest.',
    bad: `${wellCase(['pump: locked, road: blocked', 'pump: [locked, shared], road: [blocked, open]'])}rules: [{never: pump = shared and road = open}]\n`,
    good: wellCaseAnd('rules: [{never: pump = shared and road = open}]').replace(
      'pump: locked',
      'pump: [locked, shared]',
    ),
  },
};
