import { headlineConcept } from '../analysis/stability/mixture.js';
import { ownGame } from '../analysis/stability/own-games.js';
import type { Analysis } from '../core/analysis.js';
import type { Case } from '../core/case.js';
import { conceptFor, type HeadlineId, type Replies } from '../core/concept-ids.js';
import type { Diagnostic, Path } from '../core/diagnostic.js';
import { compileExpression, type Expression } from '../core/expression.js';
import { buildModel, payoffAt } from '../core/model.js';
import { buildSpace, levelsOf, sharedLevels, statesWhere } from '../core/space.js';
import { assumptionsOf, readingsInForce } from './assumptions.js';
import { type CaseOptions, checkCaseOptions, readingSetOf, settingsOf } from './case-options.js';
import { checkConcept } from './concept-fits.js';
import type { Reason } from './holds-findings.js';
import { judgeOf } from './judge.js';
import { type MarginFindings, marginFindings } from './margin-findings.js';
import { nearestState, outcomeNames } from './named-sets.js';
import { reasonOf } from './reason-of.js';
import { checkReplies, engineFor, repliesAssumed } from './replies-option.js';
import type { Trap } from './trap-findings.js';
import { trapsOf } from './traps.js';

export type ExplainOptions = CaseOptions & {
  readonly concept: HeadlineId;
  readonly replies: Replies;
  /** Party ids to explain, in case order; all when empty. */
  readonly parties: readonly string[];
  /** The state, numbered as in `holds`. */
  readonly state: number;
};

/** One want of a party and whether the outcome meets it; ranking entries likewise. */
export type WantMet = { readonly path: Path; readonly isMet: boolean };

export type ExplainFindings = {
  /** The concept in use, with its definition and source. */
  readonly concept: {
    readonly id: HeadlineId;
    readonly name: string;
    readonly definition: string;
    readonly source: string;
  };
  readonly engine: 'cells' | 'moves' | 'groups';
  readonly today: number | null;
  /** As in `holds`, at every state that the reasons mention. */
  readonly levels: Readonly<Record<string, readonly number[]>>;
  /** Names for outcomes: how many states each covers and the one nearest to today. */
  readonly names: readonly {
    readonly id: string;
    readonly label: string;
    readonly states: number;
    readonly nearest: number | null;
  }[];
  readonly holds: boolean;
  readonly reasons: readonly Reason[];
  /** Per party its wants in order of priority, an inner list together. */
  readonly wants: Readonly<Record<string, readonly (readonly WantMet[])[]>>;
  /** Per party: payoff here, payoff today (null without one) and the highest there is. */
  readonly payoffs: Readonly<
    Record<string, { readonly here: number; readonly today: number | null; readonly best: number }>
  >;
  /** Per party how far it is from leaving, in its own measures; null where no margin is defined. */
  readonly margins: Readonly<Record<string, MarginFindings | null>>;
  /** What in the file the verdict on this outcome hangs on. */
  readonly traps: readonly Trap[];
};

/**
 * Why a party would stay at an outcome or leave it: its wants there, each improvement it has, and the
 * reply that stops it or the want it gains.
 */
