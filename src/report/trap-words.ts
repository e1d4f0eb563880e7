import type { Case } from '../core/case.js';
import type { Path } from '../core/diagnostic.js';
import { expressionWords } from '../core/expression-words.js';
import type { Trap, TrapMove } from '../questions/trap-findings.js';
import type { Inline, ListItem } from './document.js';
import { counted, countWord, sentenceCase, series } from './phrases.js';
import type { Words } from './words.js';

/** Outcomes named in one sentence before the rest is only counted. */
const mostNamed = 3;

/**
 * One thing to check in the file, in the case's own words, with a full stop. The clause, want or party
 * is a "why?" that leads to its place in the file.
 *
 * @param detail - `full` tells the moves of a regretted reply too; `brief` leaves out every move.
 * @param subject - what to call the outcomes where the reader has one before him: `this outcome`.
 */
export function trapSentence(
  theCase: Case,
  words: Words,
  trap: Trap,
  detail: 'full' | 'short' | 'brief' = 'short',
  subject = outcomesOf(theCase, words, trap),
): readonly Inline[] {
  const place = (text: string): Inline => ({
    kind: 'why',
    text,
    ask: { about: 'element', path: trap.path },
  });
  const party = trap.party === null ? '' : words.party(trap.party);
  const start = sentenceCase(subject);
  const isOne = trap.states.length === 1;
  switch (trap.kind) {
    case 'rule':
    case 'agreement':
    case 'one way':
    case 'block':
      return [
        `${start} ${trap.effect === 'fails' ? (isOne ? 'fails to hold only because' : 'fail to hold only because') : 'would hold only because'} `,
        ...clauseWords(theCase, words, trap, place),
        ...(detail === 'brief'
          ? []
          : [`. ${unlessWords[trap.kind]}`, ...moveWords(words, trap.move)]),
        '.',
      ];
    case 'idle want':
      return [
        'The want ',
        place(`“${words.want(trap.path)}”`),
        ` of ${party} never acts: ${idleWords[trap.effect ?? '']}.`,
      ];
    case 'no move anywhere':
      return [
        place(`${sentenceCase(party)} cannot move alone`),
        ' at any outcome: staying at one says nothing about wanting to.',
      ];
    case 'no move here':
      return [
        place(`${sentenceCase(party)} cannot move alone`),
        ` ${subject === 'today' ? '' : 'at '}${subject}${isOne ? ', which' : ' that'} would hold: staying there says nothing about wanting to.`,
      ];
    case 'nobody can act':
      return [
        `${start} would hold only because `,
        place('nobody can change anything alone'),
        ` there: it says nothing about what anybody wants.`,
      ];
    case 'regretted reply':
      return [
        `${start} would be held only by a reply that its maker would regret: `,
        ...(detail === 'full' ? [...moveWords(words, trap.move), '; but '] : []),
        ...regretWords(words, trap.regret, place, detail),
        '.',
      ];
  }
}

const unlessWords: Readonly<Record<'rule' | 'agreement' | 'one way' | 'block', string>> = {
  rule: 'Without it ',
  agreement: 'Otherwise ',
  'one way': 'Otherwise ',
  block: 'Without it ',
};

const idleWords: Readonly<Record<string, string>> = {
  'always met': 'every possible outcome meets it',
  'never met': 'no possible outcome meets it',
  'settled before': 'the wants before it settle every comparison that it could',
};

/** `“the deal”, “the truce” and three other outcomes`; a single outcome by its name or levels. */
function outcomesOf(theCase: Case, words: Words, trap: Trap): string {
  const labels = theCase.outcomes.flatMap(({ id, label }) =>
    trap.named.includes(id) ? [`“${label}”`] : [],
  );
  const told = labels.slice(0, mostNamed);
  const more = labels.length - told.length;
  if (more > 0) told.push(counted(more, 'other named outcome'));
  if (trap.unnamed === 0) return series(told);
  if (told.length > 0) return series([...told, counted(trap.unnamed, 'other outcome')]);
  if (trap.nearest === null) return 'no outcome';
  const nearest = words.outcome(trap.nearest);
  const isToday = nearest === 'today';
  if (trap.states.length === 1) {
    return isToday || nearest.startsWith('“') ? nearest : `one outcome (${nearest})`;
  }
  return `${counted(trap.states.length, 'outcome')} (${isToday ? 'today among them' : `such as: ${nearest}`})`;
}

