import type { CodePage } from './code-page.js';
import { wellCase, wellCaseAnd } from './well-case.js';

const scores = '{treaty: {levels: {none: 100, quotas: 0}}}';
const readingOfSouth = (lines: string) =>
  wellCase([
    '  South: [pump = shared, treaty = quotas, road = blocked]\n',
    `preferences:\n  South:\n    need: ${lines}\n`,
  ]);
const longList = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `  gate_${at + 1}: {by: North, levels: [shut, ajar, open]}`,
  );

/** With an issue that no want is about, so that outcomes can differ in nothing that counts. */
const coloured = (entries: string) =>
  `${wellCase(
    ['  treaty: {', '  colour: {by: North, levels: [red, blue]}\n  treaty: {'],
    ['treaty: none}', 'treaty: none, colour: red}'],
  )}coalesce: [${entries}]\n`;

/** DET4xx: what the case means as a whole. */
export const meaningCodes: Readonly<Record<string, CodePage>> = {
  DET401: {
    title: 'The rules leave no outcome',
    severity: 'error',
    meaning: 'Every combination of levels is forbidden by some rule.',
    why: 'There is nothing to ask about.',
    bad: wellCaseAnd('rules: [{never: pump = shared}, {never: pump = locked}]'),
    good: wellCaseAnd('rules: [{never: pump = shared and road = open}]'),
  },
  DET402: {
    title: 'Today is forbidden',
    severity: 'error',
    meaning: 'A rule forbids the outcome that `today` describes.',
    why: 'Either the rule or the description of today is wrong, and every question starts from today.',
    bad: wellCaseAnd('rules: [{never: pump = locked and road = blocked}]'),
    good: wellCaseAnd('rules: [{never: pump = shared and road = open}]'),
  },
  DET403: {
    title: 'A want that never acts',
    severity: 'warning',
    meaning:
      'A want is met in every possible outcome or in none, or the wants before it already decide whatever it could.',
    why: 'It changes no answer. If it was meant to, its place or its condition is wrong.',
    bad: wellCase(['treaty = quotas]', 'treaty = quotas, pump = shared]']),
    good: wellCase(),
  },
  DET404: {
    title: 'A name for outcomes that cannot be',
    severity: 'warning',
    meaning: 'No possible outcome is covered by a named outcome or a proposal.',
    why: 'Every answer about it would be empty.',
    bad: wellCaseAnd(
      'rules: [{never: pump = shared and road = open}]',
      'outcomes: {peace: pump = shared and road = open}',
    ),
    good: wellCaseAnd(
      'rules: [{never: pump = shared and road = open and treaty = none}]',
      'outcomes: {peace: pump = shared and road = open}',
    ),
  },
  DET405: {
    title: 'A rule that forbids nothing more',
    severity: 'warning',
    meaning: 'What a rule forbids is already forbidden by the other rules, or cannot occur.',
    why: 'Either another rule is wider than meant, or this one is narrower.',
    bad: wellCaseAnd(
      'rules:',
      '  - {never: pump = shared and road = open}',
      '  - {never: pump = shared and road = open and treaty = none}',
    ),
    good: wellCaseAnd(
      'rules:',
      '  - {never: pump = shared and road = open}',
      '  - {never: pump = locked and treaty = quotas}',
    ),
  },
  DET406: {
    title: 'Too many outcomes to check while reading',
    severity: 'note',
    meaning:
      'The issues give more outcomes than are listed while a file is read. Nothing is wrong.',
    why: 'Whether rules, wants and names can hold was not checked. Questions that need not list the outcomes can still be asked.',
    bad: wellCase([
      'today: {',
      `${longList(13).join('\n')}\ntoday: {${Array.from({ length: 13 }, (_, at) => `gate_${at + 1}: shut`).join(', ')},\n  `,
    ]),
    good: wellCase(),
  },
  DET407: {
    title: 'A party without preferences',
    severity: 'warning',
    meaning: 'Nothing says what the party wants.',
    why: 'It is taken to be content with every outcome, which is seldom so and makes outcomes look stable.',
    bad: wellCase(['  South: [pump = shared, treaty = quotas, road = blocked]\n', '']),
    good: wellCase(),
  },
  DET408: {
    title: 'A party that can change nothing',
    severity: 'warning',
    meaning: 'The party controls no issue, alone or with others.',
    why: 'No outcome can fail because of it. That is right for a party whose losses are to be seen, and wrong for one that can act.',
    bad: wellCase(
      ['South: Southam}', 'South: Southam, Mill: the miller}'],
      ['  South: [', '  Mill: [pump = shared]\n  South: ['],
    ),
    good: wellCase(
      ['South: Southam}', 'South: Southam, Mill: the miller}'],
      ['agree: [North, South]', 'agree: [North, South, Mill]'],
      ['  South: [', '  Mill: [pump = shared]\n  South: ['],
    ),
  },
  DET409: {
    title: 'A level that no outcome has',
    severity: 'warning',
    meaning: 'The rules forbid every outcome with this level.',
    why: 'Wants and scores about it never act, and an agreement on it cannot be reached.',
    bad: wellCaseAnd(
      'rules: [{never: treaty = quotas and road = open}, {never: treaty = quotas and road = blocked}]',
    ).replaceAll(', treaty = quotas', ''),
    good: wellCaseAnd('rules: [{never: treaty = quotas and road = open}]'),
  },
  DET411: {
    title: 'Wants and points disagree',
    severity: 'note',
    meaning:
      'A reading has both wants (or a ranking) and points, and they order some pairs of outcomes oppositely.',
    why: 'Questions of order use the wants, questions of amount the points; the two answers then rest on different preferences.',
    bad: readingOfSouth(`{wants: [treaty = quotas], points: ${scores}}`),
    good: readingOfSouth(`{wants: [treaty = none], points: ${scores}}`),
  },
  DET412: {
    title: 'A red line that the party would like to cross',
    severity: 'warning',
    meaning: "The party's own order puts an outcome beyond its red line above today.",
    why: 'A red line limits what a party signs, not what it likes. Often one of the two is wrong.',
    bad: readingOfSouth('{wants: [pump = shared, treaty = quotas], red_lines: [treaty = quotas]}'),
    good: readingOfSouth('{wants: [treaty = none, pump = shared], red_lines: [treaty = quotas]}'),
  },
  DET415: {
    title: 'Sealed, not checked',
    severity: 'note',
    meaning:
      'The file has a `later` block: what happened after the day it describes. It is cut out before anything looks at it.',
    why: 'No answer may rest on what was not yet known. Only `detente score` reads the block.',
    bad: wellCaseAnd('later: {outcome: quotas were agreed in spring}'),
    good: wellCase(),
  },
  DET416: {
    title: 'A ranking entry that claims nothing',
    severity: 'warning',
    meaning:
      'No possible outcome satisfies the entry, or earlier entries have claimed all that do.',
    why: 'It changes no answer. If it was meant to, its place or its condition is wrong.',
    bad: readingOfSouth('{ranking: [pump = shared, pump = shared and treaty = quotas]}'),
    good: readingOfSouth('{ranking: [pump = shared and treaty = quotas, pump = shared]}'),
  },
  DET420: {
    title: 'A contested claim without a contradiction',
    severity: 'warning',
    meaning: 'A claim is marked contested or contradicted, and nothing is listed under `against`.',
    why: 'A contested claim carries its contradiction, so that a reader can judge both.',
    bad: wellCaseAnd(
      'sources: {letter: {title: Letter of the mayor}}',
      'claims: {cl_dry: {text: The well runs dry, status: contested, for: [letter]}}',
    ),
    good: wellCaseAnd(
      'sources: {letter: {title: Letter of the mayor}, log: {title: Log of the pump}}',
      'claims: {cl_dry: {text: The well runs dry, status: contested, for: [letter], against: [log]}}',
    ),
  },
  DET431: {
    title: 'An outcome that counts as one with two others',
    severity: 'error',
    meaning: 'Two entries of `coalesce` cover the same outcome.',
    why: 'It can stand for one state only, and which it is would change the answer.',
    bad: coloured('{when: pump = shared and road = open}, {when: pump = shared and treaty = none}'),
    good: coloured(
      '{when: pump = shared and road = open and treaty = none}, {when: pump = shared and road = open and treaty = quotas}',
    ),
  },
  DET432: {
    title: 'Outcomes that count as one, and a want between them',
    severity: 'warning',
    meaning:
      'Outcomes count as one under `coalesce`, and a want or a ranking entry of a party is met by some of them only. The first such line of each reading is named.',
    why: 'The party is taken to rank them all as the one that is shown, so what it would gain or lose between them counts for nothing.',
    bad: coloured('{when: pump = shared and road = open}'),
    good: coloured('{when: pump = shared and road = open and treaty = none}'),
  },
  DET433: {
    title: 'A line about outcomes that are not there',
    severity: 'warning',
    meaning:
      'An entry of `coalesce` covers fewer than two possible outcomes, or no possible outcome satisfies a line of `unaware`.',
    why: 'The line does nothing. If it was meant to, its condition is wrong.',
    bad: wellCaseAnd('coalesce: [{when: pump = shared and treaty = quotas and road = open}]'),
    good: wellCase(),
  },
};
