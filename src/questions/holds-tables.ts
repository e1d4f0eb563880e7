import type { Steps } from '../analysis/stability/steps.js';
import type { Verdicts } from '../analysis/stability/verdicts.js';
import type { HeadlineId } from '../core/concept-ids.js';
import type { Model } from '../core/model.js';
import { levelsOf } from '../core/space.js';
import type { HoldsFindings } from './holds-findings.js';
import { mostTabled } from './holds-limits.js';

/** One value for each party, by its id. */
export function perParty<Value>(
  ids: readonly string[],
  value: (party: number) => Value,
): Record<string, Value> {
  return Object.fromEntries(ids.map((id, party) => [id, value(party)]));
}

/** The tables over every outcome; empty above `mostTabled` outcomes. */
export function holdsTables(
  model: Model,
  verdicts: ReadonlyMap<HeadlineId, Verdicts>,
  steps: Steps | undefined,
): Pick<HoldsFindings, 'states' | 'payoffs' | 'stability' | 'steps'> {
  if (model.states > mostTabled) return { states: [], payoffs: {}, stability: {}, steps: {} };
  const ids = model.case.parties.map(({ id }) => id);
  const all = Array.from({ length: model.states }, (_, state) => state);
  return {
    states: all.map((state) => ({ levels: levelNames(model, state) })),
    payoffs: perParty(ids, (party) => [...(model.payoffs[party] as Int32Array)]),
    stability: Object.fromEntries(
      [...verdicts].map(([id, { stable }]) => [
        id,
        perParty(ids, (party) => [...(stable[party] as Uint8Array)]),
      ]),
    ),
    steps: perParty(ids, (party) => all.map((state) => steps?.from(party, state) ?? [])),
  };
}

function levelNames(model: Model, state: number): Record<string, string> {
  const levels = levelsOf(model.space, state);
  return Object.fromEntries(
    model.case.issues.map((issue, index) => [
      issue.id,
      issue.levels[levels[index] as number]?.id as string,
    ]),
  );
}
