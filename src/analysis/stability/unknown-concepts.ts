import type { Model } from '../../core/model.js';
import { comparisonOf, hasUnknown } from '../../core/unknown-preference.js';
import { type RelationalShape, type Relations, relationalStable } from './relational.js';
import { relationalLimit, type TableConcept } from './table-concept.js';

/** How parties take pairs of outcomes that cannot be compared. */
export type UnknownType = 'a' | 'b' | 'c' | 'd';

/**
 * Stability under unknown preference, of four types.
 *
 * Formula, with t U s for a pair that cannot be compared: a move from s to t tempts under types a and
 * c iff t is better or U, under b and d iff t is better. A reply that ends at e deters under a and b
 * iff e is equal or worse than the start, under c and d iff it is equal, worse or U. A further move
 * to c escapes iff c does not deter: under a and b iff better or U, under c and d iff better. The
 * replies of SEQ are made of moves of the others to what is better or U, under every type.
 *
 * Source: Li, Hipel, Kilgour and Fang (2004), "Preference Uncertainty in the Graph Model for Conflict
 * Resolution", IEEE Transactions on Systems, Man, and Cybernetics A 34(4), 507–520; n parties in
 * Li, Kilgour and Hipel (2005). In the source a type belongs to the party asked about; here, as
 * there, every party is judged by the same type.
 */
export function unknownRelations(model: Model, type: UnknownType): Relations {
  const compare = model.readings.map((reading) => comparisonOf(model.space, reading));
  /** How the party likes `state` against `than`. */
  const like = (party: number, state: number, than: number) => compare[party]?.(state, than);
  const isDrawn = type === 'a' || type === 'c';
  const isWary = type === 'c' || type === 'd';
  const deters = (party: number, start: number, end: number) => {
    const liked = like(party, end, start);
    return liked === 'equal' || liked === 'worse' || (isWary && liked === 'unknown');
  };
  return {
    tempts: (party, from, to) => {
      const liked = like(party, to, from);
      return liked === 'better' || (isDrawn && liked === 'unknown');
    },
    answers: (party, from, to) => {
      const liked = like(party, to, from);
      return liked === 'better' || liked === 'unknown';
    },
    deters,
    escapes: (party, start, counter) => !deters(party, start, counter),
  };
}

const words: Readonly<Record<UnknownType, string>> = {
  a: 'a party is drawn by outcomes that it cannot compare, and not deterred by them',
  b: 'a party is neither drawn nor deterred by outcomes that it cannot compare',
  c: 'a party is both drawn and deterred by outcomes that it cannot compare',
  d: 'a party is not drawn by outcomes that it cannot compare, but deterred by them',
};

const bodies: Readonly<Record<'nash' | 'gmr' | 'smr' | 'seq', string>> = {
  nash: 'No single move of its own tempts the party.',
  gmr: 'Every move that tempts the party could be answered by moves of the others that deter it.',
  smr: 'As GMR, and the party could not escape the reply by one further move of its own.',
  seq: 'Every move that tempts the party could be answered by moves of the others, each to something better for its maker or not comparable, that deter it.',
};

function formulaOf(shape: 'nash' | 'gmr' | 'smr' | 'seq', type: UnknownType): string {
  const moves = type === 'a' || type === 'c' ? 'R⁺ᵁᵢ(s)' : 'R⁺ᵢ(s)';
  if (shape === 'nash') return `${moves} = ∅`;
  const bad = type === 'c' || type === 'd' ? 'Φ⁻⁼ᵁᵢ(s)' : 'Φ⁻⁼ᵢ(s)';
  const replies = shape === 'seq' ? 'R⁺ᵁ_{N∖i}(t)' : 'R_{N∖i}(t)';
  const more = shape === 'smr' ? ` and Rᵢ(e) ⊆ ${bad}` : '';
  return `∀t ∈ ${moves} ∃e ∈ ${replies}: e ∈ ${bad}${more}`;
}

const types: readonly UnknownType[] = ['a', 'b', 'c', 'd'];
const shapes = ['nash', 'gmr', 'smr', 'seq'] as const satisfies readonly RelationalShape[];

/** Nash, GMR, SMR and SEQ of the four types. */
export const unknownConcepts: readonly TableConcept[] = shapes.flatMap((shape) =>
  types.map((type): TableConcept => {
    const name = shape === 'nash' ? 'Nash' : shape.toUpperCase();
    return {
      id: `${shape}:${type}`,
      name: `${name}, unknown preferences of type ${type}`,
      definition: `${bodies[shape]} Type ${type}: ${words[type]}.`,
      formula: formulaOf(shape, type),
      source: 'Li, Hipel, Kilgour and Fang (2004)',
      applies: (model) =>
        model.readings.some(hasUnknown)
          ? relationalLimit(model)
          : 'no want of the readings in force is marked unknown',
      stable: (model) => relationalStable(model, unknownRelations(model, type), shape),
    };
  }),
);
