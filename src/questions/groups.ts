import { type Response, responses } from '../analysis/bargaining/group-reach.js';
import { type Standards, standardsOf } from '../analysis/bargaining/group-standards.js';
import { groupGap, groupZone } from '../analysis/bargaining/group-zone.js';
import { irreconcilable } from '../analysis/bargaining/irreconcilable.js';
import { mostCounted, powerOf } from '../analysis/bargaining/power.js';
import { acceptedByAll, withoutEach } from '../analysis/bargaining/without-each.js';
import type { Case } from '../core/case.js';
import { partiesOfConsent } from '../core/consent.js';
import { groupedDigits } from '../core/grouped-digits.js';
import { mostPartiesForGroups } from '../core/model.js';
import type { Control } from '../core/report.js';
import { expandedConsent } from '../core/signing.js';
import { amountOf } from './amount.js';
import { askedGroup, wholeTable } from './asked-groups.js';
import type { DealSetting } from './deal-setting.js';
import type { GroupFindings, GroupLine, GroupsAgainst, PartyLeftOut } from './group-findings.js';
import {
  type GroupTables,
  gapFinding,
  groupTables,
  tooManyEnds,
  withConstituents,
} from './group-tables.js';

/** Most no deals against which groups are looked at. */
const mostNoDeals = 4;
/** Most outcomes × groups that are looked through for short lines: 2^26. */
const mostLookedThrough = 2 ** 26;
/**
 * By whom, without whom: what all but one would accept, who cannot agree at all, and what groups could
 * settle by themselves; in full for the groups asked about.
 *
 * @param options.with - parties, by id: what they could settle by themselves.
 * @param options.without - parties, by id: what the others at the table could.
 * @param limits - what is not worked out is added here.
 * @returns undefined when the work was stopped.
 *
 * Time O(states × parties²) for the short part at up to 12 parties.
 */
export function groupFindings(
  setting: DealSetting,
  options: { readonly with: readonly string[]; readonly without: readonly string[] },
  control: Control,
  limits: string[],
): GroupFindings | undefined {
  const { model, noDeals, acceptances } = setting;
  const tables = groupTables(setting);
  const asked = askedOf(tables, options);
  if (noDeals.length > mostNoDeals) {
    limits.push(
      `Groups were looked at against the first ${mostNoDeals} of ${noDeals.length} no deals.`,
    );
  }
  const power = powersOf(model.case);
  const told = new Set<string>();
  const tell = (limit: string) => {
    if (!told.has(limit)) limits.push(limit);
    told.add(limit);
  };
  const against: GroupsAgainst[] = [];
  for (const [index, noDeal] of noDeals.slice(0, mostNoDeals).entries()) {
    if (control.stopped()) return undefined;
    const acceptance = acceptances[index] as (typeof acceptances)[number];
    const standards = standardsOf(model, noDeal, acceptance);
    const counts = withoutEach(acceptance, standards.differs);
    const clashes = irreconcilable(acceptance, standards.differs);
    if (!clashes) tell('Irreconcilable groups were not listed: there are too many.');
    const lines = groupLines(tables, standards, control, tell);
    if (!lines) return undefined;
    const all = asked.length > 0 ? wholeTable(tables, standards, control, tell) : undefined;
    if (asked.length > 0 && !all) return undefined;
    against.push({
      noDeal: index,
      outcomes: counts.outcomes,
      passing: counts.passing,
      unanimous: counts.unanimous,
      parties: counts.parties.map((row, party) => ({
        party: model.case.parties[party]?.id as string,
        isAtTable: setting.table.includes(party),
        ...row,
        power: power.get(party) ?? null,
      })),
      irreconcilable: clashes?.groups.map(tables.idsOf) ?? null,
      toDrop: clashes?.toDrop.map(tables.idsOf) ?? null,
      groups: lines,
      all: all ?? null,
      asked: all
        ? asked.map((one) => askedGroup(tables, standards, acceptance, all, one, tell))
        : [],
    });
  }
  return { against };
}

