import type { NumberRange, RangedNumber, Reading } from '../core/case.js';
import { formatRational, type Rational, subtract } from '../core/rational.js';

/**
 * A number of a reading in the language of case files: `60`, or its range, `60 ± 10`,
 * `[50, 60, 75]`. The same however the file writes it.
 */
export function numberText(value: Rational, of: RangedNumber, { ranges }: Reading): string {
  const range = ranges.find((one) => isSame(one.of, of));
  return range ? rangeText(value, range) : formatRational(value);
}

function rangeText(value: Rational, { low, high, mode }: NumberRange): string {
  return mode
    ? `[${[low, mode, high].map(formatRational).join(', ')}]`
    : `${formatRational(value)} ± ${formatRational(subtract(high, value))}`;
}

function isSame(a: RangedNumber, b: RangedNumber): boolean {
  switch (a.kind) {
    case 'weight':
      return b.kind === 'weight' && a.issue === b.issue;
    case 'score':
      return b.kind === 'score' && a.issue === b.issue && a.level === b.level;
    case 'worth':
      return b.kind === 'worth' && a.group === b.group && a.place === b.place;
    case 'no deal':
      return b.kind === 'no deal';
  }
}
