import type { CodePage } from './code-page.js';
import { wellCase, wellCaseAnd } from './well-case.js';

const threeLevels = ['levels: [none, quotas]', 'levels: [none, quotas, meters]'] as const;

/** DET3xx: conditions. */
export const expressionCodes: Readonly<Record<string, CodePage>> = {
  DET301: {
    title: 'Not a condition',
    severity: 'error',
    meaning:
      'The text does not follow the grammar of conditions: comparisons such as `pump = shared`, joined by `not`, `and`, `or`, `if … then …`, `iff`, `in [ ]` and `at least n of ( )`.',
    why: 'Conditions are read exactly or not at all.',
    bad: wellCase(['[pump = shared', '[pump = shared and']),
    good: wellCase(['[pump = shared', '[pump = shared and road = open']),
  },
  DET302: {
    title: 'The bare name of an issue with many levels',
    severity: 'error',
    meaning: 'A name alone means the second of two levels; this issue has more.',
    why: 'With three levels or more it is not clear which of them is meant.',
    bad: wellCase(threeLevels, ['treaty = quotas]', 'treaty]']),
    good: wellCase(threeLevels, ['treaty = quotas]', 'treaty >= quotas]']),
  },
  DET303: {
    title: 'A comparison of something without levels',
    severity: 'error',
    meaning: 'A term or a named outcome is compared with a level; it holds or does not hold.',
    why: 'Only issues have levels.',
    bad: wellCaseAnd(
      'terms: {peace: pump = shared and treaty = quotas}',
      'rules: [{never: peace = quotas and road = blocked}]',
    ),
    good: wellCaseAnd(
      'terms: {peace: pump = shared and treaty = quotas}',
      'rules: [{never: peace and road = blocked}]',
    ),
  },
  DET304: {
    title: 'A term defined by itself',
    severity: 'error',
    meaning: 'A term or a named outcome refers to itself, directly or through others.',
    why: 'It has no meaning: whether it holds would depend on whether it holds.',
    bad: wellCaseAnd('terms: {peace: calm and pump = shared, calm: peace or road = open}'),
    good: wellCaseAnd(
      'terms: {peace: calm and pump = shared, calm: treaty = quotas or road = open}',
    ),
  },
  DET305: {
    title: 'A count that cannot be meant',
    severity: 'error',
    meaning:
      'The count of `at least n of (…)` is not a whole number from 1 to the number of conditions listed.',
    why: 'At least 0 always holds, and more than are listed never do.',
    bad: wellCaseAnd('rules: [{never: "at least 3 of (pump = shared, treaty = quotas)"}]'),
    good: wellCaseAnd('rules: [{never: "at least 2 of (pump = shared, treaty = quotas)"}]'),
  },
  DET306: {
    title: 'A sign of another language',
    severity: 'error',
    meaning: 'A sign or word is used that other languages have for this: `==`, `&&`, `≥`, `AND`.',
    why: 'There is one way to write each condition, so that a search finds all of them.',
    bad: wellCase(['[road = open', '[road == open']),
    good: wellCase(),
  },
  DET307: {
    title: 'A comparison that always or never holds',
    severity: 'warning',
    meaning:
      'A comparison or list is met by every level of the issue or by none, or names a level twice.',
    why: 'It adds nothing; another level or sign may have been meant.',
    bad: wellCaseAnd('rules: [{never: treaty = quotas and pump >= shared and road = open}]'),
    good: wellCaseAnd('rules: [{never: treaty = quotas and pump > shared and road = open}]'),
  },
};
