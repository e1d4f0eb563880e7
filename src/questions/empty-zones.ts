import { groupedDigits } from '../core/grouped-digits.js';
import type { DealSetting } from './deal-setting.js';
import type { DealsFindings, EmptyZone } from './deals-findings.js';
import { nearestFirst } from './named-sets.js';
import { crossedLines, shortfall } from './proposal-findings.js';

/** Most outcomes told where the zone is empty. */
const mostNearMisses = 3;

/** Where no outcome is acceptable to all at the table: the near misses, and who is short by what. */
export function emptyZones({
  model,
  noDeals,
  acceptances,
  table,
}: DealSetting): readonly EmptyZone[] {
  return noDeals.flatMap((noDeal, at) => {
    const { consents, isDeal } = acceptances[at] as DealSetting['acceptances'][number];
    let fewest = table.length + 1;
    let nearest: number[] = [];
    for (let state = 0; state < model.states; state += 1) {
      if (isDeal[state] !== 1) continue;
      const unwilling = table.filter((party) => consents[party]?.[state] !== 1).length;
      if (unwilling < fewest) {
        fewest = unwilling;
        nearest = [];
      }
      if (unwilling === fewest) nearest.push(state);
    }
    if (fewest === 0 || nearest.length === 0) return [];
    return [
      {
        noDeal: at,
        count: nearest.length,
        fewest: nearestFirst(model.space, nearest)
          .slice(0, mostNearMisses)
          .map((state) => ({
            state,
            unwilling: table
              .filter((party) => consents[party]?.[state] !== 1)
              .map((party) => {
                const { difference, by } = shortfall(model, noDeal, party, state);
                return {
                  party: model.case.parties[party]?.id as string,
                  difference,
                  by,
                  crossed: crossedLines(model, party, state),
                };
              }),
          })),
      },
    ];
  });
}

/** Reasons to mistrust a wide zone. */
export function warningsOf(
  { model, table }: DealSetting,
  counts: NonNullable<DealsFindings['counts']>,
): readonly string[] {
  const withLines = table.filter((party) => (model.readings[party]?.redLines ?? []).length > 0);
  const isWide = counts.deals > 0 && counts.acceptableToAll * 2 > counts.deals;
  if (!isWide) return [];
  const share = `${groupedDigits(counts.acceptableToAll)} of ${groupedDigits(counts.deals)} packages are no worse than no deal for every party at the table`;
  return [
    withLines.length === 0
      ? `The zone is too wide to say much: ${share}, and no party has a red line in this reading. Give red lines, or a no deal with a source.`
      : `The zone is too wide to say much: ${share}. Red lines and no deal leave most packages open.`,
  ];
}
