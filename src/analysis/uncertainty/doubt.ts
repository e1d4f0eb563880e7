import type { NumberRange, Setting } from '../../core/case.js';
import type { Rational } from '../../core/rational.js';

/**
 * What a doubt is about.
 *
 * - `reading`: which of a party's rival readings is right.
 * - `want`: whether the party, so read, holds a want marked with low confidence.
 * - `order`: in which order neighbours marked `unsure` stand.
 * - `rule`: whether a rule marked `doubt` applies.
 * - `today`: at which of several levels an issue stands today.
 * - `number`: where in its range a number lies.
 */
export type DoubtSubject =
  | { readonly kind: 'reading'; readonly party: number }
  | {
      readonly kind: 'want';
      readonly party: number;
      readonly reading: number;
      readonly group: number;
      readonly place: number;
    }
  | {
      readonly kind: 'order';
      readonly party: number;
      readonly reading: number;
      readonly list: 'wants' | 'ranking';
      /** The first of the neighbours, by its place in the list. */
      readonly first: number;
      /** Every order of them, as offsets from `first`; the order of the file comes first. */
      readonly orders: readonly (readonly number[])[];
    }
  | { readonly kind: 'rule'; readonly rule: number }
  | { readonly kind: 'today'; readonly settings: readonly Setting[] }
  | {
      readonly kind: 'number';
      readonly party: number;
      readonly reading: number;
      readonly range: NumberRange;
    };

export type DoubtKind = DoubtSubject['kind'];

/** One thing that a case leaves open, and the cases that it may take. */
export type Doubt = {
  /**
   * `US`, `US.conditional.4` (its fourth want, inner lists counted through), `US.conditional.4-5`
   * (the order of its fourth and fifth), `rule.2`, `today.war_trend`, `RU.declared.no_deal`,
   * `RU.declared.points.front`, `RU.declared.points.front.frozen`, `RU.declared.4.worth`.
   */
  readonly id: string;
  readonly about: DoubtSubject;
  /**
   * Ids of its cases: readings, levels, `held` and `struck`, `applies` and `lifted`, orders such as
   * `5-4`. The first is what the file has by itself. Empty for a number, which has steps instead.
   */
  readonly cases: readonly string[];
  /** Weights that the file declares, adding up to one; undefined where every case counts alike. */
  readonly weights: readonly Rational[] | undefined;
};

/**
 * One case of every doubt, in the order of the doubts: 0 what the file has by itself, which is also
 * the entry of a doubt that does not act because its reading is not in force. For a number, k stands
 * for step k − 1 of the thousand steps from the low to the high end of its range.
 */
export type AssumptionSet = readonly number[];
