import type { DealsReport } from './deals-words.js';
import type { ExportTable } from './export-table.js';

/**
 * The tables of an answer on deals: the frontier, a row for each point; and the deals that were judged
 * one by one, a row for each of them and each no deal.
 */
export function dealsTables(report: DealsReport): readonly ExportTable[] {
  return [frontierTable(report), packageTable(report)];
}

function frontierTable({ frontier }: DealsReport): ExportTable {
  const unit = frontier?.isOrdinal ? 'rank' : 'points';
  return {
    name: 'frontier',
    header: ['point', ...(frontier?.parties ?? []).map((id) => `${unit}.${id}`), 'first_state'],
    *rows() {
      for (const [point, amounts] of (frontier?.points ?? []).entries()) {
        yield [point, ...amounts, frontier?.states[point] ?? null];
      }
    },
  };
}

function packageTable({ parties, deals }: DealsReport): ExportTable {
  return {
    name: 'deals',
    header: [
      'state',
      'no_deal',
      'acceptable',
      'would_hold',
      'mark',
      'on_offer',
      'efficient',
      'must_sign',
      'signers',
      'left_by',
      'crosses_red_line_of',
      ...parties.map((id) => `against_no_deal.${id}`),
      ...parties.map((id) => `points.${id}`),
    ],
    rows: () =>
      deals.flatMap((deal) =>
        deal.against.map((against, noDeal) => [
          deal.state,
          noDeal,
          Number(against.isAcceptable),
          deal.isSelfEnforcing === null ? null : Number(deal.isSelfEnforcing),
          deal.mark,
          Number(deal.isOnOffer),
          Number(deal.isEfficient),
          against.required.join(' '),
          against.signers.join(' '),
          [...new Set(deal.breakers.map(({ party }) => party))].join(' '),
          deal.crossing.join(' '),
          ...parties.map((id) => against.standing[id] ?? null),
          ...parties.map((id) => deal.utilities[id] ?? null),
        ]),
      ),
  };
}
