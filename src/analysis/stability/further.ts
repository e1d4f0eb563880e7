import type { Case } from '../../core/case.js';
import { groupsOf, type Model } from '../../core/model.js';
import type { ChainStep } from './indirect-dominance.js';

/**
 * The answer of a concept that has no steps: verdicts for parties or groups, or a set of states.
 *
 * `rows` is empty for a concept that gives a set and no verdicts for parties.
 */
export type FurtherTable = {
  readonly rows: readonly {
    readonly parties: readonly number[];
    /** Per state 1 where stable for the party or group, however ties are broken. */
    readonly stable: Uint8Array;
    /** Per state 1 where a tie decides; absent where ties are settled by the definition. */
    readonly tied?: Uint8Array;
  }[];
  /** The states that are stable for all, or the set. Ascending. */
  readonly states: readonly number[];
  /** States that would be among them under some ways of breaking ties but not under all. */
  readonly undecided: readonly number[];
  /** For each of `states` a chain from today, where the concept gives one; else empty. */
  readonly chains: readonly (readonly ChainStep[])[];
  /** What a reader must know of how it came out, in sentences. */
  readonly notes: readonly string[];
};

/** A concept that cannot decide what would hold, because it has no steps in our sense. */
export type FurtherConcept = {
  /** As it is asked for: `limited:2`, `stackelberg:US`, `cnash:joint`. */
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly source: string;
  /** Why it has no table on a model of this size; undefined where it has. */
  readonly tooLarge: (model: Model) => string | undefined;
  /** @returns undefined when stopped. */
  readonly table: (model: Model, stopped: () => boolean) => FurtherTable | undefined;
};

export type Refusal = { readonly refusal: string };

/** Concepts that share a definition up to what is named after the colon. */
export type FurtherFamily = {
  readonly key: string;
  /** How it is asked for: `limited:H`. */
  readonly usage: string;
  readonly name: string;
  readonly definition: string;
  readonly formula: string;
  readonly source: string;
  /** The concept for a case, or in words why it cannot be asked. */
  readonly of: (theCase: Case, argument: string | undefined) => FurtherConcept | Refusal;
};

/** Most states for which tables of pairs of states are kept. */
export const mostStatesInPairs = 512;

/** Most states × groups for which they are: four parties and 512 states, six and 130. */
const mostGroupsTimesPairs = 2 ** 13;

/** Why a table of pairs of states is not made; undefined where it is. */
export function tooManyPairs(model: Model): string | undefined {
  const groups = groupsOf(model.parties, 1).length;
  if (model.states <= mostStatesInPairs && model.states * groups <= mostGroupsTimesPairs) {
    return undefined;
  }
  return `it compares pairs of outcomes for every group, up to ${mostStatesInPairs} outcomes, and ${mostGroupsTimesPairs} outcomes times groups; here are ${model.states} outcomes and ${groups} groups`;
}

/** The states for which `holds` is true, ascending. */
export function statesWhere(model: Model, holds: (state: number) => boolean): readonly number[] {
  return Array.from({ length: model.states }, (_, state) => state).filter(holds);
}
