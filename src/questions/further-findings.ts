import { tableFamilies } from '../analysis/stability/table-families.js';
import type { Case } from '../core/case.js';
import type { Model } from '../core/model.js';
import type { Control } from '../core/report.js';

/** The answer of a concept that makes a table and has no steps. */
export type FurtherFindings = {
  /** As it was asked for: `strong-seq`, `seq:a`. */
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly source: string;
  /** The states that are stable for every party. */
  readonly states: readonly number[];
  readonly verdicts: readonly {
    readonly parties: readonly string[];
    /** 1 if stable, else 0. */
    readonly stable: readonly number[];
  }[];
};

/** The concept that an id asks for; why it cannot be asked; undefined when there is none. */
export function furtherConceptOf(theCase: Case, id: string) {
  const [key, ...argument] = id.split(':');
  const family = tableFamilies.find((one) => one.key === key);
  return family?.of(theCase, argument.length > 0 ? argument.join(':') : undefined);
}

/**
 * The tables of concepts without steps; one that does not apply, is too large or was stopped is left
 * out and told in `limits`.
 *
 * @throws RangeError on an id for which `furtherConceptOf` gives no concept.
 */
export function furtherFindings(
  model: Model,
  ids: readonly string[],
  control: Control,
  limits: string[],
): readonly FurtherFindings[] {
  return ids.flatMap((id): readonly FurtherFindings[] => {
    const concept = furtherConceptOf(model.case, id);
    if (!concept || 'refusal' in concept) {
      throw new RangeError(`furtherFindings: ${concept?.refusal ?? `there is no concept ${id}`}`);
    }
    const reason = concept.tooLarge(model);
    const table = reason === undefined ? concept.table(model, control.stopped) : undefined;
    if (!table) {
      limits.push(`${id} was not computed: ${reason ?? 'the work was stopped'}.`);
      return [];
    }
    const { name, definition, source } = concept;
    return [
      {
        id,
        name,
        definition,
        source,
        states: table.states,
        verdicts: table.rows.map(({ parties, stable }) => ({
          parties: parties.map((party) => model.case.parties[party]?.id as string),
          stable: [...stable],
        })),
      },
    ];
  });
}
