import { groupedDigits } from '../core/grouped-digits.js';
import { parseRational } from '../core/rational.js';
import type { Amount } from '../questions/amount.js';
import type { GapFinding, GroupLine, GroupUnderResponse } from '../questions/group-findings.js';
import type { Words } from './words.js';

type Response = GroupUnderResponse['response'];

/** The three ways in which the others may take it, as they are said. */
export const responseWords: Readonly<Record<Response, string>> = {
  today: 'with the others at today’s levels',
  reply: 'if the others answer',
  worst: 'whatever the others do',
};

/** In the order in which they are told. */
export const responseOrder: readonly Response[] = ['today', 'reply', 'worst'];

/** `no deal (today)`: what no deal is follows its name. */
export function noDealWords(words: Words, states: readonly number[]): string {
  const [state, ...more] = states;
  if (state === undefined) return 'no deal (each party’s own number)';
  const name = words.outcome(state);
  return more.length > 0 ? `no deal (the circle with ${name})` : `no deal (${name})`;
}

/** A share of a range in per cent with one decimal, rounded half up; `under 0.1 %` for a trace. */
export function percentWords(amount: Amount): string {
  const text = String(amount);
  const value = parseRational(text.includes('e') ? Number(amount).toFixed(20) : text);
  if (!value) throw new RangeError(`percentWords: "${amount}" is not a number`);
  const size = value.n < 0n ? -value.n : value.n;
  const tenths = (2000n * size + value.d) / (2n * value.d);
  if (tenths === 0n) return size === 0n ? '0 %' : 'under 0.1 %';
  return tenths % 10n === 0n ? `${tenths / 10n} %` : `${tenths / 10n}.${tenths % 10n} %`;
}

export const isNegative = (amount: Amount) => String(amount).startsWith('-');
const isZero = (amount: Amount) => amount === 0;

/**
 * How near a group is to a settlement of its own, as a clause without a subject's name: `the best of
 * their packages gives each of them at least 5 % of its range more than no deal`.
 */
export function gapWords(words: Words, gap: GapFinding, members: number): string {
  if (gap.lacking.length > 0) {
    return `no gap can be told in points, since ${words.parties(gap.lacking)} ${gap.lacking.length === 1 ? 'has' : 'have'} none to compare with no deal`;
  }
  const isOne = members === 1;
  if (gap.value === null) {
    return `${isOne ? 'it has' : 'they have'} no package that changes anything without crossing a red line of ${isOne ? 'its own' : 'one of them'}`;
  }
  const lead = `by points the best of ${isOne ? 'its' : 'their'} packages`;
  if (isZero(gap.value)) {
    return `${lead} leaves ${isOne ? 'it' : 'the member worst served'} just as well off as no deal`;
  }
  const share = percentWords(gap.value);
  return isNegative(gap.value)
    ? `${lead} gives ${isOne ? 'it' : 'each of them'} at least ${share} of its range more than no deal`
    : `${lead} leaves ${isOne ? 'it' : 'one of them'} ${share} of its range short of no deal`;
}

/** The zone and the gap of a group in a cell: `none; 5 % short`. */
export function aloneFigures(found: GroupLine['alone'][Response]): string {
  if (!found) return 'not worked out';
  const { zone, gap } = found;
  const zoneText = zone === 0 ? 'none' : groupedDigits(zone);
  if (gap.value === null) return zoneText;
  if (isZero(gap.value)) return `${zoneText}; even`;
  return `${zoneText}; ${percentWords(gap.value)} ${isNegative(gap.value) ? 'to spare' : 'short'}`;
}
