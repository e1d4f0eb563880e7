import type { Model } from '../../core/model.js';
import { hasStrength, strengthsOf } from '../../core/strength.js';
import type { Concept } from './concept.js';
import { gmr } from './gmr.js';
import { ordinaryRelations, type Relations, relationalStable } from './relational.js';
import { seq } from './seq.js';
import { smr } from './smr.js';
import { relationalLimit, type TableConcept } from './table-concept.js';

/**
 * Strength of preference: strong and weak stability.
 *
 * Formula, with ≫ of `strengthsOf`: s is strong GMR for i iff for every t ∈ R⁺ᵢ(s) some e ∈ R_{N∖i}(t)
 * has s ≫ᵢ e; strong SMR iff moreover s ≫ᵢ c for every c ∈ Rᵢ(e); strong SEQ as strong GMR with
 * replies made of improvements. Improvements are great and small ones alike. s is weak GMR (SMR, SEQ)
 * iff it is GMR (SMR, SEQ) and not strong. A state without an improvement is strong: there is nothing
 * to deter; the source calls strength and weakness there without meaning.
 *
 * Source: Hamouda, Kilgour and Hipel (2004), "Strength of Preference in the Graph Model for Conflict
 * Resolution", Group Decision and Negotiation 13; (2006) for more than two parties.
 */
export function strengthRelations(model: Model): Relations {
  const strengths = model.readings.map((reading) => strengthsOf(model.space, reading));
  const isGreatlyWorse = (party: number, start: number, end: number) =>
    (strengths[party]?.[start] as number) > (strengths[party]?.[end] as number);
  const { tempts, answers } = ordinaryRelations(model);
  return {
    tempts,
    answers,
    deters: isGreatlyWorse,
    escapes: (party, start, counter) => !isGreatlyWorse(party, start, counter),
  };
}

const source = 'Hamouda, Kilgour and Hipel (2004, 2006)';

function applies(model: Model): string | undefined {
  return model.readings.some(hasStrength)
    ? relationalLimit(model)
    : 'no want or ranking entry of the readings in force is marked strong';
}

const shapes: readonly {
  readonly base: Concept;
  readonly id: 'gmr' | 'smr' | 'seq';
  readonly formula: string;
}[] = [
  { base: gmr, id: 'gmr', formula: '∀t ∈ R⁺ᵢ(s) ∃e ∈ R_{N∖i}(t): s ≫ᵢ e' },
  { base: smr, id: 'smr', formula: '∀t ∈ R⁺ᵢ(s) ∃e ∈ R_{N∖i}(t): s ≫ᵢ e and ∀c ∈ Rᵢ(e): s ≫ᵢ c' },
  { base: seq, id: 'seq', formula: '∀t ∈ R⁺ᵢ(s) ∃e ∈ R⁺_{N∖i}(t): s ≫ᵢ e' },
];

const strong = shapes.map(
  ({ base, id, formula }): TableConcept => ({
    id: `strong-${id}`,
    name: `strong ${base.name}`,
    definition: `As ${base.name}, and what deters is always greatly worse for the party than the start${id === 'smr' ? ', also after any further move of its own' : ''}.`,
    formula,
    source,
    applies,
    stable: (model) => relationalStable(model, strengthRelations(model), id),
  }),
);

const weak = shapes.map(
  ({ base, id }): TableConcept => ({
    id: `weak-${id}`,
    name: `weak ${base.name}`,
    definition: `${base.name} and not strong ${base.name}: some improvement could only be answered by something that is no better, but not greatly worse.`,
    formula: `${base.name} and not strong ${base.name}`,
    source,
    applies,
    stable: (model) => {
      const great = relationalStable(model, strengthRelations(model), id);
      return relationalStable(model, ordinaryRelations(model), id).map((own, party) =>
        own.map((cell, state) => (great[party]?.[state] === 1 ? 0 : cell)),
      );
    },
  }),
);

/** Strong and weak GMR, SMR and SEQ. */
export const strengthConcepts: readonly TableConcept[] = [...strong, ...weak];
