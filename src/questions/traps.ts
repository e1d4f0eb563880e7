import type { Analysis } from '../core/analysis.js';
import type { Case, Setting } from '../core/case.js';
import type { HeadlineId, Replies } from '../core/concept-ids.js';
import type { Path } from '../core/diagnostic.js';
import { groupedDigits } from '../core/grouped-digits.js';
import { idleWants } from '../core/idle-wants.js';
import { buildModel, type Model, type ReadingSet } from '../core/model.js';
import { type Control, uncontrolled } from '../core/report.js';
import { buildSpace, levelsOf, outcomeCount } from '../core/space.js';
import { assumptionsOf, readingsInForce } from './assumptions.js';
import { type CaseOptions, checkCaseOptions, readingSetOf, settingsOf } from './case-options.js';
import { type Judge, judgeOf } from './judge.js';
import { namedSets, nearestFirst, nearestState, outcomeNames } from './named-sets.js';
import { regrettedReplies, regrettedStates } from './regretted-replies.js';
import { relaxationsOf } from './relaxations.js';
import type { Trap, TrapFindings, TrapKind } from './trap-findings.js';
import { liftTraps } from './verdict-flips.js';

/** Most outcomes judged to see what hangs on clauses: outcomes × solves, some seconds. */
export const mostTrapWork = 2 ** 18;

/** Most outcomes held by a regretted reply for which that reply is looked for. */
const mostRegretted = 200;

export type TrapOptions = CaseOptions & { readonly concept: HeadlineId };

/** What the search for traps works on; `judge` shares verdicts that are worked out already. */
export type TrapInput = {
  readonly model: Model;
  readonly readings: ReadingSet;
  readonly settings: readonly Setting[];
  readonly concept: HeadlineId;
  readonly replies?: Replies;
  readonly judge?: (concept: HeadlineId) => Judge | undefined;
  /** Only what concerns this outcome; every outcome when absent. */
  readonly state?: number;
  readonly control?: Control;
};

/**
 * What in the file the verdicts hang on, as a list of places to check.
 *
 * Our own definitions. With V(s) the verdict "would hold" under the concept:
 * - a clause c (rule, signer held in an agreement, `irreversible`, `blocked` line) is a trap iff
 *   V(s) ≠ V_c(s) for some outcome s that is possible with c and without it, V_c being the verdict in
 *   the case without c; a named outcome counts as a whole iff the verdict on the set changes;
 * - an idle want is one that changes no comparison of the party's order (`idleWants`), in the space
 *   of the file, whatever the answer fixes;
 * - a party without a move has no unilateral move at any outcome, or at an outcome that would hold;
 * - nobody can act at an outcome that would hold iff no party has a move there;
 * - a reply is regretted at s iff s is an equilibrium of SEQ and not of firm.
 *
 * In the order of the list above, then of the file. `limits` says what was left out: clauses are lifted
 * while outcomes × solves stays below `mostTrapWork`.
 *
 * Time O(clauses × one solve).
 */
