import { expressionWords } from '../core/expression-words.js';
import type { Model } from '../core/model.js';

/**
 * What an answer takes as given about how parties see the case, in sentences: outcomes that count as
 * one, outcomes that a party does not see, readings that it takes others to have, and wants of which
 * nobody knows whether it has them.
 */
export function perceptionAssumptions(model: Model): readonly string[] {
  const { coalesce, parties, preferences } = model.case;
  const words = (expression: Parameters<typeof expressionWords>[0]) =>
    expressionWords(expression, model.case);
  return [
    ...coalesce.map(
      ({ when, why }) =>
        `Counted as one outcome: all in which ${words(when)}${why === undefined ? '' : ` (${why})`}.`,
    ),
    ...parties.flatMap(({ name, unaware }) =>
      unaware.map(
        ({ when }) =>
          `${name} does not see it as possible that ${words(when)}: it makes no move out of such an outcome or into one.`,
      ),
    ),
    ...model.readings.flatMap((reading, party) => {
      const { name = '' } = parties[party] ?? {};
      return [
        ...(reading?.sees ?? []).map((seen) => {
          const other = parties[seen.party]?.called;
          const label = preferences[seen.party]?.[seen.reading]?.label;
          return `${name} takes ${other} to be read as: ${label}. It is judged in the game as it sees it, and the replies told are those it expects.`;
        }),
        ...(reading?.wants ?? [])
          .flat()
          .flatMap(({ want, isUnknown }) =>
            isUnknown
              ? [
                  `Not known for ${name}: whether it is better that ${words(want)}. This is left out of its order; concepts of the types a to d take account of it.`,
                ]
              : [],
          ),
      ];
    }),
  ];
}
