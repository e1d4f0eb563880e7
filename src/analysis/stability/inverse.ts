import { groupedDigits } from '../../core/grouped-digits.js';
import type { Model } from '../../core/model.js';
import type { Rational } from '../../core/rational.js';
import { compare, one, rational } from '../../numeric/rational.js';
import type { ConceptId } from './concept.js';
import { mostRankingsSearched, searchedRankingShare } from './ranking-search.js';
import { rankingShare } from './ranking-share.js';
import { conceptsByBetterStates, isLeft, waysOut } from './ways-out.js';
import { endlessWork, type WorkBudget } from './work-budget.js';

/** Concepts under which a party's verdict does not depend on how the others rank the states. */
export const conceptsOfOwnOrder: readonly ConceptId[] = ['nash', 'gmr', 'smr'];

/**
 * How many of all strict rankings of the states make a party stay: the share, between bounds where it
 * was not counted. `least` equals `most` where it was.
 */
export type RankingShare = {
  readonly least: Rational;
  readonly most: Rational;
  /** Why it was not counted; undefined where it was. */
  readonly limit: string | undefined;
};

/**
 * The inverse question over rankings: under what share of one party's N! strict rankings of the states
 * is a state stable for it, the others' preferences as they are?
 *
 * Nash, GMR, SMR, SEQ, SSEQ: exact, by the closed form of `rankingShare` on `waysOut`. Firm and SIM:
 * by search (`searchedRankingShare`) where the choices are few; else firm lies between Nash and SEQ,
 * because Nash ⊆ firm ⊆ SEQ for every order. Shares of different parties multiply to the share of
 * joint rankings that make the state an equilibrium for Nash, GMR and SMR only: there a verdict rests
 * on the party's own order and the moves of the others, while under SEQ, SSEQ, SIM and firm the
 * replies of the others change with their orders.
 *
 * Ties: strict rankings have none; q itself is one of the N states. A party without a move stays under
 * every ranking. Source: `waysOut`.
 */
export function rankingShareOf(
  model: Model,
  concept: ConceptId,
  party: number,
  state: number,
  work: WorkBudget = endlessWork,
): RankingShare {
  const exact = (share: Rational): RankingShare => ({
    least: share,
    most: share,
    limit: undefined,
  });
  const closed = (id: ConceptId) => rankingShare(waysOut(model, id, party, state) ?? []);
  if (conceptsByBetterStates.includes(concept)) {
    const share = closed(concept);
    return share
      ? exact(share)
      : { ...anything, limit: 'too many outcomes are within reach for an exact count' };
  }
  if (concept !== 'firm' && concept !== 'sim') {
    return { ...anything, limit: 'rankings are not counted under this concept' };
  }
  const nashWays = waysOut(model, 'nash', party, state) ?? [];
  const least = rankingShare(nashWays) ?? anything.least;
  if (concept === 'sim') {
    const found = searchedRankingShare(model, 'sim', party, state, () => undefined, work);
    return typeof found === 'string'
      ? { least, most: one, limit: searchLimits[found] }
      : exact(found);
  }
  const seqWays = waysOut(model, 'seq', party, state) ?? [];
  const most = rankingShare(seqWays) ?? one;
  if (compare(least, most) === 0) return exact(least);
  const found = searchedRankingShare(
    model,
    'firm',
    party,
    state,
    (isBetter) => {
      if (!isLeft(nashWays, isBetter)) return true;
      return isLeft(seqWays, isBetter) ? false : undefined;
    },
    work,
  );
  return typeof found === 'string' ? { least, most, limit: searchLimits[found] } : exact(found);
}

const anything = { least: rational(0n), most: one };

const searchLimits = {
  'too many': `more than ${groupedDigits(mostRankingsSearched)} orders would have to be tried one by one`,
  'too long': 'the work allowed for this question was used up',
};
