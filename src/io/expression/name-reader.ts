import type { Span } from '../../core/diagnostic.js';
import type { ComparisonOperator, Expression } from '../../core/expression.js';
import { nearestName } from '../nearest-name.js';
import type { ExpressionProblem, NameTable } from './expression-problem.js';

type Word = { readonly from: number; readonly to: number };
type NamedIssue = NameTable['issues'][number];
type Referent = { readonly of: 'issue' | 'term' | 'outcome'; readonly index: number };
type Extra = { readonly details?: readonly string[]; readonly help?: string };

const truthy: ReadonlySet<string> = new Set(['yes', 'true', 'on', '1']);
const falsy: ReadonlySet<string> = new Set(['no', 'false', 'off', '0']);

/** More names than this are not listed in a message. */
const mostListed = 12;

/**
 * Resolves the words of one expression against the names of the case, and adds what is wrong with
 * them to `problems`. Each reader returns `undefined` when it added an error.
 */
export function nameReader(text: string, names: NameTable, problems: ExpressionProblem[]) {
  function error(word: Word, code: string, what: string, extra: Extra = {}): void {
    const span = { start: word.from, end: word.to };
    problems.push({ code, severity: 'error', span, what, ...extra });
  }

  function warn(span: Span, what: string, help: string): void {
    problems.push({ code: 'DET307', severity: 'warning', span, what, help });
  }

  const issueIds = names.issues.map((issue) => issue.id);
  const allNames = [...issueIds, ...names.terms, ...names.outcomes];
  const textOf = (word: Word) => text.slice(word.from, word.to);

  function referent(id: string): Referent | undefined {
    const issue = positionOf(id, issueIds);
    if (issue >= 0) return { of: 'issue', index: issue };
    const term = positionOf(id, names.terms);
    if (term >= 0) return { of: 'term', index: term };
    const outcome = positionOf(id, names.outcomes);
    return outcome >= 0 ? { of: 'outcome', index: outcome } : undefined;
  }

  function issuesWith(level: string): readonly NamedIssue[] {
    return names.issues.filter((issue) => positionOf(level, issue.levels) >= 0);
  }

  /**
   * A word that no name of the case spells, alone or on the left of `right`. `suggest` turns an issue
   * and a level into a text.
   */
  function unknown(word: Word, right?: string, suggest = equals): void {
    const id = textOf(word);
    const owners = issuesWith(id);
    if (owners.length > 0) {
      const isOfLevers = owners.every((issue) => issue.isLever);
      const shown = owners.slice(0, 3).map((issue) => `"${issue.id}"`);
      const what = `"${id}" is a level of ${isOfLevers ? 'a lever' : listed(shown)}, not a name`;
      const swapped = owners.find((issue) => issue.id === right);
      const examples = swapped
        ? [suggest(swapped.id, id)]
        : owners.slice(0, isOfLevers ? 1 : 3).map((issue) => equals(issue.id, id));
      const help = `write ${choice(examples.map((example) => `"${example}"`))}`;
      error(word, 'DET212', what, { help });
      return;
    }
    const what = `nothing in the case is called "${id}"`;
    const near = nearestName(id, allNames);
    if (near !== undefined) {
      error(word, 'DET212', what, { help: `did you mean "${near}"?` });
      return;
    }
    if (right === undefined) {
      const levels = names.issues.flatMap((issue) => issue.levels);
      const nearLevel = nearestName(id, levels);
      const [owner] = nearLevel === undefined ? [] : issuesWith(nearLevel);
      if (nearLevel !== undefined && owner) {
        error(word, 'DET212', what, { help: `did you mean "${equals(owner.id, nearLevel)}"?` });
        return;
      }
    } else {
      const [owner, second] = issuesWith(right);
      if (owner && !second) {
        const help = `"${right}" is a level of "${owner.id}": did you mean that issue?`;
        error(word, 'DET212', what, { help });
        return;
      }
    }
    error(word, 'DET212', what, knownNames(names));
  }

  /** A term or named outcome where an issue has to stand. */
  function notComparable(word: Word, kind: 'term' | 'outcome', level?: string, negated = false) {
    const id = textOf(word);
    const called = kind === 'term' ? 'a term' : 'a named outcome';
    const isNo = level !== undefined && falsy.has(level.toLowerCase());
    const isYes = level !== undefined && truthy.has(level.toLowerCase());
    const write = isNo || isYes ? [isNo !== negated ? `not ${id}` : id] : [id, `not ${id}`];
    error(word, 'DET303', `"${id}" is ${called}: it holds or it does not, and has no levels`, {
      help: `write ${choice(write.map((entry) => `"${entry}"`))}`,
    });
  }

  /** The issue on the left of a comparison. */
  function subjectOf(word: Word, level?: string, suggest = equals, negated = false) {
    const id = textOf(word);
    if (!isWellFormed(id)) return undefined;
    const found = referent(id);
    if (found?.of === 'issue') return { index: found.index, issue: names.issues[found.index]! };
    if (found) notComparable(word, found.of, level, negated);
    else unknown(word, level, suggest);
    return undefined;
  }

  /** The level on the right of a comparison: its position among those of the issue. */
  function levelOf(word: Word, issue: NamedIssue, negated = false): number | undefined {
    const id = textOf(word);
    if (!isWellFormed(id)) return undefined;
    const index = positionOf(id, issue.levels);
    const isLeversWord = id === 'no' || id === 'yes';
    if (index >= 0 && (issue.isLever || !isLeversWord)) return index;

    const details = [`levels of "${issue.id}": ${issue.levels.join(', ')}`];
    const found = referent(id);
    if (found) {
      const kind = { issue: 'an issue', term: 'a term', outcome: 'a named outcome' }[found.of];
      const right = names.issues[found.of === 'issue' ? found.index : -1];
      const canStandAlone = issue.levels.length === 2 && (right?.levels.length ?? 2) === 2;
      const help = canStandAlone
        ? negated
          ? `for "one but not both" write "${issue.id} iff not ${id}"`
          : `for "both or neither" write "${issue.id} iff ${id}"`
        : `compare each with a level: "${exampleOf(issue)}"`;
      const what = `"${id}" is ${kind}; "${issue.id}" can be compared with its own levels only`;
      error(word, 'DET303', what, { details, help });
      return undefined;
    }
    const what = `issue "${issue.id}" has no level "${id}"`;
    error(word, 'DET204', what, { details, help: helpOnLevel(id, issue, negated) });
    return undefined;
  }

  function helpOnLevel(id: string, issue: NamedIssue, negated: boolean): string {
    const lower = id.toLowerCase();
    if ((truthy.has(lower) || falsy.has(lower)) && issue.levels.length === 2) {
      return `write "${truthy.has(lower) === negated ? 'not ' : ''}${issue.id}"`;
    }
    const near = nearestName(id, issue.levels);
    if (near !== undefined) return `did you mean "${near}"?`;
    if (id === 'no' || id === 'yes') return 'only levers have the levels "no" and "yes"';
    const [owner, second] = issuesWith(id);
    if (owner && !second) return `"${id}" is a level of "${owner.id}"`;
    return 'write one of these levels';
  }

  return {
    /** A name alone; of an incomplete one only its existence is asked. */
    name(word: Word | undefined, isIncomplete: boolean): Expression | undefined {
      if (!word || !isWellFormed(textOf(word))) return undefined;
      const id = textOf(word);
      const found = referent(id);
      if (isIncomplete && (found || issuesWith(id).length > 0)) return undefined;
      if (!found) {
        // What stands before a syntax error may be no name at all: `If a then b`.
        if (!isIncomplete || nearOnly(id)) unknown(word);
        return undefined;
      }
      const issue = found.of === 'issue' ? names.issues[found.index] : undefined;
      if (issue && issue.levels.length !== 2) {
        const count = issue.levels.length;
        error(word, 'DET302', `issue "${id}" has ${count} levels: its name alone says too little`, {
          details: [`levels of "${id}": ${issue.levels.join(', ')}`],
          help: `say which, as in ${choice(examplesOf(issue).map((entry) => `"${entry}"`))}`,
        });
        return undefined;
      }
      return { kind: 'name', ...found, span: { start: word.from, end: word.to } };
    },

    /** The left side of a comparison that goes no further. */
    subject(word: Word): void {
      subjectOf(word);
    },

    comparison(
      subject: Word,
      operator: ComparisonOperator,
      level: Word,
      span: Span,
    ): Expression | undefined {
      const turned = mirrored[operator];
      const suggest = (issue: string, id: string) => `${issue} ${turned} ${id}`;
      const negated = operator === '!=';
      const left = subjectOf(subject, textOf(level), suggest, negated);
      if (!left) return undefined;
      const index = levelOf(level, left.issue, negated);
      if (index === undefined) return undefined;
      const verdict = constant(operator, index, left.issue.levels.length);
      if (verdict) {
        const place = index === 0 ? 'first' : 'last';
        const shown = `${left.issue.id} ${operator} ${textOf(level)}`;
        warn(
          span,
          `"${shown}" ${verdict} holds: "${textOf(level)}" is the ${place} level of "${left.issue.id}"`,
          verdict === 'always' ? 'remove it, or name another level' : 'name another level',
        );
      }
      return { kind: 'comparison', issue: left.index, operator, level: index, span };
    },

    membership(subject: Word, levels: readonly Word[], span: Span): Expression | undefined {
      const left = subjectOf(subject, levels[0] && textOf(levels[0]));
      if (!left) return undefined;
      const found: number[] = [];
      let isWhole = true;
      for (const word of levels) {
        const index = levelOf(word, left.issue);
        if (index === undefined) {
          isWhole = false;
        } else if (found.includes(index)) {
          const place = { start: word.from, end: word.to };
          warn(place, `level "${textOf(word)}" stands twice in the list`, 'remove one of the two');
        } else found.push(index);
      }
      if (!isWhole) return undefined;
      if (found.length === left.issue.levels.length) {
        const id = left.issue.id;
        const what = `"${id} in […]" always holds: the list names every level of "${id}"`;
        warn(span, what, 'remove it, or leave out a level');
      }
      return { kind: 'membership', issue: left.index, levels: found, span };
    },

    /** The number after `at least`, of so many conditions. */
    count(span: Span, conditions: number): number | undefined {
      const written = text.slice(span.start, span.end);
      const range = ['', '1', '1 or 2'][conditions] ?? `a whole number from 1 to ${conditions}`;
      const word = { from: span.start, to: span.end };
      if (!/^\d+$/.test(written)) {
        const value = numberWords.indexOf(written.toLowerCase());
        const help = value > 0 ? `write "at least ${value} of"` : `write ${range}`;
        error(word, 'DET305', `"${written}" is not a whole number in digits`, { help });
        return undefined;
      }
      const count = Number(written);
      if (count === 0) {
        error(word, 'DET305', '"at least 0 of" always holds', { help: `write ${range}` });
        return undefined;
      }
      if (count > conditions) {
        const listedOnes = conditions === 1 ? '1 is listed' : `${conditions} are listed`;
        const what = `"at least ${written} of" never holds: only ${listedOnes}`;
        error(word, 'DET305', what, { help: `write ${range}, or list more` });
        return undefined;
      }
      return count;
    },

    hasLevel(subject: Word, level: Word): boolean {
      const found = referent(textOf(subject));
      const issue = found?.of === 'issue' ? names.issues[found.index] : undefined;
      return issue !== undefined && positionOf(textOf(level), issue.levels) >= 0;
    },
  };

  function nearOnly(id: string): boolean {
    return nearestName(id, allNames) !== undefined;
  }
}

