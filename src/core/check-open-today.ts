import type { Case } from './case.js';
import type { Diagnostic } from './diagnostic.js';
import { compileExpression } from './expression.js';
import { groupedDigits } from './grouped-digits.js';
import { completionCount, todayCompletions } from './open-today.js';

/** Most ways to complete today that are looked at while a file is read. */
const mostCompletions = 4_096;

/**
 * A warning (DET436) where some way to complete an open today breaks a rule: such sets of assumptions
 * count nowhere. The default is not looked at: that it is possible is checked apart.
 *
 * Time O(completions × rules), the first 4,096 completions.
 */
export function checkOpenToday(theCase: Case): readonly Diagnostic[] {
  const { issues, openToday, rules } = theCase;
  if (openToday.length === 0 || rules.length === 0) return [];
  const isBroken = rules.map(({ never }) => compileExpression(never, theCase));
  const others = todayCompletions(theCase, mostCompletions).slice(1);
  const broken = others.filter((levels) => isBroken.some((breaks) => breaks(levels)));
  const [first] = broken;
  if (!first) return [];
  const words = openToday
    .map(({ issue }) => `${issues[issue]?.id} = ${issues[issue]?.levels[first[issue] ?? 0]?.id}`)
    .join(' and ');
  const all = completionCount(theCase);
  const looked = others.length + 1;
  const count = `${groupedDigits(BigInt(broken.length))} of the ${groupedDigits(BigInt(looked))}`;
  const which = BigInt(looked) < all ? `${count} first` : count;
  return [
    {
      code: 'DET436',
      severity: 'warning',
      path: ['today'],
      atKey: true,
      what: `a rule forbids ${which} ways in which today may stand`,
      details: [
        `the first: ${words}`,
        ...rules.flatMap(({ text }, at) => (isBroken[at]?.(first) ? [`rule: never ${text}`] : [])),
        'where they are put together with the rule, they are left out and counted nowhere',
      ],
      help: 'take a level out of its list, or loosen the rule; leave it if that is meant',
    },
  ];
}
