import type { Verdicts } from '../analysis/stability/verdicts.js';
import type { HeadlineId } from '../core/concept-ids.js';
import type { Model } from '../core/model.js';
import type { Control } from '../core/report.js';
import { readingSetOf, settingsOf } from './case-options.js';
import type { HoldsOptions } from './holds-findings.js';
import { judgeFrom } from './judge.js';
import type { ThreatVerdict } from './threat-findings.js';
import { judgeThreats } from './threats.js';
import type { Trap } from './trap-findings.js';
import { trapsOf } from './traps.js';

/** What to check in the file, and the threats declared in it. */
export type HoldsChecks = {
  readonly traps: readonly Trap[];
  readonly threats: readonly ThreatVerdict[];
};

/** Traps and threats beside an answer, from the verdicts that it has worked out. */
export function checksOf(
  model: Model,
  options: HoldsOptions,
  verdicts: ReadonlyMap<HeadlineId, Verdicts>,
  start: number | undefined,
  ends: readonly (readonly number[])[],
  control: Control,
  limits: string[],
): HoldsChecks {
  const [concept] = options.concepts;
  const judged = concept && verdicts.get(concept);
  if (concept === undefined || judged === undefined) return { traps: [], threats: [] };
  const asked = {
    model,
    readings: readingSetOf(model.case, options),
    settings: settingsOf(model.case, options),
    concept,
    replies: options.replies,
  };
  const traps = trapsOf({
    ...asked,
    control,
    judge: (id) => {
      const known = verdicts.get(id);
      return known && judgeFrom(model, known);
    },
  });
  const threats = judgeThreats({
    ...asked,
    deterrence: judgeFrom(model, judged).deterrence,
    starts: start === undefined ? [] : [...new Set([start, ...ends.flat()])],
  });
  limits.push(...traps.limits, ...threats.limits);
  return { traps: traps.traps, threats: threats.threats };
}