/** Every outcome that findings about groups speak of, each once, ascending. */
export function statesOfGroups({ against }: GroupFindings): readonly number[] {
  const states = against.flatMap(({ groups, all, asked }) => [
    ...groups.flatMap(({ alone }) => responses.flatMap((one) => alone[one]?.gap.states ?? [])),
    ...(all
      ? [all.nash, all.kalaiSmorodinsky, all.leastCore?.states, all.core?.states].flatMap(
          (one) => one ?? [],
        )
      : []),
    ...asked.flatMap(({ responses: under, packages }) => [
      ...under.flatMap(({ gap, solutions, full }) => [
        ...gap.states,
        ...full.states,
        ...(solutions?.kind === 'points'
          ? [...solutions.nash, ...solutions.kalaiSmorodinsky]
          : (solutions?.fallback ?? [])),
      ]),
      ...packages.flatMap(({ state, answered, harmed }) => [
        state,
        ...answered,
        ...harmed.flatMap(({ undo }) => (undo ? [undo.to] : [])),
      ]),
    ]),
  ]);
  return [...new Set(states)].sort((a, b) => a - b);
}

/** Power indices under the rule of the case; none without a rule, or above what can be counted. */
function powersOf(theCase: Case): ReadonlyMap<number, PartyLeftOut['power']> {
  const rule = theCase.consent && expandedConsent(theCase, theCase.consent);
  if (!rule || partiesOfConsent(rule).length > mostCounted) return new Map();
  return new Map(
    powerOf(rule).map(({ party, shapleyShubik, banzhaf }) => [
      party,
      { shapleyShubik: amountOf(shapleyShubik), banzhaf: amountOf(banzhaf) },
    ]),
  );
}

/** The groups asked about, each once: those named, and those at the table without those named. */
function askedOf(
  { model, table }: GroupTables,
  options: { readonly with: readonly string[]; readonly without: readonly string[] },
): readonly { readonly asked: 'with' | 'without'; readonly group: readonly number[] }[] {
  const places = (ids: readonly string[]) =>
    withConstituents(
      model.case,
      [...model.case.parties.keys()].filter((party) =>
        ids.includes(model.case.parties[party]?.id as string),
      ),
    );
  const left = places(options.without);
  const named = { asked: 'with' as const, group: places(options.with) };
  const rest = {
    asked: 'without' as const,
    group: table.filter((party) => !left.includes(party)),
  };
  const isSame = options.with.length > 0 && named.group.join() === rest.group.join();
  return [
    ...(options.with.length > 0 ? [named] : []),
    ...(left.length > 0 && !isSame ? [rest] : []),
  ];
}

/** A short line for the parties of each track and for every pair at the table. */
function groupLines(
  tables: GroupTables,
  standards: Standards,
  control: Control,
  tell: (limit: string) => void,
): readonly GroupLine[] | undefined {
  const { model, table } = tables;
  const tracks = model.case.tracks.map(({ id, parties }) => ({
    track: id,
    group: withConstituents(model.case, parties),
  }));
  if (table.length > mostPartiesForGroups) {
    tell(
      `Pairs of parties were not looked at: ${table.length} are at the table, above ${mostPartiesForGroups}.`,
    );
  }
  const pairs =
    table.length > mostPartiesForGroups
      ? []
      : table.flatMap((one, at) =>
          table.slice(at + 1).map((other) => ({ track: null, group: [one, other] })),
        );
  const groups = [...tracks, ...pairs].filter(
    ({ track, group }) =>
      track !== null || !tracks.some((one) => one.group.join() === group.join()),
  );
  if (groups.length * model.states > mostLookedThrough) {
    tell(
      `What groups could settle by themselves was not worked out: ${groups.length} groups × ${groupedDigits(model.states)} outcomes are above ${groupedDigits(mostLookedThrough)}.`,
    );
    return [];
  }
  const lines: GroupLine[] = [];
  for (const { track, group } of groups) {
    if (control.stopped()) return undefined;
    const under = (response: Response) => {
      const reach = tables.reach(group, response);
      if (!reach) {
        tell(tooManyEnds(tables, group));
        return null;
      }
      const { places, joint } = groupZone(standards, reach, tables.alone(group));
      const gap = gapFinding(tables, reach, groupGap(standards, reach));
      return { zone: places.length, joint, gap };
    };
    lines.push({
      track,
      parties: tables.idsOf(group),
      accepted: acceptedByAll({ consents: standards.accepts }, group, standards.differs),
      alone: { today: under('today'), reply: under('reply'), worst: under('worst') },
    });
  }
  return lines;
}
