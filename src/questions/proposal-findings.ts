import { isWithinReach } from '../analysis/bargaining/consent-used.js';
import { disagreementOf } from '../analysis/bargaining/gap.js';
import { leastRepairs } from '../analysis/bargaining/least-repairs.js';
import type { NoDeal } from '../analysis/bargaining/no-deal.js';
import { standingAt } from '../analysis/bargaining/no-deal.js';
import type { Proposal } from '../core/case.js';
import { firstDifference } from '../core/difference.js';
import { compileExpression } from '../core/expression.js';
import { groupedDigits } from '../core/grouped-digits.js';
import { type Model, payoffAt } from '../core/model.js';
import { conditionOfSettings, proposalLevels } from '../core/proposal-levels.js';
import {
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  zero,
} from '../core/rational.js';
import { levelAt, levelsOf, statesWhere, todayLevels } from '../core/space.js';
import { utilityAt } from '../core/utility.js';
import { type Amount, amountOf } from './amount.js';
import type { DealSetting } from './deal-setting.js';
import type { DealsOptions, ProposalFinding, Repair } from './deals-findings.js';
import { type DealJudge, differenceFrom } from './judge-deal.js';

/** Most least sets of changes that are told for one proposal and one aim. */
const mostRepairs = 40;
/** Most deals that are told near a proposal. */
const mostNear = 12;

/** What is to be said of each proposal of the case. What is cut is added to `limits`. */
export function proposalFindings(
  setting: DealSetting,
  judge: DealJudge,
  options: Pick<DealsOptions, 'near' | 'repair'>,
  limits: string[],
): readonly ProposalFinding[] {
  return setting.model.case.proposals.map((proposal) =>
    proposalFinding(setting, judge, proposal, options, limits),
  );
}

function proposalFinding(
  setting: DealSetting,
  judge: DealJudge,
  proposal: Proposal,
  options: Pick<DealsOptions, 'near' | 'repair'>,
  limits: string[],
): ProposalFinding {
  const { model, noDeals, table } = setting;
  const { case: theCase, space } = model;
  const idOf = (party: number) => theCase.parties[party]?.id as string;
  const settings = proposalLevels(proposal, todayInForce(model));
  const forms = statesWhere(space, conditionOfSettings(settings));
  const [state] = forms;
  const levels = theCase.issues.map(
    (_, issue) => settings.find((one) => one.issue === issue)?.level,
  );
  const isWhole = levels.every((level) => level !== undefined);
  const verdict = state === undefined ? null : judge.judge(state);
  return {
    id: proposal.id,
    label: proposal.label,
    by: proposal.by.map(idOf),
    forms: forms.length,
    rule: forms.length > 0 || !isWhole ? null : brokenRule(model, levels as number[]),
    verdict,
    dominatedBy: state === undefined ? { count: 0, nearest: null } : dominators(setting, state),
    short:
      state === undefined
        ? []
        : noDeals.flatMap((noDeal, at) =>
            table
              .filter((party) => standingAt(model, noDeal, party, state) === 'below')
              .map((party) => ({
                party: idOf(party),
                noDeal: at,
                ...shortfall(model, noDeal, party, state),
              })),
          ),
    crossed:
      state === undefined
        ? []
        : theCase.parties.flatMap((_, party) =>
            crossedLines(model, party, state).map((line) => ({ party: idOf(party), line })),
          ),
    losers: (verdict?.against ?? []).flatMap(({ signers, standing }, at) =>
      at > 0
        ? []
        : theCase.parties
            .map(({ id }) => id)
            .filter((id) => !signers.includes(id) && standing[id] === 'below'),
    ),
    range: forms.length > 1 ? rangeOver(model, forms) : {},
    repairs:
      options.repair === proposal.id && isWhole
        ? repairsOf(setting, judge, proposal, levels as number[], state, limits)
        : null,
    near: options.near === proposal.id ? nearTo(model, judge, proposal, levels, limits) : null,
  };
}

/** Today as the answer has it, issues that are set included. */
function todayInForce({ case: theCase, space }: Model): readonly number[] | undefined {
  return todayLevels(
    theCase,
    space.fixed.flatMap((level, issue) => (level === -1 ? [] : [{ issue, level }])),
  );
}

function brokenRule({ case: theCase }: Model, levels: readonly number[]): string | null {
  return theCase.rules.find(({ never }) => compileExpression(never, theCase)(levels))?.text ?? null;
}

/** Outcomes as good for every party at the table, in its order, and better for one. */
function dominators(
  { model, table, within }: DealSetting,
  state: number,
): { readonly count: number; readonly nearest: number | null } {
  const found: number[] = [];
  for (let other = 0; other < model.states; other += 1) {
    let isBetter = false;
    const isAsGood = table.every((party) => {
      const difference = payoffAt(model, party, other) - payoffAt(model, party, state);
      if (difference > 0) isBetter = true;
      return difference >= 0;
    });
    if (isAsGood && isBetter && isWithinReach(model, within, other)) found.push(other);
  }
  const here = levelsOf(model.space, state);
  const [nearest] = found
    .map((other) => ({ other, changes: changesBetween(here, levelsOf(model.space, other)) }))
    .sort((a, b) => a.changes - b.changes || a.other - b.other);
  return { count: found.length, nearest: nearest?.other ?? null };
}

function changesBetween(a: readonly (number | undefined)[], b: readonly number[]): number {
  return a.filter((level, issue) => level !== undefined && level !== b[issue]).length;
}

