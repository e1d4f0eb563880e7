import type { Want } from '../../core/case.js';
import type { Path } from '../../core/diagnostic.js';
import { compileExpression } from '../../core/expression.js';
import type { Model } from '../../core/model.js';
import { divide, multiply, type Rational, rational, subtract } from '../../core/rational.js';
import { levelsOf } from '../../core/space.js';

/** What one party gives and gets between two outcomes. */
export type Trade = {
  readonly party: number;
  /** Issues on which its points change, in case order: (weight / 100) · (score after − score before). */
  readonly issues: readonly { readonly issue: number; readonly change: Rational }[];
  /** Wants met at one and not at the other, in its order, with their worth where they have one. */
  readonly gained: readonly TradedWant[];
  readonly lost: readonly TradedWant[];
};

export type TradedWant = {
  readonly path: Path;
  readonly place: number;
  readonly worth: Rational | undefined;
};

/**
 * What a party gives and gets in going from one outcome to another.
 *
 * The changes of points on issues and the worths of wants gained less those lost add up to the change
 * of its utility. Wants that it is not known to have are left out. Time O(issues + wants).
 */
export function tradeOf(model: Model, party: number, from: number, to: number): Trade {
  const reading = model.readings[party];
  const before = levelsOf(model.space, from);
  const after = levelsOf(model.space, to);
  const issues = (reading?.points?.issues ?? []).flatMap(({ issue, weight, scores }) => {
    const [was, is] = [scores[before[issue] as number], scores[after[issue] as number]];
    if (!was || !is) return [];
    const change = divide(multiply(weight, subtract(is, was)), rational(100n));
    return change.n === 0n ? [] : [{ issue, change }];
  });
  const gained: TradedWant[] = [];
  const lost: TradedWant[] = [];
  const compareWant = (want: Want, place: number) => {
    const isMet = compileExpression(want.want, model.case);
    if (isMet(before) === isMet(after)) return;
    (isMet(after) ? gained : lost).push({ path: want.path, place, worth: want.worth });
  };
  for (const [place, group] of (reading?.wants ?? []).entries()) {
    for (const want of group) if (!want.isUnknown) compareWant(want, place);
  }
  return { party, issues: issues.sort((a, b) => a.issue - b.issue), gained, lost };
}
