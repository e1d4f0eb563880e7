import type { Model } from '../../core/model.js';
import { type Control, uncontrolled } from '../../core/report.js';
import { type Concept, type Deterrence, stableStates } from './concept.js';
import { type Rests, restsOf } from './rests.js';
import { type StepTree, stepTree } from './step-tree.js';
import { type Steps, stepsOf } from './steps.js';

/** Everything a concept says of the states of a model. */
export type Verdicts = {
  /** For each party what deters it. */
  readonly byParty: readonly Deterrence[];
  /** For each party 1 where a state is stable for it. */
  readonly stable: readonly Uint8Array[];
  /** 1 where a state is stable for every party. */
  readonly isEquilibrium: Uint8Array;
  readonly steps: Steps;
  /** Where steps end, from every state; worked out when first asked. */
  readonly rests: () => Rests;
  /** Where steps lead from one state, and the ends of them: `endsOf`, in their order. */
  readonly from: (start: number) => {
    readonly tree: StepTree;
    readonly ends: readonly (readonly number[])[];
  };
};

/**
 * The verdicts of one concept on every state and party.
 *
 * @param done - told after each party's table.
 * @returns undefined when the work was stopped.
 *
 * Time O(parties² × states) where rights are transitive, O(parties × moves) else.
 */
export function verdictsOf(
  model: Model,
  concept: Pick<Concept, 'deterrence'>,
  control: Control = uncontrolled,
  done: () => void = () => {},
): Verdicts | undefined {
  const deterrence = concept.deterrence(model, control);
  const byParty: Deterrence[] = [];
  const stable: Uint8Array[] = [];
  for (let party = 0; party < model.parties; party += 1) {
    if (control.stopped()) return undefined;
    const own = deterrence(party);
    const table = stableStates(model, party, own, control.stopped);
    if (!table) return undefined;
    byParty.push(own);
    stable.push(table);
    done();
  }
  const isEquilibrium = new Uint8Array(model.states).fill(1);
  for (const table of stable) {
    for (let state = 0; state < model.states; state += 1) {
      if (table[state] === 0) isEquilibrium[state] = 0;
    }
  }
  const every = stepsOf(model, (party) => byParty[party] as Deterrence);
  const steps: Steps = {
    ...every,
    // Most states are stable for most parties: no need to list their moves.
    from: (party, state) => (stable[party]?.[state] === 1 ? [] : every.from(party, state)),
  };
  let known: Rests | undefined;
  const rests = () => {
    known ??= restsOf(model, steps, byParty, isEquilibrium);
    return known;
  };
  return {
    byParty,
    stable,
    isEquilibrium,
    steps,
    rests,
    from: (start) => {
      const tree = stepTree(model, steps, byParty, start);
      const only = rests().only[start] as number;
      if (only !== -1) return { tree, ends: [[only]] };
      // An end is reached as a whole or not at all.
      const ends = rests()
        .ends.filter(([first]) => first !== undefined && tree.has(first))
        .toSorted((a, b) => (a[0] as number) - (b[0] as number));
      return { tree, ends };
    },
  };
}
