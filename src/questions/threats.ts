import type { Deterrence } from '../analysis/stability/concept.js';
import { makersOf } from '../analysis/stability/group-arcs.js';
import { headlineConcept } from '../analysis/stability/mixture.js';
import {
  credibilityAt,
  dueStates,
  temptationsFrom,
  withoutCarryingOut,
} from '../analysis/stability/threats.js';
import type { Setting, Threat } from '../core/case.js';
import type { HeadlineId, Replies } from '../core/concept-ids.js';
import { firstDifference } from '../core/difference.js';
import { groupedDigits } from '../core/grouped-digits.js';
import { buildModel, type Model, type ReadingSet } from '../core/model.js';
import { statesWhere } from '../core/space.js';
import { deterrenceOnce } from './judge.js';
import { nearestState } from './named-sets.js';
import type { Belief, CarriedOut, TemptedStep, ThreatVerdict } from './threat-findings.js';

/** Most outcomes of a case whose threats are judged: 2^16. */
export const mostThreatStates = 2 ** 16;

/** What threats are judged in. */
export type ThreatInput = {
  readonly model: Model;
  readonly readings: ReadingSet;
  readonly settings: readonly Setting[];
  readonly concept: HeadlineId;
  readonly replies?: Replies;
  /** What deters each party under the concept. */
  readonly deterrence: (party: number) => Deterrence;
  /** Where belief is looked at: where the answer starts, then where things go from there. */
  readonly starts: readonly number[];
};

/**
 * Each threat of the case: at how many of the outcomes where it would fall due its maker would take
 * the step, what of the nearest one, and what belief in it would change for its targets.
 *
 * Definitions with formula and source: `analysis/stability/threats`. In the order of the file; empty
 * for a case without threats. `limits` says so where the case is too large.
 *
 * Time, a threat: O(states × moves of the targets) and one solve.
 */
export function judgeThreats(input: ThreatInput): {
  readonly threats: readonly ThreatVerdict[];
  readonly limits: readonly string[];
} {
  const { model } = input;
  const declared = model.case.threats;
  if (declared.length === 0) return { threats: [], limits: [] };
  if (model.states > mostThreatStates) {
    const limit = `The threats of the case were not judged: that takes at most ${groupedDigits(mostThreatStates)} possible outcomes.`;
    return { threats: [], limits: [limit] };
  }
  return { threats: declared.map((threat) => judge(input, threat)), limits: [] };
}

function judge(input: ThreatInput, threat: Threat): ThreatVerdict {
  const { model } = input;
  const idOf = (party: number) => model.case.parties[party]?.id ?? '';
  const due = dueStates(model, threat);
  const ofMaker = input.deterrence(threat.by);
  const credible = due.filter(
    (state) => credibilityAt(model, threat, ofMaker, state).verdict === 'step',
  );
  const nearest = nearestState(model.space, due);
  return {
    id: threat.id,
    label: threat.label,
    by: idOf(threat.by),
    to: threat.to.map(idOf),
    due: due.length,
    credible: credible.length,
    nearest: nearest === undefined ? null : carriedOutAt(model, threat, ofMaker, nearest),
    believed: beliefs(input, threat),
  };
}

function carriedOutAt(
  model: Model,
  threat: Threat,
  deterrence: Deterrence,
  state: number,
): CarriedOut {
  const { verdict, to } = credibilityAt(model, threat, deterrence, state);
  const none = { state, verdict, gained: null, reply: [], lost: null };
  if (to === undefined) return { ...none, to: null };
  const difference = firstDifference(model, threat.by, state, to) ?? null;
  if (verdict === 'not better') return { ...none, to, lost: difference };
  const reply = verdict === 'answered' ? (deterrence.reply(state, to) ?? []) : [];
  const end = reply.at(-1)?.to;
  return {
    ...none,
    to,
    gained: difference,
    reply: reply.map((step) => ({
      party: model.case.parties[step.party]?.id ?? '',
      with: makersOf(step)
        .slice(1)
        .map((party) => model.case.parties[party]?.id ?? ''),
      to: step.to,
    })),
    lost: (end === undefined ? undefined : firstDifference(model, threat.by, state, end)) ?? null,
  };
}

function beliefs(input: ThreatInput, threat: Threat): readonly Belief[] {
  const { model, starts } = input;
  if (starts.length === 0) return [];
  const met = new Set(statesWhere(model.space, threat.when));
  const variant = buildModel(
    withoutCarryingOut(model.case, threat),
    input.readings,
    input.settings,
  );
  const otherwise = deterrenceOnce(
    headlineConcept(variant.case, input.concept, input.replies).deterrence(variant),
  );
  return starts.map((from): Belief => {
    if (met.has(from)) return { from, verdict: 'already so', steps: [] };
    const steps = temptationsFrom(model, threat, otherwise, from).map(
      ({ party, to, carried, isStopped }): TemptedStep => {
        const gained = firstDifference(model, party, from, to);
        if (!gained) throw new RangeError('judgeThreats: a step that gains nothing');
        return {
          party: model.case.parties[party]?.id ?? '',
          to,
          gained,
          carried,
          isStopped,
          then: firstDifference(model, party, from, carried) ?? null,
        };
      },
    );
    const stopped = steps.filter(({ isStopped }) => isStopped).length;
    const verdict =
      steps.length === 0
        ? 'nothing to stop'
        : stopped === steps.length
          ? 'effective'
          : stopped === 0
            ? 'not effective'
            : 'in part';
    return { from, verdict, steps };
  });
}

/** Every state that the verdicts on threats name. */
export function statesOfThreats(threats: readonly ThreatVerdict[]): readonly number[] {
  return threats.flatMap(({ nearest, believed }) => [
    ...(nearest
      ? [
          nearest.state,
          ...(nearest.to === null ? [] : [nearest.to]),
          ...nearest.reply.map(({ to }) => to),
        ]
      : []),
    ...believed.flatMap(({ from, steps }) => [
      from,
      ...steps.flatMap(({ to, carried }) => [to, carried]),
    ]),
  ]);
}