/** By what a party is short of no deal: the want, the points, and the issues that cost it points. */
export function shortfall(
  model: Model,
  noDeal: NoDeal,
  party: number,
  state: number,
): Pick<ProposalFinding['short'][number], 'difference' | 'by' | 'issues'> {
  const own = noDeal.parties[party];
  const utilities = model.utilities[party];
  const difference = differenceFrom(model, noDeal, party, state);
  if (!own || own.kind === 'unknown' || !utilities) return { difference, by: null, issues: [] };
  const reference = disagreementOf(model, noDeal, party) as Rational;
  const by = subtract(reference, utilityAt(utilities, state));
  const [from] = own.kind === 'number' ? noDeal.end : own.states;
  return {
    difference,
    by: by.n > 0n ? amountOf(by) : null,
    issues: from === undefined ? [] : lostIssues(model, party, from, state),
  };
}

/** Issues on which a party has fewer points at one state than at another, most first. */
function lostIssues(
  model: Model,
  party: number,
  from: number,
  state: number,
): readonly { readonly issue: string; readonly lost: Amount }[] {
  return (model.readings[party]?.points?.issues ?? [])
    .map(({ issue, weight, scores }) => {
      const scoreAt = (one: number) => scores[levelAt(model.space, one, issue)] as Rational;
      return {
        issue: model.case.issues[issue]?.id as string,
        lost: divide(multiply(weight, subtract(scoreAt(from), scoreAt(state))), rational(100n)),
      };
    })
    .filter(({ lost }) => compare(lost, zero) > 0)
    .sort((a, b) => compare(b.lost, a.lost))
    .map(({ issue, lost }) => ({ issue, lost: amountOf(lost) }));
}

/** The texts of a party's red lines that an outcome crosses. */
export function crossedLines(model: Model, party: number, state: number): readonly string[] {
  const levels = levelsOf(model.space, state);
  return (model.readings[party]?.redLines ?? [])
    .filter(({ line }) => compileExpression(line, model.case)(levels))
    .map(({ label, text }) => label ?? text);
}

function rangeOver(model: Model, forms: readonly number[]): ProposalFinding['range'] {
  return Object.fromEntries(
    model.case.parties.flatMap(({ id }, party) => {
      const utilities = model.utilities[party];
      if (!utilities) return [];
      const sorted = forms.map((state) => utilityAt(utilities, state)).sort(compare);
      const [worst] = sorted;
      const best = sorted.at(-1);
      return worst && best ? [[id, [amountOf(worst), amountOf(best)] as const]] : [];
    }),
  );
}

function repairsOf(
  setting: DealSetting,
  judge: DealJudge,
  proposal: Proposal,
  levels: readonly number[],
  state: number | undefined,
  limits: string[],
): ProposalFinding['repairs'] {
  const { model } = setting;
  const listed = (isGood: (one: number) => boolean, aim: string): readonly Repair[] => {
    const good: { state: number; levels: readonly number[] }[] = [];
    for (let one = 0; one < model.states; one += 1) {
      if (isGood(one)) good.push({ state: one, levels: levelsOf(model.space, one) });
    }
    const { repairs, isWhole } = leastRepairs(levels, good, mostRepairs);
    if (!isWhole) {
      limits.push(
        `More than ${groupedDigits(mostRepairs)} least sets of changes make “${proposal.label}” ${aim}; those with the fewest changes are told.`,
      );
    }
    return repairs.map((repair) => repairFinding(model, judge, levels, state, repair.state));
  };
  const isGood = (one: number) => judge.isDeal(one) && judge.isAcceptable(one);
  return {
    acceptable: listed(isGood, 'acceptable'),
    both: listed(
      (one) => isGood(one) && judge.isSelfEnforcing(one) === true,
      'acceptable and self-enforcing',
    ),
  };
}

function repairFinding(
  model: Model,
  judge: DealJudge,
  levels: readonly number[],
  state: number | undefined,
  to: number,
): Repair {
  const after = levelsOf(model.space, to);
  const differences = model.case.parties.flatMap(({ id }, party) => {
    const difference = state === undefined ? undefined : firstDifference(model, party, state, to);
    return difference && state !== undefined
      ? [
          {
            party: id,
            difference,
            gains: payoffAt(model, party, to) > payoffAt(model, party, state),
          },
        ]
      : [];
  });
  const told = (gains: boolean) =>
    differences
      .filter((one) => one.gains === gains)
      .map(({ party, difference }) => ({ party, difference }));
  return {
    state: to,
    changes: model.case.issues.flatMap((issue, at) =>
      after[at] === levels[at]
        ? []
        : [
            {
              issue: issue.id,
              from: issue.levels[levels[at] as number]?.id as string,
              to: issue.levels[after[at] as number]?.id as string,
            },
          ],
    ),
    isSelfEnforcing: judge.isSelfEnforcing(to) === true,
    gives: told(false),
    gets: told(true),
  };
}

/** Deals with both marks, or acceptable ones where there are none, fewest changes from a proposal. */
function nearTo(
  model: Model,
  judge: DealJudge,
  proposal: Proposal,
  levels: readonly (number | undefined)[],
  limits: string[],
): NonNullable<ProposalFinding['near']> {
  const acceptable: number[] = [];
  for (let state = 0; state < model.states; state += 1) {
    if (judge.isDeal(state) && judge.isAcceptable(state)) acceptable.push(state);
  }
  const both = acceptable.filter((state) => judge.isSelfEnforcing(state) === true);
  const among = both.length > 0 ? both : acceptable;
  if (among.length > mostNear) {
    limits.push(
      `${groupedDigits(among.length)} deals were compared with “${proposal.label}”; the ${mostNear} with the fewest changes are told.`,
    );
  }
  return among
    .map((state) => ({ state, changes: changesBetween(levels, levelsOf(model.space, state)) }))
    .sort((a, b) => a.changes - b.changes || a.state - b.state)
    .slice(0, mostNear);
}
