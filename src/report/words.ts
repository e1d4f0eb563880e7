import type { Case } from '../core/case.js';
import { conceptFor, type HeadlineId, type PartyConcept } from '../core/concept-ids.js';
import type { Path } from '../core/diagnostic.js';
import type { Difference } from '../core/difference.js';
import { compileExpression } from '../core/expression.js';
import { expressionWords } from '../core/expression-words.js';
import type { Exit, Reason, Reply } from '../questions/holds-findings.js';
import { emphasis, type Inline } from './document.js';
import { sentenceCase, series } from './phrases.js';

/** Names and sentences about the outcomes of one case, from the case's own labels. */
export type Words = {
  /** A party inside a sentence. */
  readonly party: (id: string) => string;
  readonly parties: (ids: readonly string[], word?: 'and' | 'or') => string;
  /** An issue at a level as a clause: `the pump is locked`. */
  readonly clause: (issue: number, level: number) => string;
  /** What changes from one outcome to another, after "could": `lock the pump`. */
  readonly acts: (from: number, to: number) => string;
  /** The same for outcomes given by their levels, which need not be possible in the case as it is. */
  readonly actsBetween: (from: readonly number[], to: readonly number[]) => string;
  /** An outcome by its name, else by how it differs from today. */
  readonly outcome: (state: number) => string;
  /** Its name, if it has one, and how it differs from today. */
  readonly fullOutcome: (state: number) => string;
  /** How an outcome differs from today, as clauses; every level where there is no today. */
  readonly description: (state: number) => string;
  /** ` [#12]`, the number by which an outcome can be asked about; empty where numbers are not told. */
  readonly number: (state: number) => string;
  /** A want or ranking entry in the words of the case. */
  readonly want: (path: Path) => string;
  /** After "would": `have lost *the road open*`. */
  readonly loss: (lost: Difference | null) => readonly Inline[];
  /** After "would at once": `have *quotas*`. */
  readonly gain: (gained: Difference) => readonly Inline[];
  /** Follows what a reply to a party does: whether its makers gain by it. */
  readonly whoReplies: (mover: string, makers: number) => string;
  /** What the concept in use for a party says of an improvement that it lets stand, as a clause. */
  readonly unanswered: (mover: string) => string;
  /** `, as Northfield sees it` for a party that takes others to want something else; else empty. */
  readonly sight: (party: string) => string;
  /** Ends "no party would gain by a move of its own"; empty where no reply is considered. */
  readonly repliesCounted: string;
};

/** A named outcome as a name for states. */
export type OutcomeName = {
  readonly id: string;
  readonly label: string;
  readonly states: number;
  readonly nearest: number | null;
};

/** Where the concept's answers are not replies by moves in turn. */
const unansweredWords: Readonly<Partial<Record<PartyConcept, string>>> = {
  nash: 'what others would do next is left aside',
  sim: 'no move of others at the same moment would make it regret that',
};

const keyOf = (path: Path) => JSON.stringify(path);

/**
 * Words for a case.
 *
 * @param levelsOf - level index of every issue at a state, for the states that will be named.
 * @param names - the named outcomes, with how many states each covers and the one nearest to today:
 *   a state is called by the narrowest name that covers it, with what sets it apart.
 * @param readings - id of the reading in force, by party id.
 * @param isNumbered - whether outcomes are told with their numbers.
 */
