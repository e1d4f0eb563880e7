import { type Model, payoffAt } from '../../core/model.js';
import { type Arcs, filterArcs, mostMovesOn, targetsOf } from '../../core/moves.js';
import { replyEnds } from './reply-ends.js';

/**
 * What a party thinks of pairs of states where its preferences need not make an order. Nothing is
 * taken to be transitive, and deterrence need not be the contrary of temptation.
 */
export type Relations = {
  /** Whether a move of the party from one state to another is worth its while. */
  readonly tempts: (party: number, from: number, to: number) => boolean;
  /** Whether the party may make the move in a reply to another, where replies are made by choice. */
  readonly answers: (party: number, from: number, to: number) => boolean;
  /** Whether the party would rather not have left `start` if a reply ends at `end`. */
  readonly deters: (party: number, start: number, end: number) => boolean;
  /** Whether the party makes up for a reply by a further move of its own to `counter`. */
  readonly escapes: (party: number, start: number, counter: number) => boolean;
};

/** The relations of one complete order: better tempts, no better deters, better escapes. */
export function ordinaryRelations(model: Model): Relations {
  const isBetter = (party: number, than: number, state: number) =>
    payoffAt(model, party, state) > payoffAt(model, party, than);
  return {
    tempts: isBetter,
    answers: isBetter,
    deters: (party, start, end) => !isBetter(party, start, end),
    escapes: isBetter,
  };
}

export type RelationalShape = 'nash' | 'gmr' | 'smr' | 'seq' | 'sseq';

/** Most work of one table: states × moves, 2^27, some seconds. */
export const mostRelationalWork = 2 ** 27;

/** Whether a model is within the limit of the relational concepts. */
export function isWithinRelationalLimit(model: Model): boolean {
  return model.states * mostMovesOn(model.space) <= mostRelationalWork;
}

/**
 * Stability by pairwise relations.
 *
 * Formula, with T_i(s) the moves t ∈ R_i(s) that tempt i at s: s is stable for i iff for every
 * t ∈ T_i(s) some reply from t ends at an e with deters_i(s, e), where
 *   nash: there is no reply, so T_i(s) = ∅;
 *   gmr, smr: replies are legal sequences of moves of the others;
 *   seq, sseq: legal sequences of moves from x to y with answers_j(x, y) for their maker j;
 *   smr, sseq: moreover escapes_i(s, c) for no c ∈ R_i(e).
 * No party moves twice in a row in a legal sequence, decided over (state, last mover).
 *
 * Source: the concepts of the graph model (Kilgour, Hipel and Fang 1987) written as Li, Hipel,
 * Kilgour and Fang (2004), Hamouda, Kilgour and Hipel (2004) and Inohara, Hipel and Walker (2007)
 * extend them, each with relations of its own. With complete preferences, tempts = answers =
 * escapes = better and deters = no better, they are the ordinary concepts.
 *
 * @returns for each party 1 where stable, per state.
 * @throws RangeError above the limit; ask `isWithinRelationalLimit` first.
 *
 * Time O(parties × states × moves), memory O(states²) for the ends of replies from every state.
 */
export function relationalStable(
  model: Model,
  relations: Relations,
  shape: RelationalShape,
): readonly Uint8Array[] {
  if (!isWithinRelationalLimit(model)) {
    throw new RangeError(`relationalStable: ${model.states} states are above the limit of work`);
  }
  const moves = model.moves.alone;
  const tempting = moves.map((arcs, party) =>
    filterArcs(arcs, (from, to) => relations.tempts(party, from, to)),
  );
  const replies =
    shape === 'gmr' || shape === 'smr'
      ? moves
      : moves.map((arcs, party) =>
          filterArcs(arcs, (from, to) => relations.answers(party, from, to)),
        );
  const hasCounter = shape === 'smr' || shape === 'sseq';
  return moves.map((own, party) => {
    const ends = new Map<number, readonly number[]>();
    const endsOf = replyEnds(replies, model.states, party);
    const endsFrom = (state: number) => {
      const known = ends.get(state);
      if (known) return known;
      const found = endsOf(state);
      ends.set(state, found);
      return found;
    };
    const isDeterred = (start: number, to: number) =>
      endsFrom(to).some(
        (end) =>
          relations.deters(party, start, end) &&
          !(
            hasCounter &&
            targetsOf(own as Arcs, end).some((counter) => relations.escapes(party, start, counter))
          ),
      );
    return Uint8Array.from({ length: model.states }, (_, start) =>
      targetsOf(tempting[party] as Arcs, start).every((to) =>
        shape === 'nash' ? false : isDeterred(start, to),
      )
        ? 1
        : 0,
    );
  });
}
