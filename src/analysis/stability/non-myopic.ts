import type { Model } from '../../core/model.js';
import {
  type Anticipation,
  anticipateFurther,
  anticipateNothing,
  limitedMoveVerdict,
  type TiedVerdict,
} from './limited-move.js';

/** Most moves ahead before the search for a repetition is given up. */
export const mostMovesAhead = 500;

/** The anticipations that recur for all large horizons, and the first horizon of the recurrence. */
export type Recurrence = { readonly from: number; readonly cycle: readonly Anticipation[] };

/**
 * What both parties anticipate when they look very far ahead.
 *
 * Each anticipation follows from the one a move shorter, and there are finitely many, so from some
 * horizon on they recur: a single one that stays, or several in turn. Exact.
 *
 * @returns undefined when nothing has recurred up to 500 moves ahead, or when stopped.
 */
export function farSighted(
  model: Model,
  stopped: () => boolean = () => false,
): Recurrence | undefined {
  const seen = new Map<string, number>();
  const all: Anticipation[] = [];
  let anticipation = anticipateNothing(model);
  for (let horizon = 0; horizon <= mostMovesAhead; horizon += 1) {
    if (stopped()) return undefined;
    const key = JSON.stringify(anticipation);
    const first = seen.get(key);
    if (first !== undefined) return { from: first, cycle: all.slice(first) };
    seen.set(key, horizon);
    all.push(anticipation);
    anticipation = anticipateFurther(model, anticipation);
  }
  return undefined;
}

/**
 * Non-myopic stability, two parties.
 *
 * Formula: s is non-myopically stable for i iff some H has s L_h stable for i for every h ≥ H; that
 * is, iff s is stable at every horizon of the recurrence.
 *
 * Source: Kilgour (1984), "Equilibria for far-sighted players", Theory and Decision 16; graph model
 * Fang, Hipel and Kilgour (1993) (recalled). Brams and Wittman (1981), "Nonmyopic equilibria in 2×2
 * games", define the word by a game of departures that ends when a state returns; the two need not
 * agree, and ours is Kilgour's. Where the anticipation does not settle but recurs in a cycle, a state
 * that is stable at some of its horizons only is not stable.
 *
 * Ties: `depends on ties` where no horizon of the cycle is sure to be unstable and some is not sure.
 */
export function nonMyopicVerdict({ cycle }: Recurrence, party: number, state: number): TiedVerdict {
  const verdicts = cycle.map((anticipation) => limitedMoveVerdict(anticipation, party, state));
  if (verdicts.includes('unstable')) return 'unstable';
  return verdicts.includes('depends on ties') ? 'depends on ties' : 'stable';
}
