import { improvementsFrom, type Model, payoffAt } from '../../core/model.js';
import { compare, type Rational, rational, subtract } from '../../core/rational.js';
import { utilityAt } from '../../core/utility.js';
import type { ConceptId, Deterrence } from './concept.js';
import { type ReplyKind, replyMoves } from './least.js';
import { searchReplies } from './replies.js';

/** What a party has, less what it can make sure of by one of the ways open to it. */
export type Lead = {
  /** Value here less what is secured; at least 0 iff the party would stay, in its own order. */
  readonly margin: Rational;
  /** What the party can make sure of in the best of these ways. */
  readonly security: Rational;
  /** Where it would have to go for that; the state itself when staying secures as much. */
  readonly by: number;
};

/** How far a party is from leaving an outcome, in one measure. */
export type Margin = Lead & {
  /** The same over its moves alone, staying left out; undefined where it has none. */
  readonly leaving: Lead | undefined;
};

/** The two measures: rungs of the party's own order, and its points where it has any. */
export type Margins = {
  readonly rungs: Margin;
  readonly points: Margin | undefined | 'too large';
};

/** Nodes of the reply search looked at for one margin in points before it is left out. */
export const mostMarginWork = 2 ** 14;

/** The moves that replies are made of; none under Nash, no sequences under SIM. */
const kinds: Readonly<Partial<Record<ConceptId, ReplyKind>>> = {
  gmr: 'moves',
  smr: 'moves',
  seq: 'improvements',
  sseq: 'improvements',
  firm: 'firm improvements',
};

/**
 * The margin of a party at a state.
 *
 * Formula: margin(s) = v(s) − max { K(t) : t ∈ O(s) }, where K(t) is the least of w over t and all
 * that replies to the party lead to from t, and replies are those of the concept.
 * - GMR (any moves), SEQ (improvements), firm (firm improvements): O(s) = s and all that the party
 *   can move to from s, w = v. The maximum is the party's security level.
 * - Nash: the same without replies, so the margin is 0 where the party would stay, never more.
 * In these `leaving` is v(s) − max { K(t) : t ∈ O(s), t ≠ s }, so margin <= leaving: where others would
 * not make staying worse, margin is 0, and only `leaving` tells how far off the best move is.
 * - SMR, SSEQ: w(e) = the best of v over e and the party's own moves from e, and O(s) = the party's
 *   improvements from s, since the counter-move is one that answers a reply. Without an improvement
 *   there is nothing to measure; `leaving` is the same number.
 * - SIM: its answers are not sequences, so no margin is defined.
 * v is the rung (dense ordinal payoff), or the utility where the reading has points. Which moves are
 * improvements is decided by the order in both measures. In rungs, margin >= 0 iff the state is
 * stable for the party, and leaving likewise; in points too where the points are the order.
 *
 * Source: for GMR and SEQ the maximin form of stability (docs/reference/concepts.md); the margin is our
 * own definition. Ties: the first of s and then the lowest state.
 *
 * @param deterrence - of the party under the concept; its K gives the rungs.
 * @returns undefined where nothing is defined (above); points are `too large` where the replies reach
 *   more than `mostMarginWork` nodes.
 *
 * Time O(moves from s) in rungs, O(moves from s × reply search) in points.
 */
export function marginsOf(
  model: Model,
  concept: ConceptId,
  deterrence: Deterrence,
  party: number,
  state: number,
): Margins | undefined {
  const kind = kinds[concept];
  const { least } = deterrence;
  if (least === undefined || (kind === undefined && concept !== 'nash')) return undefined;
  const isCountered = concept === 'smr' || concept === 'sseq';
  const ways = isCountered
    ? improvementsFrom(model, party, state)
    : [state, ...model.moves.from(party, state)];
  if (ways.length === 0) return undefined;
  const rung = (at: number) => rational(BigInt(at));
  return {
    rungs: marginOver(state, rung(payoffAt(model, party, state)), ways, (by) =>
      rung(least[by] as number),
    ),
    points: pointsOver(
      model,
      party,
      state,
      ways,
      kind ? replyMoves(model, kind) : () => [],
      isCountered,
    ),
  };
}

/** v(s) less the greatest K over the ways, and over those of them that leave. */
function marginOver(
  state: number,
  here: Rational,
  ways: readonly number[],
  least: (by: number) => Rational,
): Margin {
  const secured = ways.map((by) => ({ by, security: least(by) }));
  const lead = (open: typeof secured): Lead | undefined => {
    const [first, ...others] = open;
    if (!first) return undefined;
    const best = others.reduce(
      (one, other) => (compare(other.security, one.security) > 0 ? other : one),
      first,
    );
    return { margin: subtract(here, best.security), security: best.security, by: best.by };
  };
  const leaving = lead(secured.filter(({ by }) => by !== state));
  return { ...(lead(secured) as Lead), leaving };
}

function pointsOver(
  model: Model,
  party: number,
  state: number,
  ways: readonly number[],
  movesOf: (party: number, state: number) => readonly number[],
  isCountered: boolean,
): Margins['points'] {
  const utilities = model.utilities[party];
  if (!utilities) return undefined;
  const value = (at: number) => utilityAt(utilities, at);
  const worth = (at: number) =>
    isCountered ? extreme([at, ...model.moves.from(party, at)].map(value), 1) : value(at);
  const least = new Map<number, Rational>();
  let work = 0;
  for (const by of ways) {
    const ends = new Set<number>();
    const tooFar = searchReplies(model, movesOf, party, by, (end) => {
      ends.add(end);
      work += 1;
      return work > mostMarginWork;
    });
    if (tooFar) return 'too large';
    least.set(by, extreme([by, ...ends].map(worth), -1));
  }
  return marginOver(state, value(state), ways, (by) => least.get(by) as Rational);
}

/** The greatest (1) or least (−1) of some numbers. */
function extreme(values: readonly Rational[], sign: 1 | -1): Rational {
  return values.reduce((best, one) => (compare(one, best) * sign > 0 ? one : best));
}
