import type { Case } from '../core/case.js';
import { compileExpression } from '../core/expression.js';
import { buildModel, type Model } from '../core/model.js';
import { proposalLevels } from '../core/proposal-levels.js';
import type { Control } from '../core/report.js';
import { levelsOf, sharedLevels, stateWith } from '../core/space.js';
import { utilityAt } from '../core/utility.js';
import { type Amount, amountOf } from './amount.js';
import { readingSetOf, settingsOf } from './case-options.js';
import { dealSettingOf } from './deal-setting.js';
import type { DealsOptions, DealVerdict } from './deals-findings.js';
import { dealJudge } from './judge-deal.js';
import { listOffers } from './list-offers.js';

/** What an outcome is to everybody, without its reasons. */
export type OutcomeFacts = {
  readonly levels: readonly number[];
  /** Dense rank of each party, 0 = worst; comparable within a party only. */
  readonly ranks: Readonly<Record<string, number>>;
  /** In each party's own points; absent without points. */
  readonly utilities: Readonly<Record<string, Amount>>;
  /** Against every no deal. */
  readonly isAcceptable: boolean;
  readonly isDeal: boolean;
  /** Null in a case without a today. */
  readonly isSelfEnforcing: boolean | null;
};

/** What is to be said of one package, a level for every issue. */
export type PackageAnswer = {
  /** Null where a rule forbids it. */
  readonly verdict: DealVerdict | null;
  /** Null where a rule forbids it. */
  readonly facts: OutcomeFacts | null;
  /** The text of the rule that forbids it, and why; null where it is possible. */
  readonly rule: { readonly text: string; readonly why: string | null } | null;
  /** The proposal that differs from it on the fewest issues; null without proposals. */
  readonly nearest: {
    readonly id: string;
    readonly label: string;
    readonly changes: number;
  } | null;
  /** Level index of every issue at every state that the verdict speaks of, by state number. */
  readonly levels: Readonly<Record<string, readonly number[]>>;
};

/** Judges packages one after the other, everything they share worked out once. */
export type PackageJudge = {
  readonly judge: (levels: readonly number[]) => PackageAnswer;
  readonly factsOf: (state: number) => OutcomeFacts;
};

/**
 * A judge of packages.
 *
 * Call after `deals.check` found nothing and only where states can be listed.
 *
 * @returns undefined when the work was stopped.
 */
export function packageJudge(
  theCase: Case,
  options: DealsOptions,
  control: Control,
): PackageJudge | undefined {
  const settings = settingsOf(theCase, options);
  const model = buildModel(theCase, readingSetOf(theCase, options), settings, control.kept);
  const setting = dealSettingOf(model, options, control);
  if (!setting) return undefined;
  const { today } = model.space;
  const offers =
    today === undefined || today === -1
      ? []
      : listOffers(model, setting.verdicts, today, setting.ends, []);
  const { judge, isAcceptable, isDeal, isSelfEnforcing } = dealJudge(setting, offers);
  const factsOf = (state: number): OutcomeFacts => ({
    levels: levelsOf(model.space, state),
    ...measuresAt(model, state),
    isAcceptable: isAcceptable(state),
    isDeal: isDeal(state),
    isSelfEnforcing: isSelfEnforcing(state) ?? null,
  });
  const proposals = theCase.proposals.map((proposal) => ({
    proposal,
    settings: proposalLevels(proposal, theCase.today),
  }));
  const judgeOf = (levels: readonly number[]): PackageAnswer => {
    if (levels.length !== theCase.issues.length) {
      throw new RangeError(
        `packageJudge: ${levels.length} levels for ${theCase.issues.length} issues`,
      );
    }
    const state = stateWith(model.space, levels);
    const verdict = state === -1 ? null : judge(state);
    const broken = theCase.rules.find(({ never }) => compileExpression(never, theCase)(levels));
    const [nearest] = proposals
      .map(({ proposal: { id, label }, settings: terms }) => ({
        id,
        label,
        changes: terms.filter(({ issue, level }) => levels[issue] !== level).length,
      }))
      .sort((a, b) => a.changes - b.changes);
    const told = new Set(
      verdict
        ? [
            state,
            ...verdict.breakers.map(({ to }) => to),
            ...verdict.reasons.flatMap(({ exits }) =>
              exits.flatMap(({ to, reply }) => [to, ...reply.map((step) => step.to)]),
            ),
          ]
        : [],
    );
    return {
      verdict,
      facts: state === -1 ? null : factsOf(state),
      rule: verdict || !broken ? null : { text: broken.text, why: broken.why ?? null },
      nearest: nearest ?? null,
      levels: Object.fromEntries(
        [...told].map((one) => [String(one), sharedLevels(model.space, one)]),
      ),
    };
  };
  return { judge: judgeOf, factsOf };
}

function measuresAt(model: Model, state: number): Pick<OutcomeFacts, 'ranks' | 'utilities'> {
  const ids = model.case.parties.map(({ id }) => id);
  return {
    ranks: Object.fromEntries(ids.map((id, party) => [id, model.payoffs[party]?.[state] ?? 0])),
    utilities: Object.fromEntries(
      ids.flatMap((id, party) => {
        const utilities = model.utilities[party];
        return utilities ? [[id, amountOf(utilityAt(utilities, state))]] : [];
      }),
    ),
  };
}
