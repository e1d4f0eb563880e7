import { type Case, type CaseOptions, findOutcome, stateCount } from '../index.js';
import { expressionOption } from './question-options.js';
import { CannotRun, type Terminal } from './terminal.js';

/**
 * The outcome that `--at` or `--from` names: a number as printed, `#12`, or an expression, which
 * stands for the outcome nearest to today that satisfies it; how many do is told on stderr.
 */
export function outcomeOption(
  terminal: Terminal,
  theCase: Case,
  verb: string,
  flag: '--at' | '--from' | '--make-stable',
  text: string,
  options: CaseOptions,
): number {
  const number = /^\s*#(\d+)\s*$/u.exec(text)?.[1];
  if (number !== undefined) {
    const states = stateCount(theCase, options);
    if (Number(number) >= states) {
      throw new CannotRun(
        `detente ${verb}: ${flag} "${text}": outcomes are numbered from #0 to #${states - 1} here; detente holds prints the numbers`,
      );
    }
    return Number(number);
  }
  const expression = expressionOption(theCase, flag, text, options.where);
  const outcome = findOutcome(theCase, options, expression);
  if (!outcome) {
    throw new CannotRun(`detente ${verb}: ${flag} "${text}": no possible outcome satisfies it`);
  }
  if (outcome.count > 1) {
    const use = flag === '--at' ? 'explaining' : 'starting from';
    const nearest = theCase.today === undefined ? 'the first of them' : 'the one nearest to today';
    terminal.err(`${outcome.count} outcomes satisfy "${text}"; ${use} ${nearest}\n`);
  }
  return outcome.nearest;
}
