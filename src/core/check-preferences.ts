import type { Reading } from './case.js';
import type { Diagnostic } from './diagnostic.js';
import { expressionWords } from './expression-words.js';
import { groupedDigits } from './grouped-digits.js';
import { type IdleWant, idleWants } from './idle-wants.js';
import { opposedPairs } from './opposed-pairs.js';
import { payoffsOf } from './payoffs.js';
import { levelsOf, type Space, truthTable } from './space.js';
import { rankUtilities, utilitiesOf } from './utility.js';

/**
 * Flaws in one reading that show only over the listed outcomes: wants and ranking entries that never
 * act, wants and points that order outcomes oppositely, a red line that the party's own order wants
 * crossed.
 */
export function checkPreferences(
  space: Space,
  party: number,
  reading: Reading,
): readonly Diagnostic[] {
  return [
    ...checkWants(space, reading),
    ...checkRanking(space, reading),
    ...checkAgreement(space, party, reading),
    ...checkRedLines(space, party, reading),
  ];
}

const idleWords: Readonly<Record<IdleWant['why'], string>> = {
  'always met': 'this want is met in every possible outcome, so it never acts',
  'never met': 'this want is met in no possible outcome, so it never acts',
  'settled before':
    'this want never acts: the wants before it already decide every comparison it could',
};

function checkWants(space: Space, reading: Reading): readonly Diagnostic[] {
  return idleWants(space, reading).map(({ want, why }) => ({
    code: 'DET403',
    severity: 'warning',
    path: want.path,
    what: idleWords[why],
    details: [expressionWords(want.want, space.case)],
    help:
      why === 'settled before'
        ? 'move it up if it should count, or remove it'
        : 'check its levels against the rules and the context, or remove it',
  }));
}

function checkRanking(space: Space, reading: Reading): readonly Diagnostic[] {
  const claimed = new Uint8Array(space.size);
  return (reading.ranking ?? []).flatMap(({ expression, path }): readonly Diagnostic[] => {
    const column = truthTable(space, expression);
    let claims = 0;
    column.forEach((met, state) => {
      if (met && !claimed[state]) {
        claimed[state] = 1;
        claims += 1;
      }
    });
    if (claims > 0) return [];
    const isNever = column.every((met) => met === 0);
    return [
      {
        code: 'DET416',
        severity: 'warning',
        path,
        what: isNever
          ? 'no possible outcome satisfies this entry of the ranking'
          : 'earlier entries of the ranking already claim every outcome of this one',
        details: [expressionWords(expression, space.case)],
        help: 'move it up, correct it, or remove it',
      },
    ];
  });
}

function checkAgreement(space: Space, party: number, reading: Reading): readonly Diagnostic[] {
  if (!reading.wants && !reading.ranking) return [];
  const utilities = reading.points && utilitiesOf(space, reading);
  if (!utilities) return [];
  const { count, example } = opposedPairs(payoffsOf(space, reading), rankUtilities(utilities));
  if (count === 0 || !example) return [];
  const [preferred, valued] = example.map((state) => levelsOf(space, state)) as [
    number[],
    number[],
  ];
  const describe = (levels: readonly number[], other: readonly number[]) =>
    levels
      .flatMap((level, issue) => {
        const { id, levels: all } = space.case.issues[issue] as (typeof space.case.issues)[number];
        return level === other[issue] ? [] : [`${id} = ${all[level]?.id}`];
      })
      .join(', ');
  const id = space.case.parties[party]?.id ?? '';
  return [
    {
      code: 'DET411',
      severity: 'note',
      path: reading.path,
      atKey: true,
      what: `wants and points of "${id}" order ${groupedDigits(count)} pairs of outcomes oppositely; order questions use the wants, amount questions the points`,
      details: [
        `the wants put first:   ${describe(preferred, valued)}`,
        `the points put first:  ${describe(valued, preferred)}`,
        'in this pair all else is alike',
      ],
      help: 'if this pair looks wrong, correct the scores or the order of the wants',
    },
  ];
}

function checkRedLines(space: Space, party: number, reading: Reading): readonly Diagnostic[] {
  const payoffs = payoffsOf(space, reading);
  const { today } = space;
  const bar = (crossed: Uint8Array) => {
    if (today !== undefined && today !== -1) return payoffs[today] as number;
    // Without a today: the best outcome on the near side of the line.
    return payoffs.reduce(
      (best, rank, state) => (crossed[state] ? best : Math.max(best, rank)),
      -1,
    );
  };
  return reading.redLines.flatMap(({ line, path }): readonly Diagnostic[] => {
    const crossed = truthTable(space, line);
    const above = bar(crossed);
    const preferred = crossed.findIndex(
      (met, state) => met === 1 && (payoffs[state] as number) > above,
    );
    if (preferred === -1) return [];
    const id = space.case.parties[party]?.id ?? '';
    return [
      {
        code: 'DET412',
        severity: 'warning',
        path,
        what: `on the reading "${reading.id}" ${id} itself prefers an outcome that crosses this red line to ${today === undefined ? 'every outcome that does not' : 'today'}`,
        details: [`red line: ${expressionWords(line, space.case)}`],
        help: 'a red line limits what a party signs, never what it prefers; if it should not want this, put a want against it higher up',
      },
    ];
  });
}