export function trapsOf(input: TrapInput): {
  readonly traps: readonly Trap[];
  readonly limits: readonly string[];
} {
  const { model, concept, replies = 'alone', control = uncontrolled } = input;
  const limits: string[] = [];
  const breadth = input.state === undefined ? 'every state' : 'a few';
  const judges = new Map<HeadlineId, Judge>();
  const judgeFor = (id: HeadlineId): Judge => {
    const known =
      judges.get(id) ?? input.judge?.(id) ?? judgeOf(model, id, breadth, undefined, replies);
    judges.set(id, known);
    return known;
  };
  const solves = Math.floor(mostTrapWork / Math.max(model.states, 1));
  if (solves < 3) {
    limits.push(
      `What to check in the file was not worked out: that takes a solve for each rule and clause, and at most ${groupedDigits(mostTrapWork)} outcomes in all of them together.`,
    );
    return { traps: [], limits };
  }
  const states =
    input.state === undefined
      ? Array.from({ length: model.states }, (_, state) => state)
      : [input.state];
  const judge = judgeFor(concept);
  const holding = new Set(states.filter((state) => judge.wouldHold(state)));
  const sets =
    input.state === undefined ? namedSets(model).filter(({ kind }) => kind === 'outcome') : [];
  const about = (trap: Omit<Trap, 'nearest' | 'unnamed'>): Trap => {
    const covered = new Set(
      sets.filter(({ id }) => trap.named.includes(id)).flatMap((set) => set.states),
    );
    return {
      ...trap,
      nearest: nearestState(model.space, trap.states) ?? null,
      unnamed: trap.states.filter((state) => !covered.has(state)).length,
    };
  };

  const relaxations = relaxationsOf(model.case, (issue) => model.space.fixed[issue] !== -1);
  const lifted = relaxations.slice(0, solves - 2);
  const flips: Trap[] = [];
  let done = 0;
  for (const relaxation of lifted) {
    if (control.stopped()) break;
    const relaxed = buildModel(relaxation.case, input.readings, input.settings);
    const pair = {
      base: judge,
      relaxed: judgeOf(relaxed, concept, breadth, undefined, replies),
      states,
      holding,
      sets,
    };
    flips.push(...liftTraps(relaxation, pair).map(about));
    done += 1;
  }
  const left = relaxations.length - done;
  if (left > 0) {
    const why = control.stopped()
      ? 'the work was stopped'
      : `that takes at most ${groupedDigits(mostTrapWork)} outcomes in all solves together`;
    limits.push(
      `${left === 1 ? 'One' : left} of the rules and clauses of the file ${left === 1 ? 'was' : 'were'} not lifted to see what hangs on ${left === 1 ? 'it' : 'them'}: ${why}.`,
    );
  }
  const stuck = stuckTraps(model, [...holding]).map(about);
  if (replies === 'together') {
    limits.push(
      'Replies that their makers would regret were not looked for among replies by groups.',
    );
    return {
      traps: [...flips, ...idleWantTraps(model), ...withoutMoves(model), ...stuck],
      limits,
    };
  }
  const [seq, firm] = [judgeFor('seq'), judgeFor('firm')];
  const held = regrettedStates(seq, firm, states);
  const near = nearestFirst(model.space, held).slice(0, mostRegretted);
  if (near.length < held.length) {
    limits.push(
      `Of the ${groupedDigits(held.length)} outcomes held only by a reply that its maker would regret, the ${groupedDigits(near.length)} nearest to today were looked at.`,
    );
  }
  const told = near.toSorted((a, b) => a - b);
  const regretted = regrettedReplies(seq, firm, told, sets).map(about);
  return {
    traps: [...flips, ...idleWantTraps(model), ...withoutMoves(model), ...stuck, ...regretted],
    limits,
  };
}

const nowhere = { named: [], states: [], unnamed: 0, nearest: null, move: null, regret: null };

/**
 * Wants of the readings in force that never act in the case as the file gives it; none where the answer
 * fixes issues of a case too large to list.
 */
function idleWantTraps(model: Model): readonly Trap[] {
  const isWhole = model.space.fixed.every(
    (level, issue) => level === -1 || model.case.issues[issue]?.control.kind === 'nobody',
  );
  if (!isWhole && outcomeCount(model.case) > BigInt(mostTrapWork)) return [];
  const space = isWhole ? model.space : buildSpace(model.case);
  return model.readings.flatMap((reading, party) =>
    reading
      ? idleWants(space, reading).map(
          ({ want, why }): Trap => ({
            ...nowhere,
            kind: 'idle want',
            path: want.path,
            party: model.case.parties[party]?.id ?? null,
            effect: why,
          }),
        )
      : [],
  );
}

function placeOf(model: Model, party: number): Path {
  return ['parties', model.case.parties[party]?.id ?? ''];
}

