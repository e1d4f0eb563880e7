import type { ConceptId, Deterrence } from '../analysis/stability/concept.js';
import { type Lead, type Margin, marginsOf } from '../analysis/stability/margin.js';
import type { Model } from '../core/model.js';
import { formatRational } from '../core/rational.js';

/** What a party has, less what it can make sure of: amounts as exact decimals or fractions. */
export type LeadFinding = {
  /** Below 0 where the party would do better by a move of its own. */
  readonly margin: string;
  /** What it can make sure of. */
  readonly security: string;
  /** The state that it would have to go to for that; the state itself where staying secures as much. */
  readonly by: number;
};

/** A margin in one measure of the party's own; `leaving`: staying left out, null without a move. */
export type MarginFinding = LeadFinding & { readonly leaving: LeadFinding | null };

/** How far a party is from leaving an outcome; points are null where its reading has none. */
export type MarginFindings = {
  readonly rungs: MarginFinding;
  readonly points: MarginFinding | null;
};

/** A party's margin at a state; null where none is defined, with a limit where it was left out. */
export function marginFindings(
  model: Model,
  concept: ConceptId,
  deterrence: Deterrence,
  party: number,
  state: number,
  limits: string[],
): MarginFindings | null {
  const margins = marginsOf(model, concept, deterrence, party, state);
  if (!margins) return null;
  const { rungs, points } = margins;
  if (points === 'too large') {
    limits.push(
      `How far ${model.case.parties[party]?.name} is from leaving was not worked out in points: its moves and the replies to them reach too many outcomes.`,
    );
  }
  const inWords = ({ margin, security, by }: Lead): LeadFinding => ({
    margin: formatRational(margin),
    security: formatRational(security),
    by,
  });
  const told = (margin: Margin): MarginFinding => ({
    ...inWords(margin),
    leaving: margin.leaving ? inWords(margin.leaving) : null,
  });
  return {
    rungs: told(rungs),
    points: points === undefined || points === 'too large' ? null : told(points),
  };
}
