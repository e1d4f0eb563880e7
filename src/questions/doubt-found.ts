import type { Doubt } from '../analysis/uncertainty/doubt.js';
import { doubtsOf } from '../analysis/uncertainty/doubts-of.js';
import type { Case, RangedNumber, Reading } from '../core/case.js';
import type { Expression } from '../core/expression.js';
import { issuesMentioned } from '../core/issues-mentioned.js';
import { amountOf } from './amount.js';
import type { DoubtFound } from './ensemble-findings.js';

/** Everything that a case leaves open, in its words. */
export function doubtsFound(theCase: Case): readonly DoubtFound[] {
  return doubtsOf(theCase).map((doubt) => doubtFound(theCase, doubt));
}

/** A doubt with the words of the case for it and its cases, and the questions that bear on it. */
export function doubtFound(theCase: Case, doubt: Doubt): DoubtFound {
  const { id, about, weights } = doubt;
  const party = 'party' in about ? theCase.parties[about.party] : undefined;
  const reading = 'reading' in about ? readingAt(theCase, about.party, about.reading) : undefined;
  return {
    id,
    kind: about.kind,
    party: party?.id ?? null,
    reading: reading?.id ?? null,
    label: labelOf(theCase, doubt),
    cases: casesOf(theCase, doubt),
    weights: weights?.map(amountOf) ?? null,
    questions: questionsOn(theCase, doubt),
  };
}

function readingAt(theCase: Case, party: number, reading: number): Reading {
  return theCase.preferences[party]?.[reading] as Reading;
}

function labelOf(theCase: Case, { about }: Doubt): string {
  switch (about.kind) {
    case 'reading':
      return theCase.parties[about.party]?.called as string;
    case 'want': {
      const want = readingAt(theCase, about.party, about.reading).wants?.[about.group]?.[
        about.place
      ];
      return want?.label ?? want?.text ?? '';
    }
    case 'order':
      return neighbours(theCase, about).join(', ');
    case 'rule': {
      const rule = theCase.rules[about.rule];
      return rule ? `never ${rule.text}` : '';
    }
    case 'today':
      return theCase.issues[about.settings[0]?.issue ?? -1]?.label ?? '';
    case 'number':
      return `${numberWords(theCase, about.range.of)} ${about.range.text}`;
  }
}

/** The wants, or entries of a ranking, whose order is in doubt, as the file has them. */
function neighbours(
  theCase: Case,
  about: Extract<Doubt['about'], { readonly kind: 'order' }>,
): readonly string[] {
  const { wants = [], ranking = [] } = readingAt(theCase, about.party, about.reading);
  const all = about.list === 'wants' ? wants.map(([want]) => want) : ranking;
  return (about.orders[0] ?? []).map((offset) => {
    const one = all[about.first + offset];
    return one?.label ?? one?.text ?? '';
  });
}

function casesOf(theCase: Case, doubt: Doubt): DoubtFound['cases'] {
  const { about, cases } = doubt;
  const label = (id: string, at: number): string => {
    switch (about.kind) {
      case 'reading':
        return readingAt(theCase, about.party, at).label;
      case 'order': {
        const names = neighbours(theCase, about);
        return (about.orders[at] ?? []).map((offset) => names[offset]).join(', ');
      }
      case 'today': {
        const { issue, level } = about.settings[at] ?? { issue: -1, level: -1 };
        return theCase.issues[issue]?.levels[level]?.label ?? id;
      }
      default:
        return id;
    }
  };
  if (about.kind !== 'number') return cases.map((id, at) => ({ id, label: label(id, at) }));
  return [
    { id: 'lower', label: 'the lower half' },
    { id: 'upper', label: 'the upper half' },
  ];
}

function numberWords(theCase: Case, of: RangedNumber): string {
  switch (of.kind) {
    case 'no deal':
      return 'no deal at';
    case 'worth':
      return 'a worth of';
    case 'weight':
      return `a weight of ${theCase.issues[of.issue]?.label} of`;
    case 'score': {
      const issue = theCase.issues[of.issue];
      return `a score of ${issue?.label} at “${issue?.levels[of.level]?.label}” of`;
    }
  }
}

/**
 * The questions of the case that bear on a doubt, in its order: those that name the party or the
 * reading that it is about or under, and those that name an issue that its want, rule, neighbours or
 * number mentions. A question that bears on a term, an outcome or a claim is not linked by that alone.
 */
function questionsOn(theCase: Case, doubt: Doubt): readonly string[] {
  const issues = new Set([...issuesOf(theCase, doubt)].map((at) => theCase.issues[at]?.id));
  const { about } = doubt;
  const party = 'party' in about ? theCase.parties[about.party]?.id : undefined;
  const readings =
    about.kind === 'reading'
      ? (theCase.preferences[about.party] ?? [])
      : 'reading' in about
        ? [readingAt(theCase, about.party, about.reading)]
        : [];
  const names = new Set(readings.map(({ id }) => `${party}.${id}`));
  const bears = (name: string) =>
    issues.has(name) || names.has(name) || (about.kind === 'reading' && name === party);
  return theCase.evidence.questions.flatMap(({ id, bearsOn }) => (bearsOn.some(bears) ? [id] : []));
}

/** The issues that a doubt mentions; none for a reading as a whole. */
function issuesOf(theCase: Case, { about }: Doubt): ReadonlySet<number> {
  const of = (...expressions: readonly (Expression | undefined)[]) =>
    new Set(
      expressions.flatMap((one) => (one === undefined ? [] : [...issuesMentioned(one, theCase)])),
    );
  switch (about.kind) {
    case 'reading':
      return new Set();
    case 'want': {
      const { wants } = readingAt(theCase, about.party, about.reading);
      return of(wants?.[about.group]?.[about.place]?.want);
    }
    case 'order': {
      const { wants = [], ranking = [] } = readingAt(theCase, about.party, about.reading);
      const places = (about.orders[0] ?? []).map((offset) => about.first + offset);
      return of(
        ...places.map((at) =>
          about.list === 'wants' ? wants[at]?.[0]?.want : ranking[at]?.expression,
        ),
      );
    }
    case 'rule':
      return of(theCase.rules[about.rule]?.never);
    case 'today':
      return new Set(about.settings.map(({ issue }) => issue));
    case 'number': {
      const { of: number } = about.range;
      if (number.kind === 'weight' || number.kind === 'score') return new Set([number.issue]);
      if (number.kind === 'no deal') return new Set();
      const { wants } = readingAt(theCase, about.party, about.reading);
      return of(wants?.[number.group]?.[number.place]?.want);
    }
  }
}