export function wordsFor(
  theCase: Case,
  today: number | null,
  levelsOf: (state: number) => readonly number[],
  names: readonly OutcomeName[],
  concept: HeadlineId,
  readings: Readonly<Record<string, string>> = {},
  isNumbered = false,
): Words {
  const party = (id: string) => theCase.parties.find((one) => one.id === id)?.called ?? id;
  const clause = (issue: number, level: number) =>
    expressionWords(
      { kind: 'comparison', issue, operator: '=', level, span: { start: 0, end: 0 } },
      theCase,
    );
  // A level of −1 is one in which outcomes that count as one differ: there is nothing to tell.
  const clausesOf = (levels: readonly number[]) =>
    levels.flatMap((level, issue) => (level === -1 ? [] : [clause(issue, level)]));
  const changes = (from: readonly number[], to: readonly number[]) =>
    to.flatMap((level, issue) =>
      level === from[issue] || level === -1 || from[issue] === -1 ? [] : [{ issue, level }],
    );

  const labels = new Map<string, string>();
  for (const reading of theCase.preferences.flat()) {
    for (const want of reading.wants?.flat() ?? []) {
      labels.set(keyOf(want.path), want.label ?? expressionWords(want.want, theCase));
    }
    for (const entry of reading.ranking ?? []) {
      const { expression } = entry;
      const named =
        expression.kind === 'name' && expression.of === 'outcome'
          ? theCase.outcomes[expression.index]?.label
          : undefined;
      labels.set(keyOf(entry.path), entry.label ?? named ?? expressionWords(expression, theCase));
    }
  }
  const want = (path: Path) => labels.get(keyOf(path)) ?? path.join(' ');
  const wants = (paths: readonly Path[]): Inline[] =>
    paths.flatMap((path, at): Inline[] => [
      ...(at === 0 ? [] : [at === paths.length - 1 ? ' and ' : ', ']),
      emphasis(`“${want(path)}”`),
    ]);

  const description = (state: number) => {
    const levels = levelsOf(state);
    if (today === null) return series(clausesOf(levels));
    const differing = changes(levelsOf(today), levels);
    if (differing.length === 0) return state === today ? 'as today' : series(clausesOf(levels));
    return series(differing.map(({ issue, level }) => clause(issue, level)));
  };
  const named = names.flatMap((name) => {
    const outcome = theCase.outcomes.find(({ id }) => id === name.id);
    return outcome ? [{ ...name, isMet: compileExpression(outcome.when, theCase) }] : [];
  });
  const nameOf = (levels: readonly number[]) =>
    named.filter(({ isMet }) => isMet(levels)).sort((a, b) => a.states - b.states)[0];
  const outcome = (state: number) => {
    if (state === today) return 'today';
    const levels = levelsOf(state);
    const name = nameOf(levels);
    if (!name) return description(state);
    if (name.nearest === state || name.nearest === null) return `“${name.label}”`;
    const extras = changes(levelsOf(name.nearest), levels);
    return `“${name.label}”, and ${series(extras.map(({ issue, level }) => clause(issue, level)))}`;
  };

  const actsBetween = (from: readonly number[], to: readonly number[]) => {
    const told = changes(from, to).map(({ issue, level }) => ({
      act: theCase.issues[issue]?.levels[level]?.act,
      clause: clause(issue, level),
    }));
    const acts = told.flatMap(({ act }) => act ?? []);
    const clauses = told.flatMap((one) => (one.act === undefined ? [one.clause] : []));
    // Leaving outcomes that count as one may change only what is not told of them.
    const clausesTold = told.length === 0 ? clausesOf(to) : clauses;
    const moves = clausesTold.length > 0 ? [`move so that ${series(clausesTold)}`] : [];
    return series([...acts, ...moves]);
  };

  return {
    whoReplies: (mover, makers) => {
      const own = conceptFor(concept, mover);
      if (own === 'gmr' || own === 'smr') return ', whatever that would cost';
      return makers === 1 ? ' and gain by it' : ', each gaining by its move';
    },
    unanswered: (mover) =>
      unansweredWords[conceptFor(concept, mover)] ?? 'no reply would make it regret that',
    repliesCounted: theCase.parties.every(({ id }) => conceptFor(concept, id) === 'nash')
      ? ''
      : ' once the others have replied',
    sight: (id) => {
      const index = theCase.parties.findIndex((one) => one.id === id);
      const reading = theCase.preferences[index]?.find((one) => one.id === readings[id]);
      return reading && reading.sees.length > 0 ? `, as ${party(id)} sees it` : '';
    },
    party,
    parties: (ids, word) => series(ids.map(party), word),
    clause,
    acts: (from, to) => actsBetween(levelsOf(from), levelsOf(to)),
    actsBetween,
    outcome,
    fullOutcome: (state) => {
      if (state === today) return 'today';
      const name = nameOf(levelsOf(state));
      return name ? `“${name.label}”: ${description(state)}` : description(state);
    },
    description,
    number: (state) => (isNumbered ? ` [#${state}]` : ''),
    want,
    loss: (lost) => {
      if (!lost) return ['be no better off than before'];
      if (lost.by === 'wants') return ['have lost ', ...wants(lost.lost)];
      if (lost.by === 'points') return [`go from ${lost.before} to ${lost.after} points`];
      return lost.before
        ? ['have lost ', emphasis(`“${want(lost.before)}”`), ', ranked higher']
        : ['be at an outcome ranked lower'];
    },
    gain: (gained) => {
      if (gained.by === 'wants') return ['have ', ...wants(gained.gained)];
      if (gained.by === 'points') return [`go from ${gained.before} to ${gained.after} points`];
      return gained.after
        ? ['have ', emphasis(`“${want(gained.after)}”`), ', ranked higher']
        : ['be at an outcome ranked higher'];
    },
  };
}

