import {
  type Analysis,
  type Case,
  type Control,
  type Kept,
  outcomeCount,
  type Report,
} from '../index.js';
import { progressLine } from './progress.js';
import type { AnswerKey } from './results-cache.js';
import type { Terminal } from './terminal.js';

/** Results are kept when they took longer than this to work out … */
const longMilliseconds = 300;
/** … or when the case has more outcomes than this before its rules. */
const manyOutcomes = 4096n;

/** What is asked of one case file, and where its results may be kept. */
export type Asked<Options, Findings> = {
  readonly path: string;
  readonly caseHash: string;
  readonly theCase: Case;
  readonly analysis: Analysis<Options, Findings>;
  readonly options: Options;
  /** What the progress line counts. */
  readonly label: string;
  readonly useCache: boolean;
};

/**
 * The answer to a question: the one kept beside the case, or worked out with a line of progress.
 *
 * A kept answer equals a fresh one; a message says that it was kept. Without a file, without leave to
 * keep results, or where it is not worth it, nothing is written.
 */
export function answerOf<
  Options extends { readonly readings: object; readonly where: object },
  Findings,
>(terminal: Terminal, asked: Asked<Options, Findings>): Report<Options, Findings> {
  const { path, caseHash, theCase, analysis } = asked;
  const readings = Object.fromEntries(
    theCase.parties.flatMap(({ id }, party) => {
      const first = theCase.preferences[party]?.[0]?.id;
      return first === undefined ? [] : [[id, first]];
    }),
  );
  // With every party's reading named: naming the first one asks the same as naming none.
  const options = {
    ...asked.options,
    readings: { ...readings, ...asked.options.readings },
  };
  const key: AnswerKey = { caseHash, analysis: analysis.name, options };
  const cache = asked.useCache && path !== '-' ? terminal.openCache?.(path) : undefined;
  const known = cache?.recall(key);
  if (known !== undefined) {
    terminal.err(fromCache);
    return known as Report<Options, Findings>;
  }
  const { control, clear } = progressLine(terminal, asked.label);
  const start = terminal.now();
  const isMany = outcomeCount(theCase) > manyOutcomes;
  const isWorthKeeping = () => isMany || terminal.now() - start > longMilliseconds;
  let tablesRead = 0;
  const whole: Control = cache
    ? {
        ...control,
        kept: whenWorth(
          cache.tables({ caseHash, options: { readings: options.readings, where: options.where } }),
          isWorthKeeping,
          () => {
            tablesRead += 1;
          },
        ),
      }
    : control;
  const report = analysis.run(theCase, options, whole);
  clear();
  if (tablesRead > 0) terminal.err(fromCache);
  if (cache && isWorthKeeping() && !control.stopped()) cache.keep(key, report);
  return report;
}

const fromCache =
  'from the results kept beside the case (.detente-cache); --no-cache works them out anew\n';

function whenWorth(kept: Kept, isWorthKeeping: () => boolean, found: () => void): Kept {
  return {
    read: (name) => {
      const table = kept.read(name);
      if (table) found();
      return table;
    },
    write: (name, table) => {
      if (isWorthKeeping()) kept.write(name, table);
    },
  };
}
