import type { CodePage } from './code-page.js';
import { wellCase, wellCaseAnd } from './well-case.js';

/** DET1xx: the text as such. */
export const textCodes: Readonly<Record<string, CodePage>> = {
  DET101: {
    title: 'The text is not YAML',
    severity: 'error',
    meaning:
      'A line cannot be read: a bracket or quote is not closed, a line is indented differently from the lines it belongs to, a text with ": " in it has no quotes, a character is invisible or reorders the text.',
    why: 'What follows such a place can be read in more than one way. The part of the file that it stands in is not checked further; all other parts are. A character that reorders text (U+202A to U+202E, U+2066 to U+2069) can make a line look as if it said something else.',
    bad: wellCaseAnd('note: compiled from two sources: a letter and a map'),
    good: wellCaseAnd('note: "compiled from two sources: a letter and a map"'),
  },
  DET102: {
    title: 'A line is indented with a tab',
    severity: 'error',
    meaning: 'A tab stands where spaces say how far a line is indented.',
    why: 'Programs show tabs at different widths, so the structure that a person sees could differ from the one that is read.',
    bad: wellCase(['  North: [road', '\tNorth: [road'], ['  South: [', '\tSouth: [']),
    good: wellCase(),
  },
  DET103: {
    title: 'A key stands twice',
    severity: 'error',
    meaning: 'Two lines of one block have the same key.',
    why: 'Only one of them can count. Which one differs between programs, and the other would be ignored without a word.',
    bad: wellCaseAnd('note: first draft', 'note: second draft'),
    good: wellCaseAnd('note: second draft'),
  },
  DET104: {
    title: 'A bare yes, no, on or off',
    severity: 'error',
    meaning: 'One of these words stands without quotes, and not as the level of a lever.',
    why: 'Older YAML programs read them as true and false, newer ones as words. Only the levels of a lever are always yes and no.',
    bad: wellCaseAnd('question: yes'),
    good: wellCaseAnd('question: "yes"'),
  },
  DET105: {
    title: 'An anchor, alias, tag or other sign of YAML',
    severity: 'error',
    meaning:
      'A value begins with "&", "*" or "!", a key is "<<", or a line begins with "%". YAML gives these a meaning that case files do not use.',
    why: 'A line of a case is to say what it says by itself: a reviewer who sees one changed line must see what it changes.',
    bad: wellCaseAnd('question: &q who opens first?'),
    good: wellCaseAnd('question: "&q who opens first?"'),
  },
  DET106: {
    title: 'The file is not a case',
    severity: 'error',
    meaning: 'The file is empty, or is a list or a single text instead of `key: value` lines.',
    why: 'There is nothing to read.',
    bad: '- title: Two villages and a well\n- parties: {North: Northfield}\n',
    good: wellCase(),
  },
  DET107: {
    title: 'Too large or too deep',
    severity: 'error',
    meaning:
      'The file, a list, a condition or the nesting is beyond what is read: 5,000,000 characters, 40 levels of nesting, 100 parties, 1,000 issues, 1,000 terms, outcomes or scenarios, 1,000,000 changes in the moves and blocks of an issue, 5,000 characters a condition, 100,000 comparisons a condition with its terms written out, 10,000 parties a rule of consent with constituents written out.',
    why: 'The limits are far above any case that people can answer for. Beyond them reading could take for ever, so nothing is computed rather than part of it.',
    bad: wellCaseAnd(`note: ${'['.repeat(45)}${']'.repeat(45)}`),
    good: wellCaseAnd('note: "[[[[[]]]]]"'),
  },
  DET108: {
    title: 'A condition cut up by YAML',
    severity: 'error',
    meaning:
      'Inside [ ] or { } a condition that contains a comma or a bracket has no quotes. YAML cuts it at each comma: `[at least 2 of (a, b, c), x]` becomes four texts.',
    why: 'The pieces could be read as conditions of their own, and the answer would change without a message.',
    bad: wellCase(['pump = locked, treaty = quotas', 'at least 2 of (pump, road, treaty)']),
    good: wellCase(['pump = locked, treaty = quotas', '"at least 2 of (pump, road, treaty)"']),
  },
  DET109: {
    title: 'A second case in the file',
    severity: 'error',
    meaning: 'A line with `---` or `...` ends one document and begins another.',
    why: 'A file holds one case, so that its hash stands for it.',
    bad: wellCaseAnd('---', 'title: Another well'),
    good: wellCase(),
  },
  DET110: {
    title: 'More problems than are listed',
    severity: 'note',
    meaning: 'The file has more problems than are listed in one go: 1,000.',
    why: 'Such a file is mostly broken in one place, or it is no case. Repair the first ones and check again.',
    bad: wellCaseAnd('rules:', ...Array.from({ length: 1_001 }, () => '  - {never: dyke}')),
    good: wellCaseAnd('rules:', '  - {never: pump = shared and road = open}'),
  },
};
