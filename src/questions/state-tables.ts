import { headlineConcept } from '../analysis/stability/mixture.js';
import { verdictsOf } from '../analysis/stability/verdicts.js';
import type { Case } from '../core/case.js';
import type { HeadlineId } from '../core/concept-ids.js';
import { buildModel } from '../core/model.js';
import type { Control } from '../core/report.js';
import { levelsOf } from '../core/space.js';
import { type CaseOptions, readingSetOf, settingsOf } from './case-options.js';

/** What is known of every state, looked up state by state: an answer of `holds` leaves it out of large cases. */
export type StateTables = {
  readonly states: number;
  /** Level index of every issue. */
  readonly levels: (state: number) => readonly number[];
  readonly payoff: (party: number, state: number) => number;
  readonly concepts: readonly HeadlineId[];
  readonly isStable: (concept: HeadlineId, party: number, state: number) => boolean;
  readonly isEquilibrium: (concept: HeadlineId, state: number) => boolean;
  /** Where a step of the party leads under the first concept, ascending. */
  readonly steps: (party: number, state: number) => readonly number[];
};

/**
 * The tables of a case under the given concepts, headline first.
 *
 * Numbers of states, payoffs and verdicts are those of `holds` with the same options. Call after
 * `checkCaseOptions` found nothing, with concepts that `holds` could compute.
 *
 * @returns undefined when the work was stopped.
 * @throws RangeError when no concept is given.
 *
 * Time as `verdictsOf` for each concept; memory one byte a state, party and concept.
 */
export function stateTables(
  theCase: Case,
  options: CaseOptions & { readonly concepts: readonly HeadlineId[] },
  control: Control,
): StateTables | undefined {
  const [headline] = options.concepts;
  if (headline === undefined) throw new RangeError('stateTables: options.concepts is empty');
  const model = buildModel(
    theCase,
    readingSetOf(theCase, options),
    settingsOf(theCase, options),
    control.kept,
  );
  const total = options.concepts.length * model.parties;
  let done = 0;
  const verdicts = new Map(
    options.concepts.map((id) => [
      id,
      verdictsOf(model, headlineConcept(theCase, id), control, () => {
        done += 1;
        control.progress(done, total);
      }),
    ]),
  );
  if ([...verdicts.values()].includes(undefined)) return undefined;
  return {
    states: model.states,
    levels: (state) => levelsOf(model.space, state),
    payoff: (party, state) => model.payoffs[party]?.[state] as number,
    concepts: options.concepts,
    isStable: (id, party, state) => verdicts.get(id)?.stable[party]?.[state] === 1,
    isEquilibrium: (id, state) => verdicts.get(id)?.isEquilibrium[state] === 1,
    steps: (party, state) => verdicts.get(headline)?.steps.from(party, state) ?? [],
  };
}
