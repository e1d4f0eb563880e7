import {
  type ConsentUsed,
  consentUsedFrom,
  isWithinReach,
  requiredParties,
} from '../analysis/bargaining/consent-used.js';
import { type NoDeal, type PartyNoDeal, standingAt } from '../analysis/bargaining/no-deal.js';
import { paretoFrontier } from '../analysis/bargaining/pareto.js';
import { headlineConcept } from '../analysis/stability/mixture.js';
import type { Offer } from '../analysis/stability/offers.js';
import { verdictsOf } from '../analysis/stability/verdicts.js';
import { type Consent, partiesOfConsent } from '../core/consent.js';
import { consentWords } from '../core/consent-words.js';
import { type Difference, firstDifference } from '../core/difference.js';
import { improvementsFrom, type Model, payoffAt } from '../core/model.js';
import { formatRational } from '../core/rational.js';
import { levelAt } from '../core/space.js';
import { utilityAt } from '../core/utility.js';
import { amountOf } from './amount.js';
import type { DealSetting } from './deal-setting.js';
import { dealTests } from './deal-tests.js';
import type { DealVerdict } from './deals-findings.js';
import { perParty } from './holds-tables.js';
import { reasonOf } from './reason-of.js';

/** Judges outcomes as deals: by consent against every no deal, and by what holds. */
export type DealJudge = {
  readonly judge: (state: number) => DealVerdict;
  readonly isDeal: (state: number) => boolean;
  /** Whether all the consent that it uses is given, against every no deal. */
  readonly isAcceptable: (state: number) => boolean;
  /** Whether every party at the table would consent, against every no deal. */
  readonly isAcceptableToAll: (state: number) => boolean;
  /** Whether nobody would leave it; undefined in a case without a today, where nobody can leave. */
  readonly isSelfEnforcing: (state: number) => boolean | undefined;
  /** 1 where no feasible outcome is as good for every party at the table and better for one. */
  readonly isEfficient: Uint8Array;
};

/**
 * Judges the outcomes of a setting.
 *
 * A deal is acceptable as `dealTests` say. It is self-enforcing iff it is an equilibrium of the concept
 * in force for all parties. Both together are the headline.
 *
 * @param offers - what is on offer, from today or from an end.
 */
