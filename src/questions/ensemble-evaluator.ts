import { headlineConcept } from '../analysis/stability/mixture.js';
import { offersFrom } from '../analysis/stability/offers.js';
import { verdictsOf } from '../analysis/stability/verdicts.js';
import { applySet } from '../analysis/uncertainty/apply-set.js';
import type { AssumptionSet, Doubt } from '../analysis/uncertainty/doubt.js';
import { doubtsOf } from '../analysis/uncertainty/doubts-of.js';
import { bytesOf, packRow } from '../analysis/uncertainty/rows.js';
import type { Case } from '../core/case.js';
import { buildModel } from '../core/model.js';
import { statesWhere } from '../core/space.js';
import { settingsOf } from './case-options.js';
import type { Column, EnsembleOptions } from './ensemble-findings.js';

export const givenColumn = 1;
export const firstColumn = 2;
export type Evaluator = {
  readonly doubts: readonly Doubt[];
  readonly columns: readonly Column[];
  readonly limits: readonly string[];
  readonly bytesPerRow: number;
  readonly evaluate: (set: AssumptionSet) => Uint8Array;
};
export function evaluatorOf(theCase: Case, options: EnsembleOptions): Evaluator {
  const pinned = theCase.parties.map(({ id }, party) => {
    const wanted = options.readings[id];
    return wanted === undefined
      ? undefined
      : (theCase.preferences[party] ?? []).findIndex((r) => r.id === wanted);
  });
  const doubts = doubtsOf(theCase, { vary: options.vary, pinned });
  const heads = options.headlines ?? theCase.outcomes;
  const columns: Column[] = heads.flatMap(({ id, label }) =>
    (['holds', 'left alone', 'left alone for some', 'on offer'] as const).map((readout) => ({
      id: `${readout}:${id}`,
      readout,
      subject: id,
      label,
      party: null,
    })),
  );
  return {
    doubts,
    columns,
    limits: [],
    bytesPerRow: bytesOf(columns.length + 2),
    evaluate: (set) => {
      const { case: c, readings } = applySet(theCase, doubts, set, pinned);
      const model = buildModel(c, readings, settingsOf(theCase, options));
      const v = verdictsOf(model, headlineConcept(c, options.concept))!;
      const today = model.space.today as number;
      const ends = v.from(today).ends.flat();
      const offered = [today, ...ends]
        .flatMap((s) => offersFrom(model, v.rests().only, s))
        .map((o) => o.state);
      return packRow([
        true,
        true,
        ...heads.flatMap(({ when }) => {
          const own = new Set(statesWhere(model.space, when));
          return [
            [...own].some((s) => v.isEquilibrium[s] === 1),
            ends.every((s) => own.has(s)),
            ends.some((s) => own.has(s)),
            offered.some((s) => own.has(s)),
          ];
        }),
      ]);
    },
  };
}