export const explain: Analysis<ExplainOptions, ExplainFindings> = {
  name: 'explain',
  defaults: { readings: {}, where: {}, concept: 'firm', replies: 'alone', parties: [], state: 0 },
  check: (theCase, options) => {
    const problems: Diagnostic[] = [
      ...checkConcept(theCase, options.concept),
      ...checkCaseOptions(theCase, options),
    ];
    for (const id of options.parties) {
      if (theCase.parties.some((party) => party.id === id)) continue;
      problems.push({
        code: 'DET211',
        severity: 'error',
        path: [],
        what: `there is no party "${id}" to explain`,
        details: [`parties: ${theCase.parties.map((party) => party.id).join(', ')}`],
        help: 'name a party by its id, as in the case file',
      });
    }
    return problems.length > 0 ? problems : checkReplies(theCase, options);
  },
  run: (theCase, options, control) => {
    const readings = readingSetOf(theCase, options);
    const settings = settingsOf(theCase, options);
    const model = buildModel(theCase, readings, settings, control.kept);
    const { state, concept, replies } = options;
    const judge = judgeOf(model, concept, 'a few', control, replies);
    const { deterrence } = judge;
    const limits: string[] = [];
    const alone =
      replies === 'together'
        ? headlineConcept(theCase, concept).deterrence(model, control)
        : undefined;
    const reasons = theCase.parties.map((_, party) =>
      reasonOf(model, deterrence(party), party, state, alone?.(party)),
    );
    const asked = reasons.filter(
      ({ party }) => options.parties.length === 0 || options.parties.includes(party),
    );
    const today = model.space.today ?? null;
    const mentioned = new Set([state, ...(today === null ? [] : [today])]);
    for (const { exits } of asked) {
      for (const exit of exits) {
        mentioned.add(exit.to);
        for (const step of exit.reply) mentioned.add(step.to);
      }
    }
    if (replies === 'together') {
      limits.push(
        'How far a party is from leaving was not worked out: margins reckon with replies by one party at a time.',
      );
    }
    const margins = Object.fromEntries(
      asked.map(({ party }) => {
        const index = theCase.parties.findIndex(({ id }) => id === party);
        const own = conceptFor(concept, party);
        const margin =
          replies === 'together'
            ? null
            : marginFindings(ownGame(model, index), own, deterrence(index), index, state, limits);
        return [party, margin];
      }),
    );
    const known = (id: HeadlineId) => (id === concept ? judge : undefined);
    const found = trapsOf({ model, readings, settings, concept, replies, state, judge: known });
    limits.push(...found.limits);
    const names = outcomeNames(model);
    for (const { nearest } of names) if (nearest !== null) mentioned.add(nearest);
    const here = levelsOf(model.space, state);
    return {
      analysis: 'explain',
      options: { ...options, readings: readingsInForce(model) },
      seed: null,
      assumptions: [...assumptionsOf(theCase, model, options), ...repliesAssumed(options.replies)],
      convergence: null,
      limits,
      concept: (({ id, name, definition, source }) => ({ id, name, definition, source }))(
        headlineConcept(theCase, options.concept),
      ),
      engine: engineFor(model, options.replies),
      today,
      levels: Object.fromEntries(
        [...mentioned].map((one) => [String(one), sharedLevels(model.space, one)]),
      ),
      names,
      holds: reasons.every(({ verdict }) => verdict !== 'leaves'),
      reasons: asked,
      margins,
      // Wants and parties that never act concern the file, not this outcome.
      traps: found.traps.filter(({ states }) => states.length > 0),
      wants: Object.fromEntries(
        asked.map(({ party }) => {
          const reading = model.readings[theCase.parties.findIndex(({ id }) => id === party)];
          const isMet = (expression: Expression) => compileExpression(expression, theCase)(here);
          const groups =
            reading?.wants?.map((group) =>
              group.map(({ want, path }) => ({ path, isMet: isMet(want) })),
            ) ??
            reading?.ranking?.map(({ expression, path }) => [{ path, isMet: isMet(expression) }]) ??
            [];
          return [party, groups];
        }),
      ),
      payoffs: Object.fromEntries(
        asked.map(({ party }) => {
          const index = theCase.parties.findIndex(({ id }) => id === party);
          return [
            party,
            {
              here: payoffAt(model, index, state),
              today: today === null ? null : payoffAt(model, index, today),
              best: (model.payoffs[index] as Int32Array).reduce((a, b) => Math.max(a, b), 0),
            },
          ];
        }),
      ),
    };
  },
};

/** How many states a case has under the options. Call after `checkCaseOptions`. */
export function stateCount(theCase: Case, options: CaseOptions): number {
  return buildSpace(theCase, settingsOf(theCase, options)).size;
}

/**
 * The states that satisfy an expression, and the one of them nearest to today; today itself when no
 * expression is given.
 *
 * @returns undefined when no feasible outcome satisfies it, or when there is no today to fall back on.
 *   Call after `checkCaseOptions`.
 */
export function findOutcome(
  theCase: Case,
  options: CaseOptions,
  expression: Expression | undefined,
): { readonly nearest: number; readonly count: number } | undefined {
  const space = buildSpace(theCase, settingsOf(theCase, options));
  if (!expression)
    return space.today === undefined ? undefined : { nearest: space.today, count: 1 };
  const states = statesWhere(space, expression);
  const nearest = nearestState(space, states);
  return nearest === undefined ? undefined : { nearest, count: states.length };
}