export function dealJudge(setting: DealSetting, offers: readonly Offer[] = []): DealJudge {
  const { model, verdicts, noDeals, acceptances, table } = setting;
  const ids = model.case.parties.map(({ id }) => id);
  const hasToday = model.space.today !== undefined && model.space.today !== -1;
  const offered = new Set(offers.map(({ state }) => state));
  const isEfficient = efficientStates(setting);
  const used: readonly (readonly ConsentUsed[])[] = noDeals.map(({ end }) =>
    (end.length > 0 ? end : [undefined]).map((start) => consentUsedFrom(model, start)),
  );
  let sequential: Uint8Array | undefined;
  const isSequential = (state: number) => {
    sequential ??= verdictsOf(model, headlineConcept(model.case, 'seq'))?.isEquilibrium;
    return sequential?.[state] === 1;
  };
  const markAt = (state: number): DealVerdict['mark'] => {
    if (!hasToday) return null;
    if (model.payoffs.every((_, party) => improvementsFrom(model, party, state).length === 0)) {
      return 'nobody wants to leave';
    }
    if (setting.concept !== 'firm') return null;
    if (verdicts.isEquilibrium[state] === 1) return 'held by a reply';
    return isSequential(state) ? 'regretted reply' : null;
  };
  const { isDeal, isAcceptable, isAcceptableAgainst } = dealTests(noDeals, acceptances, offers);
  const isSelfEnforcing = (state: number) =>
    hasToday ? verdicts.isEquilibrium[state] === 1 : undefined;

  const judge = (state: number): DealVerdict => {
    const against = noDeals.map((noDeal, at): DealVerdict['against'][number] => {
      const consents = (used[at] ?? []).map(({ forState }) => forState(state));
      const signers = [...new Set(consents.flatMap(partiesOfConsent))].sort((a, b) => a - b);
      const required = new Set(consents.flatMap(requiredParties));
      return {
        standing: perParty(ids, (party) => standingAt(model, noDeal, party, state)),
        isAcceptable: isAcceptableAgainst(at, state),
        required: ids.filter((_, party) => required.has(party)),
        signers: signers.map((party) => ids[party] as string),
        rules: rulesOf(consents, required).map((rule) =>
          consentWords(rule, (party) => model.case.parties[party]?.called as string),
        ),
        difference: perParty(ids, (party) => differenceFrom(model, noDeal, party, state)),
      };
    });
    const signing = new Set(against.flatMap(({ signers }) => signers));
    const reasons = hasToday
      ? verdicts.byParty.map((deterrence, party) => reasonOf(model, deterrence, party, state))
      : [];
    const [first] = noDeals[0]?.end ?? [];
    return {
      state,
      against,
      isAcceptable: isAcceptable(state),
      isDeal: isDeal(state),
      crossing: ids.filter((_, party) => model.hasRedLineCrossed(party, state)),
      isSelfEnforcing: isSelfEnforcing(state) ?? null,
      mark: markAt(state),
      isOnOffer: offered.has(state),
      breakers: reasons.flatMap(({ party, verdict, exits }) => {
        const exit = verdict === 'leaves' ? exits.find((one) => !one.isDeterred) : undefined;
        return exit
          ? [{ party, isSigner: signing.has(party), to: exit.to, gained: exit.gained }]
          : [];
      }),
      reasons,
      utilities: Object.fromEntries(
        ids.flatMap((id, party) => {
          const utilities = model.utilities[party];
          return utilities ? [[id, amountOf(utilityAt(utilities, state))]] : [];
        }),
      ),
      isEfficient: isEfficient[state] === 1,
      changed:
        first === undefined
          ? []
          : model.case.issues.flatMap(({ id }, issue) =>
              levelAt(model.space, first, issue) === levelAt(model.space, state, issue) ? [] : [id],
            ),
    };
  };
  return {
    judge,
    isDeal,
    isAcceptable,
    isAcceptableToAll: (state) =>
      acceptances.every(({ consents }) => table.every((party) => consents[party]?.[state] === 1)),
    isSelfEnforcing,
    isEfficient,
  };
}

/** The parts of consents that some of the parties they name are enough for, each once. */
function rulesOf(consents: readonly Consent[], required: ReadonlySet<number>): readonly Consent[] {
  const parts = consents.flatMap((consent) => (consent.kind === 'all' ? consent.of : [consent]));
  const open = parts.filter((part) => partiesOfConsent(part).some((party) => !required.has(party)));
  const known = new Map(open.map((part) => [consentWords(part, String), part]));
  return [...known.values()];
}

/** The outcomes within reach that are efficient in the orders of the parties at the table. */
function efficientStates({ model, table, within }: DealSetting): Uint8Array {
  const isEfficient = new Uint8Array(model.states);
  const everywhere = Int32Array.from({ length: model.states }, (_, state) => state).filter(
    (state) => isWithinReach(model, within, state),
  );
  const scales = table.map((party) => model.payoffs[party] as Int32Array);
  const frontier = scales.length === 0 ? everywhere : paretoFrontier(scales, everywhere);
  for (const state of frontier ?? []) isEfficient[state] = 1;
  return isEfficient;
}

/**
 * What a party first gains or loses against no deal; in a circle, against the best of it for the party.
 * Null where it ranks both alike, and where there is nothing to compare with.
 */
export function differenceFrom(
  model: Model,
  noDeal: NoDeal,
  party: number,
  state: number,
): Difference | null {
  const own = noDeal.parties[party] as PartyNoDeal;
  if (own.kind === 'unknown') return null;
  if (own.kind === 'number' && own.states.length === 0) {
    const utilities = model.utilities[party];
    if (!utilities) return null;
    const after = utilityAt(utilities, state);
    if (after.n * own.value.d === own.value.n * after.d) return null;
    return { by: 'points', before: formatRational(own.value), after: formatRational(after) };
  }
  const best = own.states.reduce((one, other) =>
    payoffAt(model, party, other) > payoffAt(model, party, one) ? other : one,
  );
  return firstDifference(model, party, best, state) ?? null;
}
