import { furtherConceptOf } from '../analysis/stability/further-concepts.js';
import type { Model } from '../core/model.js';
import type { Control } from '../core/report.js';

/** The answer of a concept that has tables but no steps. */
export type FurtherFindings = {
  /** As it was asked for: `limited:2`, `cnash:joint`. */
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly source: string;
  /** The states that are stable for every party or group; for a set, its members. */
  readonly states: readonly number[];
  /** States that would be among them under some ways of breaking ties but not under all. */
  readonly undecided: readonly number[];
  /** For each party or group its verdicts by state; empty for a set. */
  readonly verdicts: readonly {
    readonly parties: readonly string[];
    /** 1 if stable, however ties are broken; else 0. */
    readonly stable: readonly number[];
    /** 1 where it depends on how ties are broken; else 0. Empty where no tie can decide. */
    readonly tied: readonly number[];
  }[];
  /** For each of `states` the moves that lead there from today, where the concept has such chains. */
  readonly chains: readonly (readonly {
    readonly parties: readonly string[];
    readonly to: number;
  }[])[];
  /** What a reader must know of how it came out, in sentences. */
  readonly notes: readonly string[];
};

/**
 * The tables of concepts without steps; one that is too large, or was stopped, is left out and told
 * in `limits`.
 *
 * @param ids - accepted by `furtherConceptOf` for the case.
 * @throws RangeError on an id that is not.
 */
export function furtherFindings(
  model: Model,
  ids: readonly string[],
  control: Control,
  limits: string[],
): readonly FurtherFindings[] {
  const named = (parties: readonly number[]) =>
    parties.map((party) => model.case.parties[party]?.id as string);
  return ids.flatMap((id): FurtherFindings[] => {
    const concept = furtherConceptOf(model.case, id);
    if (!concept || 'refusal' in concept) {
      throw new RangeError(`furtherFindings: ${concept?.refusal ?? `there is no concept ${id}`}`);
    }
    const { name, definition, source } = concept;
    const reason = concept.tooLarge(model);
    if (reason !== undefined) {
      limits.push(`${id} was not computed: ${reason}.`);
      return [];
    }
    const table = concept.table(model, control.stopped);
    if (!table) {
      limits.push(`${id} was not computed: the work was stopped.`);
      return [];
    }
    return [
      {
        id,
        name,
        definition,
        source,
        states: table.states,
        undecided: table.undecided,
        verdicts: table.rows.map(({ parties, stable, tied }) => ({
          parties: named(parties),
          stable: [...stable],
          tied: [...(tied ?? [])],
        })),
        chains: table.chains.map((chain) =>
          chain.map(({ group, to }) => ({ parties: named(group), to })),
        ),
        notes: table.notes,
      },
    ];
  });
}