/** Whether the party has a move of its own at some outcome. */
function canMove(model: Model, party: number): boolean {
  const { fixed } = model.space;
  const { mostTargets } = model.moves.rights;
  if (fixed.every((level, issue) => level !== -1 || mostTargets(party, issue) === 0)) return false;
  for (let state = 0; state < model.states; state += 1) {
    if (model.moves.from(party, state).length > 0) return true;
  }
  return false;
}

function withoutMoves(model: Model): readonly Trap[] {
  return model.case.parties.flatMap(({ id }, party): readonly Trap[] =>
    canMove(model, party)
      ? []
      : [
          {
            ...nowhere,
            kind: 'no move anywhere',
            path: placeOf(model, party),
            party: id,
            effect: null,
          },
        ],
  );
}

/** Outcomes that would hold and at which nobody, or one party among others, has no move. */
function stuckTraps(
  model: Model,
  holding: readonly number[],
): readonly Omit<Trap, 'nearest' | 'unnamed'>[] {
  const parties = model.case.parties.map((_, party) => party);
  const isStuck = (party: number, state: number) => model.moves.from(party, state).length === 0;
  const frozen = holding.filter((state) => parties.every((party) => isStuck(party, state)));
  const trap = (kind: TrapKind, path: Path, party: string | null, states: readonly number[]) =>
    states.length === 0
      ? []
      : [{ kind, path, party, effect: null, named: [], states, move: null, regret: null }];
  return [
    ...trap('nobody can act', clauseHolding(model, frozen[0]), null, frozen),
    ...parties.flatMap((party) => {
      if (!canMove(model, party)) return [];
      const states = holding.filter((state) => !frozen.includes(state) && isStuck(party, state));
      return trap(
        'no move here',
        placeOf(model, party),
        model.case.parties[party]?.id ?? '',
        states,
      );
    }),
  ];
}

/** The first clause that keeps an issue where it is at a state, else the first issue that varies. */
function clauseHolding(model: Model, state: number | undefined): Path {
  const levels = state === undefined ? [] : levelsOf(model.space, state);
  const varying = model.case.issues
    .map((issue, at) => ({ issue, at }))
    .filter(({ at }) => model.space.fixed[at] === -1);
  for (const { issue, at } of varying) {
    const place = ['issues', issue.id];
    const level = levels[at] ?? 0;
    if (issue.irreversible !== undefined) return [...place, 'irreversible'];
    const { control } = issue;
    const hasToday = model.case.today !== undefined;
    if (control.kind === 'agree' && hasToday && level > 0) return [...place, 'leave'];
  }
  return ['issues', varying[0]?.issue.id ?? ''];
}

/** A list of traps that answers by itself, for `check`. */
export type TrapsFindings = TrapFindings & {
  readonly today: number | null;
  /** Level index of every issue at every state that a sentence names, by state number. */
  readonly levels: Readonly<Record<string, readonly number[]>>;
  readonly names: ReturnType<typeof outcomeNames>;
};

/** What in the file the verdicts hang on, for the readings in force. */
export const traps: Analysis<TrapOptions, TrapsFindings> = {
  name: 'traps',
  defaults: { readings: {}, where: {}, concept: 'firm' },
  check: (theCase: Case, options) => checkCaseOptions(theCase, options),
  run: (theCase, options, control) => {
    const readings = readingSetOf(theCase, options);
    const settings = settingsOf(theCase, options);
    const model = buildModel(theCase, readings, settings);
    const { concept } = options;
    const found = trapsOf({ model, readings, settings, concept, control });
    const names = outcomeNames(model);
    const today = model.space.today ?? null;
    const named = [
      today,
      ...found.traps.map(({ nearest }) => nearest),
      ...names.map(({ nearest }) => nearest),
    ].filter((state) => state !== null);
    return {
      analysis: 'traps',
      options: { ...options, readings: readingsInForce(model) },
      seed: null,
      assumptions: assumptionsOf(theCase, model, options),
      convergence: null,
      limits: found.limits,
      concept,
      today,
      levels: Object.fromEntries(
        named.map((state) => [String(state), levelsOf(model.space, state)]),
      ),
      names,
      traps: found.traps,
    };
  },
};
