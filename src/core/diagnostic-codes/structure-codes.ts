import type { CodePage } from './code-page.js';
import { wellCase, wellCaseAnd } from './well-case.js';

/** DET2xx: keys, kinds of values, names, control. */
export const structureCodes: Readonly<Record<string, CodePage>> = {
  DET201: {
    title: 'A key that the format does not know',
    severity: 'error',
    meaning:
      'A block has a key that it cannot have: mostly a misspelt one, or one indented to the wrong block.',
    why: 'An ignored line silently changes an answer, and it may be the decisive one.',
    bad: wellCaseAnd('quesiton: who opens first?'),
    good: wellCaseAnd('question: who opens first?'),
  },
  DET202: {
    title: 'A key is missing',
    severity: 'error',
    meaning: 'A block lacks a key without which it says nothing.',
    why: 'Nothing is filled in silently.',
    bad: wellCase(['title: Two villages and a well\n', '']),
    good: wellCase(),
  },
  DET203: {
    title: 'A value of the wrong kind',
    severity: 'error',
    meaning:
      'A list stands where a text is expected, a text where a block is expected, or nothing at all.',
    why: 'Guessing what was meant could change an answer.',
    bad: wellCase(['[road = open, pump = locked, treaty = quotas]', 'road = open']),
    good: wellCase(['[road = open, pump = locked, treaty = quotas]', '[road = open]']),
  },
  DET204: {
    title: 'An issue has no such level',
    severity: 'error',
    meaning: 'A setting or a condition names a level that the issue does not have.',
    why: 'The outcome that is meant does not exist in the case.',
    bad: wellCase(['road: blocked,', 'road: block,']),
    good: wellCase(),
  },
  DET205: {
    title: 'An unknown version of the format',
    severity: 'error',
    meaning: '`detente:` names a version of the format that this program does not know.',
    why: 'A newer version may have keys that this program would not understand.',
    bad: wellCase(['detente: 1', 'detente: 2']),
    good: wellCase(),
  },
  DET206: {
    title: 'Not one of the allowed words',
    severity: 'error',
    meaning: 'The key takes one of a few words, and this is none of them.',
    why: 'Each of the words has a defined effect; another word has none.',
    bad: wellCase(['[none, quotas]}', '[none, quotas], leave: anybody}']),
    good: wellCase(['[none, quotas]}', '[none, quotas], leave: any}']),
  },
  DET207: {
    title: 'Not a number, or out of range',
    severity: 'error',
    meaning:
      'The value cannot be read as a number, or lies outside what it can be. Numbers are decimals (0.125) or fractions (2/3); powers of ten, infinity and hexadecimal are not read.',
    why: 'Numbers are held exactly, so that no comparison depends on rounding.',
    bad: wellCaseAnd(
      'sources: {letter: {title: Letter of the mayor}}',
      'statements: {st_1: {text: We shall open the road, source: letter, credibility: 7}}',
    ),
    good: wellCaseAnd(
      'sources: {letter: {title: Letter of the mayor}}',
      'statements: {st_1: {text: We shall open the road, source: letter, credibility: 2}}',
    ),
  },
  DET208: {
    title: 'Not a date',
    severity: 'error',
    meaning:
      'The value is not a day, month or year that exists, written 2025-04-27, 2025-04 or 2025.',
    why: 'Other ways of writing a date are read as different days in different countries.',
    bad: wellCaseAnd('as_of: 27/04/2025'),
    good: wellCaseAnd('as_of: 2025-04-27'),
  },
  DET210: {
    title: 'An empty list or block',
    severity: 'error',
    meaning: 'At least one item is needed here.',
    why: 'An empty list could mean "none" or "not yet filled in".',
    bad: wellCaseAnd('proposals: {mayor: {by: North, terms: {}}}'),
    good: wellCaseAnd('proposals: {mayor: {by: North, terms: {treaty: quotas}}}'),
  },
  DET211: {
    title: 'An unknown party',
    severity: 'error',
    meaning: 'A line names a party that does not stand under `parties`.',
    why: 'What it says would count for nobody.',
    bad: wellCase(['pump: {by: North', 'pump: {by: Nort']),
    good: wellCase(),
  },
  DET212: {
    title: 'An unknown name',
    severity: 'error',
    meaning: 'A condition uses a name that is neither an issue nor a term nor a named outcome.',
    why: 'The condition has no meaning without it.',
    bad: wellCase(['[pump = shared', '[dyke = shared']),
    good: wellCase(),
  },
  DET213: {
    title: 'A name used twice',
    severity: 'error',
    meaning:
      'Two things share a name and could be confused: an issue and a term, two pieces of evidence; or a list names one thing twice.',
    why: 'Issues, terms and outcomes can all stand in a condition, so each name must mean one of them only.',
    bad: wellCaseAnd('terms: {road: pump = shared and treaty = quotas}'),
    good: wellCaseAnd('terms: {peace: pump = shared and treaty = quotas}'),
  },
  DET214: {
    title: 'Characters that a name cannot have',
    severity: 'error',
    meaning:
      'A name contains something else than letters of any script, digits and "_" (ids of evidence may also contain "-").',
    why: 'Names stand in conditions, where other signs have a meaning.',
    bad: wellCaseAnd('terms: {full peace: pump = shared and treaty = quotas}'),
    good: wellCaseAnd('terms: {full_peace: pump = shared and treaty = quotas}'),
  },
  DET215: {
    title: 'A word that cannot be a name',
    severity: 'error',
    meaning:
      'The name is a word of the grammar of conditions (and, or, not, if, then, iff, in, at, least, of), a word that YAML programs read as a value (yes, no, on, off, true, false, null), or has another meaning here (`nobody`, `judgement`).',
    why: 'A condition or a list that uses it could be read in two ways. Such words are free in other cases: `NO` can be the id of Norway.',
    bad: wellCaseAnd('terms: {then: pump = shared and treaty = quotas}'),
    good: wellCaseAnd('terms: {after: pump = shared and treaty = quotas}'),
  },
  DET216: {
    title: 'Unknown evidence',
    severity: 'error',
    meaning: 'A line names a source, statement or claim that the case does not list.',
    why: 'A number or a want would be said to rest on something that nobody can look up.',
    bad: wellCaseAnd(
      'rules: [{never: pump = shared and road = open, from: lettre}]',
      'sources: {letter: {title: Letter of the mayor}}',
    ),
    good: wellCaseAnd(
      'rules: [{never: pump = shared and road = open, from: letter}]',
      'sources: {letter: {title: Letter of the mayor}}',
    ),
  },
  DET217: {
    title: 'An unknown issue',
    severity: 'error',
    meaning:
      'A setting, a list of issues or a table of points names an issue that does not stand under `issues`.',
    why: 'What it says would count for nothing.',
    bad: wellCaseAnd('proposals: {mayor: {by: North, terms: {treat: quotas}}}'),
    good: wellCaseAnd('proposals: {mayor: {by: North, terms: {treaty: quotas}}}'),
  },
  DET218: {
    title: 'A level listed twice',
    severity: 'error',
    meaning: 'An issue lists one level at two places of its order.',
    why: 'The order of levels decides what "at least" means.',
    bad: wellCase(['[shared, locked]', '[shared, locked, shared]']),
    good: wellCase(),
  },
  DET220: {
    title: 'Nobody is said to control an issue',
    severity: 'error',
    meaning: 'The issue has none of `by`, `lever`, `agree` and `moves`.',
    why: 'Who can change what decides every answer. An issue that nobody changes is written `by: nobody`.',
    bad: wellCase(['pump: {by: North, levels', 'pump: {levels']),
    good: wellCase(),
  },
  DET221: {
    title: 'Two kinds of control',
    severity: 'error',
    meaning: 'The issue has two of `by`, `lever`, `agree` and `moves`.',
    why: 'They could contradict each other.',
    bad: wellCase(['pump: {by: North, levels', 'pump: {by: North, agree: [North, South], levels']),
    good: wellCase(),
  },
  DET222: {
    title: 'Too few levels, or too many',
    severity: 'error',
    meaning: 'An issue needs two levels or more; at most 255 are read.',
    why: 'With one level there is nothing to settle.',
    bad: wellCase(
      [
        'treaty: {agree: [North, South], levels: [none, quotas]}',
        'treaty: {agree: [North, South], levels: [none]}',
      ],
      [', treaty = quotas]', ']'],
      ['treaty = quotas, ', ''],
    ),
    good: wellCase(),
  },
  DET223: {
    title: 'A lever with levels of its own',
    severity: 'error',
    meaning:
      '`lever` means a yes or no of one party: its levels are `no` and `yes` and are not listed.',
    why: 'Two lists of levels could contradict each other. `says` gives the clauses for sentences.',
    bad: wellCase(
      ['pump: {by: North, levels: [shared, locked]}', 'pump: {lever: North, levels: [no, yes]}'],
      ['pump: locked', 'pump: yes'],
      ['pump = locked', 'pump'],
      ['pump = shared', 'not pump'],
    ),
    good: wellCase(
      ['pump: {by: North, levels: [shared, locked]}', 'pump: {lever: North}'],
      ['pump: locked', 'pump: yes'],
      ['pump = locked', 'pump'],
      ['pump = shared', 'not pump'],
    ),
  },
  DET224: {
    title: 'An agreement of one party',
    severity: 'error',
    meaning: '`agree` names fewer than two parties.',
    why: 'What one party decides alone is `by`; the two differ in who can undo it.',
    bad: wellCase(['agree: [North, South]', 'agree: [North]']),
    good: wellCase(),
  },
  DET225: {
    title: 'A line without effect here',
    severity: 'error',
    meaning:
      '`consent`, `leave`, `irreversible` or `blocked` stands where it cannot have an effect: at an issue that is no agreement, at one that nobody changes, beside a key that overrules it, or in a case without `today`; or it names a party that does not sign or cannot change the issue, or a level that the party could not bring about; or the case has a rule of consent by which no agreement goes. Or the lines of an issue contradict or repeat each other: a move goes against `irreversible` or is always blocked, a move or a block stands there twice, or a party is always blocked from all that it controls.',
    why: 'The line was written for a reason, and the answer would not show it.',
    bad: wellCase(['pump: {by: North,', 'pump: {by: North, leave: none,']),
    good: wellCase(),
  },
  DET226: {
    title: 'Today is not complete',
    severity: 'error',
    meaning: '`today` does not give a level to every issue.',
    why: 'Every question starts from today, and an assumed level would be a guess.',
    bad: wellCase([', treaty: none}', '}']),
    good: wellCase(),
  },
  DET227: {
    title: 'Something that needs today',
    severity: 'error',
    meaning:
      'The case has no `today`, but an issue that nobody changes, or a no deal that means today or where things go from it.',
    why: 'Such an issue is fixed at its level today, and a no deal counted from today needs one.',
    bad: wellCase(
      ['pump: {by: North', 'pump: {by: nobody'],
      ['today: {pump: locked, road: blocked, treaty: none}\n', ''],
    ),
    good: wellCase(
      ['pump: {by: North', 'pump: {by: nobody'],
      ['road = open, pump = locked, treaty', 'road = open, treaty'],
      ['pump = shared, treaty', 'treaty'],
    ),
  },
  DET228: {
    title: 'A move that changes nothing',
    severity: 'error',
    meaning: 'A move ends at the level where it starts, or a party falls back to the last level.',
    why: 'Another level must have been meant.',
    bad: wellCase([
      'pump: {by: North, levels',
      'pump: {moves: [{by: North, from: shared, to: shared}], levels',
    ]),
    good: wellCase([
      'pump: {by: North, levels',
      'pump: {moves: [{by: North, from: shared, to: locked}], levels',
    ]),
  },
  DET235: {
    title: 'Both a condition and settings',
    severity: 'error',
    meaning: 'A named outcome or scenario has both `when` and `set`.',
    why: 'They could contradict each other.',
    bad: wellCaseAnd('outcomes: {peace: {when: treaty = quotas, set: {pump: shared}}}'),
    good: wellCaseAnd('outcomes: {peace: {when: treaty = quotas and pump = shared}}'),
  },
};
