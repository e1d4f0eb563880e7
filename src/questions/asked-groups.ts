import type { Acceptance } from '../analysis/bargaining/acceptance.js';
import { blockersOf } from '../analysis/bargaining/blockers.js';
import {
  afterReplies,
  type GroupReach,
  outsidersOf,
  type Response,
  responses,
  startOf,
} from '../analysis/bargaining/group-reach.js';
import type { Standards } from '../analysis/bargaining/group-standards.js';
import {
  type GroupSolutions,
  groupGap,
  groupSolutions,
  groupZone,
} from '../analysis/bargaining/group-zone.js';
import {
  coreOf,
  excessOf,
  leastCoreOf,
  objectionsOf,
  rangeSharesOf,
} from '../analysis/bargaining/objections.js';
import { paretoFrontier } from '../analysis/bargaining/pareto.js';
import type { Solution } from '../analysis/bargaining/problem.js';
import { firstDifference } from '../core/difference.js';
import { groupedDigits } from '../core/grouped-digits.js';
import { groupsOf, payoffAt } from '../core/model.js';
import type { Control } from '../core/report.js';
import { rankUtilities, type Utilities } from '../core/utility.js';
import { amountOf } from './amount.js';
import type {
  AskedGroup,
  GroupPackage,
  GroupSolutionsFinding,
  GroupUnderResponse,
  HarmedFinding,
  WholeTable,
} from './group-findings.js';
import { type GroupTables, gapFinding, mostPackages, tooManyEnds } from './group-tables.js';

/** Most groups for core and least core: those of ten parties. */
const mostGroups = 2 ** 10;
/** Most outcomes × groups, and most candidates × groups, that are looked through: 2^26 and 2^17. */
const mostLookedThrough = 2 ** 26;
const mostTried = 2 ** 17;
/** Most packages of a group that are told in full. */
const mostTold = 3;

/**
 * What all at the table could settle: solutions among the packages that all accept, core and least core.
 *
 * @returns undefined when the work was stopped.
 */
export function wholeTable(
  tables: GroupTables,
  standards: Standards,
  control: Control,
  tell: (limit: string) => void,
): WholeTable | undefined {
  const { model, table } = tables;
  const reach = tables.reach(table, 'today') as GroupReach;
  const zone = groupZone(standards, reach);
  const solutions = groupSolutions(standards, reach, zone);
  const states = zone.places.map((place) => reach.packages[place] as number);
  const found = solutions?.kind === 'points' ? solutions : undefined;
  const accepted = acceptedPackages(tables, standards);
  const whole = {
    parties: tables.idsOf(table),
    accepted: accepted.length,
    nash: found ? statesOf(reach, found.nash) : null,
    kalaiSmorodinsky: found ? statesOf(reach, found.kalaiSmorodinsky) : null,
    leastCore: null,
    core: null,
  };
  const groups = groupsOf(Math.min(table.length, 11), 1).map((places) =>
    places.map((place) => table[place] as number),
  );
  if (groups.length >= mostGroups || groups.length * model.states > mostLookedThrough) {
    tell(
      `Core and least-core deal were not worked out: the groups of ${table.length} parties × ${groupedDigits(model.states)} outcomes are too many.`,
    );
    return whole;
  }
  const reaches: GroupReach[] = [];
  for (const group of groups) {
    if (control.stopped()) return undefined;
    reaches.push(tables.reach(group, 'today') as GroupReach);
  }
  // The whole table first: it leaves only efficient outcomes to the others.
  const objections = [...reaches]
    .reverse()
    .map((one) => objectionsOf(standards, one, model.payoffs));
  const core = coreOf(objections, accepted);
  if (control.stopped()) return undefined;
  const told = { states: firstOf(core), count: core.length };
  if (!found) return { ...whole, core: told };
  const efficient = paretoFrontier(
    table.map((party) => rankUtilities(model.utilities[party] as Utilities)),
    states,
  ) as Int32Array;
  if (efficient.length * groups.length > mostTried) {
    tell(
      `The least-core deal was not worked out: ${groupedDigits(efficient.length)} efficient packages × ${groups.length} groups are above ${groupedDigits(mostTried)}.`,
    );
    return { ...whole, core: told };
  }
  const shares = rangeSharesOf(standards);
  const excesses = reaches
    .filter(({ group }) => group.length < table.length)
    .map((one) => excessOf(standards, one, shares));
  const least = leastCoreOf(excesses, efficient);
  return {
    ...whole,
    core: told,
    leastCore: least.value
      ? {
          states: firstOf(least.states),
          count: least.states.length,
          value: amountOf(least.value),
        }
      : null,
  };
}

/** Packages of all at the table that each of them accepts, no deal left out; ascending. */
function acceptedPackages(tables: GroupTables, { accepts, differs }: Standards): Int32Array {
  const { packages } = tables.reach(tables.table, 'today') as GroupReach;
  return packages.filter(
    (state) => differs[state] === 1 && tables.table.every((party) => accepts[party]?.[state] === 1),
  );
}

