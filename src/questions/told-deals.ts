import { groupedDigits } from '../core/grouped-digits.js';
import type { DealSetting } from './deal-setting.js';
import type { DealsFindings } from './deals-findings.js';
import type { DealJudge } from './judge-deal.js';
import { nearestFirst } from './named-sets.js';

/** Most deals of the headline, and most other acceptable deals, that are told one by one. */
const mostHeadline = 100;
const mostOthers = 20;

/** How many outcomes have which mark, and which have both. Time O(states × parties). */
export function countDeals(
  { model }: DealSetting,
  judge: DealJudge,
): {
  readonly counts: NonNullable<DealsFindings['counts']>;
  readonly headline: readonly number[];
  readonly acceptable: readonly number[];
} {
  const counts = { deals: 0, acceptable: 0, acceptableToAll: 0, selfEnforcing: 0, both: 0 };
  const headline: number[] = [];
  const acceptable: number[] = [];
  for (let state = 0; state < model.states; state += 1) {
    if (!judge.isDeal(state)) continue;
    counts.deals += 1;
    if (judge.isAcceptableToAll(state)) counts.acceptableToAll += 1;
    const holds = judge.isSelfEnforcing(state);
    if (holds) counts.selfEnforcing += 1;
    if (!judge.isAcceptable(state)) continue;
    counts.acceptable += 1;
    acceptable.push(state);
    if (holds) {
      counts.both += 1;
      headline.push(state);
    }
  }
  return { counts, headline, acceptable };
}

/**
 * Deals told one by one: those with both marks, then other acceptable ones; of each first those that
 * all at the table accept, of these first the efficient ones, then the nearest to today.
 */
export function toldDeals(
  { model, ends }: DealSetting,
  judge: DealJudge,
  headline: readonly number[],
  acceptable: readonly number[],
  limits: string[],
): readonly number[] {
  const ordered = (states: readonly number[]) => {
    // Acceptable to all first: where a rule passes over some party, that is the exception.
    const place = (state: number) =>
      (judge.isAcceptableToAll(state) ? 0 : 2) + (judge.isEfficient[state] === 1 ? 0 : 1);
    const places = new Map(states.map((state) => [state, place(state)]));
    return nearestFirst(model.space, states).toSorted(
      (a, b) => (places.get(a) as number) - (places.get(b) as number),
    );
  };
  const both = new Set(headline);
  const others = acceptable.filter((state) => !both.has(state));
  if (headline.length > mostHeadline) {
    limits.push(
      `${groupedDigits(headline.length)} deals are acceptable and self-enforcing; ${mostHeadline} are told: first those that all at the table accept, of these the efficient ones, then those nearest to today.`,
    );
  }
  const hasToday = ends.length > 0;
  const most = hasToday ? mostOthers : mostHeadline;
  if (others.length > most) {
    limits.push(
      `${groupedDigits(others.length)} deals are acceptable${hasToday ? ' but not self-enforcing' : ''}; ${most} are told: first those that all at the table accept, of these the efficient ones${hasToday ? ', then those nearest to today' : ''}.`,
    );
  }
  return [...ordered(headline).slice(0, mostHeadline), ...ordered(others).slice(0, most)];
}
