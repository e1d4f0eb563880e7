import { improvementsFrom, type Model, payoffAt } from '../../core/model.js';
import { compare, type Rational, rational, subtract } from '../../core/rational.js';
import { utilityAt } from '../../core/utility.js';
import type { ConceptId, Deterrence } from './concept.js';
import { type ReplyMoves, replyEnds } from './reply-ends.js';
import { seq } from './seq.js';

/** How far a party is from leaving an outcome, in one measure. */
export type Margin = {
  /** Value here less the security level; at least 0 iff the party would stay, in its own order. */
  readonly margin: Rational;
  /** What the party can make sure of by a move of its own, or by staying. */
  readonly security: Rational;
  /** Where it would have to go for that; the state itself when staying secures as much. */
  readonly by: number;
  /** Where replies would leave it then. */
  readonly end: number;
};

/** The two measures: rungs of the party's own order, and its points where it has any. */
export type Margins = { readonly rungs: Margin; readonly points: Margin | undefined };

/** Nodes of the reply search looked at for one margin before it is left out. */
export const mostMarginWork = 2 ** 18;

/**
 * The margin of a party at a state.
 *
 * Formula: margin(s) = v(s) − max { K(t) : t ∈ O(s) }, where K(t) is the least of w over t and all
 * that replies to the party lead to from t, and replies are those of the concept.
 * - GMR (any moves), SEQ (improvements), firm (firm improvements): O(s) = s and all that the party
 *   can move to from s, w = v. The maximum is the party's security level.
 * - Nash: the same without replies, so the margin is 0 where the party would stay, never more.
 * - SMR, SSEQ: w(e) = the best of v over e and the party's own moves from e, and O(s) = the party's
 *   improvements from s, since the counter-move is one that answers a reply. Without an improvement
 *   there is nothing to measure.
 * - SIM: its answers are not sequences, so no margin is defined.
 * v is the rung (dense ordinal payoff), or the utility where the reading has points. Which moves are
 * improvements is decided by the order in both measures. In rungs, margin >= 0 iff the state is
 * stable for the party; in points too where the points are the order.
 *
 * Source: for GMR and SEQ the maximin form of stability (our theory notes, 4.1); the margin is our
 * own definition. Ties: the first of s and then the lowest state, and the lowest end.
 *
 * @returns undefined where nothing is defined (above); `too large` where the replies reach more than
 *   `mostMarginWork` nodes.
 *
 * Time O(moves from s × reply search).
 */
export function marginsOf(
  model: Model,
  concept: ConceptId,
  party: number,
  state: number,
): Margins | undefined | 'too large' {
  const replies = replyMovesOf(model, concept);
  if (replies === undefined) return undefined;
  const isCountered = concept === 'smr' || concept === 'sseq';
  const options = isCountered
    ? improvementsFrom(model, party, state)
    : [state, ...model.moves.from(party, state)];
  if (options.length === 0) return undefined;
  const reached: { readonly by: number; readonly ends: readonly number[] }[] = [];
  let work = 0;
  for (const by of options) {
    const ends = replyEnds(model, party, by, replies, mostMarginWork - work);
    if (!ends) return 'too large';
    work += ends.size;
    reached.push({ by, ends: [...new Set([by, ...ends])].sort((a, b) => a - b) });
  }
  const inMeasure = (value: (at: number) => Rational): Margin => {
    const worth = isCountered ? bestCounter(model, party, value) : value;
    let best: { by: number; end: number; least: Rational } | undefined;
    for (const { by, ends } of reached) {
      const least = leastOf(ends, worth);
      if (!best || compare(least.least, best.least) > 0) best = { by, ...least };
    }
    const { by, end, least } = best as { by: number; end: number; least: Rational };
    return { margin: subtract(value(state), least), security: least, by, end };
  };
  const utilities = model.utilities[party];
  return {
    rungs: inMeasure((at) => rational(BigInt(payoffAt(model, party, at)))),
    points: utilities && inMeasure((at) => utilityAt(utilities, at)),
  };
}

function leastOf(
  ends: readonly number[],
  value: (at: number) => Rational,
): { readonly end: number; readonly least: Rational } {
  const [first = -1, ...others] = ends;
  let end = first;
  let least = value(first);
  for (const other of others) {
    const there = value(other);
    if (compare(there, least) >= 0) continue;
    end = other;
    least = there;
  }
  return { end, least };
}

/** The best value at a state or after one further move of the party's own. */
function bestCounter(
  model: Model,
  party: number,
  value: (at: number) => Rational,
): (at: number) => Rational {
  return (at) =>
    model.moves.from(party, at).reduce((best, to) => {
      const there = value(to);
      return compare(there, best) > 0 ? there : best;
    }, value(at));
}

/** The moves that a reply of the concept is made of; undefined where replies are no sequences. */
function replyMovesOf(model: Model, concept: ConceptId): ReplyMoves | undefined {
  switch (concept) {
    case 'nash':
      return () => [];
    case 'gmr':
    case 'smr':
      return model.moves.from;
    case 'seq':
    case 'sseq':
      return (party, state) => improvementsFrom(model, party, state);
    case 'firm':
      return firmMovesOf(model);
    default:
      return undefined;
  }
}

/** Firm improvements: those of which SEQ does not deter the maker. */
function firmMovesOf(model: Model): ReplyMoves {
  const deterrenceOf = seq.deterrence(model);
  const known = new Map<number, Deterrence>();
  return (party, state) => {
    const deterrence = known.get(party) ?? deterrenceOf(party);
    known.set(party, deterrence);
    return improvementsFrom(model, party, state).filter((to) => !deterrence.isDeterred(state, to));
  };
}
