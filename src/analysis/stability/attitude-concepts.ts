import type { Attitude } from '../../core/case.js';
import { type Model, payoffAt } from '../../core/model.js';
import { type RelationalShape, type Relations, relationalStable } from './relational.js';
import { relationalLimit, type TableConcept } from './table-concept.js';

/** The attitude of one party to another: positive to itself, neutral to others, where not given. */
export function attitudeOf(model: Model, party: number, other: number): Attitude {
  const given = model.case.parties[party]?.attitudes.find((one) => one.party === other);
  return given?.attitude ?? (party === other ? 'positive' : 'neutral');
}

/**
 * Relational preference by attitudes.
 *
 * Formula: TRPᵢ(s) = states t with t ≽ⱼ s for every j that i is positive to, and s ≽ⱼ t for every j
 * that i is negative to. A move from s to t tempts i iff t ∈ TRPᵢ(s). An end e deters it iff e = s or
 * e ∉ TRPᵢ(s), and a further move to c escapes iff c ≠ s and c ∈ TRPᵢ(s). A party that is neutral to
 * all is tempted by every move.
 *
 * Source: Inohara, Hipel and Walker (2007), "Conflict analysis approaches for investigating attitudes
 * and misperceptions in the War of 1812", Journal of Systems Science and Systems Engineering 16(2).
 * That coming back to s deters is settled by the propositions of Inohara and Hipel (2009): discrete
 * attitudes with complete antisymmetric preferences give the ordinary concepts, and with totally
 * neutral ones relational Nash equals relational SMR, and relational GMR relational SEQ. With ties
 * even discrete attitudes differ from the ordinary concepts, for a move to an equal outcome tempts.
 */
export function attitudeRelations(model: Model): Relations {
  const parties = model.case.parties.map((_, party) => party);
  const liked = parties.map((party) =>
    parties.filter((other) => attitudeOf(model, party, other) === 'positive'),
  );
  const disliked = parties.map((party) =>
    parties.filter((other) => attitudeOf(model, party, other) === 'negative'),
  );
  const suits = (party: number, from: number, to: number) => {
    const gain = (other: number) => payoffAt(model, other, to) - payoffAt(model, other, from);
    return (
      liked[party]?.every((other) => gain(other) >= 0) === true &&
      disliked[party]?.every((other) => gain(other) <= 0) === true
    );
  };
  const deters = (party: number, start: number, end: number) =>
    end === start || !suits(party, start, end);
  return {
    tempts: suits,
    answers: suits,
    deters,
    escapes: (party, start, counter) => !deters(party, start, counter),
  };
}

const bodies: Readonly<Record<'nash' | 'gmr' | 'smr' | 'seq', readonly [string, string]>> = {
  nash: ['The party has no move that suits its attitudes.', 'TRRᵢ(s) = ∅'],
  gmr: [
    'Every move that suits the attitudes of the party could be answered by moves of the others that end where it started, or at an outcome that does not suit its attitudes as seen from the start.',
    '∀t ∈ TRRᵢ(s) ∃e ∈ R_{N∖i}(t): e = s or e ∉ TRPᵢ(s)',
  ],
  smr: [
    'As relational GMR, and the party could not escape the reply by one further move of its own.',
    '∀t ∈ TRRᵢ(s) ∃e ∈ R_{N∖i}(t): (e = s or e ∉ TRPᵢ(s)) and ∀c ∈ Rᵢ(e): c = s or c ∉ TRPᵢ(s)',
  ],
  seq: [
    'As relational GMR, with replies in which each move suits the attitudes of its maker.',
    '∀t ∈ TRRᵢ(s) ∃e ∈ TRR_{N∖i}(t): e = s or e ∉ TRPᵢ(s)',
  ],
};
const shapes = ['nash', 'gmr', 'smr', 'seq'] as const satisfies readonly RelationalShape[];

/** Relational Nash, GMR, SMR and SEQ. */
export const attitudeConcepts: readonly TableConcept[] = shapes.map((shape): TableConcept => {
  const [definition, formula] = bodies[shape];
  return {
    id: `relational-${shape}`,
    name: `relational ${shape === 'nash' ? 'Nash' : shape.toUpperCase()}`,
    definition,
    formula,
    source: 'Inohara, Hipel and Walker (2007)',
    applies: (model) =>
      model.case.parties.some(({ attitudes }) => attitudes.length > 0)
        ? relationalLimit(model)
        : 'the case gives no party attitudes',
    stable: (model) => relationalStable(model, attitudeRelations(model), shape),
  };
});
