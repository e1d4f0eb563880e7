import { type Acceptance, acceptanceOf } from '../analysis/bargaining/acceptance.js';
import { consentUsedFrom, levelsWithinReach } from '../analysis/bargaining/consent-used.js';
import { type NoDeal, noDealsOf } from '../analysis/bargaining/no-deal.js';
import { headlineConcept } from '../analysis/stability/mixture.js';
import { type Verdicts, verdictsOf } from '../analysis/stability/verdicts.js';
import type { HeadlineId, Replies } from '../core/concept-ids.js';
import { partiesOfConsent } from '../core/consent.js';
import type { Model } from '../core/model.js';
import { type Control, uncontrolled } from '../core/report.js';

/** What every part of the answer on deals starts from: verdicts, no deal, and who would consent. */
export type DealSetting = {
  readonly model: Model;
  /** By which it is judged what would hold. */
  readonly concept: HeadlineId;
  readonly verdicts: Verdicts;
  /** The ends of the steps from today, [[today]] where no deal is today; empty without a today. */
  readonly ends: readonly (readonly number[])[];
  readonly noDeals: readonly NoDeal[];
  /** For each no deal who would consent to what. */
  readonly acceptances: readonly Acceptance[];
  /** Parties whose consent some outcome can use, in case order. */
  readonly table: readonly number[];
  /** For each issue 1 for each level that some consent could bring it to from no deal. */
  readonly within: readonly Uint8Array[];
};

/**
 * Works out what every part of the answer on deals starts from.
 *
 * @param options.noDeal - `today` puts today in the place of where things go, for every party whose
 *   reading gives no number.
 * @returns undefined when the work was stopped.
 */
export function dealSettingOf(
  model: Model,
  options: {
    readonly concept: HeadlineId;
    readonly replies: Replies;
    readonly noDeal: 'ends' | 'today';
  },
  control: Control = uncontrolled,
): DealSetting | undefined {
  const concept = headlineConcept(model.case, options.concept, options.replies);
  let done = 0;
  const verdicts = verdictsOf(model, concept, control, () => {
    done += 1;
    control.progress(done, model.parties);
  });
  if (!verdicts) return undefined;
  const { today } = model.space;
  const ends =
    today === undefined || today === -1
      ? []
      : options.noDeal === 'today'
        ? [[today]]
        : verdicts.from(today).ends;
  return dealSettingFrom(model, options.concept, verdicts, ends);
}

/** The same from verdicts and ends that are known. */
export function dealSettingFrom(
  model: Model,
  concept: HeadlineId,
  verdicts: Verdicts,
  ends: readonly (readonly number[])[],
): DealSetting {
  const noDeals = noDealsOf(model, ends);
  return {
    model,
    concept,
    verdicts,
    ends,
    noDeals,
    acceptances: noDeals.map((noDeal) => acceptanceOf(model, noDeal)),
    table: partiesAtTheTable(model, ends),
    within: levelsWithinReach(model, ends),
  };
}

/** Parties whose consent some outcome can use. Time O(issues × levels). */
function partiesAtTheTable(model: Model, ends: readonly (readonly number[])[]): readonly number[] {
  const found = new Set<number>();
  const starts = ends.length > 0 ? ends.flat() : [undefined];
  for (const start of starts) {
    const used = consentUsedFrom(model, start);
    for (const [at, issue] of model.case.issues.entries()) {
      for (const to of issue.levels.keys()) {
        const consent = used.forChange(at, to);
        if (consent) for (const party of partiesOfConsent(consent)) found.add(party);
      }
    }
  }
  return [...found].sort((a, b) => a - b);
}