/** One way out of an outcome and what would come of it, as a sentence. */
export function exitSentence(words: Words, reason: Reason, exit: Exit): readonly Inline[] {
  const mover = words.party(reason.party);
  const gains: readonly Inline[] = [
    `${mover} could ${words.acts(reason.state, exit.to)} and would at once `,
    ...words.gain(exit.gained),
  ];
  if (!exit.isDeterred) {
    const undone = exit.isDeterredAlone ? ', once groups may answer together' : '';
    return [...gains, `; ${words.unanswered(reason.party)}${undone}${words.sight(reason.party)}.`];
  }
  const lead = `If ${mover} were to ${words.acts(reason.state, exit.to)}, `;
  if (exit.reply.length === 0) {
    return [lead, `moves of others at the same moment would leave ${mover} no better off.`];
  }
  const answer = replyWords(words, reason.party, exit.to, exit.reply);
  const outcome: readonly Inline[] = [`${answer}; ${mover} would `, ...words.loss(exit.lost), '.'];
  const unless = unlessTogether(words, exit);
  return unless === undefined ? [lead, ...outcome] : [...gains, `, ${unless}: `, ...outcome];
}

/** What the others could do after a move of a party, each move with its makers, and who gains by it. */
export function replyWords(words: Words, mover: string, from: number, reply: Reply): string {
  let at = from;
  const replies = reply.map((step) => {
    const makers = words.parties([step.party, ...step.with]);
    const together = step.with.length > 0 ? ' together' : '';
    const text = `${makers} could${together} ${words.acts(at, step.to)}`;
    at = step.to;
    return text;
  });
  const makers = reply.reduce((count, step) => count + 1 + step.with.length, 0);
  return `${replies.join(', then ')}${words.whoReplies(mover, makers)}${words.sight(mover)}`;
}

/**
 * "unless A and B would answer together", where an improvement is deterred by a reply of groups and
 * not by single parties; undefined elsewhere.
 */
export function unlessTogether(words: Words, exit: Exit): string | undefined {
  if (!exit.isDeterred || exit.isDeterredAlone) return undefined;
  const group = exit.reply.find((step) => step.with.length > 0);
  if (!group) return undefined;
  return `unless ${words.parties([group.party, ...group.with])} would answer together`;
}

/** The sentence with its first letter in upper case. */
export function capitalised(content: readonly Inline[]): readonly Inline[] {
  const [first, ...others] = content;
  return typeof first === 'string' ? [sentenceCase(first), ...others] : content;
}