function clauseWords(
  theCase: Case,
  words: Words,
  trap: Trap,
  place: (text: string) => Inline,
): readonly Inline[] {
  const at = trap.path[1];
  if (trap.kind === 'rule') {
    const rule = typeof at === 'number' ? theCase.rules[at] : undefined;
    return [
      'a rule says this can never be: ',
      place(rule ? expressionWords(rule.never, theCase) : ''),
    ];
  }
  const issue = theCase.issues.find(({ id }) => id === at);
  const label = issue?.label ?? '';
  if (trap.kind === 'agreement') {
    return [`${words.party(trap.party ?? '')} `, place(`cannot leave ${label} alone`)];
  }
  if (trap.kind === 'one way') return [place(`${label} cannot be undone`)];
  const line = trap.path[3];
  const block = typeof line === 'number' ? issue?.blocked[line] : undefined;
  const held = (block?.parties ?? []).map((index) => theCase.parties[index]?.called ?? '');
  return [
    `the file keeps ${series(held)} `,
    place(`from changing ${label}`),
    block?.when ? ` while ${expressionWords(block.when, theCase)}` : '',
  ];
}

/** What a party could do and what would come of it, from the middle of a sentence. */
function moveWords(words: Words, move: TrapMove | null): readonly Inline[] {
  if (!move) return ['that would be otherwise'];
  const mover = words.party(move.party);
  const act = words.actsBetween(move.from, move.to);
  if (move.reply.length === 0) {
    return [
      `${mover} could ${act} and would at once `,
      ...(move.gained ? words.gain(move.gained) : ['be better off']),
      `; ${words.unanswered(move.party)}`,
    ];
  }
  return [
    `if ${mover} were to ${act}, `,
    ...replyWords(words, move),
    `; ${mover} would `,
    ...words.loss(move.lost),
  ];
}

function replyWords(words: Words, { to, reply }: TrapMove): readonly Inline[] {
  let at = to;
  const steps = reply.map((step) => {
    const makers = words.parties([step.party, ...step.with]);
    const together = step.with.length > 0 ? ' together' : '';
    const text = `${makers} could${together} ${words.actsBetween(at, step.to)}`;
    at = step.to;
    return text;
  });
  return [steps.join(', then ')];
}

/** How the maker of a reply would be answered in turn. */
function regretWords(
  words: Words,
  regret: TrapMove | null,
  place: (text: string) => Inline,
  detail: 'full' | 'short' | 'brief',
): readonly Inline[] {
  if (!regret) return ['it would be answered in turn'];
  const maker = words.party(regret.party);
  const wanted = regret.lost?.by === 'wants' ? regret.lost.lost[0] : undefined;
  if (detail !== 'full') {
    return wanted
      ? [`answered in turn, ${maker} could lose `, place(`“${words.want(wanted)}”`)]
      : [`answered in turn, ${maker} could end `, place('no better off')];
  }
  return [
    ...(regret.reply.length === 0
      ? ['moves of others would follow']
      : ['then ', ...replyWords(words, regret)]),
    ` and ${maker} would `,
    ...(wanted ? ['have lost ', place(`“${words.want(wanted)}”`)] : words.loss(regret.lost)),
  ];
}

/**
 * Things to check as list items, each with its place in the file. Parties that cannot move at outcomes
 * that would hold are told together where they are several.
 *
 * @param subject - what to call the outcome where the answer is about one: told in full then.
 */
export function trapItems(
  theCase: Case,
  words: Words,
  traps: readonly Trap[],
  placeOf: PlaceOf | undefined,
  subject?: string,
): readonly ListItem[] {
  const stuck = traps.filter(({ kind }) => kind === 'no move here');
  const isTogether = subject === undefined && stuck.length > 1;
  const told = traps.filter(({ kind }) => !isTogether || kind !== 'no move here');
  const items = told.map(
    (trap): ListItem => ({
      content: [
        ...(subject === undefined
          ? trapSentence(theCase, words, trap)
          : trapSentence(theCase, words, trap, 'full', subject)),
        ...placeWords(trap.path, placeOf),
      ],
    }),
  );
  if (!isTogether) return items;
  const parties = stuck.flatMap((trap, at): readonly Inline[] => [
    at === 0 ? '' : at === stuck.length - 1 ? ' and ' : ', ',
    {
      kind: 'why',
      text: words.party(trap.party ?? ''),
      ask: { about: 'element', path: trap.path },
    },
    ` (at ${countWord(trap.states.length)})`,
  ]);
  const together: ListItem = {
    content: [
      'At outcomes that would hold some parties cannot move alone: ',
      ...parties,
      '. Staying there says nothing about wanting to.',
    ],
  };
  return [...items, together];
}

/** Where an element stands, as `case.yaml:48`; undefined where it stands nowhere. */
export type PlaceOf = (path: Path) => string | undefined;

/** A place to follow a sentence: ` (case.yaml:48)`; nothing where none is known. */
function placeWords(path: Path, placeOf: PlaceOf | undefined): readonly Inline[] {
  const place = placeOf?.(path);
  return place === undefined ? [] : [` (${place})`];
}
