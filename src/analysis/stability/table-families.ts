import type { Case } from '../../core/case.js';
import type { Model } from '../../core/model.js';
import type { TableConcept } from './table-concept.js';
import { tableConcepts } from './table-concepts.js';

/** A table concept as an answer uses it: `table` is undefined when stopped. */
export type AskedTable = Pick<TableConcept, 'id' | 'name' | 'definition' | 'source'> & {
  /** Why it has no table on a model; undefined where it has. */
  readonly tooLarge: (model: Model) => string | undefined;
  readonly table: (
    model: Model,
    stopped: () => boolean,
  ) =>
    | {
        readonly rows: readonly {
          readonly parties: readonly number[];
          readonly stable: Uint8Array;
        }[];
        readonly states: readonly number[];
        readonly undecided: readonly number[];
        readonly chains: readonly (readonly never[])[];
        readonly notes: readonly string[];
      }
    | undefined;
};

/** Table concepts that share what stands before the colon: `seq:a` to `seq:d`, or one without. */
export type TableFamily = {
  readonly key: string;
  /** How it is asked for: `seq:a`. */
  readonly usage: string;
  readonly name: string;
  readonly definition: string;
  readonly formula: string;
  readonly source: string;
  /** The concept for a case, or in words why it cannot be asked. */
  readonly of: (
    theCase: Case,
    argument: string | undefined,
  ) => AskedTable | { readonly refusal: string };
};

const keyOf = (id: string) => id.split(':')[0] as string;
const argumentOf = (id: string): string | undefined => id.split(':')[1];

/** The table concepts by what stands before the colon, in the order of `tableConcepts`. */
export const tableFamilies: readonly TableFamily[] = [
  ...new Set(tableConcepts.map(({ id }) => keyOf(id))),
].map((key) => {
  const members = tableConcepts.filter(({ id }) => keyOf(id) === key);
  const [first] = members as [TableConcept];
  const endings = members.flatMap(({ id }) => argumentOf(id) ?? []);
  return {
    key,
    usage: endings.length > 0 ? `${key}:${endings.join('|')}` : key,
    name: first.name,
    definition: first.definition,
    formula: first.formula,
    source: first.source,
    of: (_, argument) => {
      const found = members.find(({ id }) => argumentOf(id) === argument);
      if (found) return asked(found);
      return {
        refusal:
          endings.length > 0
            ? `${key} is asked for with a type: ${members.map(({ id }) => id).join(', ')}`
            : `${key} is asked for by that name alone`,
      };
    },
  };
});

function asked(concept: TableConcept): AskedTable {
  const { id, name, definition, source, applies, stable } = concept;
  return {
    id,
    name,
    definition,
    source,
    tooLarge: applies,
    table: (model, stopped) => {
      if (stopped()) return undefined;
      const rows = stable(model).map((own, party) => ({ parties: [party], stable: own }));
      const states = Array.from({ length: model.states }, (_, state) => state).filter((state) =>
        rows.every((row) => row.stable[state] === 1),
      );
      return { rows, states, undecided: [], chains: [], notes: [] };
    },
  };
}
