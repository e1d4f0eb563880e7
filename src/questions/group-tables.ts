import { consentUsedFrom } from '../analysis/bargaining/consent-used.js';
import type { Gap } from '../analysis/bargaining/gap.js';
import {
  type GroupReach,
  groupReach,
  mostEnds,
  type Response,
  type SingleReplies,
  settledBy,
  singleReplies,
  startOf,
} from '../analysis/bargaining/group-reach.js';
import type { Case } from '../core/case.js';
import { consentOfAll, partiesOfConsent } from '../core/consent.js';
import { groupedDigits } from '../core/grouped-digits.js';
import type { Model } from '../core/model.js';
import { expandedConsent } from '../core/signing.js';
import { amountOf } from './amount.js';
import type { DealSetting } from './deal-setting.js';
import type { GapFinding } from './group-findings.js';

/** Most packages listed where many attain the same. */
export const mostPackages = 5;

/** The groups of one answer: what each can settle, worked out once. */
export type GroupTables = {
  readonly model: Model;
  /** Parties whose consent some outcome can use; all where none does. */
  readonly table: readonly number[];
  /** X(S) under a response; undefined where it is too large. */
  readonly reach: (group: readonly number[], response: Response) => GroupReach | undefined;
  /** Best single moves, each worked out once. */
  readonly best: SingleReplies;
  /** For each member what it could settle alone: 1 a state. */
  readonly alone: (group: readonly number[]) => readonly Uint8Array[];
  readonly idsOf: (parties: readonly number[]) => readonly string[];
};

/** Tables that are filled as they are asked for. */
export function groupTables({ model, table }: DealSetting): GroupTables {
  const used = consentUsedFrom(model, startOf(model));
  const best = singleReplies(model);
  const settled = new Map<string, Int32Array>();
  const known = new Map<string, GroupReach | undefined>();
  const lone = new Map<number, Uint8Array>();
  const packagesOf = (group: readonly number[]) => {
    const key = group.join();
    const found = settled.get(key) ?? settledBy(model, group, used);
    settled.set(key, found);
    return found;
  };
  return {
    model,
    table: table.length > 0 ? table : [...model.payoffs.keys()],
    best,
    reach: (group, response) => {
      const key = `${response} ${group.join()}`;
      if (!known.has(key)) {
        known.set(key, groupReach(model, group, response, packagesOf(group), best));
      }
      return known.get(key);
    },
    alone: (group) =>
      group.length < 2
        ? []
        : group.map((party) => {
            const found = lone.get(party) ?? markedStates(model.states, packagesOf([party]));
            lone.set(party, found);
            return found;
          }),
    idsOf: (parties) => parties.map((party) => model.case.parties[party]?.id as string),
  };
}

function markedStates(states: number, marked: Int32Array): Uint8Array {
  const table = new Uint8Array(states);
  for (const state of marked) table[state] = 1;
  return table;
}

/** Parties by those who consent for them: constituents in the place of each that has them. In case order. */
export function withConstituents(theCase: Case, parties: readonly number[]): readonly number[] {
  return partiesOfConsent(expandedConsent(theCase, consentOfAll(parties)));
}

/** What is said where a group's packages may end at too many outcomes. */
export function tooManyEnds({ idsOf }: GroupTables, group: readonly number[]): string {
  return `What ${idsOf(group).join(' and ')} can be sure of whatever the others do was not worked out: above ${groupedDigits(mostEnds)} outcomes of their packages.`;
}

/** A gap with the first packages that attain it. */
export function gapFinding(tables: GroupTables, reach: GroupReach, found: Gap): GapFinding {
  return {
    value: found.gap ? amountOf(found.gap) : null,
    states: Array.from(
      found.places.subarray(0, mostPackages),
      (place) => reach.packages[place] as number,
    ),
    count: found.places.length,
    leftOut: tables.idsOf(found.leftOut),
    lacking: tables.idsOf(found.lacking),
  };
}