/** The full answer for one group: the three responses, and its own packages with what they mean. */
export function askedGroup(
  tables: GroupTables,
  standards: Standards,
  acceptance: Acceptance,
  all: WholeTable,
  { asked, group }: { readonly asked: 'with' | 'without'; readonly group: readonly number[] },
  tell: (limit: string) => void,
): AskedGroup {
  const full = acceptedPackages(tables, standards);
  const shares = rangeSharesOf(standards);
  const under = (response: Response): readonly GroupUnderResponse[] => {
    const reach = tables.reach(group, response);
    if (!reach) {
      tell(tooManyEnds(tables, group));
      return [];
    }
    const zone = groupZone(standards, reach, tables.alone(group));
    const solutions = groupSolutions(standards, reach, zone);
    const excess = excessOf(standards, reach, shares);
    const objects = objectionsOf(standards, reach, standards.model.payoffs);
    const immune = full.filter((state) => !objects(state));
    return [
      {
        response,
        packages: reach.packages.length,
        circles: reach.circling.length,
        zone: zone.places.length,
        joint: zone.joint,
        frontier: frontierSize(solutions),
        solutions: solutions ? solutionsFinding(tables, reach, solutions) : null,
        gap: gapFinding(tables, reach, groupGap(standards, reach)),
        excess: (['nash', 'kalaiSmorodinsky', 'leastCore'] as const).flatMap((deal) => {
          const found = deal === 'leastCore' ? all.leastCore?.states : all[deal];
          return (found ?? []).map((state) => {
            const value = excess(state);
            return { deal, state, value: value ? amountOf(value) : null };
          });
        }),
        full: { count: full.length, immune: immune.length, states: firstOf(immune) },
      },
    ];
  };
  const found = responses.flatMap(under);
  return {
    asked,
    parties: tables.idsOf(group),
    others: tables.idsOf(tables.table.filter((party) => !group.includes(party))),
    responses: found,
    packages: toldPackages(found).map(({ state, why }) =>
      groupPackage(tables, standards, acceptance, group, state, why),
    ),
  };
}

function frontierSize(solutions: GroupSolutions | undefined): number {
  if (!solutions) return 0;
  return solutions.kind === 'points' ? solutions.frontier.points.length : solutions.frontier.length;
}

function solutionsFinding(
  tables: GroupTables,
  reach: GroupReach,
  solutions: GroupSolutions,
): GroupSolutionsFinding {
  if (solutions.kind === 'orders') {
    return {
      kind: 'orders',
      lacking: tables.idsOf(solutions.lacking),
      fallback: firstOf(solutions.fallback.map((place) => reach.packages[place] as number)),
    };
  }
  return {
    kind: 'points',
    nash: statesOf(reach, solutions.nash),
    kalaiSmorodinsky: statesOf(reach, solutions.kalaiSmorodinsky),
  };
}

/** The packages of a group that are told: its solutions, else those nearest to one. */
function toldPackages([first]: readonly GroupUnderResponse[]) {
  if (!first) return [];
  const { solutions, gap } = first;
  const marked: { readonly state: number; readonly why: GroupPackage['why'] }[] = [];
  const mark = (states: readonly number[], why: GroupPackage['why']) => {
    for (const state of states) {
      if (!marked.some((one) => one.state === state)) marked.push({ state, why });
    }
  };
  if (solutions?.kind === 'points') {
    mark(solutions.nash, 'nash');
    mark(solutions.kalaiSmorodinsky, 'kalaiSmorodinsky');
  } else if (solutions) mark(solutions.fallback, 'fallback');
  if (marked.length === 0) mark(gap.states, 'gap');
  return marked.slice(0, mostTold);
}

function groupPackage(
  tables: GroupTables,
  { model, noDeal }: Standards,
  acceptance: Acceptance,
  group: readonly number[],
  state: number,
  why: GroupPackage['why'],
): GroupPackage {
  const { signers, blockers, harmed } = blockersOf(model, noDeal, acceptance, state, {
    from: startOf(model),
    group,
  });
  const others = outsidersOf(model, group);
  const { today } = model.space;
  const reference = (isBelowNoDeal: boolean) => (isBelowNoDeal ? noDeal.end[0] : today);
  return {
    state,
    why,
    answered: afterReplies(others, tables.best, state).states,
    signers: tables.idsOf(signers),
    blockers: tables.idsOf(blockers),
    harmed: harmed.map((one): HarmedFinding => {
      const before = reference(one.isBelowNoDeal);
      return {
        party: model.case.parties[one.party]?.id as string,
        isBelowNoDeal: one.isBelowNoDeal,
        isBelowToday: one.isBelowToday,
        lost: lossBetween(one.party, before, state),
        undo: one.undo ? { to: one.undo.to, signers: tables.idsOf(one.undo.signers) } : null,
      };
    }),
  };

  /** Against a number or within a circle the outcomes need not show what is lost. */
  function lossBetween(party: number, before: number | undefined, after: number) {
    if (before === undefined || payoffAt(model, party, after) >= payoffAt(model, party, before)) {
      return null;
    }
    return firstDifference(model, party, before, after) ?? null;
  }
}

function statesOf(reach: GroupReach, { points }: Solution<number>): readonly number[] {
  return points
    .flatMap(({ outcomes }) => outcomes.map((place) => reach.packages[place] as number))
    .slice(0, mostPackages);
}

function firstOf(states: Int32Array): readonly number[] {
  return [...states.subarray(0, mostPackages)];
}
