import type { Case, Issue, NamedOutcome, Proposal, Rule } from '../core/case.js';
import type { Expression } from '../core/expression.js';
import { expressionText } from '../core/expression-text.js';
import { changeOf, matchById, textChange, wordChange } from './change-of.js';
import { consentText, controlText } from './control-text.js';
import type { AssumptionChange, ChangedPart, WordChange } from './diff-findings.js';

/** Changes of meaning, and of words alone. */
export type Changes = {
  readonly changes: readonly AssumptionChange[];
  readonly rewordings: readonly WordChange[];
};

/** The changes of several parts as one. */
export function together(parts: readonly Changes[]): Changes {
  return {
    changes: parts.flatMap(({ changes }) => changes),
    rewordings: parts.flatMap(({ rewordings }) => rewordings),
  };
}

/**
 * What differs between two cases apart from what the parties want: parties and their constituents,
 * issues with their levels and control (a rule of consent of the case with each agreement that goes by
 * it), today, rules, terms, named outcomes, scenarios, proposals and tracks.
 *
 * Parties, issues, levels and names are matched by id, rules by what they forbid. Labels, notes,
 * reasons, sources and the order of parties and of issues are words: they change no verdict.
 */
export function caseChanges(before: Case, after: Case): Changes {
  return together([
    parties(before, after),
    issues(before, after),
    { changes: today(before, after), rewordings: [] },
    rules(before, after),
    named('term', before, after, (c) => c.terms, ['says', 'saysNot', 'note']),
    named('outcome', before, after, (c) => c.outcomes, ['label', 'note', 'from']),
    named('scenario', before, after, (c) => c.scenarios, ['label', 'note', 'from']),
    proposals(before, after),
    tracks(before, after),
    {
      changes: [],
      rewordings: [
        ...wordChange('case', before, after, [
          'title',
          'asOf',
          'question',
          'decisionFor',
          'handling',
          'note',
        ]),
        ...wordChange('evidence', before.evidence, after.evidence, [
          'sources',
          'statements',
          'claims',
          'questions',
        ]),
        ...hypotheses(before, after),
      ],
    },
  ]);
}

const wordKeys = ['name', 'called', 'voices', 'members', 'aliases', 'note'] as const;

function parties(before: Case, after: Case): Changes {
  const { added, dropped, pairs } = matchById(before.parties, after.parties);
  return {
    changes: [
      ...dropped.map(({ id }) => changeOf('party', 'dropped', { id, party: id })),
      ...added.map(({ id }) => changeOf('party', 'added', { id, party: id })),
      ...pairs.flatMap(([a, b]) =>
        textChange(
          'constituents',
          a.consent && consentText(before, a.consent),
          b.consent && consentText(after, b.consent),
          { id: a.id, party: a.id },
        ),
      ),
    ],
    rewordings: [
      ...orderChange('party', before.parties, after.parties),
      ...pairs.flatMap(([a, b]) => wordChange('party', a, b, wordKeys, { party: a.id, id: a.id })),
    ],
  };
}

/** Says that things both cases have stand in another order. */
function orderChange(
  part: ChangedPart,
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): readonly WordChange[] {
  const common = (list: typeof before, other: typeof before) =>
    list.map(({ id }) => id).filter((id) => other.some((one) => one.id === id));
  return common(before, after).join(' ') === common(after, before).join(' ')
    ? []
    : [{ part, id: null, party: null, reading: null, keys: ['order'] }];
}

function issues(before: Case, after: Case): Changes {
  const { added, dropped, pairs } = matchById(before.issues, after.issues);
  const summary = (theCase: Case, issue: Issue) =>
    `${controlText(theCase, issue).control}, levels: ${issue.levels.map(({ id }) => id).join(', ')}`;
  const own = together(pairs.map(([a, b]) => issueChanges(before, after, a, b)));
  return {
    changes: [
      ...dropped.map((issue) =>
        changeOf('issue', 'dropped', { id: issue.id, before: summary(before, issue) }),
      ),
      ...added.map((issue) =>
        changeOf('issue', 'added', { id: issue.id, after: summary(after, issue) }),
      ),
      ...own.changes,
    ],
    rewordings: [...orderChange('issue', before.issues, after.issues), ...own.rewordings],
  };
}

function issueChanges(before: Case, after: Case, a: Issue, b: Issue): Changes {
  const { id } = a;
  const levels = matchById(a.levels, b.levels);
  const order = (issue: Issue) => issue.levels.map((level) => level.id).join(', ');
  const first = controlText(before, a);
  const second = controlText(after, b);
  return {
    changes: [
      ...levels.dropped.map((level) => changeOf('level', 'dropped', { id, before: level.id })),
      ...levels.added.map((level) => changeOf('level', 'added', { id, after: level.id })),
      ...(orderChange('level', a.levels, b.levels).length > 0
        ? [changeOf('level', 'moved', { id, before: order(a), after: order(b) })]
        : []),
      ...textChange('control', first.control, second.control, { id }),
      ...textChange('ways back', first.leave, second.leave, { id }),
      ...textChange('one way', first.irreversible, second.irreversible, { id }),
      ...textChange('blocked moves', first.blocked, second.blocked, { id }),
    ],
    rewordings: [
      ...wordChange('issue', a, b, ['label', 'isLever', 'note', 'from'], { id }),
      ...levels.pairs.flatMap(([x, y]) =>
        wordChange('level', x, y, ['label', 'says', 'act', 'note', 'from'], {
          id: `${id} = ${x.id}`,
        }),
      ),
    ],
  };
}