const numberWords = 'zero one two three four five six seven eight nine ten'.split(' ');

const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** What an order comparison with the first or last level comes to, where it is no condition. */
function constant(
  operator: ComparisonOperator,
  level: number,
  levels: number,
): 'always' | 'never' | undefined {
  const last = levels - 1;
  if ((operator === '>=' && level === 0) || (operator === '<=' && level === last)) return 'always';
  if ((operator === '<' && level === 0) || (operator === '>' && level === last)) return 'never';
  return undefined;
}

/** Words wider than a name are reported by their character, not as unknown. */
function isWellFormed(id: string): boolean {
  return /^[\p{L}\p{M}\p{N}_]+$/u.test(id);
}

/** Names that look the same are the same: an accent typed as one character or as two. */
function positionOf(id: string, ids: readonly string[]): number {
  const exact = ids.indexOf(id);
  if (exact >= 0) return exact;
  if (/^\w*$/.test(id)) return -1;
  const composed = id.normalize('NFC');
  return ids.findIndex((other) => other.normalize('NFC') === composed);
}

function equals(issue: string, level: string): string {
  return `${issue} = ${level}`;
}

function exampleOf(issue: NamedIssue): string {
  return equals(issue.id, issue.levels[1] ?? issue.levels[0] ?? '…');
}

function examplesOf(issue: NamedIssue): readonly string[] {
  const second = issue.levels[1];
  if (second === undefined || issue.levels.length < 3) return [exampleOf(issue)];
  return [`${issue.id} >= ${second}`, exampleOf(issue)];
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function choice(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function knownNames(names: NameTable): Extra {
  const details: string[] = [];
  const kinds = [
    ['issues', names.issues.map((issue) => issue.id)],
    ['terms', names.terms],
    ['outcomes', names.outcomes],
  ] as const;
  for (const [kind, ids] of kinds) {
    if (ids.length === 0) continue;
    const rest = ids.length - mostListed;
    const shown = ids.slice(0, mostListed).join(', ');
    details.push(`${kind}: ${shown}${rest > 0 ? ` and ${rest} more` : ''}`);
  }
  return {
    ...(details.length > 0 ? { details } : {}),
    help: 'use one of these names, or add this one to the case',
  };
}
