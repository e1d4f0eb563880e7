import type { Case, Reading } from './case.js';
import { isTrueAt } from './columns.js';
import type { Diagnostic } from './diagnostic.js';
import { expressionWords } from './expression-words.js';
import type { Space } from './space.js';

/**
 * Flaws of `coalesce` and `unaware` that show only over the listed outcomes: an outcome in two entries
 * (DET431), outcomes that count as one although a want tells them apart (DET432), entries that count
 * fewer than two outcomes as one or that no outcome satisfies (DET433).
 *
 * @param plain - the space without `coalesce`. @param space - the space with it.
 *
 * Time O(outcomes × (entries + wants)).
 */
export function checkPerception(theCase: Case, plain: Space, space: Space): readonly Diagnostic[] {
  const entries = checkEntries(theCase, plain);
  const isOpen = entries.some(({ severity }) => severity === 'error');
  return [
    ...entries,
    ...checkUnaware(theCase, plain),
    // Which outcomes count as one is not settled before.
    ...(isOpen ? [] : checkApart(space)),
  ];
}

function checkEntries(theCase: Case, plain: Space): readonly Diagnostic[] {
  const columns = theCase.coalesce.map(({ when }) => plain.column(when));
  return theCase.coalesce.flatMap(({ when, path }, at): readonly Diagnostic[] => {
    let count = 0;
    let other = -1;
    for (const number of plain.numbers) {
      if (!isTrueAt(columns[at] as Uint32Array, number)) continue;
      count += 1;
      const earlier = columns.slice(0, at).findIndex((column) => isTrueAt(column, number));
      if (earlier !== -1) other = earlier;
    }
    if (other !== -1) {
      return [
        {
          code: 'DET431',
          severity: 'error',
          path,
          what: 'an outcome belongs to two entries of `coalesce`',
          details: [
            expressionWords(when, theCase),
            `also in: ${expressionWords(theCase.coalesce[other]?.when ?? when, theCase)}`,
          ],
          help: 'narrow one of the two, or make one entry of both',
        },
      ];
    }
    if (count > 1) return [];
    return [
      {
        code: 'DET433',
        severity: 'warning',
        path,
        what: `${count === 0 ? 'no possible outcome satisfies' : 'only one possible outcome satisfies'} this entry of \`coalesce\`, so it does nothing`,
        details: [expressionWords(when, theCase)],
        help: 'check its levels against the rules and the context, or remove it',
      },
    ];
  });
}

function checkUnaware(theCase: Case, plain: Space): readonly Diagnostic[] {
  return theCase.parties.flatMap(({ id, unaware }) =>
    unaware.flatMap(({ when, path }): readonly Diagnostic[] => {
      const column = plain.column(when);
      if (plain.numbers.some((number) => isTrueAt(column, number))) return [];
      return [
        {
          code: 'DET433',
          severity: 'warning',
          path,
          what: `no possible outcome satisfies this, so "${id}" sees all there is`,
          details: [expressionWords(when, theCase)],
          help: 'check its levels against the rules and the context, or remove it',
        },
      ];
    }),
  );
}

/** For each reading the first want or ranking entry that tells outcomes apart which count as one. */
function checkApart(space: Space): readonly Diagnostic[] {
  if (!space.isCoalesced) return [];
  const { parties, preferences } = space.case;
  const groups: (readonly number[])[] = [];
  for (let state = 0; state < space.size; state += 1) {
    const outcomes = space.outcomesOf(state);
    if (outcomes.length > 1) groups.push(outcomes);
  }
  return preferences.flatMap((readings, party) =>
    readings.flatMap((reading): readonly Diagnostic[] => {
      const first = statementsOf(reading).find(({ expression }) => {
        const column = space.column(expression);
        return groups.some((outcomes) => {
          const met = outcomes.filter((number) => isTrueAt(column, number)).length;
          return met > 0 && met < outcomes.length;
        });
      });
      if (!first) return [];
      return [
        {
          code: 'DET432',
          severity: 'warning',
          path: first.path,
          what: `"${parties[party]?.id}" tells outcomes apart by this which count as one under \`coalesce\``,
          details: [
            expressionWords(first.expression, space.case),
            'they are compared as the one that is shown: today where it is among them, else the first',
          ],
          help: 'leave it if that is meant; else count fewer outcomes as one',
        },
      ];
    }),
  );
}

function statementsOf(reading: Reading) {
  return [
    ...(reading.wants ?? [])
      .flat()
      .filter(({ isUnknown }) => !isUnknown)
      .map(({ want, path }) => ({ expression: want, path })),
    ...(reading.ranking ?? []),
  ];
}