function today(before: Case, after: Case): readonly AssumptionChange[] {
  const levelOf = (theCase: Case, id: string) => {
    const at = theCase.issues.findIndex((issue) => issue.id === id);
    const level = theCase.today?.[at];
    const nameOf = (one: number) => theCase.issues[at]?.levels[one]?.id;
    const open = theCase.openToday.find(({ issue }) => issue === at);
    if (open) return `[${open.levels.map(nameOf).join(', ')}]`;
    return level === undefined ? undefined : nameOf(level);
  };
  if ((before.today === undefined) !== (after.today === undefined)) {
    return [changeOf('today', after.today ? 'added' : 'dropped', {})];
  }
  // An issue that only one case has is told as such, with its levels.
  return matchById(before.issues, after.issues).pairs.flatMap(([{ id }]) =>
    textChange('today', levelOf(before, id), levelOf(after, id), { id }),
  );
}

function rules(before: Case, after: Case): Changes {
  const keyed = (theCase: Case) =>
    theCase.rules.map((rule: Rule) => ({
      ...rule,
      id: expressionText(rule.never, theCase),
    }));
  const { added, dropped, pairs } = matchById(keyed(before), keyed(after));
  return {
    changes: [
      ...dropped.map(({ id, path }) =>
        changeOf('rule', 'dropped', { before: id, paths: { before: path, after: null } }),
      ),
      ...added.map(({ id, path }) =>
        changeOf('rule', 'added', { after: id, paths: { before: null, after: path } }),
      ),
      ...pairs.flatMap(([a, b]) =>
        textChange('doubt of a rule', doubtOf(a), doubtOf(b), {
          id: b.id,
          paths: { before: a.path, after: b.path },
        }),
      ),
    ],
    rewordings: pairs.flatMap(([a, b]) => wordChange('rule', a, b, ['why', 'from'], { id: a.id })),
  };
}

const doubtOf = ({ isInDoubt }: Rule) => (isInDoubt ? 'in doubt' : 'sure');

type Definition = { readonly id: string; readonly when: Expression };

/** Named expressions: matched by name, compared by what they stand for. */
function named<Entry extends Definition>(
  part: 'term' | 'outcome' | 'scenario',
  before: Case,
  after: Case,
  of: (theCase: Case) => readonly (Entry | Definition)[],
  keys: readonly (keyof NamedOutcome | 'says' | 'saysNot')[],
): Changes {
  const { added, dropped, pairs } = matchById(of(before), of(after));
  const first = ({ when }: Definition) => expressionText(when, before);
  const second = ({ when }: Definition) => expressionText(when, after);
  return {
    changes: [
      ...dropped.map((one) => changeOf(part, 'dropped', { id: one.id, before: first(one) })),
      ...added.map((one) => changeOf(part, 'added', { id: one.id, after: second(one) })),
      ...pairs.flatMap(([a, b]) => textChange(part, first(a), second(b), { id: a.id })),
    ],
    rewordings: pairs.flatMap(([a, b]) =>
      wordChange(part, a, b, keys as readonly never[], { id: a.id }),
    ),
  };
}

function proposals(before: Case, after: Case): Changes {
  const text = (theCase: Case, { terms }: Proposal) =>
    terms
      .map(({ issue, level }) => {
        const one = theCase.issues[issue];
        return `${one?.id} = ${one?.levels[level]?.id}`;
      })
      .sort()
      .join(' and ');
  const { added, dropped, pairs } = matchById(before.proposals, after.proposals);
  return {
    changes: [
      ...dropped.map((one) =>
        changeOf('proposal', 'dropped', { id: one.id, before: text(before, one) }),
      ),
      ...added.map((one) => changeOf('proposal', 'added', { id: one.id, after: text(after, one) })),
      ...pairs.flatMap(([a, b]) =>
        textChange('proposal', text(before, a), text(after, b), { id: a.id }),
      ),
    ],
    rewordings: pairs.flatMap(([a, b]) =>
      wordChange('proposal', a, b, ['label', 'by', 'note', 'from'], { id: a.id }),
    ),
  };
}

function tracks(before: Case, after: Case): Changes {
  const text = (theCase: Case, track: Case['tracks'][number]) =>
    `parties: ${track.parties
      .map((one) => theCase.parties[one]?.id)
      .sort()
      .join(', ')}; issues: ${track.issues
      .map((one) => theCase.issues[one]?.id)
      .sort()
      .join(', ')}`;
  const { added, dropped, pairs } = matchById(before.tracks, after.tracks);
  return {
    changes: [
      ...dropped.map((one) =>
        changeOf('track', 'dropped', { id: one.id, before: text(before, one) }),
      ),
      ...added.map((one) => changeOf('track', 'added', { id: one.id, after: text(after, one) })),
      ...pairs.flatMap(([a, b]) =>
        textChange('track', text(before, a), text(after, b), { id: a.id }),
      ),
    ],
    rewordings: pairs.flatMap(([a, b]) =>
      wordChange('track', a, b, ['label', 'note'], { id: a.id }),
    ),
  };
}

/** Hypotheses bear on no verdict; their conditions are compared as text. */
function hypotheses(before: Case, after: Case): readonly WordChange[] {
  const plain = (theCase: Case) => ({
    hypotheses: theCase.evidence.hypotheses.map((one) => ({
      ...one,
      when: one.when && expressionText(one.when, theCase),
    })),
  });
  return wordChange('evidence', plain(before), plain(after), ['hypotheses']);
}
